import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.made import HAZAR, claim, count, on, rel, report
from witnessmark.errors import UsageError
from witnessmark.link import link
from witnessmark.model.claim import Modality
from witnessmark.model.count import Qualifier
from witnessmark.reconcile import reconcile

AT_LEAST, ABOUT, ALMOST, VAGUE = Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.ALMOST, Qualifier.VAGUE


LEAD = "The grain market of Hazar was hit on Thursday night, traders and neighbours said."


def told(doc, *counts, who=("RESCUERS",), published="2021-03-05", relations=(), **more):
    """A report that gives `counts` for one strike on Hazar, one sentence each."""
    quotes = [f"Count {n}: {c.measure} {c.verbatim} {c.group or ''}." for n, c in enumerate(counts)]
    claims = [
        claim(f"{doc}-{n}", quote, who=who, at=HAZAR, when=on("2021-03-04"), n=c, **more)
        for n, (quote, c) in enumerate(zip(quotes, counts, strict=True))
    ]
    return report(doc, " ".join([LEAD, *quotes]), claims, relations, published=published)


def killed(value, qualifier=Qualifier.EXACTLY, group="civilian", **bounds):
    return count("killed", value, group, qualifier, **bounds)


def figures(*readings, rule="default"):
    found = reconcile(link(list(readings)), list(readings), rule)
    return {(f.measure, f.group): f for i in found for f in i.figures}


def ends(figure):
    return (figure.low, figure.best, figure.high)


@pytest.mark.parametrize(
    ("counted", "low_best_high", "rule"),
    [
        (killed(11), (11, 11, 11), "single_origin_exact"),
        (killed(2, AT_LEAST), (2, 2, None), "single_origin_bounds"),
        (killed(500, ABOUT), (None, 500, None), "single_origin_bounds"),
        (killed(None, VAGUE, low=100), (100, None, None), "single_origin_vague"),
    ],
)
def test_one_voice_gives_its_words_own_bounds(counted, low_best_high, rule):
    figure = figures(told("a", counted))["killed", "civilian"]
    assert ends(figure) == low_best_high
    assert figure.rule == rule
    assert figure.claims == ("a-0",)


def test_a_figure_said_twice_does_not_double():
    figure = figures(told("a", killed(11)), told("b", killed(11)))["killed", "civilian"]
    assert ends(figure) == (11, 11, 11)
    assert [s.claim for s in figure.set_aside] == ["b-0"]
    assert figure.set_aside[0].reason == "copy of a-0"


def test_one_figure_in_two_wordings_keeps_the_wider_bounds():
    relations = [rel("restates", "a-1", "a-0")]
    figure = figures(told("a", killed(500, ABOUT), killed(500, ALMOST, high=499), relations=relations))
    assert ends(figure["killed", "civilian"]) == (None, 500, None)
    assert figure["killed", "civilian"].rule == "restated_bounds"


def test_a_rising_toll_of_one_voice_counts_at_its_latest():
    first, then = told("a", killed(11)), told("b", killed(16), published="2021-03-08")
    figure = figures(first, then)["killed", "civilian"]
    assert ends(figure) == (16, 16, 16)
    assert figure.rule == "latest_of_origin"
    assert "superseded by b-0" in figure.set_aside[0].reason


def test_a_part_in_one_print_is_a_part_in_its_copy():
    total, part = killed(18), killed(7)
    first = told("a", total, part, relations=[rel("subset_of", "a-1", "a-0")])
    figure = figures(first, told("b", total, part, published="2021-03-09"))["killed", "civilian"]
    assert ends(figure) == (18, 18, 18)
    assert {s.claim for s in figure.set_aside} == {"a-1", "b-0", "b-1"}


def test_a_headline_without_its_source_adds_no_voice():
    text = "108 civilians killed. The monitor says at least 108 civilians were killed."
    same = {"at": HAZAR, "when": on("2021-03-04")}
    claims = [
        claim("h", "108 civilians killed", who=("DAILY",), n=killed(108), **same),
        claim("m", "at least 108 civilians", who=("SNHR", "DAILY"), n=killed(108, AT_LEAST), **same),
    ]
    figure = figures(report("d", text, claims, publisher="DAILY"))["killed", "civilian"]
    assert ends(figure) == (108, 108, None)
    assert figure.claims == ("m",)


def test_a_print_that_leaves_out_what_was_counted_goes_to_the_full_row():
    counts = (count("attacks", 82, "school"), count("attacks", 82))
    found = figures(told("a", *counts, relations=[rel("restates", "a-1", "a-0")]))
    assert set(found) == {("attacks", "school")}


def test_independent_voices_span_a_range_and_are_never_added():
    readings = [
        told("a", killed(11), who=("RESCUERS",)),
        told("b", killed(16), who=("SNHR",)),
        told("c", killed(12), who=("SOHR",)),
    ]
    assert ends(figures(*readings)["killed", "civilian"]) == (11, 12, 16)
    assert ends(figures(*readings, rule="conservative")["killed", "civilian"]) == (11, 11, 16)
    assert "range_over_origins" in figures(*readings)["killed", "civilian"].rule


def test_a_minimum_of_one_voice_leaves_the_range_open():
    figure = figures(told("a", killed(11)), told("b", killed(9, AT_LEAST), who=("SNHR",)))
    assert ends(figure["killed", "civilian"]) == (9, 9, None)


def test_the_largest_figure_of_one_report_stands_for_its_total():
    figure = figures(told("a", killed(4), killed(9)))["killed", "civilian"]
    assert (figure.best, figure.rule) == (9, "largest_of_report")
    assert "may be a part" in figure.set_aside[0].reason


def test_other_groups_and_measures_have_rows_of_their_own():
    found = figures(told("a", killed(11), killed(4, group="child"), count("injured", 30, "civilian")))
    assert set(found) == {("killed", "civilian"), ("killed", "child"), ("injured", "civilian")}


def test_what_is_denied_or_threatened_is_set_aside():
    found = figures(told("a", killed(11)), told("b", killed(16), who=("ARMY_N",), modality=Modality.DENIED))
    figure = found["killed", "civilian"]
    assert ends(figure) == (11, 11, 11)
    assert figure.set_aside[0].reason == "not asserted: denied"


def test_an_unknown_rule_names_the_ones_there_are():
    with pytest.raises(UsageError, match="airwars, conservative, latest, majority, ucdp"):
        figures(told("a", killed(1)), rule="best guess")


voices = st.lists(st.integers(min_value=0, max_value=5000), min_size=1, max_size=5)


@settings(max_examples=25, deadline=None)
@given(voices)
def test_the_best_value_lies_within_exact_figures_and_is_one_of_them(values):
    readings = [told(f"d{n}", killed(v), who=(f"GROUP_{n}",)) for n, v in enumerate(values)]
    found = reconcile(link(readings), readings)
    for incident in found:
        for figure in incident.figures:
            assert figure.low <= figure.best <= figure.high
            assert figure.best in values
    claims = {c for i in found for f in i.figures for c in (*f.claims, *(s.claim for s in f.set_aside))}
    assert claims == {f"d{n}-0" for n in range(len(values))}
