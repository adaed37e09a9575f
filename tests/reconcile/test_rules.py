from dataclasses import replace
from datetime import date

import pytest

from reconcile.made import ABOUT, AT_LEAST, DAY, ends, figure, killed, told
from witnessmark import codebook
from witnessmark.model.claim import Modality
from witnessmark.reconcile.rules import Statement, rule_set, rule_sets

DOCUMENTED = Modality.DOCUMENTED_BY_CLAIMANT


def said(*values, **more):
    return [Statement(f"voice {n}", v, v, v, f"claim {n}", **more) for n, v in enumerate(values)]


def test_every_rule_set_says_what_it_does_and_after_whom():
    assert set(rule_sets()) == {"latest", "conservative", "airwars", "ucdp", "majority"}
    for rules in rule_sets().values():
        assert rules.explained.endswith(".")
        assert rules.source
    (default,) = (
        code for code, e in codebook.load().taxonomy("figure_rules").items() if e.extra.get("default")
    )
    assert rule_set().name == default == "latest"


def test_every_kind_of_speaker_has_its_closeness():
    kinds = codebook.load().taxonomy("speaker_kinds").values()
    assert all(k.extra["closeness"] in range(4) for k in kinds)


@pytest.mark.parametrize(
    ("rule", "low_best_high"),
    [
        ("latest", (9, 14, 20)),
        ("conservative", (9, 9, 20)),
        ("airwars", (9, None, 20)),
        ("ucdp", (9, 14, 20)),
        ("majority", (9, 9, 20)),
    ],
)
def test_each_rule_set_chooses_among_the_same_figures(rule, low_best_high):
    readings = [
        told("a", killed(14), who=("SCD",)),  # people on the ground
        told("b", killed(20), who=("HRW",)),
        told("c", killed(9), who=("AMNESTY",)),
        told("d", killed(9), who=("UN",)),
    ]
    found = figure(*readings, rule=rule)
    assert ends(found) == low_best_high
    assert found.rule == f"range_over_origins, best: {rule_set(rule).shown}"


def test_who_says_how_it_was_documented_is_closest():
    readings = [told("a", killed(14), who=("SCD",)), told("b", killed(12), who=("HRW",), modality=DOCUMENTED)]
    assert figure(*readings).best == 12


def test_among_equally_close_origins_the_latest_counts():
    readings = [
        told("a", killed(14), who=("SCD",), published="2021-03-05"),
        told("b", killed(17), who=("SOHR",), published="2021-03-08"),
        told("c", killed(11), who=("HRW",), published="2021-03-19"),
    ]
    assert ends(figure(*readings)) == (11, 17, 17)
    assert figure(*readings, rule="ucdp").best == 14


def test_of_one_day_the_middle_one_counts_the_lower_of_two():
    assert rule_set().best(said(11, 16, 12, closeness=2, day=date(2021, 3, 5))) == 12
    assert rule_set().best(said(11, 16, closeness=2, day=date(2021, 3, 5))) == 11


def test_nobody_named_is_set_aside_where_only_credible_figures_count():
    readings = [told("a", killed(14), who=("SCD",)), told("b", killed(3), who=("UNNAMED_REPORTS",))]
    found = figure(*readings, rule="conservative")
    assert ends(found) == (14, 14, 14)
    assert found.rule == "single_origin_exact"
    assert found.set_aside[0].reason == "said by nobody named; `conservative` counts who is named"
    assert ends(figure(*readings)) == (3, 14, 14)


def test_nobody_named_counts_where_there_is_nobody_else():
    only = told("b", killed(3), who=("UNNAMED_REPORTS",))
    assert ends(figure(only, rule="conservative")) == (3, 3, 3)


def test_a_minimum_leaves_strict_ends_open_and_is_closed_by_another_where_numbers_said_span_the_range():
    readings = [told("a", killed(11), who=("SCD",)), told("b", killed(15, AT_LEAST), who=("SOHR",))]
    assert ends(figure(*readings)) == (11, 11, None)
    assert ends(figure(*readings, rule="airwars")) == (11, None, 15)


def test_what_nobody_bounds_stays_open():
    readings = [told("a", killed(11, AT_LEAST), who=("SCD",)), told("b", killed(15, ABOUT), who=("SOHR",))]
    assert ends(figure(*readings, rule="airwars")) == (11, None, None)


def test_the_number_of_most_origins_counts_copies_once():
    readings = [
        told("a", killed(20), who=("WIRE",)),
        told("b", killed(20), who=("WIRE",)),
        told("c", killed(12), who=("SCD",)),
        told("d", killed(12), who=("HRW",)),
    ]
    found = figure(*readings, rule="majority", prints=("a", "b"))
    assert (found.best, len(found.claims)) == (12, 3)


def test_a_report_in_its_own_words_is_no_voice_beside_the_one_it_names():
    own = told("d", killed(3), who=("DAILY",), publisher="DAILY")
    named = told("d", killed(5), who=("SCD", "DAILY"), publisher="DAILY")
    both = figure(_joined(own, named))
    assert ends(both) == (5, 5, 5)
    assert both.rule == "largest_of_report"
    assert figure(own).best == 3


def _joined(*readings):
    """Several readings of one document put together as one."""
    from dataclasses import replace

    texts, claims, at = [], [], 0
    for n, r in enumerate(readings):
        claims += [replace(c, id=f"{c.id}{n}", start=c.start + at, end=c.end + at) for c in r.claims]
        texts.append(r.document.text)
        at += len(r.document.text) + 1
    first = readings[0]
    return replace(first, document=replace(first.document, text=" ".join(texts)), claims=tuple(claims))


def test_the_day_of_the_made_reports_is_the_day_after_the_strike():
    assert told("a", killed(1)).document.published.day == date.fromisoformat(DAY)


@pytest.mark.parametrize("rule", ["latest", "majority"])
def test_nobody_named_takes_back_nothing_that_another_report_says(rule):
    readings = [
        told("a", killed(7, AT_LEAST), who=("UNKNOWN_PUBLISHER",)),
        told("b", killed(4), who=("UNKNOWN_PUBLISHER",), published="2021-03-06"),
    ]
    found = figure(*readings, rule=rule)
    assert ends(found) == (4, 4, None)
    assert found.rule.startswith("range_over_reports")
    assert set(found.claims) == {"a-0", "b-0"}
    assert not found.set_aside


def test_one_report_that_names_nobody_is_one_voice():
    found = figure(told("a", killed(7), killed(9), who=("UNKNOWN_PUBLISHER",)))
    assert ends(found) == (9, 9, 9)
    assert found.rule == "largest_of_report"


def test_nobody_named_is_one_of_the_origins_for_most():
    given = said(4, 4, 9, 9, 9)
    given = [replace(s, voice="nobody") if s.value == 9 else s for s in given]
    assert rule_set("majority").best(given) == 4


@pytest.mark.parametrize("near", ["Korve Mill Hospital", "surgeon at Korve", "three witnesses"])
def test_a_name_not_listed_that_was_at_the_scene_is_nearer_than_a_spokesman(near):
    readings = [told("a", killed(11), who=(near,)), told("b", killed(4), who=("spokesman",))]
    assert figure(*readings).best == 11
