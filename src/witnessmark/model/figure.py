"""A reconciled figure: low, best and high with the rule that chose them and every claim it weighed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """A claim a figure did not use, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one measure and group; an open end is None, never zero or infinity."""

    measure: str
    group: str | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    claims: tuple[str, ...]
    set_aside: tuple[SetAside, ...] = ()
