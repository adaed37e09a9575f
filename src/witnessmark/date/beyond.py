"""One unit further than the last or the next: "the Saturday before last", "the week after next"."""

from dataclasses import replace
from datetime import timedelta

from witnessmark.date.calendar import Days
from witnessmark.date.marks import Marks
from witnessmark.date.points import Context, Point, on_weekday, unresolved
from witnessmark.date.wide_points import unit_away, weekend
from witnessmark.model.when import TimePrecision, TimexType

_WAYS = {("before", "last"): -1, ("after", "next"): 1}
_WEEK = timedelta(7)
_NIGHT = "NI"


def before_last(found: Marks, context: Context) -> Point:
    """The weekday, weekend, night or calendar unit two back, or two on.

    Raises ValueError for words that say neither ("the week after last").
    """
    what, _, which = found[-3:]
    way = _WAYS.get((found[-2].code, which.code))
    if way is None or (what.letter == "P" and (what.code != _NIGHT or way > 0)):
        raise ValueError("neither before the last nor after the next")
    if what.letter in "Ww":
        return _further(on_weekday(what.value, which.code, context), way * _WEEK)
    if what.letter == "x":
        return _further(weekend([which], context), way * _WEEK)
    if what.letter == "P":
        return _night_before_last(context)
    return unit_away("Q" if what.letter == "q" else what.code, 2 * way, context)


def _further(point: Point, by: timedelta) -> Point:
    """The point moved by whole weeks."""
    if point.days is None:
        return replace(point, candidates=())
    days = Days(point.days.start + by, point.days.end + by)
    value = days.start.isoformat()
    if point.precision is not TimePrecision.DAY:
        iso = days.start.isocalendar()
        value = f"{iso.year}-W{iso.week:02}-WE"
    return replace(point, days=days, value=value, method=f"{point.method}, and {abs(by.days)} days further")


def _night_before_last(context: Context) -> Point:
    if context.anchor is None:
        return unresolved(f"XXXX-XX-XXT{_NIGHT}")
    day = context.anchor - timedelta(2)
    value = f"{day}T{_NIGHT}"
    return Point(Days(day, day), TimePrecision.PART_OF_DAY, value, "publication -2 d", TimexType.TIME)
