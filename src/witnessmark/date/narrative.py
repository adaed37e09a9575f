"""Narrative times: "two days later", "the same day", counted from the nearest time the text told before.

Every result says so in its method. A time coarser than the step ("in May ... two days later") leads nowhere
and stays unresolved.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from witnessmark.date import calendar
from witnessmark.date.calendar import OPEN_END, Days
from witnessmark.date.expressions import Expression
from witnessmark.date.lengths import STORY, Length, length_of
from witnessmark.date.points import Point
from witnessmark.model.when import NARRATIVE, TimePrecision, TimexType

# A time further back than this, in characters, is another story's: about four sentences of news prose.
REACH = 600
_DAYS = (TimePrecision.DAY, TimePrecision.PART_OF_DAY, TimePrecision.MINUTE)
_PARTS = ("MO", "MI", "AF", "EV", "NI")
# Units from the shortest: a step cannot be counted from a time wider than itself.
_WIDTH = {"D": 1, "W": 7, "M": 31, "Q": 92, "Y": 366}
_IN_A_DAY = {"TH": 24, "TM": 24 * 60, "TS": 24 * 3600}
_WHOLE = (
    TimePrecision.MONTH,
    TimePrecision.YEAR,
    TimePrecision.PART_OF_YEAR,
    TimePrecision.PART_OF_MONTH,
    TimePrecision.WEEK,
)

Told = tuple[Expression, Point]


def told(e: Expression, before: Sequence[Told]) -> Point | None:
    """What an expression that counts from the story means; None where no time before it serves.

    `before` are the expressions before it in order, with their days, without those of statements.
    """
    quarter = e.rule == "same" and e.marks[-1].letter in "qr"
    for other, point in reversed(before):
        if e.start - other.end > REACH and not quarter:
            return None
        if not serves(point) or (quarter and "-Q" not in point.value):
            continue
        return _same(e, point) if e.rule in ("same", "within") else _step(e, point)
    return None


def is_hour(e: Expression) -> bool:
    """Whether an expression says the hour and not the day; "at night" is any night."""
    if e.rule == "day_part":
        return "e_" in e.letters or e.marks[-1].code != "NI"
    return e.rule == "clock"


def at_hour(e: Expression, point: Point, before: Sequence[Told]) -> Point:
    """An hour or part of a day on the day told right before it; as it is where no one day was told."""
    other, origin = next(((o, p) for o, p in reversed(before) if serves(p)), (None, None))
    if other is None or origin is None or origin.precision not in _DAYS or e.start - other.end > REACH:
        return point
    precision = TimePrecision.MINUTE if e.rule == "clock" else TimePrecision.PART_OF_DAY
    value = f"{origin.value[:10]}{point.value[point.value.index('T') :]}"
    return replace(point, days=origin.days, precision=precision, value=value, method=_method("on", origin))


def untold(e: Expression, point: Point, published: date | None) -> Point | None:
    """What an expression that counts from the story means where no time before it serves.

    "That day" says nothing then, "two days later" still says how long; "later in the day" is the day of
    publication.
    """
    if e.rule == "same":
        return None
    if e.rule == "within" and published is not None:
        return _whole("D", Days(published, published), "day of publication")
    return point


def serves(point: Point) -> bool:
    """Whether a time told can be counted from."""
    known = point.days is not None and point.days.end != OPEN_END
    return known and point.type in (TimexType.DATE, TimexType.TIME)


def _method(what: str, origin: Point) -> str:
    return f"{NARRATIVE}{what} {origin.value}, the nearest time told before"


def _same(e: Expression, origin: Point) -> Point | None:
    """Reads "that day", "the same month", "that night", "the quarter"."""
    mark, days = e.marks[-1], origin.days
    if days is None:
        return None
    code = "Q" if mark.letter in "qr" else mark.code
    if code == "Q":
        return Point(days, origin.precision, origin.value, _method("the same as", origin))
    unit = "D" if code in _PARTS else code
    if (days.end - days.start).days >= _WIDTH[unit]:
        return None
    point = _whole(unit, Days(days.start, days.end), _method("the same as", origin))
    if code not in _PARTS:
        return point
    return Point(point.days, TimePrecision.PART_OF_DAY, f"{point.value}T{code}", point.method, TimexType.TIME)


def _step(e: Expression, origin: Point) -> Point | None:
    """Reads "two days later", "a year earlier", "the next day"."""
    length = length_of(e.marks)
    back = any(m.code in ("earlier", "previous") for m in e.marks)
    return step(length, origin, _method(f"{length.value} {'before' if back else 'after'}", origin), back=back)


def step(length: Length, origin: Point, method: str, *, back: bool) -> Point | None:
    """The time a length before or after another.

    None where that is wider than the length, either is open, or the calendar has no such time.
    """
    try:
        return _stepped(length, origin, method, back=back)
    except (ValueError, OverflowError):
        return None


def _stepped(length: Length, origin: Point, method: str, *, back: bool) -> Point | None:
    days, direction = origin.days, -1 if back else 1
    if days is None or length.count is None:
        return None
    if length.unit == "Y" and origin.precision in _WHOLE:
        return _years_on(length, direction, origin, method)
    if (days.end - days.start).days >= _WIDTH.get(length.unit, 366):
        return None
    near = days.start if back else days.end
    hours = _IN_A_DAY.get(length.unit)
    # "Eleven minutes later" is on the same day, however near midnight: the text would say so.
    day = near if hours and length.count < hours else length.from_day(near, direction)
    if length.unit == "W":
        around = Days(day - timedelta(3), day + timedelta(3))
        iso = day.isocalendar()
        return Point(around, TimePrecision.RELATIVE_WEEKS, f"{iso.year}-W{iso.week:02}", method)
    return _whole(length.unit, Days(day, day), method)


def _years_on(length: Length, direction: int, origin: Point, method: str) -> Point | None:
    """The same month, quarter or year some years before or after."""
    if origin.days is None or length.count is None or length.count != int(length.count):
        return None
    count = direction * int(length.count)
    start = calendar.shift(origin.days.start, "Y", count)
    end = calendar.shift(origin.days.end, "Y", count)
    if origin.precision in (TimePrecision.MONTH, TimePrecision.PART_OF_MONTH):
        end = end if end.day < 28 else calendar.month(end.year, end.month).end
    value = f"{start.year}{origin.value[4:]}" if origin.value[:4].isdigit() else f"{start.year}"
    return Point(Days(start, end), origin.precision, value, method)


def _whole(unit: str, days: Days, method: str) -> Point:
    """The calendar unit that holds the end of some days."""
    day = days.end
    match unit:
        case "M":
            month = calendar.month(day.year, day.month)
            return Point(month, TimePrecision.RELATIVE_MONTHS, f"{day:%Y-%m}", method)
        case "W":
            iso = day.isocalendar()
            return Point(calendar.week_of(day), TimePrecision.WEEK, f"{iso.year}-W{iso.week:02}", method)
        case "Y" | "DE" | "CE" | "Q":
            return Point(calendar.year_of(day.year), TimePrecision.RELATIVE_YEAR, f"{day.year}", method)
    return Point(days, TimePrecision.DAY, day.isoformat(), method)


def is_story(point: Point | None) -> bool:
    """Whether a point counts from another time in the text."""
    return point is not None and point.days is None and point.method == STORY.method
