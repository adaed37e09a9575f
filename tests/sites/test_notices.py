"""Which steps can have happened, in days of whoever noted them."""

from datetime import UTC, date, datetime

import pytest

from sites.sited import register, sent, step
from witnessmark.errors import UsageError
from witnessmark.model.notification import Step
from witnessmark.sites.notices import Told, check_step, of_package

NOON = datetime(2031, 5, 10, 12, tzinfo=UTC)


def check(day, now=NOON, steps=()):
    told = sent(day=date(2031, 5, 1))
    check_step(register(sent=(told,), steps=steps), Told(Step.ACKNOWLEDGED, day), [told], now)


@pytest.mark.parametrize("day", [date(2031, 4, 30), date(2031, 5, 1), date(2031, 5, 10), date(2031, 5, 11)])
def test_a_step_may_be_of_a_day_that_it_was_somewhere(day):
    check(day)


@pytest.mark.parametrize(
    ("day", "now", "said"),
    [
        (date(2031, 4, 29), NOON, "is before"),
        (date(2031, 5, 12), NOON, "still to come"),
        (date(2031, 5, 11), datetime(2031, 5, 10, 9, 59, tzinfo=UTC), "still to come"),
    ],
)
def test_a_step_of_a_day_that_it_was_nowhere_is_refused(day, now, said):
    with pytest.raises(UsageError, match=said):
        check(day, now)


def test_nothing_happens_to_what_was_withdrawn():
    with pytest.raises(UsageError, match="was withdrawn"):
        check(date(2031, 5, 9), steps=(step(Step.WITHDRAWN, date(2031, 5, 8)),))


def test_a_package_speaks_of_what_it_made_amends_or_withdraws():
    first, other = sent(package="p1"), sent("TUR_GOV", package="p1")
    known = register(sent=(first, other), steps=(step(Step.AMENDED, date(2031, 5, 8), document="p2"),))
    assert of_package(known, "p1") == [first, other]
    assert of_package(known, "p2") == [first]
    assert of_package(known, "p3") == []
