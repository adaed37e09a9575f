"""Sums from columns are those that are made one incident at a time, and exact however many there are."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from link.made import BELEN, HAZAR
from store import listed, made
from witnessmark import pipeline
from witnessmark.model.figure import Figure
from witnessmark.model.grade import Grade
from witnessmark.model.incident import IncidentKind
from witnessmark.model.period import Scope
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.pipeline.tallying import inside, is_accident
from witnessmark.store.sums import (
    ALLEGED,
    EXAMPLES,
    NOBODY,
    RETRACTED,
    TERMS,
    TOTALS,
    UNDATED,
    UNPLACED,
    WITHIN,
    Answers,
)

COUNTRY = Place("Syria", "country", "SYR", precision=PlacePrecision.COUNTRY)
PROVINCE = Place(HAZAR.admin1, "admin1", "SYR", precision=PlacePrecision.ADMIN1)
KINDS = (*[IncidentKind.INCIDENT] * 5, *IncidentKind)
SCOPES = (
    Scope(),
    Scope(date(2031, 3, 1), date(2031, 6, 30)),
    Scope(start=date(2031, 9, 1)),
    Scope(end=date(2031, 4, 1)),
    Scope(place=HAZAR.name),
    Scope(place="Syria"),
    Scope(date(2031, 3, 1), date(2031, 12, 30), HAZAR.admin1, "north"),
    Scope(party="south"),
    Scope(place="Nowhere at all"),
)


def figure(random, measure, group):
    low = random.choice([None, random.randrange(5), 3])
    return Figure(
        measure,
        group,
        low,
        random.choice([None, 5, 2**60]),
        random.choice([None, 9, 9, 9, 2**61]),
        "latest",
        (),
    )


def incidents(readings):
    random = Random(11)  # noqa: S311  (incidents, not a secret)
    every = listed.incidents(readings)
    for n, one in enumerate(every):
        measured = random.sample([("killed", None), ("killed", "child"), ("injured", "child")], 2)
        yield replace(
            one,
            kind=random.choice(KINDS),
            place=random.choice([None, HAZAR, BELEN, COUNTRY, PROVINCE]),
            date=random.choice([one.date, one.date, (one.date[0], None), (None, one.date[1])]),
            method=random.choice([(), ("shelling",), ("accidental_shooting", "shelling")]),
            grade=Grade((), ("retracted",) if random.random() < 0.1 else ()),
            figures=tuple(figure(random, *m) for m in measured),
            members=(every[n - 1].id,) if random.random() < 0.1 else (),
        )


@pytest.fixture
def told(case):
    readings = [listed.reading(i) for i in range(90)]
    for r in readings:
        case.record(r)
    every = list(incidents(readings))
    case.replace_links(listed.links(readings, every))
    return case, readings, every


def tally(case, scope):
    return case.tally(scope, Answers(lambda places: inside(scope, places), is_accident))


REASONS = {
    ALLEGED: "an allegation", RETRACTED: "retracted", WITHIN: "counted in", UNDATED: "its date",
    UNPLACED: "its place", NOBODY: "it is attributed to nobody",
}  # fmt: skip


def same(case, every, scope):
    expected, found = pipeline.period(every, scope), tally(case, scope).found
    sums = {(s.measure, s.group): (s.low, s.best, s.high, s.incidents, s.certain) for s in found.sums}
    assert sums == {
        (f.measure, f.group): (f.low, f.best, f.high, len(p.shares), sum(s.certain for s in p.shares))
        for p in expected.figures
        for f in [p.figure]
    }
    assert found.counted == len(expected.incidents)
    assert found.totals[0] == len(expected.totals)
    began = {
        reason: sum(left.reason.startswith(words) for left in expected.left_out)
        for reason, words in REASONS.items()
    }
    assert {reason: number for reason, number, _ in found.left} == +Counter(began)


@pytest.mark.parametrize("scope", SCOPES)
def test_sums_of_columns_are_those_of_incidents(told, scope):
    case, _, every = told
    same(case, every, scope)


def test_sums_follow_the_views(told):
    case, readings, every = told
    changed = [replace(i, figures=(Figure("killed", None, 7, 7, 7, "latest", ()),)) for i in every[80:]]
    case.renew_links(listed.links(readings[80:], changed))
    same(case, [*every[:80], *changed], Scope())
    assert case.verify() == []


def test_what_is_named_of_many_is_bounded_and_what_is_added_is_not(case):
    readings = [listed.reading(0)]
    case.record(readings[0])
    (one,) = made.views(readings)[1]
    many = [
        replace(
            one, id=f"{n:064x}", figures=(Figure("killed", None, 1, 2, 3, "latest", ()),),
            kind=(IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION)[n % 3],
        )
        for n in range(3000)
    ]  # fmt: skip
    case.replace_links(listed.links(readings, many))
    found = tally(case, Scope())
    (killed,) = found.found.sums
    assert (killed.low, killed.best, killed.high, killed.incidents, killed.terms) == (
        1000,
        2000,
        3000,
        1000,
        (),
    )
    ((_, left, some),) = found.found.left
    assert (left, len(some), found.found.totals[0]) == (1000, EXAMPLES, 1000)
    assert len(found.incidents) == EXAMPLES + TOTALS
    assert TERMS < 1000


def test_incidents_without_any_figure_add_up_to_nothing(case):
    readings, every = listed.fill(case, 6)
    case.replace_links(listed.links(readings, [replace(i, figures=()) for i in every]))
    found = case.tally(Scope(), Answers(lambda places: inside(Scope(), places), is_accident))
    assert found.found.sums == ()
