"""Sums that a reader of reports might make and that must never appear, through linking and all."""

import pytest

from link.made import BELEN, HAZAR, claim, count, on, rel, report
from reconcile.made import audited, killed, reconciled, told
from witnessmark.link import link
from witnessmark.model.count import Qualifier
from witnessmark.model.when import TimePrecision
from witnessmark.reconcile import reconcile
from witnessmark.reconcile.rules import rule_sets

AT_LEAST = Qualifier.AT_LEAST
SPRING = on("2021-04-26", precision=TimePrecision.OPEN_SINCE_DAY)
FIVE_WEEKS = on("2021-04-24", "2021-05-29", TimePrecision.RELATIVE_WEEKS)


def total(doc, who, counts, when=SPRING, relations=()):
    """A report of a monitor's totals: id -> count."""
    quotes = {id_: f"{id_}: {n.verbatim} {n.measure}." for id_, n in counts.items()}
    claims = [
        claim(id_, quotes[id_], "aggregate_tally", who=(who, "DAILY"), n=n, when=when)
        for id_, n in counts.items()
    ]
    return report(doc, " ".join(quotes.values()), claims, relations, published="2021-05-29")


def numbers(readings, rule="default"):
    """Every number in any figure."""
    found = reconcile(link(readings), readings, rule)
    return {n for i in found for f in i.figures for n in (f.low, f.best, f.high)} - {None}


@pytest.mark.parametrize("rule", sorted(rule_sets()))
def test_two_prints_of_one_toll_are_never_twice_the_dead(rule):
    text = "Rescuers said 11 civilians were killed at the grain market of Hazar on 4 March."
    prints = [
        report(
            d, text, [claim(d, text, at=HAZAR, when=on("2021-03-04"), n=killed(11))], published="2021-03-05"
        )
        for d in ("a", "b")
    ]
    assert numbers(prints, rule) == {11}


@pytest.mark.parametrize("rule", sorted(rule_sets()))
def test_totals_of_two_monitors_are_never_added_nor_taken_for_one(rule):
    readings = [
        total("a", "SOHR", {"five weeks": killed(305)}, FIVE_WEEKS),
        total("b", "SNHR", {"since april": killed(108, AT_LEAST)}),
    ]
    assert numbers(readings, rule) == {305, 108}
    assert len(reconcile(link(readings), readings, rule)) == 2


def test_one_number_in_three_counts_is_three_counts():
    readings = [
        total("a", "WHO", {"sites": count("facilities_hit", 18, "medical_facility")}, FIVE_WEEKS),
        total("b", "SNHR", {"clinics": count("attacks", 18, "medical_facility")}),
        total("c", "AMNESTY", {"documented": count("attacks", 18)}, on("2020-05-05", "2021-02-25")),
    ]
    assert numbers(readings) == {18}
    assert len(reconcile(link(readings), readings)) == 3


def test_what_a_list_leaves_out_is_said_and_is_no_figure():
    counts = {"all": count("attacks", 82, "facility"), "clinics": count("attacks", 18, "medical_facility")}
    counts |= {"schools": count("attacks", 48, "school")}
    relations = [rel("partial_sum", ("clinics", "schools"), "all")]
    readings = [total("a", "SNHR", counts, relations=relations)]
    assert numbers(readings) == {82, 48, 18}
    (found,) = reconcile(link(readings), readings)
    assert audited(found) == {"18 + 48 = 66 of 82, 16 not named": None}


def test_children_of_two_attackers_are_derived_and_say_so():
    counts = {"all": killed(108), "one": killed(71), "two": killed(37)}
    counts |= {"kids1": killed(12, group="child"), "kids2": killed(14, group="child")}
    relations = [
        rel("sum", ("one", "two"), "all"),
        *(rel("subset_of", p, "all") for p in ("one", "two")),
        rel("subset_of", "kids1", "one"),
        rel("subset_of", "kids2", "two"),
    ]
    readings = [total("a", "SNHR", counts, relations=relations)]
    (found,) = reconcile(link(readings), readings)
    assert {f.rule for f in found.figures if f.best == 26} == {"derived (12 + 14)"}
    assert {f.best for f in found.figures} == {108, 26}


def test_strikes_on_two_towns_are_two_tolls():
    one = "An air strike killed 3 people in Hazar on 4 March."
    two = "An air strike killed 3 people in Belen on 6 March."
    dead = count("killed", 3, "person")
    readings = [
        report("a", one, [claim("a", one, at=HAZAR, when=on("2021-03-04"), n=dead)], published="2021-03-05"),
        report("b", two, [claim("b", two, at=BELEN, when=on("2021-03-06"), n=dead)], published="2021-03-07"),
    ]
    assert numbers(readings) == {3}


def test_more_people_in_groups_that_cannot_overlap_than_in_all_is_impossible():
    parts = [killed(20, group="person"), killed(12, group="child"), killed(9, group="woman")]
    statement = "12 child + 9 woman = 21 of 20 person"
    assert audited(reconciled(told("a", *parts))) == {statement: False}
    enough = [killed(21, group="person"), *parts[1:]]
    assert audited(reconciled(told("a", *enough))) == {}


def test_twenty_attacks_on_twenty_five_facilities_is_impossible():
    counts = (count("attacks", 20), count("facilities_hit", 25))
    found = reconciled(told("a", *counts, relations=[rel("distinct_targets_of", "a-1", "a-0")]))
    assert audited(found) == {"25 distinct targets in 20 attacks": False}
