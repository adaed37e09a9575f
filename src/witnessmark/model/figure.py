"""A reconciled figure: low, best and high with the rule that chose them and every claim it weighed."""

from dataclasses import dataclass
from datetime import date

_DERIVED = "derived"


def worked_out(working: str) -> str:
    """The rule of a figure that this program worked out itself: `working` says from what."""
    return f"{_DERIVED} ({working})"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim a figure did not use, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What a voice had counted by a day; figures of one event over days are a series, never a sum."""

    day: date | None
    voices: tuple[str, ...]
    value: int | None
    low: int | None
    high: int | None
    claim: str
    corrected_by: str | None = None  # the claim that lowers it, as a text says


@dataclass(frozen=True, slots=True)
class Conceded:
    """What the party to whom an attack is attributed says of it: beside the figure, never mixed into it."""

    party: str
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one measure and group; an open end is None, never zero or infinity.

    `low` and `high` are strict bounds, `low` never above `high`. `best` is the number as its sources word
    it, so that "almost 500" has best 500 and high 499, and "more than 200" best 200 and low 201.
    `revisions` are empty where nobody gave another number on another day.
    """

    measure: str
    group: str | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
    revisions: tuple[Revision, ...] = ()
    conceded: tuple[Conceded, ...] = ()

    @property
    def working(self) -> str | None:
        """What `worked_out` was told of this figure; None where claims give it."""
        if not self.rule.startswith(_DERIVED):
            return None
        return self.rule.removeprefix(_DERIVED).strip(" ()")
