"""Figures of our own: people counted by groups side by side, and those who were hit and lived."""

import pytest

from link.made import HAZAR, claim, count, on, report
from reconcile.test_figures import ends, figures
from witnessmark.model.claim import Modality, Relation, RelationType
from witnessmark.model.count import Qualifier


def told(*counts, beside=(), doc="a", **more):
    """A report with one sentence for each count; those of `beside` stand side by side."""
    quotes = [f"Count {n}: {c.measure} {c.verbatim} {c.group}." for n, c in enumerate(counts)]
    claims = [
        claim(f"{doc}-{n}", quote, who=("RESCUERS",), at=HAZAR, when=on("2021-03-04"), n=c, **more)
        for n, (quote, c) in enumerate(zip(quotes, counts, strict=True))
    ]
    links = [Relation(RelationType.DERIVED, tuple(f"{doc}-{n}" for n in beside), None)] if beside else []
    return report(doc, " ".join(quotes), claims, links, published="2021-03-05")


def hurt(value, group, **more):
    return count("injured", value, group, **more)


def test_groups_told_side_by_side_are_added_and_say_so():
    figure = figures(told(hurt(4, "man"), hurt(2, "woman"), beside=(0, 1)))["injured", "person"]
    assert ends(figure) == (6, 6, 6)
    assert figure.rule == "derived (4 + 2)"
    assert set(figure.claims) == {"a-0", "a-1"}


def test_groups_not_told_side_by_side_are_never_added():
    assert ("injured", "person") not in figures(told(hurt(4, "man"), hurt(2, "woman")))


def test_a_stated_total_that_is_no_smaller_stays():
    found = figures(told(hurt(7, "person"), hurt(4, "man"), hurt(2, "woman"), beside=(1, 2)))
    assert (found["injured", "person"].best, found["injured", "person"].rule) == (7, "single_origin_exact")


def test_what_is_denied_is_not_added():
    denied = told(hurt(4, "man"), hurt(2, "woman"), beside=(0, 1), modality=Modality.DENIED)
    assert ("injured", "person") not in figures(denied)


def test_those_of_a_group_are_people():
    figure = figures(told(hurt(1, "person"), hurt(3, "child")))["injured", "person"]
    assert (figure.low, figure.best, figure.high) == (3, 3, None)
    assert figure.rule == "derived (all of them child)"
    assert [s.claim for s in figure.set_aside] == ["a-0"]


def hit(value, group="person", **more):
    return count("killed_or_injured", value, group, **more)


def test_those_hit_who_did_not_die_were_hurt():
    figure = figures(told(hit(5), count("killed", 1, "person")))["injured", "person"]
    assert ends(figure) == (4, 4, 4)
    assert figure.rule == "derived (5 hit - 1 dead)"
    assert set(figure.claims) == {"a-0", "a-1"}


def test_where_nobody_died_all_who_were_hit_were_hurt():
    assert ends(figures(told(hit(3, "child")))["injured", "child"]) == (3, 3, 3)


@pytest.mark.parametrize("others", [(hurt(5, "person"),), (count("killed", 5, "person"),)])
def test_a_stated_number_of_injured_stands_and_nobody_is_left_where_all_died(others):
    found = figures(told(hit(5), *others))
    assert not any(f.rule.startswith("derived") for f in found.values())


def test_open_ends_stay_open():
    dead = count("killed", 1, "person", Qualifier.AT_LEAST)
    assert ends(figures(told(hit(5), dead))["injured", "person"]) == (None, 4, 4)


def test_one_who_was_hurt_and_died_is_counted_among_the_dead_only():
    counts = (hurt(1, "child"), count("killed", 1, "child"))
    quotes = ["A boy was hurt.", "He died."]
    claims = [
        claim(f"a-{n}", quote, at=HAZAR, when=on("2021-03-04"), n=c)
        for n, (quote, c) in enumerate(zip(quotes, counts, strict=True))
    ]
    died = Relation(RelationType.SUPERSEDES, ("a-1",), "a-0")
    found = figures(report("a", " ".join(quotes), claims, [died], published="2021-03-05"))
    assert ("injured", "child") not in found
    assert [(s.claim, s.reason) for s in found["killed", "child"].set_aside] == [
        ("a-0", "superseded by a-1, as the text says")
    ]


def test_more_were_hurt_than_the_one_of_whom_a_report_says_so():
    found = figures(told(hit(5), count("killed", 1, "person"), hurt(1, "person")))
    assert (found["injured", "person"].best, found["injured", "person"].rule) == (
        4,
        "derived (5 hit - 1 dead)",
    )
