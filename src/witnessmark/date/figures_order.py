"""The order of day and month in a text's dates in figures: shown by those that fit only one."""

import re
from collections.abc import Iterable

from witnessmark.date.calendar import Days
from witnessmark.date.expressions import Expression
from witnessmark.date.points import Point
from witnessmark.model.when import TimePrecision

DAY_FIRST, MONTH_FIRST = "day first", "month first"


def figures_order(codes: Iterable[str]) -> str | None:
    """The order that dates such as "25/04/2019" show; None where they show none or both."""
    shown = set()
    for code in codes:
        one, two = (int(part) for part in re.split(r"[/.]", code)[:2])
        if one > 12 >= two:
            shown.add(DAY_FIRST)
        elif two > 12 >= one:
            shown.add(MONTH_FIRST)
    return shown.pop() if len(shown) == 1 else None


def in_order(e: Expression, point: Point, order: str) -> Point:
    """An open date in figures read in an order, its other reading kept; anything else as it is."""
    figures = next((m for m in e.marks if m.letter == "A"), None)
    if figures is None or point.days is not None or len(point.candidates) != 2:
        return point
    one, two = (int(part) for part in re.split(r"[/.]", figures.code)[:2])
    number, month = (one, two) if order == DAY_FIRST else (two, one)
    day = next((d for d in point.candidates if (d.month, d.day) == (month, number)), None)
    if day is None:
        return point
    method = f"document_constraint: {order}, as other dates in the text"
    return Point(
        Days(day, day), TimePrecision.DAY, day.isoformat(), method, point.type, point.candidates, dated=True
    )
