"""A grade is a vector: how well each dimension of an incident is known, and why (domain 3.5)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DimensionGrade:
    """One dimension: a level from the codebook's `grades` scale and the reason in words."""

    level: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grade:
    """Dimension name -> its grade, in the codebook's order; and flags such as `contested`."""

    dimensions: tuple[tuple[str, DimensionGrade], ...] = ()
    flags: tuple[str, ...] = ()
