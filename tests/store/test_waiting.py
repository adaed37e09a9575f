"""What waits for a person is listed once, leaves the lists as soon as it is decided, and is counted right."""

import re
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import made
from store.test_judgements import READINGS, decide
from witnessmark import codebook, pipeline
from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.failure import Failure
from witnessmark.model.listing import WORK_PLACE
from witnessmark.store.columns import columns_of
from witnessmark.store.index_tables import WorkRow

BOUND = codebook.load().confidence.review_below


def doubtful(reading, *confidences):
    told = zip(reading.claims, confidences, strict=False)
    return replace(reading, claims=tuple(replace(c, confidence=sure) for c, sure in told))


def listed(ask, limit=2):
    found, after = [], None
    while True:
        page = ask(after, limit)
        found += page.items
        after = page.after
        if after is None:
            return found


def test_documents_wait_until_somebody_read_them(case):
    for i in range(5):
        case.record(made.reading(i))
    assert [d.id for d in listed(case.unread)] == [f"doc-{i:04d}" for i in (4, 3, 2, 1, 0)]
    pipeline.update(case)
    case.record(made.reading(5))
    case.record(made.reading(6))
    newest_first = [f"doc-{i:04d}" for i in (6, 5, 4, 3, 2, 1, 0)]
    assert [d.id for d in listed(case.unread)] == newest_first
    assert case.waiting()["unread"] == 7
    pipeline.update(case)
    assert [d.id for d in listed(case.unread, 3)] == newest_first
    assert case.waiting()["unread"] == 7


def test_claims_wait_until_somebody_judged_them(case):
    sure = [(0.3, 0.1), (BOUND, 0.2), (None, 0.99)]
    readings = [doubtful(made.reading(i), *pair) for i, pair in enumerate(sure)]
    for reading in readings:
        case.record(reading)
    assert listed(case.unsure_claims) == []
    pipeline.update(case)
    expected = [readings[0].claims[1], readings[1].claims[1], readings[0].claims[0]]
    assert listed(case.unsure_claims) == expected == case.unsure()
    numbers = count(1)
    made_first = decide(case, numbers, "accept", expected[1].id)
    for _ in range(2):  # before the views have it, and after
        assert listed(case.unsure_claims) == [expected[0], expected[2]]
        assert case.waiting()["unsure"] == 2
        pipeline.update(case)
    decide(case, numbers, "withdraw", supersedes=made_first)
    pipeline.update(case)
    assert listed(case.unsure_claims) == expected
    case.record(doubtful(made.reading(0), 0.9, 0.9))
    pipeline.update(case)
    assert listed(case.unsure_claims) == [expected[1]]
    assert case.waiting()["unsure"] == 1
    assert case.verify() == []


def test_pairs_wait_the_most_valuable_first(case):
    for reading in READINGS:
        case.record(reading)
    pipeline.update(case)
    expected = [(p.a, p.b) for p in pipeline.pairs(case)]
    assert expected
    assert [(c.a, c.b) for c in listed(case.open_pairs, 1)] == expected
    assert case.waiting()["open_pairs"] == len(expected) == pipeline.pairs_left(case)
    numbers = count(1)
    decide(case, numbers, "same", *expected[0])
    assert [(c.a, c.b) for c in listed(case.open_pairs, 1)] == expected[1:]
    assert case.waiting()["open_pairs"] == len(expected) - 1
    for link in (pipeline.update, pipeline.rebuild):
        link(case)
        assert [(c.a, c.b) for c in listed(case.open_pairs)] == [(p.a, p.b) for p in pipeline.pairs(case)]
        assert case.waiting()["open_pairs"] == pipeline.pairs_left(case)


def test_a_document_read_by_a_person_waits_no_more(case):
    for i in range(3):
        case.record(made.reading(i))
    pipeline.update(case)
    numbers = count(1)
    first = decide(case, numbers, "read", "doc-0001")
    for _ in range(2):
        assert [d.id for d in listed(case.unread)] == ["doc-0002", "doc-0000"]
        assert case.waiting()["unread"] == 2
        pipeline.update(case)
    decide(case, numbers, "withdraw", supersedes=first)
    pipeline.update(case)
    assert [d.id for d in listed(case.unread)] == ["doc-0002", "doc-0001", "doc-0000"]
    assert case.verify() == []


