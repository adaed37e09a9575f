"""Claims of one account that a person judged to be of two events are told of in two."""

from itertools import permutations

import pytest

from link.made import HAZAR, by, claim, count, on, rel, report
from link.shelf import Shelf, at_once
from link.test_judgements import candidate, events, judge
from witnessmark.link import Judgements, link
from witnessmark.model.incident import IncidentKind
from witnessmark.model.pair import Standing

TEXT = (
    "Shells hit the mill, and 6 people died. Of them 2 were children. Later the ferry was hit, and 9 people "
    "were hurt. Nobody was on the quay. A clinic was struck."
)


def told(doc="a", place=HAZAR, day="2021-03-04"):
    """One account with a death toll, its children, the hurt of a ferry and a clinic."""
    common = {"who": by(f"OFFICE_{doc}"), "at": place, "when": on(day), "event_type": ("shelling",)}
    claims = [
        claim(f"{doc}-1", "6 people died", n=count("killed", 6), **common),
        claim(f"{doc}-2", "2 were children", n=count("killed", 2, "child"), **common),
        claim(f"{doc}-3", "9 people were hurt", n=count("injured", 9), **common),
        claim(f"{doc}-4", "A clinic was struck", **common),
    ]
    parts = [rel("subset_of", f"{doc}-2", f"{doc}-1")]
    return report(doc, TEXT, claims, parts, published=day)


def by_claims(found):
    return sorted(i.claims for i in found.incidents if i.kind is IncidentKind.INCIDENT)


def test_what_is_judged_different_is_parted_and_what_nobody_judged_stays_near():
    assert by_claims(link([told()])) == [("a-1", "a-2", "a-3", "a-4")]
    found = link([told()], Judgements([judge()("different", "a-1", "a-3")]))
    assert by_claims(found) == [("a-1", "a-2"), ("a-3", "a-4")]
    assert candidate(found, "a-1", "a-3").reason == "two parts of one account, parted as judged"
    assert candidate(found, "a-1", "a-3").standing is Standing.APART


def test_what_is_judged_the_same_goes_together_however_far_it_stands():
    d = judge()
    found = link([told()], Judgements([d("different", "a-1", "a-3"), d("same", "a-1", "a-4")]))
    assert by_claims(found) == [("a-1", "a-2", "a-4"), ("a-3",)]


def test_a_part_of_a_count_goes_with_it_unless_it_is_judged_otherwise():
    d = judge()
    found = link([told()], Judgements([d("different", "a-2", "a-4")]))
    assert by_claims(found) == [("a-1", "a-2"), ("a-3", "a-4")]
    found = link([told()], Judgements([d("different", "a-1", "a-2")]))
    assert by_claims(found) == [("a-1",), ("a-2", "a-3", "a-4")]


def test_three_may_be_three_events():
    d = judge()
    pairs = [("a-1", "a-3"), ("a-3", "a-4"), ("a-1", "a-4")]
    found = link([told()], Judgements([d("different", *pair) for pair in pairs]))
    assert by_claims(found) == [("a-1", "a-2"), ("a-3",), ("a-4",)]


def test_the_order_of_judgements_on_other_pairs_does_not_matter():
    d = judge()
    given = [
        d("different", "a-1", "a-3"),
        d("same", "a-3", "a-4"),
        d("different", "a-2", "a-4"),
        d("unsure", "a-2", "a-1"),
    ]
    answers = {tuple(by_claims(link([told()], Judgements(order)))) for order in permutations(given)}
    assert answers == {(("a-1", "a-2"), ("a-3", "a-4"))}


@pytest.mark.parametrize("last", ["same", "unsure"])
def test_the_last_judgement_of_a_person_on_a_pair_holds(last):
    d = judge()
    first, second = d("different", "a-1", "a-3"), d(last, "a-3", "a-1")
    assert by_claims(link([told()], Judgements([first, second]))) == by_claims(link([told()]))
    machine = d("same", "a-1", "a-3", by="m 1", human=False)
    assert len(by_claims(link([told()], Judgements([first, machine])))) == 2


def test_taken_back_it_leaves_no_trace():
    d = judge()
    first = d("different", "a-1", "a-3")
    undone = Judgements([first, d("withdraw", supersedes=first.id)])
    assert link([told(), told("b")], undone) == link([told(), told("b")])


def test_a_claim_read_anew_is_parted_where_it_stood():
    former = told().claims
    again = report("a", TEXT, [
        claim(f"n-{c.id}", c.quote, who=by("OFFICE_a"), at=HAZAR, when=on("2021-03-04"), n=c.count,
              event_type=("shelling",))
        for c in former
    ], published="2021-03-04")  # fmt: skip
    found = link([again], Judgements([judge()("different", "a-2", "a-3")], former))
    assert by_claims(found) == [("n-a-1", "n-a-2"), ("n-a-3", "n-a-4")]


def test_a_part_may_be_joined_with_another_report():
    d = judge()
    other = report("b", "The ferry: 40 were hurt.", [
        claim("b-1", "40 were hurt", who=by("OFFICE_b"), at=HAZAR, when=on("2021-09-09"),
              n=count("injured", 40)),
    ])  # fmt: skip
    given = Judgements([d("different", "a-1", "a-3"), d("same", "a-3", "b-1")])
    assert sorted(events(link([told(), other], given))) == [("a",), ("a", "b")]


def test_what_comes_later_finds_what_is_parted_as_linking_all_at_once_does():
    d = judge()
    given = [d("different", "a-1", "a-3"), d("same", "a-4", "a-1")]
    shelf = Shelf()
    shelf.add([told()])
    shelf.add([], Judgements(given), judged=["a"])
    shelf.add([told("b")], Judgements(given))
    assert shelf.shown() == at_once([told(), told("b")], Judgements(given))
