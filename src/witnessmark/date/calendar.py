"""Calendar arithmetic: spans of days, both ends included. Proleptic Gregorian calendar, ISO 8601 weeks."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

# Parts of a month, as the project's reference reads them: early 1-10, mid 11-20, late 21-end.
_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}
# Meteorological seasons of the northern hemisphere: first month; winter belongs to the year it ends in.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# The last day of a stretch that goes on to a publication day nobody knows.
OPEN_END = date.max


class Days(NamedTuple):
    """From the first day to the last."""

    start: date
    end: date


@lru_cache(maxsize=2048)  # months of news; a year's are asked for again and again
def month(year: int, number: int) -> Days:
    """A calendar month. Raises ValueError for a month or year the calendar has not."""
    return Days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year_of(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31))


def part_of(days: Days, part: str) -> Days:
    """The early, mid or late third of a month; of anything longer, the third of its length in days."""
    length = (days.end - days.start).days + 1
    if length <= 31:
        first, last = _PARTS[part]
        return Days(
            days.start + timedelta(min(first, length) - 1), days.start + timedelta(min(last, length) - 1)
        )
    third = length // 3
    at = {"early": 0, "mid": third, "late": length - third}[part]
    return Days(days.start + timedelta(at), days.start + timedelta(at + third - 1))


def season_of(code: str, year: int) -> Days:
    """A season of a year; "winter 2015" begins in December 2015 by usage."""
    first = _SEASONS[code]
    last_year, last = (year, first + 2) if first + 2 <= 12 else (year + 1, first - 10)
    return Days(date(year, first, 1), month(last_year, last).end)


def quarter_of(number: int, year: int) -> Days:
    """A quarter of a calendar year, 1 to 4."""
    return Days(date(year, 3 * number - 2, 1), month(year, 3 * number).end)


def week_of(day: date) -> Days:
    """The ISO week (Monday to Sunday) of a day."""
    start = day - timedelta(day.weekday())
    return Days(start, start + timedelta(6))


def add_months(day: date, months: int) -> date:
    """The same day some months on, or the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, number = divmod(index, 12)
    return date(year, number + 1, min(day.day, monthrange(year, number + 1)[1]))


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by a number of units (D, W, M, Y, DE, CE; Q is three months).

    Raises ValueError or OverflowError beyond the calendar.
    """
    if unit in ("D", "W"):
        return day + timedelta(count * (1 if unit == "D" else 7))
    return add_months(day, count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])


def weekday_before(day: date, weekday: int, *, same_day: bool = True) -> date:
    """The most recent such weekday on (or, without `same_day`, before) a day; Monday is 0."""
    back = (day.weekday() - weekday) % 7
    return day - timedelta(back or (0 if same_day else 7))


def weekday_after(day: date, weekday: int, *, same_day: bool = False) -> date:
    """The next such weekday after (or, with `same_day`, on or after) a day."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(ahead or (0 if same_day else 7))
