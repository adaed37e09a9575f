"""Indexes that an earlier version made in another form are made anew, and so is what was lost of them."""

from dataclasses import replace

from django.db import connections

from store.test_arrival import EVERY, arrived
from witnessmark import pipeline
from witnessmark.model.filter import Filter
from witnessmark.model.period import Scope
from witnessmark.pipeline import program
from witnessmark.store import projections, texts
from witnessmark.store.columns import Columns
from witnessmark.store.sums import Answers

ANYWHERE = Answers(lambda places: [0 for _ in places], lambda _: False)


def measures(case):
    return {s.measure for s in case.tally(Scope(), ANYWHERE).found.sums}


def test_indexes_of_an_earlier_form_are_made_anew_when_the_case_is_next_linked(case, monkeypatch):
    packed = Columns.packed
    with monkeypatch.context() as earlier:
        earlier.setattr(projections, "FORM", 1)
        earlier.setattr(Columns, "packed", lambda self: packed(replace(self, figures=self.figures[:0])))
        earlier.setattr(texts, "withhold", lambda _: "formerly")
        arrived(case, [EVERY])
        assert not case.stale()
        assert measures(case) == set()
        assert case.count_where(Filter(text="formerly")) == case.count_where(Filter()) > 0
    assert case.stale()
    assert case.changed(program.made_by("default")) is None
    pipeline.update(case)
    assert not case.stale()
    assert "killed" in measures(case)
    assert case.count_where(Filter(text="formerly")) == 0
    assert case.count_where(Filter(text="the")) > 0
    assert case.verify() == []


def test_rebuilding_mends_the_index_of_words(case):
    arrived(case, [EVERY])
    with connections[case._using].cursor() as cursor:
        cursor.execute("DELETE FROM view_document WHERE position = 3")
    assert any("index of words" in line for line in case.verify())
    pipeline.rebuild(case)
    assert case.verify() == []
