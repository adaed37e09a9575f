"""Points: one place on the calendar, and how the year of one without a year is chosen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from witnessmark.date.calendar import Days, weekday_after, weekday_before
from witnessmark.model.when import NEAREST_WEEKDAY, TimePrecision, TimexType

# A day or month named without its year lies in the past. Where that is almost a year back, the one about to
# come is meant: who means the past then gives the year. About 14 days and 2 months more right on the half of
# TimeBank used.
_TOO_LONG_AGO = timedelta(days=300)
# How many days a weekday without an anchor may have meant, at most, are kept for a person to choose from.
_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Point:
    """Days with precision, TIMEX3 type and value, and how they were found.

    `dated`: the words say it all. `parts`: the times a range is made of, each with its span of the text.
    """

    days: Days | None
    precision: TimePrecision
    value: str
    method: str
    type: TimexType = TimexType.DATE
    candidates: tuple[date, ...] = ()
    dated: bool = False
    parts: "tuple[tuple[int, int, Point], ...]" = ()

    def with_method(self, method: str) -> "Point":
        return replace(self, method=method)


@dataclass(frozen=True, slots=True)
class Context:
    """What the reading of one expression may lean on.

    `anchor` is the publication date; without one, `latest` is the latest full date the text gives and
    `after` a dated expression in the same sentence that this one is later than. `future`: a word before it
    says that it is still to come; `past`: "since" says that it is not.
    """

    anchor: date | None
    latest: date | None = None
    after: date | None = None
    future: bool = False
    past: bool = False


UNANCHORED = "no publication date to count from"


def dated(days: Days, precision: TimePrecision, value: str) -> Point:
    """A point whose words give everything."""
    return Point(days, precision, value, "explicit", dated=True)


def unresolved(value: str, method: str = UNANCHORED, candidates: tuple[date, ...] = ()) -> Point:
    """A point that could be several days: none is chosen."""
    return Point(None, TimePrecision.UNRESOLVED, value, method, candidates=candidates)


def yearless(
    make: Callable[[int], Days],
    precision: TimePrecision,
    value: Callable[[int | None], str],
    context: Context,
) -> Point:
    """A point whose words lack the year: the nearest past one from the anchor, or as bounds allow."""
    chosen = _year(make, context)
    if chosen is None:
        return unresolved(value(None), "no year in the words and " + UNANCHORED)
    year, method = chosen
    days, anchor = make(year), context.anchor
    near = precision in (TimePrecision.DAY, TimePrecision.MONTH, TimePrecision.PART_OF_MONTH)
    if anchor and near and not (context.future or context.past) and anchor - days.end > _TOO_LONG_AGO:
        year = _first_after(make, anchor)
        both = (days.start, make(year).start)
        method = "next after publication: the nearest past is almost a year back"
        return Point(make(year), precision, value(year), method, candidates=both)
    return Point(days, precision, value(year), method)


def _year(make: Callable[[int], Days], context: Context) -> tuple[int, str] | None:
    if context.anchor is not None and context.future:
        return _first_after(make, context.anchor), "next after publication"
    if context.anchor is not None:
        return _latest_until(make, context.anchor), "nearest before publication"
    if context.after is not None:
        return _first_after(
            make, context.after
        ), "document_constraint: first after a date in the same sentence"
    if context.latest is not None:
        method = "document_bound: nearest before the latest full date in the text"
        return _latest_until(make, context.latest), method
    return None


# Leap days come round after eight years at most (1896-1904).
_LEAP_GAP = 8


def _latest_until(make: Callable[[int], Days], day: date) -> int:
    for year in range(day.year, day.year - _LEAP_GAP - 1, -1):
        if _start(make, year) <= day:
            return year
    raise ValueError("no such day in reach")


def _first_after(make: Callable[[int], Days], day: date) -> int:
    """The first year in which it begins later, or in which it is still going on."""
    for year in range(day.year, day.year + _LEAP_GAP + 1):
        start = _start(make, year)
        if day < start < date.max or start <= day < make(year).end:
            return year
    raise ValueError("no such day in reach")


def _start(make: Callable[[int], Days], year: int) -> date:
    """The first day; the far end of time for 29 February in other years, so that it is never chosen."""
    try:
        return make(year).start
    except ValueError:
        return date.max


def on_weekday(weekday: int, which: str, context: Context) -> Point:
    """A weekday: the latest on or before the anchor; "last" before it, "next" after it."""
    open_value = f"XXXX-WXX-{weekday + 1}"
    if context.anchor is None:
        if context.latest is None:
            return unresolved(open_value)
        first = weekday_after(context.latest, weekday, same_day=True)
        days = tuple(first + timedelta(7 * i) for i in range(_CANDIDATES))
        return unresolved(open_value, UNANCHORED + "; it is after the latest full date in the text", days)
    if which == "next" or context.future:
        day, method = weekday_after(context.anchor, weekday), "next after publication"
    elif which == "this":
        day, method = weekday_after(context.anchor, weekday, same_day=True), "on or after publication"
    else:
        same = which != "last"
        day = weekday_before(context.anchor, weekday, same_day=same)
        method = NEAREST_WEEKDAY if same else "latest before publication"
    return Point(Days(day, day), TimePrecision.DAY, day.isoformat(), method)
