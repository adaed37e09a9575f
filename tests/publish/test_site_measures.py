"""Measures are told in words, two figures for attacks and sites, with a warning where one is due."""

from dataclasses import replace
from datetime import date

from witnessmark.model.site_check import SiteCheck, SiteResult
from witnessmark.model.site_measures import (
    Comparison,
    Delay,
    KindMeasures,
    Number,
    OutOfService,
    SiteMeasures,
)  # fmt: skip
from witnessmark.publish import publish
from witnessmark.publish.labels import codebook_labels
from witnessmark.publish.site_measures import measure_sheets

LABELS = codebook_labels()
NONE = Number(0.0, 0, 0, 0)
SCHOOLS = KindMeasures("school", 15, Number(3.4, 2, 5, 3), Number(2.2, 1, 3, 2), ((2, 1),))
WARNING = "too few sites to tell"
FOUND = SiteMeasures(
    likely=0.5,
    coverage=0.48,
    reliability=0.9,
    results=(),
    kinds=(SCHOOLS, KindMeasures("bakery", 4, NONE, NONE, ())),
    delay=Delay(5, 20.0, 31.5, 60.0),
    comparisons=(Comparison("school", 2, 8, 3, 7, 1, 0.23, -0.2, 0.58, WARNING),),
    out_of_service=(OutOfService(date(2021, 3, 1), 2, 3, None, None),),
    statement="",
)


def told() -> str:
    return "\n".join(f"{s.what}: {s.said} {s.warning}" for s in measure_sheets(FOUND, LABELS))


def test_attacks_and_sites_are_two_figures():
    assert "attacks on listed sites: 3.4 expected (2 to 5 in 95 of 100); likelier than not: 3" in told()
    assert "distinct sites hit: 2.2 expected (1 to 3 in 95 of 100); likelier than not: 2 of 15" in told()
    assert "hit more than once: 1 site 2 times" in told()


def test_kinds_that_nothing_hit_stand_in_one_line():
    assert "No incident likely on listed: bakeries or food stores" in told()


def test_a_comparison_has_its_interval_and_its_warning():
    assert "3 of 8 notified, 1 of 7 others\ndifference +23% (-20% to +58%) too few sites to tell" in told()


def test_delays_and_months_are_told():
    assert "31.5 days in the middle, half of them 20 to 60 (5 strikes on notified sites)" in told()
    assert "March 2021: at least 3 (2 incidents)" in told()


def test_what_was_taken_as_given_is_told():
    assert "the register holds 48% of the sites of a kind" in told()
    assert "rightly in 90%" in told()


def test_nothing_measured_is_nothing_told():
    assert measure_sheets(None, LABELS) == ()


def test_the_page_shows_them_where_there_are_checks(dossier):
    assert WARNING not in publish(replace(dossier, measures=FOUND))  # without checks there is no section
    check = SiteCheck("c", dossier.incidents[0].id, SiteResult.NOT_LISTED, (), (), 0, 5000, "v", (), "")
    page = publish(replace(dossier, checks=(check,), measures=FOUND))
    assert WARNING in page
    assert "2.2 expected" in page
