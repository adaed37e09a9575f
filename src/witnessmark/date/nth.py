"""One unit inside a longer time: "the first week of June", "the last Friday of Ramadan".

Read as a whole, so that "the last week of June" is not the week up to publication.
"""

from datetime import timedelta

from witnessmark.date.calendar import Days, shift, weekday_after, weekday_before
from witnessmark.date.expressions import Expression
from witnessmark.date.marks import Mark
from witnessmark.date.points import Context, Point
from witnessmark.date.read_points import read_point
from witnessmark.model.when import TimePrecision

_PRECISIONS = {
    "D": TimePrecision.DAY,
    "W": TimePrecision.WEEK,
    "M": TimePrecision.MONTH,
    "Y": TimePrecision.YEAR,
}


def nth(e: Expression, context: Context) -> Point | None:
    """The unit or weekday an ordinal picks out of a longer time; all of that time for units it cannot count.

    None where the longer time has no such part ("the sixth week of June").
    """
    here = e.point("of1", "of2")
    whole = read_point(*here, context) if here else None
    if whole is None or whole.days is None:
        return whole
    at = next(i for i, m in enumerate(e.marks) if m.letter in "onL")
    which, unit = e.marks[at : at + 2]
    if which.letter == "L" and which.code != "last":
        return None
    if unit.letter == "U" and (unit.value or unit.code not in _PRECISIONS):
        return whole  # "the last days of August", "the first hours of 2019"
    days = _days(which, unit, whole.days)
    if days.start < whole.days.start or days.end > whole.days.end:
        return None
    code = unit.code if unit.letter == "U" else "D"
    return Point(days, _PRECISIONS[code], _value(code, days), whole.method, dated=whole.dated)


def _days(which: Mark, unit: Mark, whole: Days) -> Days:
    """The days of the one picked: the last, or the first, second and so on."""
    if unit.letter in "Ww":
        if which.letter == "L":
            day = weekday_before(whole.end, unit.value)
        else:
            day = weekday_after(whole.start, unit.value, same_day=True) + timedelta(7 * (which.value - 1))
        return Days(day, day)
    if which.letter == "L":
        return Days(shift(whole.end + timedelta(1), unit.code, -1), whole.end)
    start = shift(whole.start, unit.code, which.value - 1)
    return Days(start, shift(start, unit.code, 1) - timedelta(1))


def _value(code: str, days: Days) -> str:
    """The TIMEX3 value; a week of a month is no ISO week, so it is its first and last day."""
    match code:
        case "D":
            return days.start.isoformat()
        case "M":
            return f"{days.start:%Y-%m}"
        case "Y":
            return f"{days.start:%Y}"
    return f"{days.start}/{days.end}"
