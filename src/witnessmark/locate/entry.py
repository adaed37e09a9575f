"""What the gazetteer gives back: a place and what ranking needs to know of it."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from witnessmark.model.place import Place


class NameKind(IntEnum):
    """How a name belongs to a place, surest first."""

    OWN = 0
    ALTERNATE = 1
    ABBREVIATION = 2  # "Mich.": a name only with its dot
    CODE = 3  # "TX": a name only in capitals after a comma
    KEY = 4  # not a spelling: the transliteration key of one


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as one of its names finds it; `admin1` is the base's code, `radius` an area's in km."""

    id: int
    place: Place
    kind: NameKind
    admin1: str | None
    radius: float | None
    capital: bool = False
    prior: float = 0.0  # points before anything is read (prior.py)
    division: tuple[str, str] = ("", "")  # country and code of the division it lies in, or is
    countries: tuple[str, ...] = ()  # an area may lie in several, or in none that matters


class PlaceRow(NamedTuple):
    """A place as the index keeps it; `id` is the GeoNames id, or negative where the row is our own."""

    id: int
    name: str
    level: str  # town | city | district | admin1 | region | country
    country: str | None  # ISO 3166-1 alpha-3; several joined by a space for an area
    admin1_code: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    source: str
    radius: float | None = None
    capital: int = 0


class NameRow(NamedTuple):
    """A folded name (or key) of a place."""

    folded: str
    place: int
    kind: int
