from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.made import BELEN, HAZAR, ORDA
from witnessmark.model.figure import Figure
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.period import Scope
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.reconcile import period

COUNTRY = Place("Syria", "country", "SYR", precision=PlacePrecision.COUNTRY)
MARCH = Scope(date(2021, 3, 1), date(2021, 3, 31))


def dead(low, best, high, name="killed", group="civilian"):
    return Figure(name, group, low, best, high, "single_origin_exact", (f"claim of {low} {best} {high}",))


def event(id_, *figures, days=("2021-03-04", "2021-03-04"), place=HAZAR, kind="incident", **more):
    when = tuple(date.fromisoformat(d) if d else None for d in days)
    fields = {"attributed_to": (), "grade": Grade(), **more}
    return Incident(
        id=id_, kind=IncidentKind(kind), claims=(), documents=(), date=when, place=place, method=(),
        weapon=(), target=(), figures=figures, origins=(), publications=1, **fields,
    )  # fmt: skip


def summed(incidents, scope=MARCH):
    found = period(incidents, scope)
    return {(f.figure.measure, f.figure.group): f.figure for f in found.figures}


def ends(figure):
    return (figure.low, figure.best, figure.high)


def test_single_incidents_are_added_and_the_sum_says_so():
    figure = summed([event("a", dead(11, 11, 11)), event("b", dead(2, 2, None)), event("c", dead(4, 5, 9))])
    figure = figure["killed", "civilian"]
    assert ends(figure) == (17, 18, None)
    assert figure.rule == "sum over incidents (11 + 2 + 5)"
    assert len(figure.claims) == 3


def test_totals_stand_beside_and_are_never_added():
    total = event("t", dead(108, 108, None), kind="aggregate", days=("2021-02-01", None), members=("a",))
    found = period([event("a", dead(11, 11, 11)), total], MARCH)
    assert ends(found.figures[0].figure) == (11, 11, 11)
    assert found.totals == ("t",)


def test_an_incident_that_may_lie_outside_is_in_the_upper_end_only():
    across = event("b", dead(5, 5, 5), days=("2021-02-26", "2021-03-02"))
    assert ends(summed([event("a", dead(11, 11, 11)), across])["killed", "civilian"]) == (11, 11, 16)


def test_what_may_be_an_accident_is_in_the_upper_end_only():
    shot = replace(event("b", dead(5, 5, 5)), method=("accidental_shooting", "shooting"))
    assert ends(summed([event("a", dead(11, 11, 11)), shot])["killed", "civilian"]) == (11, 11, 16)


def test_before_and_after_is_outside():
    before = event("b", dead(5, 5, 5), days=("2021-02-26", "2021-02-26"))
    after = event("c", dead(5, 5, 5), days=("2021-04-01", None))
    assert period([before, after], MARCH).incidents == ()


@pytest.mark.parametrize(
    ("incident", "reason"),
    [
        (event("b", dead(5, 5, 5), days=(None, None)), "its date is not known"),
        (
            event("b", dead(5, 5, 5), kind="allegation"),
            "an allegation that its own source calls not verified",
        ),
        (event("b", dead(5, 5, 5), grade=Grade(flags=("retracted",))), "retracted"),
    ],
)
def test_what_is_left_out_is_named_with_its_reason(incident, reason):
    found = period([event("a", dead(11, 11, 11)), incident], MARCH)
    assert ends(found.figures[0].figure) == (11, 11, 11)
    assert [(o.incident, o.reason) for o in found.left_out] == [("b", reason)]


def test_an_incident_told_within_another_is_counted_there():
    whole = event("a", dead(11, 11, 11), members=("b",))
    found = period([whole, event("b", dead(4, 4, 4))], MARCH)
    assert ends(found.figures[0].figure) == (11, 11, 11)
    assert found.left_out[0].reason == "counted in a, which it is said to be among"


@pytest.mark.parametrize(
    ("asked", "low_high"), [("hazar", (1, 13)), ("Belen", (2, 14)), ("Orda", (7, 15)), ("Syria", (15, 15))]
)
def test_a_place_holds_what_lies_in_it_and_perhaps_what_is_known_no_better(asked, low_high):
    incidents = [
        event("a", dead(1, 1, 1)),
        event("b", dead(2, 2, 2), place=BELEN),
        event("c", dead(4, 4, 4), place=ORDA),
        event("d", dead(8, 8, 8), place=COUNTRY),
    ]
    figure = summed(incidents, Scope(place=asked))["killed", "civilian"]
    assert (figure.low, figure.high) == low_high


def test_a_party_is_asked_for_by_who_is_said_to_have_done_it():
    theirs = event("a", dead(1, 1, 1), attributed_to=("RUS_GOV",))
    others = event("b", dead(2, 2, 2), attributed_to=("SYR_GOV",))
    found = period([theirs, others, event("c", dead(4, 4, 4))], Scope(party="RUS_GOV"))
    assert found.incidents == ("a",)
    assert found.left_out[0].reason == "it is attributed to nobody"


def test_a_vague_figure_adds_its_lower_bound_and_opens_the_end():
    figure = summed([event("a", dead(11, 11, 11)), event("b", dead(20, None, None))])["killed", "civilian"]
    assert ends(figure) == (31, 31, None)
    assert figure.rule == "sum over incidents (11 + at least 20)"


exact = st.lists(st.integers(0, 500), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(exact, st.randoms())
def test_order_never_matters_and_bounds_stay_in_order(values, chance):
    incidents = [event(f"e{n}", dead(v, v, v)) for n, v in enumerate(values)]
    across = event("x", dead(3, 3, 3), days=("2021-02-26", "2021-03-02"))
    shuffled = [*incidents, across]
    chance.shuffle(shuffled)
    assert period(shuffled, MARCH) == period([*incidents, across], MARCH)
    figure = summed(shuffled)["killed", "civilian"]
    assert ends(figure) == (sum(values), sum(values), sum(values) + 3)


def test_other_groups_and_measures_are_sums_of_their_own():
    both = event("a", dead(11, 11, 11), dead(4, 4, 4, group="child"), dead(9, 9, 9, name="injured"))
    assert set(summed([both, replace(both, id="b")])) == {
        ("killed", "civilian"),
        ("killed", "child"),
        ("injured", "civilian"),
    }
