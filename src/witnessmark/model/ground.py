"""What the map says around a point: whose land it may be, and the centre of a settlement it may stand for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Inside(StrEnum):
    """Whether a point lies in a country, by the settlements around it."""

    YES = "yes"
    PERHAPS = "perhaps"  # near a border or far from any settlement
    UNLIKELY = "unlikely"  # much nearer to settlements of another country
    NO = "no"


@dataclass(frozen=True, slots=True)
class Centre:
    """A settlement whose listed point is `distance` metres away; `radius` metres are about its extent."""

    distance: float
    radius: float


class Ground(Protocol):
    """Look-ups on the map; coordinates are WGS 84 degrees."""

    def inside(self, lat: float, lon: float, country: str) -> Inside:
        """Whether the point lies in the country (ISO 3166-1 alpha-3)."""

    def centre(self, lat: float, lon: float) -> Centre | None:
        """The settlement whose listed point is nearest; None where none is listed at all."""

    def country(self, text: str) -> str | None:
        """ISO 3166-1 alpha-3 of a country given by code or name; None for an unknown one."""
