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


def test_a_strike_of_no_known_first_day_was_not_after_what_was_told_before_its_last():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known, incident(days=(None, DAY)))
    assert done.result is SiteResult.NO_REGISTER
    assert "the first day on which it may have been is not known" in done.reasons
    since = checked(known, incident(days=(DAY, None)))
    assert since.result is SiteResult.BEFORE_TO_ATTRIBUTED
    assert "the last day on which it may have been is not known" in since.reasons


def test_days_that_are_open_leave_results_open():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB), step(Step.WITHDRAWN, MAR)))
    done = checked(known, incident(days=(JAN + timedelta(days=3), DAY)))
    assert done.result is SiteResult.PENDING
    assert {SiteResult.BEFORE_TO_ATTRIBUTED, SiteResult.WITHDRAWN} <= set(done.could_be)


def test_an_incident_without_a_day_claims_nothing():
    known = register(sent=(sent(),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known, incident(days=(None, None)))
    assert done.result is SiteResult.NO_REGISTER
    assert {SiteResult.AFTER, SiteResult.PENDING, SiteResult.BEFORE_TO_ATTRIBUTED} <= set(done.could_be)
    assert "the day of the incident is not known" in done.reasons


def test_without_a_day_what_holds_on_every_day_holds():
    done = checked(register(site(operator="A society")), incident(days=(None, None)))
    assert (done.result, done.matches[0].days) == (SiteResult.SUPPORTED, None)


def test_a_site_that_stood_on_some_of_the_days_only_may_not_have_been_there():
    begun = register(site("s", stay(start=DAY), operator="A society"))
    done = checked(begun, incident(days=(DAY - timedelta(days=5), DAY)))
    assert (done.result, SiteResult.NOT_LISTED in done.could_be) == (SiteResult.SUPPORTED, True)
    assert any("some of the days" in r for r in done.matches[0].of_site)
    on_its_last_day = register(site("s", stay(end=DAY), operator="A society"))
    assert checked(on_its_last_day).could_be == ()


@pytest.mark.parametrize(
    ("metres", "wanted"), [(100, SiteResult.BEFORE_TO_ATTRIBUTED), (300, SiteResult.WRONG_COORDINATES)]
)
def test_coordinates_further_off_than_errors_explain(metres, wanted):
    known = register(sent=(sent(at=off(metres)),), steps=(step(Step.TRANSMITTED, FEB),))
    done = checked(known)
    assert done.result is wanted
    assert done.matches[0].offset == pytest.approx(metres, rel=0.01)


RIGHT, WRONG = (Transmitted("as sent", "decimal", "WGS 84", *at, None) for at in (SPOT, off(900)))
APRIL = date(2031, 4, 1)


CORRECTED = step(Step.AMENDED, MAR, transmitted=RIGHT)
TOLD, STILL_WRONG = SiteResult.BEFORE_TO_ATTRIBUTED, SiteResult.WRONG_COORDINATES


@pytest.mark.parametrize(
    ("steps", "wanted", "waits"),
    [
        ([], STILL_WRONG, True),
        ([step(Step.RECEIVED, APRIL)], STILL_WRONG, True),
        ([step(Step.TRANSMITTED, LATER)], STILL_WRONG, True),
        ([step(Step.TRANSMITTED, MAR)], TOLD, False),
        ([step(Step.ACKNOWLEDGED, APRIL)], TOLD, False),
        ([step(Step.TRANSMITTED, MAR), step(Step.AMENDED, APRIL, transmitted=WRONG)], TOLD, True),
    ],
)
def test_an_amendment_counts_from_when_it_is_passed_on(steps, wanted, waits):
    steps = (step(Step.TRANSMITTED, FEB), CORRECTED, *steps)
    done = checked(register(sent=(sent(at=off(900)),), steps=steps))
    assert done.result is wanted
    assert any("which was not passed on to Russia" in r for r in done.reasons) is waits


def test_who_acknowledged_the_earlier_package_has_what_it_said():
    first = sent(at=off(900), package="first")
    corrected = step(Step.AMENDED, MAR, transmitted=RIGHT, document="second")
    for package, wanted in (("first", STILL_WRONG), ("second", TOLD), (None, TOLD)):
        late = step(Step.ACKNOWLEDGED, APRIL, package=package)
        done = checked(register(sent=(first,), steps=(corrected, late)))
        assert done.result is wanted
        assert any("which was not passed on to Russia" in r for r in done.reasons) is (package == "first")


def test_what_was_amended_before_it_was_first_passed_on_was_passed_on_amended():
    steps = (step(Step.AMENDED, FEB, transmitted=RIGHT), step(Step.TRANSMITTED, MAR))
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


def test_a_later_acknowledgement_does_not_make_an_earlier_entry_late():
    steps = (
        step(Step.TRANSMITTED, FEB, recorded="2031-02-02T10:00:00Z"),
        step(Step.ACKNOWLEDGED, MAR, recorded="2031-08-09T10:00:00Z"),
    )
    known = register(sent=(sent(recorded="2031-01-02T10:00:00Z"),), steps=steps)
    assert not any("entered" in r for r in checked(known).reasons)
    assert any("entered" in r for r in checked(known, told_by=Step.ACKNOWLEDGED).reasons)


def test_of_two_notifications_the_one_told_first_gives_the_days():
    slow, quick = sent(name="slow", day=JAN), sent(name="quick", day=JAN + timedelta(days=9))
    steps = (step(Step.TRANSMITTED, MAR, of="slow"), step(Step.TRANSMITTED, FEB, of="quick"))
    done = checked(register(sent=(slow, quick), steps=steps))
    assert done.matches[0].days == (DAY - FEB).days


def test_withdrawn_and_notified_again_is_told():
    again = sent(name="again", day=MAR)
    steps = (
        step(Step.TRANSMITTED, FEB), step(Step.WITHDRAWN, FEB + timedelta(days=3)),
        step(Step.TRANSMITTED, MAR, of="again"),
    )  # fmt: skip
    assert checked(register(sent=(sent(), again), steps=steps)).result is SiteResult.BEFORE_TO_ATTRIBUTED


def test_what_others_were_told_is_said_beside_the_result_of_the_attributed_party():
    known = register(sent=(sent(), sent("TUR_GOV")), steps=(step(Step.TRANSMITTED, FEB, "TUR_GOV"),))
    done = checked(known)
    assert done.result is SiteResult.PENDING
    assert any(r.startswith("passed on to Turk") for r in done.reasons)
    elsewhere = register(
        sent=(sent("TUR_GOV", at=off(900)),), steps=(step(Step.TRANSMITTED, FEB, "TUR_GOV"),)
    )
    done = checked(elsewhere)
    assert done.result is SiteResult.WRONG_COORDINATES
    assert any(r.startswith("nothing had been handed in for Russia") for r in done.reasons)
