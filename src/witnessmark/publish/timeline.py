"""The timeline: a bar from the first to the last day an incident may have been, never a point.

An end that is not known fades out with an arrow. Background figures (a war's total) do not stretch the axis:
a bar that leaves it is cut with an arrow too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.when import days_on
from witnessmark.publish.cards import Card
from witnessmark.publish.index import Index
from witnessmark.publish.words import MONTHS, span

WIDTH = 760.0
EDGE = 14.0  # room for arrows on both sides
ROW = 40.0
TOP = 30.0
THIN = 5.0  # least width of a bar: a single day stays visible
ROOM = 58.0  # least distance of two labels of the axis
LETTERS = 64  # of a row's title that fit in the width beside its dates


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis with its label."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One incident: `left` and `right` say that the end drawn is not the end."""

    card: Card
    title: str
    when: str
    x: float
    y: float
    width: float
    left: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing, and the incidents without any date."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    undated: tuple[Card, ...]


class _Axis:
    def __init__(self, first: date, last: date) -> None:
        margin = max((last - first).days // 30, 2)
        self.first, self.last = days_on(first, -margin), days_on(last, margin)
        self.unit = (WIDTH - 2 * EDGE) / ((self.last - self.first).days + 1)

    def x(self, day: date) -> float:
        """Where a day begins, kept within the axis."""
        days = min(max((day - self.first).days, 0), (self.last - self.first).days + 1)
        return round(EDGE + days * self.unit, 1)


def timeline(cards: Iterable[Card], index: Index) -> Timeline:
    """The bars of all dated incidents by their first known day."""
    pairs = [(card, index.by_anchor[card.anchor]) for card in cards]
    dated = [(c, i) for c, i in pairs if i.date != (None, None)]
    undated = tuple(c for c, i in pairs if i.date == (None, None))
    if not dated:
        return Timeline(WIDTH, 0, (), (), undated)
    dated.sort(key=lambda pair: (pair[1].kind is IncidentKind.CONTEXT, _first(pair[1]), pair[0].number))
    near = [i for _, i in dated if i.kind is not IncidentKind.CONTEXT] or [i for _, i in dated]
    days = [day for i in near for day in i.date if day]
    axis = _Axis(min(days), max(days))
    bars = tuple(_bar(n, c, i, axis) for n, (c, i) in enumerate(dated))
    return Timeline(WIDTH, TOP + ROW * len(bars) + 8, tuple(_ticks(axis)), bars, undated)


def _first(incident: Incident) -> date:
    start, end = incident.date
    return start or end or date.min


def _bar(row: int, card: Card, incident: Incident, axis: _Axis) -> Bar:
    start, end = incident.date
    x = axis.x(start) if start else EDGE
    until = axis.x(end + timedelta(1)) if end and end < date.max else WIDTH - EDGE
    width = max(until - x, THIN)
    title = f"{card.number}. {card.name}"
    return Bar(
        card=card,
        title=title if len(title) <= LETTERS else f"{title[: LETTERS - 1]}…",
        when=span(start, end),
        x=min(x, WIDTH - EDGE - width),
        y=TOP + ROW * row,
        width=round(width, 1),
        left=start is None or start < axis.first,
        right=end is None or end > axis.last,
    )


def _ticks(axis: _Axis) -> Iterator[Tick]:
    """First days of years, quarters, months, weeks or days: the finest whose labels keep apart."""
    for candidates in (_days(axis, 1), _days(axis, 7), _months(axis, 1), _months(axis, 3), _months(axis, 12)):
        apart = [b - a for (a, _), (b, _) in pairwise(candidates)]
        if candidates and all(axis.unit * gap.days >= ROOM for gap in apart):
            break
    else:
        every = max(int(ROOM / (axis.unit * 365)) + 1, 1)
        candidates = [c for c in _months(axis, 12) if c[0].year % every == 0]
    for day, label in candidates:
        if EDGE <= axis.x(day) <= WIDTH - EDGE - ROOM / 2:
            yield Tick(axis.x(day), label)


def _days(axis: _Axis, step: int) -> list[tuple[date, str]]:
    if (axis.last - axis.first).days > 120:
        return []
    days = (axis.first + timedelta(n) for n in range(0, (axis.last - axis.first).days + 1, step))
    return [(day, f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}") for day in days]


def _months(axis: _Axis, step: int) -> list[tuple[date, str]]:
    months = (date(y, m, 1) for y in range(axis.first.year, axis.last.year + 1) for m in range(1, 13, step))
    inside = [day for day in months if axis.first <= day <= axis.last]
    return [
        (day, str(day.year) if step == 12 else f"{MONTHS[day.month - 1][:3]} {day.year}") for day in inside
    ]
