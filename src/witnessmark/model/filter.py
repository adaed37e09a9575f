"""A filter of incidents: what a page, an export and a link to either ask for.

It goes into a query string and comes back the same, so that what one person sees another can be sent.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from witnessmark.errors import UsageError
from witnessmark.model.incident import IncidentKind
from witnessmark.model.sentence import sentence


class Unknowns(StrEnum):
    """What becomes of incidents whose day, or place, nobody told."""

    AS_ASKED = ""  # there, until days or a place are asked for
    INCLUDED = "included"  # there in any case, beside those that were asked for
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees of WGS 84, edges included; one whose west is east of its east lies over the date line."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        inside = -180 <= self.west <= 180 and -180 <= self.east <= 180 and -90 <= self.south <= 90
        if not (inside and self.south <= self.north <= 90):
            raise ValueError("a box is west,south,east,north in degrees, south below north")

    def __str__(self) -> str:
        return ",".join(f"{edge:.6f}".rstrip("0").rstrip(".") for edge in self.edges)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        return self.west, self.south, self.east, self.north


@dataclass(frozen=True, slots=True)
class Filter:
    """All of these have to hold; of several values of one field, one.

    `start` and `end` are days: an incident is meant that may have been between them. `place` are words of the
    names of place and province. `grade` is the least level of all its dimensions. `text` are words of one of
    its documents, "phrases" among them; `begin*` stands for all that begin so.
    """

    start: date | None = None
    end: date | None = None
    undated: Unknowns = Unknowns.AS_ASKED
    place: str = ""
    country: str = ""
    admin1: str = ""
    bbox: Box | None = None
    unplaced: Unknowns = Unknowns.AS_ASKED
    party: tuple[str, ...] = ()
    method: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    kind: tuple[IncidentKind, ...] = ()
    grade: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.start > self.end:
            day, until = self.start, self.end
            raise UsageError(
                sentence("end: {until} is before {day}: give the first day first", until=until, day=day)
            )

    @classmethod
    def from_query(cls, query: Mapping[str, str | Sequence[str]]) -> "Filter":
        """The filter that a query string asks for; names that are no field of it are another's business.

        Raises UsageError naming the field that cannot be read.
        """
        found: dict[str, Any] = {}
        for name, read in _READ.items():
            given = query.get(name, ())
            values = [v.strip() for v in ([given] if isinstance(given, str) else given) if v.strip()]
            try:
                if values:
                    found[name] = read(values)
            except ValueError as error:
                raise UsageError(f"{name}: {error}") from error
        return cls(**found)

    def query(self) -> dict[str, list[str]]:
        """What `from_query` makes this filter of again: fields by name, none that asks for nothing."""
        told = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {
            name: [str(v) for v in value] if isinstance(value, tuple) else [str(value)]
            for name, value in told
            if value is not None and value not in ((), "")
        }

    @property
    def dated(self) -> bool:
        """Whether days are asked for."""
        return self.start is not None or self.end is not None

    @property
    def placed(self) -> bool:
        """Whether a place is asked for."""
        return bool(self.place or self.country or self.admin1 or self.bbox)


def _one(values: Sequence[str]) -> str:
    if len(values) > 1:
        raise ValueError("one value is meant here")
    return values[0]


def _day(values: Sequence[str]) -> date:
    try:
        return date.fromisoformat(_one(values))
    except ValueError as error:
        raise ValueError(f"{values[0]!r} is no day: write it as 2031-03-24") from error


def _box(values: Sequence[str]) -> Box:
    edges = _one(values).split(",")
    if len(edges) != 4:
        raise ValueError("write it as west,south,east,north")
    try:
        return Box(*map(float, edges))
    except ValueError as error:
        raise ValueError(f"{values[0]!r}: a box is west,south,east,north in degrees") from error


def _grade(values: Sequence[str]) -> str:
    level = _one(values).upper()
    if not re.fullmatch(r"V[0-9]{1,2}", level):
        raise ValueError(f"{values[0]!r} is no level: write it as V2")
    return level


def _several(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _kinds(values: Sequence[str]) -> tuple[IncidentKind, ...]:
    return tuple(IncidentKind(v) for v in _several(values))


def _unknowns(values: Sequence[str]) -> Unknowns:
    return Unknowns(_one(values))


_READ: dict[str, Callable[[Sequence[str]], Any]] = {
    "start": _day, "end": _day, "undated": _unknowns, "place": _one, "country": _one, "admin1": _one,
    "bbox": _box, "unplaced": _unknowns, "party": _several, "method": _several, "object": _several,
    "language": _several, "kind": _kinds, "grade": _grade, "text": _one,
}  # fmt: skip
