"""Readers of expressions: from a rule of the grammar to a time expression with its days."""

from collections.abc import Callable

from witnessmark.date import comparisons, counted, feasts, lengths, nth, spans
from witnessmark.date.expressions import Expression
from witnessmark.date.marks import first_of
from witnessmark.date.points import Context, Point
from witnessmark.date.read_points import read_point
from witnessmark.date.wide_points import near_unit
from witnessmark.model.when import TimePrecision, TimexType

_PARTS_OF_DAY = ("MO", "MI", "AF", "EV", "NI")


def read(e: Expression, context: Context) -> Point | None:
    """What an expression means; None where the calendar has no such time."""
    try:
        return _READERS[e.rule](e, context)
    except (ValueError, OverflowError):
        return None


def _point(e: Expression, context: Context) -> Point | None:
    here = e.point("here", "weak")
    return read_point(*here, context) if here else None


def _timed(e: Expression, context: Context) -> Point | None:
    here = e.point("day1", "day2")
    point = read_point(*here, context) if here else None
    if point is None:
        return None
    clock = next(m.code for m in e.marks if m.letter == "C")
    value = f"{point.value[:10]}T{clock}"
    precision = TimePrecision.MINUTE if point.days else point.precision
    return Point(
        point.days, precision, value, point.method, TimexType.TIME, point.candidates, dated=point.dated
    )


def _eve_of(e: Expression, context: Context) -> Point | None:
    """Reads "on the eve of Eid al-Fitr"."""
    here = e.point("eve")
    point = read_point(*here, context) if here else None
    return point and feasts.eve(point)


def _times(e: Expression, _context: Context) -> Point:
    """Reads "twice a week", "three times a day"."""
    last = e.marks[-1]
    value = "P1D" if last.letter == "P" else lengths.length_of([last]).value
    return Point(None, TimePrecision.SET, value, "a repetition", TimexType.SET)


def _part_of(e: Expression, context: Context) -> Point | None:
    """Reads "the night of 3 March", "the early hours of Friday"."""
    here = e.point("day3")
    point = read_point(*here, context) if here else None
    part = next(m for m in e.marks if m.letter in "PU")
    if point is None or part.code not in (*_PARTS_OF_DAY, "TH"):
        return None
    value = f"{point.value[:10]}T{part.code if part.letter == 'P' else 'MO'}"
    precision = TimePrecision.PART_OF_DAY if point.days else point.precision
    return Point(
        point.days, precision, value, point.method, TimexType.TIME, point.candidates, dated=point.dated
    )


def _every(e: Expression, _context: Context) -> Point:
    last = next(m for m in reversed(e.marks) if m.letter != "V")
    weekday = first_of(e.marks, "Ww")
    if weekday is not None:
        last = weekday
    if last.letter == "x":
        value = "XXXX-WXX-WE"
    elif last.letter in "Ww":
        value = f"XXXX-WXX-{last.value + 1}"
    elif last.letter in "Mm":
        value = f"XXXX-{last.value:02}"
    elif last.letter == "P":
        value = f"XXXX-XX-XXT{last.code}"
    else:
        value = last.code if last.letter == "F" else lengths.length_of(e.marks).value
    return Point(None, TimePrecision.SET, value, "a repetition", TimexType.SET)


def _day_part(e: Expression, _context: Context) -> Point:
    code = e.marks[-1].code
    method = "a part of a day the sentence leaves open"
    return Point(None, TimePrecision.UNRESOLVED, f"XXXX-XX-XXT{code}", method, TimexType.TIME)


def _clock(e: Expression, _context: Context) -> Point:
    code = next(m.code for m in e.marks if m.letter == "C")
    method = "a time on a day the sentence leaves open"
    return Point(None, TimePrecision.UNRESOLVED, f"XXXX-XX-XXT{code}", method, TimexType.TIME)


def _season(e: Expression, context: Context) -> Point | None:
    return read_point("S", [e.marks[-1]], context)


def _within(e: Expression, context: Context) -> Point | None:
    """Reads "earlier in the year", "later in the day": the day is one the story has named."""
    if e.marks[-1].code == "D":
        return lengths.same(e, context)
    return near_unit([e.marks[0], e.marks[-1]], context)


def _window(e: Expression, context: Context) -> Point | None:
    is_latest = any(m.code == "latest" for m in e.marks) and not any(m.letter in "NJup" for m in e.marks)
    return (comparisons.latest if is_latest else lengths.window)(e, context)


def _reference(e: Expression, _context: Context) -> Point:
    return Point(None, TimePrecision.UNKNOWN, e.marks[-1].code, "no calendar time meant")


_READERS: dict[str, Callable[[Expression, Context], Point | None]] = {
    "days_of_month": spans.two_days,
    "month_of_days": spans.two_days,
    "months": spans.months,
    "between": spans.span,
    "from_to": spans.span,
    "to": spans.span,
    "dash": spans.span,
    "ended": spans.ended,
    "window_to": spans.window_to,
    "since": spans.since,
    "since_ago": spans.since_ago,
    "first_of": spans.first_part_of,
    "counted": counted.counted,
    "nth": nth.nth,
    "part_of": _part_of,
    "timed": _timed,
    "eve_of": _eve_of,
    "times": _times,
    "every": _every,
    "ago": lengths.ago,
    "year_before": comparisons.year_before,
    "same": lengths.same,
    "within": _within,
    "window": _window,
    "point": _point,
    "day_part": _day_part,
    "season": _season,
    "clock": _clock,
    "half_unit": lengths.duration,
    "duration": lengths.duration,
    "rate": lengths.rate,
    "reference": _reference,
}
