"""Figures of a period: sums over single incidents, beside the totals that others gave for it."""

from dataclasses import dataclass
from datetime import date

from witnessmark.model.figure import Figure


@dataclass(frozen=True, slots=True)
class Scope:
    """What a period asks for: days, a place by name and a party by id; None: any."""

    start: date | None = None
    end: date | None = None
    place: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one incident brings to a sum; one not `certain` may lie outside and counts in high only."""

    incident: str
    low: int | None
    best: int | None
    high: int | None
    certain: bool


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """The sum of one measure and group over incidents; `figure.rule` says over how many."""

    figure: Figure
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An incident that is in no sum, and why."""

    incident: str
    reason: str


@dataclass(frozen=True, slots=True)
class Period:
    """The figures of a scope.

    `totals` are ids of totals that reach into it: they stand beside the sums and are never in them.
    """

    scope: Scope
    figures: tuple[PeriodFigure, ...]
    incidents: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    totals: tuple[str, ...] = ()
