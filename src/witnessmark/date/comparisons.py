"""Comparisons: "the year-earlier quarter", "the latest period", "a year ago" in an account of a quarter.

They count from the quarter the text told before, and else from publication.
"""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.date import calendar
from witnessmark.date.calendar import Days
from witnessmark.date.expressions import Expression
from witnessmark.date.lengths import STORY, ago, length_of
from witnessmark.date.marks import first_of
from witnessmark.date.narrative import REACH, Told, serves
from witnessmark.date.points import Context, Point
from witnessmark.date.wide_points import near_unit, quarter
from witnessmark.model.when import NARRATIVE, TimexType


def year_before(e: Expression, context: Context) -> Point | None:
    """Reads "the year-ago quarter", "the year-earlier third quarter", "year-ago" of anything else."""
    unit, number = e.marks[-1], first_of(e.marks, "o")
    if number is not None:
        return _back(quarter([number, unit], context), "the year before it") if unit.letter == "q" else None
    if unit.letter in "qr":
        return replace(STORY, type=TimexType.DATE)
    return ago(e, context)


def latest(e: Expression, context: Context) -> Point | None:
    """Reads "the latest week": the last one complete. The latest quarter is the one told, where one is."""
    return near_unit([m for m in e.marks if m.letter in "LUq"], context)


def is_comparison(e: Expression) -> bool:
    """Whether an expression is of the quarter told before it, where one is."""
    if e.rule == "window":
        return e.marks[-1].letter == "q" and any(m.code == "latest" for m in e.marks)
    return looks_back(e)


def looks_back(e: Expression) -> bool:
    """Whether an expression only looks a year back from what is told: nothing after it counts from it."""
    if e.rule == "year_before":
        return True
    length = length_of(e.marks) if e.rule == "ago" else None
    return length is not None and length.unit == "Y" and length.count == 1


def compared(e: Expression, before: Sequence[Told]) -> Point | None:
    """What a comparison means by the quarter told before it; None where the text tells none.

    "A year ago" is of the quarter only where that is the nearest time before.
    """
    of_quarter = e.rule == "window" or any(m.letter in "qr" for m in e.marks)
    for other, point in reversed(before):
        if not serves(point):
            continue
        if "-Q" in point.value:
            method = f"{NARRATIVE}{point.value}, the nearest quarter told before"
            same = e.rule == "window"
            return (
                point.with_method(method)
                if same
                else _back(point, f"a year before {method[len(NARRATIVE) :]}")
            )
        if not of_quarter or e.start - other.end > REACH:
            return None
    return None


def _back(point: Point, method: str) -> Point:
    """The same part of the year before."""
    value = f"{int(point.value[:4]) - 1}{point.value[4:]}" if point.value[:4].isdigit() else point.value
    days = point.days and Days(*(calendar.shift(day, "Y", -1) for day in point.days))
    return replace(point, days=days, value=value, method=f"{NARRATIVE}{method}")
