from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.incident import IncidentKind
from witnessmark.publish.dossier import ORDER, Dossier

DAYS = st.none() | st.dates(date(2019, 1, 1), date(2021, 1, 1))


def test_every_kind_has_its_place():
    assert set(ORDER) == set(IncidentKind)


@given(data=st.lists(st.tuples(st.sampled_from(ORDER), DAYS), max_size=8), seed=st.randoms())
def test_incidents_stand_by_kind_then_date_whatever_order_they_came_in(data, seed, dossier):
    base = dossier.incidents[0]
    made = [replace(base, id=str(n), kind=k, date=(d, d)) for n, (k, d) in enumerate(data)]
    sorted_once = Dossier("t", (), incidents=tuple(made)).incidents
    seed.shuffle(made)
    assert Dossier("t", (), incidents=tuple(made)).incidents == sorted_once
    keys = [(ORDER.index(i.kind), i.date[0] or date.max) for i in sorted_once]
    assert keys == sorted(keys)
