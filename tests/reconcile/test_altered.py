from dataclasses import replace

import pytest

from link.made import rel
from reconcile.made import ends, killed, linked, row, told
from witnessmark.model.incident import Lineage, LineageKind
from witnessmark.reconcile import reconcile


def figure(*readings, between=(), type_="contradiction", same=(), rule="default"):
    """The figure of readings that are prints of one report; `between` are documents that differ in theirs."""
    docs = tuple(sorted(r.document.id for r in readings))
    ties = [rel("same_claim", f"{a}-0", f"{b}-0") for a, b in same]
    ties += [rel(type_, f"{a}-0", f"{b}-0") for a, b in between]
    linkage = replace(
        linked(readings),
        lineages=(Lineage("line", docs, LineageKind.NEAR_COPY, None),),
        relations=tuple(ties),
    )
    (found,) = reconcile(linkage, readings, rule)
    return row(found)


FIRST = told("wire", killed(23), published="2021-03-05")
CHANGED = told("front", killed(83), published="2021-03-06")


@pytest.mark.parametrize("rule", ["latest", "conservative", "airwars", "ucdp", "majority"])
def test_a_changed_copy_counts_in_no_rule_set(rule):
    found = figure(FIRST, CHANGED, between=[("front", "wire")], rule=rule)
    assert ends(found) == (23, 23, 23)
    assert [(s.claim, s.reason) for s in found.set_aside] == [
        ("front-0", "an altered copy of wire-0, which was printed first")
    ]


def test_however_often_it_is_printed():
    swarm = [told(f"front{n}", killed(83), published=f"2021-03-{6 + n:02}") for n in range(4)]
    found = figure(FIRST, *swarm, between=[("front0", "wire")])
    assert ends(found) == (23, 23, 23)
    assert {s.claim for s in found.set_aside} == {f"front{n}-0" for n in range(4)}


def test_where_days_do_not_tell_which_was_first_both_are_shown_as_one_range():
    for day in ("2021-03-05", None):
        other = told("front", killed(83), published=day)
        found = figure(FIRST, other, between=[("front", "wire")])
        assert (ends(found), found.rule) == ((23, 23, 83), "prints_disagree")
        assert found.claims == ("wire-0",)
        assert "end of the range" in found.set_aside[0].reason


def test_a_print_a_day_later_is_no_end_of_that_range():
    same_day = told("post", killed(41), published="2021-03-05")
    found = figure(FIRST, same_day, CHANGED, between=[("post", "wire"), ("front", "wire")])
    assert ends(found) == (23, 23, 41)


def test_a_later_version_of_the_report_takes_the_place_of_the_earlier_one():
    found = figure(
        FIRST,
        told("post", killed(27), published="2021-03-06"),
        between=[("post", "wire")],
        type_="supersedes",
    )
    assert ends(found) == (27, 27, 27)
    assert found.set_aside[0].reason == "superseded by post-0, a later version of the report"


def test_another_voice_in_a_print_is_no_altered_copy():
    other = told("front", killed(83), who=("MINISTRY",), published="2021-03-06")
    found = figure(FIRST, other, between=[("front", "wire")])
    assert ends(found) == (23, 23, 83)
    assert found.rule.startswith("range_over_origins")
    assert found.set_aside == ()


def test_the_first_print_stands_for_a_figure_and_the_others_are_its_copies():
    reprint = told("a", killed(23), published="2021-03-09")
    found = figure(FIRST, reprint, same=[("a", "wire")])
    assert found.claims == ("wire-0",)
    assert found.set_aside[0].reason == "copy of wire-0"
