"""Places with honest precision: a point is a claim about how well the place is known."""

from dataclasses import dataclass
from enum import StrEnum


class PlacePrecision(StrEnum):
    """How well a place is known (domain 3.6)."""

    EXACT = "exact"
    FACILITY = "facility"
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    CITY = "city"
    NEAR_SETTLEMENT = "near_settlement"
    DISTRICT = "district"
    ADMIN1 = "admin1"
    ADMIN1_PART = "admin1_part"
    ADMIN1_MULTI = "admin1_multi"
    INFORMAL_REGION = "informal_region"
    COUNTRY = "country"
    UNRESOLVED = "unresolved"


_BY_LEVEL = {
    "town": PlacePrecision.TOWN,
    "city": PlacePrecision.CITY,
    "admin1": PlacePrecision.ADMIN1,
    "admin1_part": PlacePrecision.ADMIN1_PART,
    "admin1_multi": PlacePrecision.ADMIN1_MULTI,
    "region": PlacePrecision.INFORMAL_REGION,
    "country": PlacePrecision.COUNTRY,
}


class PlaceRole(StrEnum):
    """The part a place plays in what is told: only `event` is where something happened."""

    EVENT = "event"
    ORIGIN = "origin"
    DESTINATION = "destination"
    TREATMENT = "treatment"
    STATEMENT = "statement"
    SEAT = "seat"
    FIRE_ORIGIN = "fire_origin"
    LANDMARK = "landmark"


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer entry: `country` is ISO 3166-1 alpha-3; `lat`/`lon` a representative point in WGS 84.

    `radius` is how far from the point, in km, what is meant may lie; None where nothing says.
    """

    name: str
    level: str  # town | city | admin1 | admin1_part | admin1_multi | region | country
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    precision: PlacePrecision = PlacePrecision.UNRESOLVED
    population: int = 0
    source: str = ""
    radius: float | None = None

    @property
    def known(self) -> PlacePrecision:
        """How well it is known, read off its level where that was not given."""
        if self.precision is not PlacePrecision.UNRESOLVED:
            return self.precision
        return _BY_LEVEL.get(self.level, PlacePrecision.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name `text[start:end] == quote`, what it resolves to, and how clear the choice was.

    `spot` is what a relative phrase makes of the place ("3 km south of", "halfway between"), where that is
    another point than the place's own.
    """

    doc: str
    start: int
    end: int
    quote: str
    place: Place | None
    runner_up: Place | None = None
    margin: float = 1.0  # 0 = a tie with the runner-up, 1 = nothing else was in question
    role: PlaceRole = PlaceRole.EVENT
    spot: Place | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """The place of a claim, with the words that name it and the part it plays."""

    verbatim: str
    place: Place
    role: PlaceRole = PlaceRole.EVENT
    inherited: bool = False
