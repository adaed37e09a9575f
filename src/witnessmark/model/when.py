"""Time: intervals of days with a precision and the method that found them. Unknown stays unknown."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class TimePrecision(StrEnum):
    """How narrow an interval is and why (domain 3.6)."""

    MINUTE = "minute"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    RANGE_DAYS = "range_days"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    MULTI_MONTH = "multi_month"
    SEASON = "season"
    YEAR = "year"
    PART_OF_YEAR = "part_of_year"
    DECADE = "decade"
    RELATIVE_DAYS = "relative_days"
    RELATIVE_WEEKS = "relative_weeks"
    RELATIVE_MONTHS = "relative_months"
    RELATIVE_YEAR = "relative_year"
    OPEN_SINCE_DAY = "open_since_day"
    OPEN_SINCE_MONTH = "open_since_month"
    OPEN_SINCE_PART_OF_MONTH = "open_since_part_of_month"
    OPEN_SINCE_YEAR = "open_since_year"
    DURATION = "duration"  # a length of time, no place on the calendar
    SET = "set"  # "every Friday"
    UNRESOLVED = "unresolved"  # candidates are kept, none is chosen
    UNKNOWN = "unknown"


class TimexType(StrEnum):
    """TIMEX3 types (TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


# The method of a weekday that nothing but the publication date says the week of.
NEAREST_WEEKDAY = "latest on or before publication"


# How the method of a time begins that is counted from a time told before it; what is counted follows.
NARRATIVE = "narrative: "


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression `text[start:end] == quote` and the interval of days it means.

    `parts` are the times a range names, each inside its span: "March" and "May" of "from March to May".
    """

    doc: str
    start: int
    end: int
    quote: str
    value_start: date | None
    value_end: date | None
    precision: TimePrecision
    type: TimexType
    value: str
    method: str
    candidates: tuple[date, ...] = ()
    parts: "tuple[Timex, ...]" = ()

    @property
    def hours_on(self) -> bool:
        """Whether it is some hours or minutes from a time told before ("two hours later")."""
        return self.method.startswith(f"{NARRATIVE}PT")


def days_on(day: date, days: int) -> date:
    """The day so many days after another, or before it; the first or last of the calendar where it ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def mentioned(timex: Timex) -> tuple[Timex, ...]:
    """A time expression and, behind a range, the times it names: one value for each."""
    return (replace(timex, parts=()), *timex.parts) if timex.parts else (timex,)


# How the method of a time begins that a claim has from the text around it.
_INHERITED = "inherited"


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim: first and last day; either may be unknown."""

    verbatim: str | None
    start: date | None
    end: date | None
    precision: TimePrecision
    method: str

    @property
    def inherited(self) -> bool:
        """Whether the claim has it from the text around it."""
        return self.method.startswith(_INHERITED)

    def handed_on(self) -> "When":
        """The same time for a claim that has it from the text around it."""
        return self if self.inherited else replace(self, method=f"{_INHERITED}; {self.method}")
