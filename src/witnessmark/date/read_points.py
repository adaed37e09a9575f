"""Readers of points: from the marks of one wording (patterns.POINTS) to days with precision."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from witnessmark.date import beyond, calendar, feasts
from witnessmark.date import wide_points as wide
from witnessmark.date.calendar import Days
from witnessmark.date.language import OVERNIGHT
from witnessmark.date.marks import Marks, first_of, value_of
from witnessmark.date.patterns import ONE_POINT
from witnessmark.date.points import Context, Point, dated, on_weekday, unresolved, yearless
from witnessmark.model.when import TimePrecision, TimexType

NO_SUCH_DAY = "the calendar has no such day"


def read_point(letters: str, found: Marks, context: Context) -> Point | None:
    """The point a whole row of letters words; None where the calendar has no such time."""
    if "<" in letters or ">" in letters:
        letters, found = _fronted(found)
    try:
        return _READERS[_wording(letters)](found, context)
    except (ValueError, OverflowError):
        return None


def _fronted(found: Marks) -> tuple[str, Marks]:
    """Marks with "last" or "next" before what it stands behind, as the readers know them."""
    which = next(m for m in found if m.letter in "<>")
    front = which._replace(letter="L" if which.letter == "<" else "X")
    marks = [front, *(m for m in found if m is not which and m.letter != "e")]
    return "_".join(m.letter for m in marks), marks


@lru_cache(maxsize=4096)  # the same few wordings fill most texts
def _wording(letters: str) -> str:
    return next((name for name, pattern in ONE_POINT if pattern.fullmatch(letters)), "weak")


def _weak(found: Marks, context: Context) -> Point:
    """A month or weekday whose name is also another word, or "Q2", where its surroundings vouch for it."""
    readers = {"I": feasts.hijri_date, "@": wide.share_in_one_word, "w": _weekday}
    return readers.get(found[-1].letter, _month)(found, context)


# Four figures behind a day and its month below this are a slip, or a clock's.
_FIRST_YEAR = 100


def _day(found: Marks, context: Context) -> Point:
    month, number, year = value_of(found, "Mm"), value_of(found, "Nno"), first_of(found, "Y")
    weekday = first_of(found, "Ww")
    if year is not None and year.value < _FIRST_YEAR:
        return unresolved(f"XXXX-{month:02}-{number:02}", "no report is of such a year")
    # 2000 was a leap year: it has every day that any year has
    if _exists(year.value if year else 2000, month, number) is None:
        return unresolved(f"{year.value if year else 'XXXX'}-{month:02}-XX", NO_SUCH_DAY)

    def make(in_year: int) -> Days:
        return Days(*(date(in_year, month, number),) * 2)

    def name(in_year: int | None) -> str:
        return f"{in_year or 'XXXX'}-{month:02}-{number:02}"

    if year is not None:
        day = make(year.value)
        point = dated(day, TimePrecision.DAY, name(year.value))
        agrees = weekday is None or weekday.value == day.start.weekday()
        return point if agrees else point.with_method("explicit; the weekday disagrees")
    point = yearless(make, TimePrecision.DAY, name, context)
    if weekday is None or point.days is None or point.days.start.weekday() == weekday.value:
        return point
    return _by_weekday(point, weekday.value, make, name)


# A date falls on each weekday again within eleven years at most, and mostly within six.
_WEEKDAY_YEARS = 11


def _by_weekday(
    point: Point, weekday: int, make: Callable[[int], Days], name: Callable[[int | None], str]
) -> Point:
    """A date without its year whose weekday disagrees: the latest year before in which it agrees."""
    nearest = point.days.start if point.days else date.max
    for year in range(nearest.year - 1, nearest.year - _WEEKDAY_YEARS - 1, -1):
        try:
            days = make(year)
        except ValueError:
            continue
        if days.start.weekday() == weekday:
            both = (days.start, nearest)
            return Point(days, point.precision, name(year), "year by the weekday", candidates=both)
    return point.with_method(f"{point.method}; the weekday disagrees")


def _figures(found: Marks, _context: Context) -> Point:
    code = found[-1].code
    day = date.fromisoformat(code[:10])
    if len(code) > 10:
        return Point(Days(day, day), TimePrecision.MINUTE, code, "explicit", TimexType.TIME, dated=True)
    return dated(Days(day, day), TimePrecision.DAY, code)


def _open_figures(found: Marks, _context: Context) -> Point:
    """Figures whose order only one reading fits, or whose readings a weekday decides between; else open."""
    one, two, last = (int(part) for part in re.split(r"[/.]", found[-1].code))
    year = last if last > 99 else last + (2000 if last < 70 else 1900)
    days = {day for month, number in ((two, one), (one, two)) if (day := _exists(year, month, number))}
    weekday = first_of(found[:-1], "Ww")
    if weekday is not None and len(days) > 1:
        days = {day for day in days if day.weekday() == weekday.value} or days
    if len(days) == 1:
        (day,) = days
        return dated(Days(day, day), TimePrecision.DAY, day.isoformat())
    if not days:
        raise ValueError(NO_SUCH_DAY)
    return unresolved(f"{year}-XX-XX", "day and month could be either way round", tuple(sorted(days)))


def _exists(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _month(found: Marks, context: Context) -> Point:
    number, year, part = value_of(found, "Mm"), first_of(found, "Y"), first_of(found, "EB")

    def make(in_year: int) -> Days:
        days = calendar.month(in_year, number)
        return calendar.part_of(days, part.code) if part else days

    def name(in_year: int | None) -> str:
        return f"{in_year or 'XXXX'}-{number:02}"

    precision = TimePrecision.PART_OF_MONTH if part else TimePrecision.MONTH
    if year is not None:
        return dated(make(year.value), precision, name(year.value))
    return yearless(make, precision, name, context)


def _near_month(found: Marks, context: Context) -> Point:
    """Reads "last March", "this March", "next March"."""
    which, number = found[0].code, found[-1].value
    anchor = context.anchor
    if anchor is None:
        return _month(found, context)
    year = anchor.year
    if which in ("last", "past") and (year, number) >= (anchor.year, anchor.month):
        year -= 1
    if which == "next" and number <= anchor.month:
        year += 1
    return Point(
        calendar.month(year, number), TimePrecision.MONTH, f"{year}-{number:02}", f"{which}, from publication"
    )


def _month_figures(found: Marks, _context: Context) -> Point:
    year, number = (int(part) for part in found[0].code.split("-"))
    return dated(calendar.month(year, number), TimePrecision.MONTH, found[0].code)


def _weekday(found: Marks, context: Context) -> Point:
    which = next((m.code for m in reversed(found) if m.letter in "LXT"), "")
    return in_part_of_day(on_weekday(value_of(found, "Ww"), which, context), found)


def _deictic(found: Marks, context: Context) -> Point:
    """Reads "today", "yesterday morning", "tonight", "this morning", "last night"."""
    mark = first_of(found, "d")
    last_night = mark is None and found[0].letter == "L"
    offset = mark.value if mark else -1 if last_night else 0
    if context.anchor is None:
        return in_part_of_day(unresolved("XXXX-XX-XX"), found)
    if mark is not None and mark.code == OVERNIGHT:
        days = Days(context.anchor - timedelta(1), context.anchor)
        value = f"{days.start}TNI"
        return Point(days, TimePrecision.PART_OF_DAY, value, "night to publication", TimexType.TIME)
    day = context.anchor + timedelta(offset)
    sign = f"publication {offset:+d} d" if offset else "day of publication"
    return in_part_of_day(Point(Days(day, day), TimePrecision.DAY, day.isoformat(), sign), found)


def in_part_of_day(point: Point, found: Marks) -> Point:
    """The point narrowed to a part of its day, where the marks name one."""
    code = next((m.code[:2] for m in found if m.letter == "P" or (m.letter == "d" and m.code)), "")
    if not code:
        return point
    precision = point.precision if point.days is None else TimePrecision.PART_OF_DAY
    value = f"{point.value}T{code}"
    return Point(
        point.days, precision, value, point.method, TimexType.TIME, point.candidates, dated=point.dated
    )


_READERS: dict[str, Callable[[Marks, Context], Point]] = {
    "weak": _weak,
    "day_first": _day,
    "month_first": _day,
    "figures": _figures,
    "open_figures": _open_figures,
    "part_month_year": _month,
    "month_year": _month,
    "month_figures": _month_figures,
    "season_year": wide.season,
    "quarter": wide.quarter,
    "half_year": wide.half_year,
    "share_in_one_word": wide.share_in_one_word,
    "before_last": beyond.before_last,
    "weekday": _weekday,
    "deictic": _deictic,
    "part_month": _month,
    "near_month": _near_month,
    "month": _month,
    "part_year": wide.part_year,
    "weekend": wide.weekend,
    "unit_end": wide.unit_end,
    "near_unit": wide.near_unit,
    "decade": wide.decade,
    "year": wide.year,
    "hijri": feasts.hijri_date,
    "feast": feasts.feast,
}
