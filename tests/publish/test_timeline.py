from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.model.incident import IncidentKind
from witnessmark.publish.cards import cards
from witnessmark.publish.index import Index
from witnessmark.publish.timeline import EDGE, WIDTH, timeline

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


def drawn(dossier, labels, incidents=None):
    index = Index(dossier if incidents is None else replace(dossier, incidents=incidents))
    return timeline(cards(index, labels), index)


def test_an_open_end_runs_to_the_edge_and_says_so(dossier, labels):
    tally = next(b for b in drawn(dossier, labels).bars if b.card.code == "aggregate")
    assert tally.right
    assert not tally.left
    assert tally.x + tally.width == WIDTH - EDGE


def test_undated_incidents_are_listed(dossier, labels):
    assert [c.name for c in drawn(dossier, labels).undated] == ["Allegation"]


def test_a_whole_war_does_not_stretch_the_axis(dossier, labels):
    strike = dossier.incidents[0]
    war = replace(strike, id="war", kind=IncidentKind.CONTEXT, date=(date(1998, 1, 1), date(2021, 4, 1)))
    bars = drawn(dossier, labels, (strike, war)).bars
    background = next(b for b in bars if b.card.code == "context")
    assert background.left
    assert background.right
    assert next(b for b in bars if b.card.code == "incident").width > 50


@settings(max_examples=60)
@given(spans=st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=5), opens=st.integers(0, 2))
def test_bars_and_labels_stay_on_the_drawing_and_in_order(spans, opens, dossier, labels):
    ends = (tuple, (lambda s: (s[0], None)), (lambda s: (None, s[1])))[opens]
    strike = dossier.incidents[0]
    found = drawn(
        dossier, labels, tuple(replace(strike, id=str(n), date=ends(s)) for n, s in enumerate(spans))
    )
    for bar in found.bars:
        assert bar.x >= EDGE - 0.1
        assert bar.x + bar.width <= WIDTH - EDGE + 0.2
    marks = [t.x for t in found.ticks]
    assert marks == sorted(marks)
    assert len(marks) <= 14
