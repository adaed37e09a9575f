"""A figure over time: what each voice had counted by which day, drawn and in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from witnessmark.model.figure import Figure, Revision
from witnessmark.publish import phrases, words
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.phrases import joined

WIDTH, HEIGHT = 640.0, 190.0
# Room for the numbers beside and the days below; on the right for half of a written day.
LEFT, RIGHT, TOP, BOTTOM = 46.0, 52.0, 22.0, 30.0
MOST = 3  # days written below the drawing: the first, the last and one between
LEAST = 90.0  # distance of two days written


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table, and its mark where its day and its number are known.

    `y_low` and `y_high` are the ends of its bar; `open` says that the bar has no upper end.
    """

    day: str
    said: str
    voices: str
    claim: str
    doc: str
    corrected: bool
    x: float | None = None
    y: float | None = None
    y_low: float | None = None
    y_high: float | None = None
    open: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure that was given again on other days; `lines` are numbers of the axis with their height."""

    what: str
    steps: tuple[Step, ...]
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str], ...]
    undated: int
    left: float = LEFT
    right: float = WIDTH - RIGHT
    foot: float = HEIGHT - 8


def series(figures: Sequence[Figure], index: Index, labels: Labels) -> tuple[Series, ...]:
    """The figures of which somebody gave another number on another day."""
    return tuple(_series(f, index, labels) for f in figures if f.revisions)


class _Frame:
    def __init__(self, revisions: Sequence[Revision]) -> None:
        days = [r.day for r in revisions if r.day]
        self.first = min(days, default=date.min)
        self.span = max((max(days, default=date.min) - self.first).days, 1)
        numbers = [n for r in revisions for n in (r.value, r.low, r.high) if n is not None]
        self.most = max(numbers, default=0) or 1

    def x(self, day: date) -> float:
        return round(LEFT + (day - self.first).days / self.span * (WIDTH - LEFT - RIGHT), 1)

    def y(self, number: int) -> float:
        return round(HEIGHT - BOTTOM - number / self.most * (HEIGHT - TOP - BOTTOM), 1)


def _series(figure: Figure, index: Index, labels: Labels) -> Series:
    ordered = sorted(figure.revisions, key=lambda r: (r.day is None, r.day or date.min, r.claim))
    frame = _Frame(ordered)
    days = list(dict.fromkeys(r.day for r in ordered if r.day))
    return Series(
        what=phrases.counted(figure.measure, figure.group, labels),
        steps=tuple(_step(r, frame, index, labels) for r in ordered),
        width=WIDTH,
        height=HEIGHT,
        lines=tuple((frame.y(n), words.number(n)) for n in sorted({0, frame.most})),
        days=_apart([(frame.x(day), words.day(day)) for day in days]),
        undated=sum(r.day is None for r in ordered),
    )


def _apart(days: Sequence[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """The first, the last and one in the middle, as far as they keep apart."""
    kept: list[tuple[float, str]] = []
    for day in [days[n] for n in sorted({0, len(days) - 1, len(days) // 2}) if n < len(days)]:
        if not kept or day[0] - kept[-1][0] >= LEAST:
            kept.append(day)
    return tuple(kept[:MOST])


def _step(revision: Revision, frame: _Frame, index: Index, labels: Labels) -> Step:
    number = revision.value if revision.value is not None else revision.low
    at = number if number is not None else revision.high
    said = words.bounds(revision.low, revision.value, revision.high)
    row = Step(
        day=words.day(revision.day) if revision.day else "",
        said=said,
        voices=joined(map(labels.name, revision.voices)),
        claim=revision.claim,
        doc=index.claims[revision.claim].doc,
        corrected=revision.corrected_by is not None,
    )
    if revision.day is None or at is None:
        return row
    low = revision.low if revision.low is not None else 0
    high = revision.high if revision.high is not None else frame.most
    return Step(
        **{name: getattr(row, name) for name in ("day", "said", "voices", "claim", "doc", "corrected")},
        x=frame.x(revision.day),
        y=frame.y(at),
        y_low=frame.y(min(low, at)),
        y_high=frame.y(max(high, at)),
        open=revision.high is None,
        label=words.number(at),
    )
