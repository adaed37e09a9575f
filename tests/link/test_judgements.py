"""What a person says of two reports comes before every weight, and can be taken back."""

from itertools import count as counting

import pytest

from link.made import BELEN, HAZAR, by, claim, count, on, report
from witnessmark.link import Judgements, link
from witnessmark.model.decision import Decision, Judgement, in_force
from witnessmark.model.incident import IncidentKind
from witnessmark.model.pair import Standing


def strike(doc, place=HAZAR, day="2021-03-04", n=6, *, words="A strike on"):
    text = f"{words} {place.name} killed {n} civilians."
    told = claim(
        f"{doc}-0", f"killed {n} civilians", who=by(f"OFFICE_{doc}"), at=place, when=on(day),
        n=count("killed", n, "civilian"), event_type=("air_strike",),
    )  # fmt: skip
    return report(doc, text, [told], published=day)


def judge():
    """A function that makes decisions with ids d1, d2, ..."""
    numbers = counting(1)

    def make(verdict, *subject, by="Ada Lindqvist", human=True, supersedes=None):
        n = next(numbers)
        at = f"2031-01-01T00:00:{n:02}+00:00"
        return Decision(f"d{n}", subject, Judgement(verdict), by, human, "as told", at, supersedes=supersedes)

    return make


def events(found):
    return [i.documents for i in found.incidents if i.kind is IncidentKind.INCIDENT]


def candidate(found, a, b):
    (one,) = [t for t in found.candidates if (t.a, t.b) == (a, b)]
    return one


ALIKE = [strike("a"), strike("b"), strike("c")]
APART = [strike("a"), strike("b", BELEN, "2021-06-09", 21)]


def test_reports_judged_different_are_kept_apart_and_the_merge_is_shown_as_refused():
    assert events(link(ALIKE)) == [("a", "b", "c")]
    found = link(ALIKE, Judgements([judge()("different", "a-0", "b-0")]))
    assert len(events(found)) == 2
    assert not [docs for docs in events(found) if {"a", "b"} <= set(docs)]
    refused = candidate(found, "a-0", "b-0")
    assert refused.standing is Standing.REFUSED
    assert refused.reason == "judged different: d1"
    assert refused.judged == ("d1",)


def test_reports_judged_the_same_are_one_event_whatever_they_state():
    assert len(events(link(APART))) == 2
    found = link(APART, Judgements([judge()("same", "a-0", "b-0")]))
    assert events(found) == [("a", "b")]
    assert candidate(found, "a-0", "b-0").standing is Standing.TOGETHER


def test_a_document_stands_for_what_it_is_about():
    found = link(APART, Judgements([judge()("same", "a", "b")]))
    assert events(found) == [("a", "b")]


def test_a_merge_over_a_third_that_joins_two_judged_different_is_refused_and_shown():
    d = judge()
    far = [strike("a"), strike("b", BELEN, "2021-06-09", 21), strike("c", HAZAR, "2021-09-01", 40)]
    found = link(
        far,
        Judgements([d("different", "a-0", "c-0"), d("same", "a-0", "b-0"), d("same", "b-0", "c-0")]),
    )
    assert sorted(events(found)) == [("a", "b"), ("c",)]
    assert candidate(found, "a-0", "c-0").standing is Standing.REFUSED
    assert candidate(found, "b-0", "c-0").standing is Standing.APART
    assert candidate(found, "b-0", "c-0").judged == ("d3",)


def test_unsure_moves_nothing_and_is_shown():
    before = link(ALIKE)
    found = link(ALIKE, Judgements([judge()("unsure", "a-0", "b-0")]))
    assert found.incidents == before.incidents
    assert candidate(found, "a-0", "b-0").judged == ("d1",)


def test_the_last_judgement_on_a_pair_holds_and_both_are_shown():
    d = judge()
    found = link(ALIKE, Judgements([d("same", "a-0", "b-0"), d("different", "b", "a")]))
    assert candidate(found, "a-0", "b-0").standing is Standing.REFUSED
    assert candidate(found, "a-0", "b-0").judged == ("d1", "d2")


def test_a_persons_judgement_holds_against_a_later_one_of_a_machine():
    d = judge()
    found = link(
        ALIKE, Judgements([d("different", "a-0", "b-0"), d("same", "a-0", "b-0", by="m 1", human=False)])
    )
    assert candidate(found, "a-0", "b-0").standing is Standing.REFUSED


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_judgement_taken_back_leaves_no_trace_in_the_answer(verdict):
    for readings in (ALIKE, APART):
        d = judge()
        first = d(verdict, "a-0", "b-0")
        undone = [first, d("withdraw", supersedes=first.id)]
        assert link(readings, Judgements(undone)) == link(readings)
        again = [*undone, d("withdraw", supersedes="d2")]
        assert link(readings, Judgements(again)) == link(readings, Judgements([first]))


def test_what_supersedes_a_judgement_takes_its_place():
    d = judge()
    decisions = [d("same", "a-0", "b-0"), d("different", "a-0", "b-0", supersedes="d1")]
    assert [x.id for x in in_force(decisions)] == ["d2"]


def test_a_judgement_on_a_claim_that_is_read_no_longer_holds_for_what_is_read_there_now():
    (former,) = strike("a").claims
    again = [report("a", "A strike on Hazar killed 6 civilians.", [
        claim("a-new", "killed 6", who=by("OFFICE_a"), at=HAZAR, when=on("2021-03-04"),
              n=count("killed", 6, "civilian"), event_type=("air_strike",)),
    ], published="2021-03-04"), *ALIKE[1:]]  # fmt: skip
    decisions = [judge()("different", "a-0", "b-0")]
    found = link(again, Judgements(decisions, [former]))
    assert candidate(found, "a-new", "b-0").standing is Standing.REFUSED


def test_a_judgement_nothing_answers_to_is_shown_and_moves_nothing():
    before = link(ALIKE)
    found = link(ALIKE, Judgements([judge()("same", "a-0", "gone-0")]))
    assert found.incidents == before.incidents
    assert "d1 names what stands in no account of an event" in candidate(found, "a-0", "gone-0").reason


def test_the_order_of_documents_does_not_matter_to_what_was_judged():
    d = judge()
    given = Judgements([d("different", "a-0", "c-0"), d("same", "b-0", "c-0")])
    assert link(ALIKE, given) == link(ALIKE[::-1], given)
