from dataclasses import replace
from datetime import date, timedelta

import pytest

from sites.sited import DAY, NORTH_100_M, SPOT, incident, register, sent, site, stay, step
from witnessmark.model.notification import Step, Transmitted
from witnessmark.model.site_check import SiteResult
from witnessmark.sites import check, usual_options

JAN, FEB, MAR = date(2031, 1, 1), date(2031, 2, 1), date(2031, 3, 1)
LATER = DAY + timedelta(days=20)


def checked(known, struck=None, **options):
    (done,) = check([struck or incident()], known, replace(usual_options(), **options))
    return done


def off(metres):
    return SPOT[0] + NORTH_100_M * metres / 100, SPOT[1]


CASES = {
    "told": ([step(Step.TRANSMITTED, FEB)], SiteResult.BEFORE_TO_ATTRIBUTED),
    "acknowledged, nobody noted the sending": (
        [step(Step.ACKNOWLEDGED, FEB)], SiteResult.BEFORE_TO_ATTRIBUTED,
    ),
    "only handed in": ([], SiteResult.PENDING),
    "only the intermediary": ([step(Step.RECEIVED, FEB)], SiteResult.PENDING),
    "told later": ([step(Step.TRANSMITTED, LATER)], SiteResult.PENDING),
    "withdrawn": ([step(Step.TRANSMITTED, FEB), step(Step.WITHDRAWN, MAR)], SiteResult.WITHDRAWN),
    "withdrawn later": (
        [step(Step.TRANSMITTED, FEB), step(Step.WITHDRAWN, LATER)], SiteResult.BEFORE_TO_ATTRIBUTED,
    ),
    "suspended": ([step(Step.TRANSMITTED, FEB), step(Step.SUSPENDED, MAR)], SiteResult.WITHDRAWN),
    "suspended and told anew": (
        [step(Step.TRANSMITTED, JAN), step(Step.SUSPENDED, FEB), step(Step.TRANSMITTED, MAR)],
        SiteResult.BEFORE_TO_ATTRIBUTED,
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_had_been_sent_until_the_day_before(case):
    steps, wanted = CASES[case]
    done = checked(register(sent=(sent(),), steps=tuple(steps)))
    assert done.result is wanted
    assert done.matches[0].by_party == (("RUS_GOV", wanted),)


def test_another_party_told_is_not_the_attributed_one():
    known = register(sent=(sent("TUR_GOV"),), steps=(step(Step.TRANSMITTED, FEB, "TUR_GOV"),))
    assert checked(known).result is SiteResult.BEFORE_TO_OTHER
    assert checked(known, incident(by=())).result is SiteResult.BEFORE_TO_OTHER
    assert "the attack is attributed to nobody" in checked(known, incident(by=())).reasons


def test_telling_a_backer_is_not_telling_the_party():
    known = register(sent=(sent("IRN_GOV"),), steps=(step(Step.TRANSMITTED, FEB, "IRN_GOV"),))
    done = checked(known, incident(by=("HOUTHIS",)))
    assert done.result is SiteResult.BEFORE_TO_OTHER
    assert any("not known to be telling the other" in r for r in done.reasons)


def test_of_several_attributed_parties_each_has_its_result():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known, incident(by=("SYR_GOV", "RUS_GOV")))
    assert done.result is SiteResult.BEFORE_TO_ATTRIBUTED
    assert dict(done.matches[0].by_party)["SYR_GOV"] is SiteResult.BEFORE_TO_OTHER
    assert SiteResult.BEFORE_TO_OTHER in done.could_be


def test_a_site_told_of_only_after_it_was_hit():
    known = register(sent=(sent(day=LATER),), steps=(step(Step.TRANSMITTED, LATER),))
    assert checked(known).result is SiteResult.AFTER


def test_on_the_very_day_it_may_have_been_before():
    known = register(sent=(sent(day=DAY),), steps=(step(Step.TRANSMITTED, DAY),))
    done = checked(known)
    assert done.result is SiteResult.AFTER
    assert SiteResult.BEFORE_TO_ATTRIBUTED in done.could_be


def test_days_that_are_open_leave_results_open():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB), step(Step.WITHDRAWN, MAR)))
    done = checked(known, incident(days=(JAN + timedelta(days=3), DAY)))
    assert done.result is SiteResult.PENDING
    assert {SiteResult.BEFORE_TO_ATTRIBUTED, SiteResult.WITHDRAWN} <= set(done.could_be)


def test_an_incident_without_a_day_claims_nothing():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known, incident(days=(None, None)))
    assert done.result is SiteResult.AFTER
    assert SiteResult.BEFORE_TO_ATTRIBUTED in done.could_be
    assert "the day of the incident is not known" in done.reasons
    assert done.matches[0].days is None


@pytest.mark.parametrize(
    ("metres", "wanted"), [(100, SiteResult.BEFORE_TO_ATTRIBUTED), (300, SiteResult.WRONG_COORDINATES)]
)
def test_coordinates_further_off_than_errors_explain(metres, wanted):
    known = register(sent=(sent(at=off(metres)),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known)
    assert done.result is wanted
    assert done.matches[0].offset == pytest.approx(metres, rel=0.01)


def test_an_amendment_puts_coordinates_right():
    right = Transmitted("as sent", "decimal", "WGS 84", *SPOT, None)
    steps = (step(Step.TRANSMITTED, FEB), step(Step.AMENDED, MAR, transmitted=right))
    assert checked(register(sent=(sent(at=off(900)),), steps=steps)).result is SiteResult.BEFORE_TO_ATTRIBUTED


def test_a_site_that_moved_after_it_was_notified_was_notified_elsewhere():
    moved = site("s", stay(off(4_000), end=MAR), stay(start=MAR + timedelta(days=1)))
    known = register(moved, sent=(sent(at=off(4_000)),), steps=(step(Step.TRANSMITTED, FEB),))
    assert checked(known).result is SiteResult.WRONG_COORDINATES


def test_the_better_of_two_notifications_counts():
    first, second = sent(at=off(900)), sent(name="n2", day=FEB)
    steps = (step(Step.TRANSMITTED, FEB), step(Step.TRANSMITTED, MAR, of="n2"))
    assert checked(register(sent=(first, second), steps=steps)).result is SiteResult.BEFORE_TO_ATTRIBUTED


@pytest.mark.parametrize(
    ("more", "wanted"),
    [({"operator": "A society"}, SiteResult.SUPPORTED), ({"supporter": "A fund"}, SiteResult.SUPPORTED),
     ({}, SiteResult.NOT_LISTED)],
)  # fmt: skip
def test_a_site_nobody_was_told_of(more, wanted):
    assert checked(register(site(**more))).result is wanted


def test_told_may_be_taken_as_acknowledged():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    assert checked(known, told_by=Step.ACKNOWLEDGED).result is SiteResult.PENDING


def test_what_was_entered_after_the_incident_is_said():
    late = step(Step.TRANSMITTED, FEB, recorded="2031-08-09T10:00:00Z")
    done = checked(register(sent=(sent(recorded="2031-01-02T10:00:00Z"),), steps=(late,)))
    assert "entered 9 August 2031, after the incident" in done.reasons
    soon = step(Step.TRANSMITTED, FEB, recorded="2031-02-02T10:00:00Z")
    assert not any("entered" in r for r in checked(register(sent=(sent(),), steps=(soon,))).reasons)
