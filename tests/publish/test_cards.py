from dataclasses import replace

import pytest

from witnessmark.model.claim import ClaimKind
from witnessmark.model.incident import IncidentKind
from witnessmark.publish.cards import KINDS, cards
from witnessmark.publish.index import Index


@pytest.fixture(scope="module")
def strike(index, labels):
    return cards(index, labels)[0]


def test_every_kind_of_incident_has_a_name():
    assert set(KINDS) == set(IncidentKind)


def test_single_events_come_before_totals_and_undated_last(index, labels):
    assert [c.code for c in cards(index, labels)] == ["incident", "allegation", "aggregate"]


def test_the_summary_is_attributed_and_neutral(strike):
    assert strike.title == "Air strike, Karsund clinic"
    assert (
        strike.summary
        == "According to Vesteria Monitor, 7 killed (civilians); 2 buildings destroyed (house)."
    )
    assert dict(strike.facts)["Attributed to"] == "Northern Army (according to Vesteria Monitor)"


def test_an_object_nearby_is_never_said_to_be_hit(strike):
    facts = dict(strike.facts)
    assert facts["Object hit"] == "not stated"
    assert facts["Nearby"] == "medical facility (named as near, not said to be hit)"


def test_a_name_falls_back_on_weapon_then_figure_then_kind(dossier, labels):
    base = replace(dossier.incidents[0], method=(), members=())
    made = [
        replace(base, id="a", weapon=("cluster_munition",)),
        replace(base, id="b", place=None),
        replace(base, id="c", place=None, figures=()),
    ]
    named = {c.title for c in cards(Index(replace(dossier, incidents=tuple(made))), labels)}
    assert named == {"Cluster munition, Karsund clinic", "7 killed (civilians)", "Incident"}


@pytest.mark.parametrize(
    ("kind", "said"), [(ClaimKind.DENIAL, "denied; see the claims"), (None, "no response recorded")]
)
def test_an_answer_of_the_accused_is_said_or_its_absence(dossier, labels, kind, said):
    first = dossier.readings[0]
    claims = (replace(first.claims[0], kind=kind or first.claims[0].kind), *first.claims[1:])
    incident = replace(dossier.incidents[0], unknown=())
    changed = replace(
        dossier, readings=(replace(first, claims=claims), *dossier.readings[1:]), incidents=(incident,)
    )
    assert dict(cards(Index(changed), labels)[0].facts)["Response"] == said


def test_an_open_end_and_an_unknown_are_words_in_the_table(index, labels):
    total = cards(index, labels)[2].figures[0]
    assert (total.low, total.best, total.high) == ("40", "40", "open")
