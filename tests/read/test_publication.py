from datetime import date

import pytest

from witnessmark.model.document import PublishedHow, ZoneKind
from witnessmark.read import zones
from witnessmark.read.publication import published, publisher
from witnessmark.read.stamps import stamps

TODAY = date(2024, 6, 1)
LEAD = (
    "Two shells hit the market in the town of Velmora on Tuesday morning, killing at least four people "
    "and wounding eleven others, the civil protection service said."
)


def stated(text):
    return published(text, zones(text), None, None, TODAY)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-05-06", date(2018, 5, 6)),
        ("2018/5/6", date(2018, 5, 6)),
        ("6 May 2018", date(2018, 5, 6)),
        ("6th of May, 2018", date(2018, 5, 6)),
        ("May 6, 2018", date(2018, 5, 6)),
        ("May 62018", date(2018, 5, 6)),
        ("May 162018", date(2018, 5, 16)),
        ("Sept. 6, 2018", date(2018, 9, 6)),
        ("25/05/2018", date(2018, 5, 25)),
        ("5/25/2018", date(2018, 5, 25)),
        ("6 de mayo de 2018", date(2018, 5, 6)),
        ("6 мая 2018", date(2018, 5, 6)),
        ("٦ أيار ٢٠١٨", date(2018, 5, 6)),
        ("6 كانون الثاني 2018", date(2018, 1, 6)),
    ],
)
def test_explicit_dates(written, day):
    (stamp,) = stamps(f"{written} 10:30")
    assert (stamp.low, stamp.high) == (day, day)


@pytest.mark.parametrize(
    "written", ["31/02/2018", "6 May", "version 1.2.2018.4", "32 May 2018", "13/13/2018", "May 16201"]
)
def test_what_is_no_full_date(written):
    assert list(stamps(written)) == []


def test_day_and_month_that_may_be_swapped_are_bounds():
    found = stated(f"05/06/2018\n\nHeadline of it\n\n{LEAD}")
    assert found.day is None
    assert (found.low, found.high) == (date(2018, 5, 6), date(2018, 6, 5))
    assert found.how is PublishedHow.STATED


def test_the_label_published_goes_before_updated():
    text = f"Updated: Saturday, May 12, 2018 @ 6:59 PM\n\nPublished: Sunday, May 6, 2018 @ 2:13 PM\n\n{LEAD}"
    assert stated(text).day == date(2018, 5, 6)


@pytest.mark.parametrize(
    "opening",
    [
        "PELL, May 6, 2018 (Harbour News) — ",
        "PELL, 6 MAY 18 -- [TEXT] ",
        "Pell, 6 May 2018 - ",
        "(PELL, 6 May 2018) \u2013 ",
    ],
)
def test_wire_datelines_date_the_report_and_stay_body(opening):
    text = opening + LEAD
    assert stated(text).day == date(2018, 5, 6)
    assert [z.zone for z in zones(text)] == ["body"]


@pytest.mark.parametrize(
    "line", ["The Harbour Post, 4 May 2020", "Velmora Evening News | 4 May 2020", "HPA - May 4, 2020"]
)
def test_who_prints_it_and_when_right_under_the_title_dates_the_report(line):
    text = f"Toll of the market shelling rises\n{line}\n{LEAD}"
    assert stated(text).day == date(2020, 5, 4)
    assert zones(text)[1].zone is ZoneKind.DATELINE_METADATA


@pytest.mark.parametrize(
    "line", ["What we know of the shelling of 4 May 2020", "The Harbour Post, since 4 May 2020"]
)
def test_a_line_under_the_title_that_says_more_does_not_date_it(line):
    assert stated(f"Toll of the market shelling rises\n{line}\n{LEAD}").day is None


def test_a_date_told_in_the_report_does_not_date_it():
    told = f"{LEAD} The same market was hit on 6 May 2018 — the worst day of the war."
    assert stated(told).how is PublishedHow.UNKNOWN
    related = f"Headline of it\n\n{LEAD}\n\nRelated articles\n\nMarket hit, 6 May 2018"
    assert stated(related).how is PublishedHow.UNKNOWN


def test_crawler_date_with_its_evidence():
    found = stated(f" date 2018-05-06 {LEAD}")
    assert (found.day, found.how) == (date(2018, 5, 6), PublishedHow.STATED)
    assert "date 2018-05-06" in found.evidence


@pytest.mark.parametrize(
    ("furniture", "name"),
    [
        ("(Source: Velmora Council\u2019s Press Office)", "Velmora Council\u2019s Press Office"),
        ("(Source: Harbour News)", None),
        ("© 2018 Harbour Post. All rights reserved.", "Harbour Post"),
        ("Copyright 2018 by Harbour Post - All rights reserved.", "Harbour Post"),
        (
            "Subscribe to The Harbour Post\nSign up for The Harbour Post's free newsletters",
            "The Harbour Post",
        ),
        ("Subscribe to Updates", None),
        ("", None),
    ],
)
def test_publisher_by_its_own_words(furniture, name):
    text = f"Headline of it\n\n{LEAD}\n\n{LEAD}\n{furniture}"
    assert publisher(text, zones(text)) == name
