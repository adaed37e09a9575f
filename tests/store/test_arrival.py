"""Reports may come in any order, one by one, in batches or at once: the case shows the same in the end."""

from dataclasses import replace
from importlib import import_module
from itertools import count

import pytest
from django.db import connections

from link.made import town
from link.stories import other_desk, reworded, translated, wire
from store.test_judgements import READINGS, decide, strike
from store.test_projections import exported
from witnessmark import pipeline
from witnessmark.pipeline import program

relinking = import_module("witnessmark.link.relink")  # a function of that name hides it
EVERY = [*READINGS, wire(), reworded(), translated(), other_desk()]
ARRIVALS = {
    "at once": [EVERY],
    "backwards, one by one": [[r] for r in EVERY[::-1]],
    "in batches, mixed": [EVERY[1::3], EVERY[2::3], EVERY[0::3]],
    "again and again": [EVERY[:5], EVERY[3:], EVERY[:2]],
}


@pytest.fixture(scope="module")
def shown():
    """What was shown after an earlier arrival."""
    return set()


def arrived(case, batches):
    for batch in batches:
        for reading in batch:
            case.record(reading)
        pipeline.update(case)


@pytest.mark.parametrize("batches", ARRIVALS.values(), ids=ARRIVALS)
def test_the_order_of_arrival_changes_nothing_that_is_shown(case, shown, batches):
    arrived(case, batches)
    assert list(case.incidents())
    shown.add(exported(case))
    assert len(shown) == 1
    assert case.verify() == []
    left = traces(case)
    pipeline.rebuild(case)
    shown.add(exported(case))
    assert len(shown) == 1
    assert traces(case) == left


def traces(case):
    """What is kept of every document for those that come later."""
    return case.shelf().traces([r.document.id for r in case.readings()])


def test_only_what_is_new_is_linked_where_it_stands_alone(case, monkeypatch):
    arrived(case, [EVERY])
    given = []

    def noted(readings, *more):
        given.append([r.document.id for r in readings])
        return linked(readings, *more)

    linked = relinking.work
    monkeypatch.setattr(relinking, "work", noted)
    far = strike("far", town("Mirov", lat=-3.0, lon=12.0, admin1="South"), "2031-01-01", 3)
    arrived(case, [[far]])
    assert given == [["far"]]
    arrived(case, [[]])
    assert given == [["far"]]


def test_a_document_read_again_leaves_nothing_of_what_it_said(case):
    arrived(case, [EVERY])
    earlier = exported(case)
    changed = [replace(EVERY[1], claims=(), relations=()), replace(EVERY[5], claims=(), relations=())]
    arrived(case, [changed[:1], changed[1:]])
    emptied = exported(case)
    assert emptied != earlier
    pipeline.rebuild(case)
    assert exported(case) == emptied
    arrived(case, [[EVERY[5]], [EVERY[1]]])
    assert exported(case) == earlier
    assert case.verify() == []


def test_what_another_program_or_rule_linked_is_linked_anew(case, monkeypatch):
    arrived(case, [EVERY[:6]])
    monkeypatch.setattr(program, "_program", lambda: "a later version")
    monkeypatch.setattr(pipeline, "_LARGE_PART", 0)
    assert case.changed(program.made_by("default")) is None
    arrived(case, [EVERY[6:]])
    assert case.changed(program.made_by("default")) == set()


@pytest.mark.parametrize("table", ["trace_tie", "trace_meeting"])
def test_keys_that_were_edited_are_found(sqlite_case, table):
    arrived(sqlite_case, [EVERY])
    assert sqlite_case.verify() == []
    with connections[sqlite_case._using].cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET key = key + 2 WHERE key = (SELECT max(key) FROM {table})")  # noqa: S608  (our own table names)
    assert any(f"{table}: its keys were edited" in line for line in sqlite_case.verify())


def test_an_edited_report_is_found(sqlite_case):
    arrived(sqlite_case, [EVERY[:3]])
    with connections[sqlite_case._using].cursor() as cursor:
        cursor.execute("UPDATE trace_report SET record = record || ' '")
    assert any("not as they were built" in line for line in sqlite_case.verify())


def test_views_of_an_earlier_version_are_stale_and_no_fault(sqlite_case):
    arrived(sqlite_case, [EVERY[:3]])
    with connections[sqlite_case._using].cursor() as cursor:
        cursor.execute("""UPDATE view_state SET heads = '{"views": "a hash over all rows in a row"}'""")
    assert sqlite_case.stale()
    assert sqlite_case.verify() == []
    arrived(sqlite_case, [EVERY[3:5]])
    assert not sqlite_case.stale()
    assert sqlite_case.verify() == []


def test_a_claim_rejected_counts_nowhere_until_that_is_taken_back(case):
    arrived(case, [EVERY])
    earlier = exported(case)
    numbers = count(1)
    made = decide(case, numbers, "reject", "wire-1")
    arrived(case, [[]])
    assert not any("wire-1" in i.claims for i in case.incidents())
    without = exported(case)
    pipeline.rebuild(case)
    assert exported(case) == without
    decide(case, numbers, "withdraw", supersedes=made)
    arrived(case, [[]])
    assert exported(case) == earlier
