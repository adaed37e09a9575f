"""A grade is a vector: how well each dimension of an incident is known, and why (domain 3.5)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DimensionGrade:
    """One dimension: a level from the codebook's `grades` scale and the reason in words.

    `claims` are those the level rests on, `against` those that deny or contradict it, both by id; `lift` is
    what would raise the dimension to the next level, in words, empty at the highest.
    """

    level: str
    reason: str
    claims: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    lift: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a ladder of the field would call it: never a regrade. Without a level, `reason` says why not."""

    ladder: str
    level: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Grade:
    """Dimension name -> its grade, in the codebook's order; and flags such as `contested`.

    `minimum` is the lowest level of the vector; `suggested` has one entry for each ladder of the codebook.
    """

    dimensions: tuple[tuple[str, DimensionGrade], ...] = ()
    flags: tuple[str, ...] = ()
    minimum: str = ""
    suggested: tuple[Suggestion, ...] = ()
