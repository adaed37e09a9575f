"""Stretches between two points: ranges, "since", "the first nine months of"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from witnessmark.date.calendar import OPEN_END, Days, month
from witnessmark.date.expressions import Expression
from witnessmark.date.lengths import ago, length_of
from witnessmark.date.marks import Marks
from witnessmark.date.points import UNANCHORED, Context, Point
from witnessmark.date.read_points import read_point
from witnessmark.model.when import TimePrecision, TimexType

_SINCE = {
    TimePrecision.MONTH: TimePrecision.OPEN_SINCE_MONTH,
    TimePrecision.MULTI_MONTH: TimePrecision.OPEN_SINCE_MONTH,
    TimePrecision.PART_OF_MONTH: TimePrecision.OPEN_SINCE_PART_OF_MONTH,
    TimePrecision.SEASON: TimePrecision.OPEN_SINCE_YEAR,
    TimePrecision.PART_OF_YEAR: TimePrecision.OPEN_SINCE_YEAR,
    TimePrecision.YEAR: TimePrecision.OPEN_SINCE_YEAR,
    TimePrecision.DECADE: TimePrecision.OPEN_SINCE_YEAR,
}
Parts = tuple[tuple[int, int, Point], ...]
_FROM = tuple(f"from{i}" for i in range(1, 6))
_TO = tuple(f"to{i}" for i in range(1, 6))


def two_days(e: Expression, context: Context) -> Point | None:
    """Reads "7 to 10 September", "May 5-7, 2019": two days of one month."""
    numbers = [m for m in e.marks if m.letter in "Nn"]
    first, last = numbers[0].value, numbers[1].value
    rest = [m for m in e.marks if m.letter in "MmY"]
    letters = "N_M_Y" if rest[-1].letter == "Y" else "N_M"
    point = read_point(letters, [numbers[1], *rest], context)
    if point is None or first >= last:
        return None
    if point.days is None:
        return Point(None, point.precision, point.value, point.method, candidates=point.candidates)
    days = Days(point.days.start.replace(day=first), point.days.end)
    one = replace(point, days=Days(days.start, days.start), value=days.start.isoformat())
    names = [[numbers[0]], [numbers[1], *rest]]
    if rest[0].start < numbers[0].start:  # "May 5-7"
        names = [[rest[0], numbers[0]], [numbers[1], *rest[1:]]]
    parts = tuple(_part(marks, p) for marks, p in zip(names, (one, point), strict=True))
    return _range(days, TimePrecision.RANGE_DAYS, point.method, parts, dated=point.dated)


def _part(marks: Marks, point: Point) -> tuple[int, int, Point]:
    """A time of a range with its span."""
    return marks[0].start, marks[-1].end, point


def _range(days: Days, precision: TimePrecision, method: str, parts: Parts, *, dated: bool) -> Point | None:
    if days.start > days.end:
        return None
    return Point(days, precision, f"{days.start}/{days.end}", method, dated=dated, parts=parts)


def months(e: Expression, context: Context) -> Point | None:
    """Reads "January and February 2020": from the first day of one month to the last of another."""
    months = [m for m in e.marks if m.letter in "Mm"]
    year = [m for m in e.marks if m.letter == "Y"]
    last = read_point("M_Y" if year else "M", [months[-1], *year], context)
    if last is None or last.days is None:
        return last
    start_year = last.days.start.year - (months[0].value > months[-1].value)
    days = Days(date(start_year, months[0].value, 1), last.days.end)
    value = f"{days.start:%Y-%m}/{days.end:%Y-%m}"
    parts = _each_month([[m] for m in months[:-1]] + [[months[-1], *year]], start_year, last)
    return Point(days, TimePrecision.MULTI_MONTH, value, last.method, dated=last.dated, parts=parts)


def _each_month(months: Sequence[Marks], year: int, last: Point) -> Parts:
    """The months of a row, from the year of the first on."""
    parts, before = [], 0
    for marks in months:
        year += marks[0].value < before
        before = marks[0].value
        parts.append(_part(marks, replace(last, days=month(year, before), value=f"{year}-{before:02}")))
    return tuple(parts)


def span(e: Expression, context: Context) -> Point | None:
    """Reads "between X and Y", "from X to Y": the end that has a year gives it to the other."""
    one, two = e.point(*_FROM), e.point(*_TO)
    if one is None or two is None:
        return None
    start, end = read_point(*one, context), read_point(*two, context)
    if start is None or end is None:
        return None
    method = start.method
    if start.dated and start.days and not end.dated:
        end = read_point(*two, Context(None, after=start.days.start - timedelta(1)))
        method = "end: first after the start"
    elif (end.dated and end.days and not start.dated) or (
        start.days and end.days and start.days.start > end.days.end
    ):
        start = read_point(*one, Context(end.days.end))
        method = "start: nearest before the end"
    if start is None or end is None or start.days is None or end.days is None:
        value = f"{start.value if start else ''}/{end.value if end else ''}"
        why = next((p.method for p in (start, end) if p and p.days is None), UNANCHORED)
        return Point(None, TimePrecision.UNRESOLVED, value, why)
    same_month = (start.days.start.year, start.days.start.month) == (end.days.end.year, end.days.end.month)
    fine = {TimePrecision.DAY, TimePrecision.PART_OF_DAY} >= {start.precision, end.precision}
    precision = TimePrecision.RANGE_DAYS if fine or same_month else TimePrecision.MULTI_MONTH
    if {start.precision, end.precision} == {TimePrecision.YEAR}:
        precision = TimePrecision.YEAR
    parts = (_part(one[1], start), _part(two[1], end))
    days = Days(start.days.start, end.days.end)
    return _range(days, precision, method, parts, dated=start.dated or end.dated)


def since(e: Expression, context: Context) -> Point | None:
    """Reads "since May 2018": from its first day to publication, open at its end where that is unknown."""
    here = e.point("since1", "since2", "since3")
    point = read_point(*here, replace(context, past=True)) if here else None
    if point is None or point.days is None:
        return point
    precision = _SINCE.get(point.precision, TimePrecision.OPEN_SINCE_DAY)
    end = context.anchor if context.anchor and context.anchor >= point.days.start else None
    return Point(
        Days(point.days.start, end or OPEN_END),
        precision,
        point.value,
        point.method,
        point.type,
        dated=point.dated,
    )


def since_ago(e: Expression, context: Context) -> Point | None:
    """Reads "since three weeks ago": from the first day that far back to publication."""
    point = ago(e, context)
    if point is None or point.days is None:
        return point
    end = context.anchor or OPEN_END
    return Point(Days(point.days.start, end), TimePrecision.OPEN_SINCE_DAY, point.value, point.method)


def first_part_of(e: Expression, context: Context) -> Point | None:
    """Reads "the first nine months of 2019", "the last week of May"."""
    number = next(i for i, m in enumerate(e.marks) if m.letter in "oLX")
    length, here = length_of(e.marks[number + 1 :]), e.point("whole")
    whole = read_point(*here, context) if here else None
    if whole is None or whole.days is None:
        return whole
    if e.marks[number].letter == "L":
        days = Days(length.from_day(whole.days.end, -1) + timedelta(1), whole.days.end)
    else:
        days = Days(whole.days.start, length.from_day(whole.days.start, 1) - timedelta(1))
    return Point(
        days, TimePrecision.PART_OF_YEAR, length.value, whole.method, TimexType.DURATION, dated=whole.dated
    )


def ended(e: Expression, context: Context) -> Point | None:
    """Reads "the week ending 5 May", "the quarter ended Sept. 30": up to that day, which is a time too."""
    before = next(i for i, m in enumerate(e.marks) if m.letter == "$")
    length, here = length_of(e.marks[:before]), e.point("endday")
    end = read_point(*here, context) if here else None
    if here is None or end is None or end.days is None:
        return end
    last = end.days.end
    days = Days(length.from_day(last + timedelta(1), -1), last)
    parts = (_part(here[1], end),)
    point = Point(days, length.precision, length.value, f"{length.value} to {last}", TimexType.DURATION)
    if length.unit == "Q" and length.count == 1 and days.start.day == 1 and last.month % 3 == 0:
        value = f"{last.year}-Q{last.month // 3}"
        point = replace(point, precision=TimePrecision.PART_OF_YEAR, value=value, type=TimexType.DATE)
    return replace(point, dated=end.dated, parts=parts)


def window_to(e: Expression, context: Context) -> Point | None:
    """Reads "in the three weeks to 28 May"."""
    length, here = length_of(e.marks), e.point("upto")
    end = read_point(*here, context) if here else None
    if end is None or end.days is None:
        return end
    days = Days(length.from_day(end.days.end, -1), end.days.end)
    return Point(
        days,
        length.precision,
        length.value,
        f"{length.value} to {end.days.end}",
        TimexType.DURATION,
        dated=end.dated,
    )