def test_decisions_wait_for_a_second_person(case):
    reading = made.reading(0)
    case.record(reading)
    pipeline.update(case)
    made_by_one = [
        Decision(f"d{n}", (c.id,), Judgement.REJECT, "Ada", True, "no", f"2031-01-0{n}", four_eyes=True)  # noqa: FBT003
        for n, c in enumerate(reading.claims, 1)
    ]
    for number, decision in enumerate(made_by_one, 1):
        case.decide(decision)
        for _ in range(2):
            assert listed(case.awaiting, 1) == made_by_one[:number]
            assert case.waiting()["awaiting"] == number
            pipeline.update(case)
    case.decide(Decision("c1", ("d1",), Judgement.CONFIRM, "Bo", True, "so it is", "2031-01-03"))  # noqa: FBT003
    for _ in range(2):
        assert listed(case.awaiting) == made_by_one[1:]
        assert case.waiting()["awaiting"] == 1
        pipeline.update(case)
    assert case.verify() == []


def test_failures_are_listed_the_last_first(case):
    told = [Failure(f"{n}.pdf", "read", "EmptyError", "nothing to read") for n in range(3)]
    case.fail(*told)
    assert listed(case.last_failures) == told[::-1]
    assert case.waiting()["failures"] == 3


def test_single_things_are_found(case):
    for reading in READINGS:
        case.record(reading)
    case.capture("a.txt", READINGS[0].document.text.encode())
    pipeline.update(case)
    for incident in case.incidents():
        assert case.incident(incident.id) == incident
        for name in (*incident.claims, *incident.documents):
            assert incident in case.incidents_of([name])
    for lineage in case.lineages():
        assert case.lineages_of(lineage.documents) == dict.fromkeys(lineage.documents, lineage)
    for pair in case.candidates():
        assert case.candidate(pair.a, pair.b) == case.candidate(pair.b, pair.a) == pair
    assert [c.path for c in case.captures_of("a")] == ["a.txt"]
    assert case.captures_of("c") == []
    assert [r.document.id for r in case.readings_of(["b", "nobody", "a"])] == ["a", "b"]
    assert case.incidents_of(["nobody"]) == []
    assert case.lineages_of(["nobody"]) == {}
    assert case.candidate("a-0", "nobody") is None
    with pytest.raises(UsageError, match="no incident has this id"):
        case.incident("nobody")
    with pytest.raises(UsageError, match="no document with this id"):
        case.captures_of("nobody")


def test_decisions_are_found_with_all_that_was_said_of_them(case):
    for reading in READINGS:
        case.record(reading)
    pipeline.update(case)
    numbers = count(1)
    first = decide(case, numbers, "reject", "a-0")
    second = decide(case, numbers, "same", "a-0", "b-0")
    third = decide(case, numbers, "withdraw", supersedes=first)
    decide(case, numbers, "accept", "c-0")
    for _ in range(2):
        assert [d.id for d in case.decisions_on(["a-0"])] == [first, second, third]
        assert [d.id for d in case.decisions_on(["b-0"])] == [second]
        assert case.decisions_on(["nobody"]) == []
        pipeline.update(case)
    decide(case, numbers, "withdraw", supersedes=third)
    assert len(case.decisions_on(["a-0"])) == 4


def test_lists_are_the_same_however_the_case_came_about(case):
    readings = [doubtful(r, 0.1 + n / 100) for n, r in enumerate(READINGS)]
    for reading in readings:
        case.record(reading)
        pipeline.update(case)
    assert WorkRow.objects.using(case._using).count() == 8
    before = [listed(ask) for ask in (case.unread, case.unsure_claims, case.open_pairs)]
    pipeline.rebuild(case)
    assert [listed(ask) for ask in (case.unread, case.unsure_claims, case.open_pairs)] == before
    assert case.verify() == []


@given(st.floats(1e-90, 1e15) | st.floats(0, 1), st.integers(0, 10**18 - 1))
def test_a_place_in_a_list_is_written_as_it_is_asked_for(rank, row):
    for told in (rank, -rank, 1e6 - rank):
        assert re.fullmatch(WORK_PLACE, f"{told!r}:{row}") or abs(told) < 1e-90


def test_columns_of_nothing_are_empty():
    assert len(columns_of([], lambda *_: 0, {}).rows) == 0
