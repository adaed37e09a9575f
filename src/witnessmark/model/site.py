"""A protected site: where it stood, from when to when, and how well that is known.

Positions are WGS 84. What was given in another form or datum is kept beside, word for word.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Position:
    """A point and how it is known.

    `accuracy` is how far, in metres, the true point may lie from it 95 times in 100. `verbatim`, `format`
    (decimal, dms, dm, utm, mgrs) and `datum` are what was given.
    """

    lat: float
    lon: float
    accuracy: float
    source: str
    surveyed: date | None = None
    verbatim: str = ""
    format: str = "decimal"
    datum: str = "WGS 84"


@dataclass(frozen=True, slots=True)
class Shape:
    """The ground a site takes: a disc of `radius` metres around its position, or rings of (lat, lon).

    Several buildings are several rings; a ring does not repeat its first point.
    """

    radius: float
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch of time in which a site stood at one place; None is open, the last day is in it."""

    position: Position
    shape: Shape
    start: date | None = None
    end: date | None = None
    underground: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """A site with its names in all scripts; `kind` is the codebook's protected object.

    `stays` are in order of time and do not overlap. A site with no stay that is open was closed. `refs` are
    what lists call it.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    stays: tuple[Stay, ...]
    country: str | None = None
    operator: str = ""
    supporter: str = ""
    source: str = ""
    refs: tuple[str, ...] = ()

    def stay_on(self, day: date) -> Stay | None:
        """Where it stood on that day; None where it did not, or nobody says."""
        fits = (s for s in self.stays if (s.start or day) <= day <= (s.end or day))
        return next(fits, None)
