"""A pair of coordinates as it was given, before its datum is seen to."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians

from witnessmark.errors import ItemError

METRES = 111_195.0  # in a degree of a great circle (mean radius of the earth, IUGG)


class Fault(StrEnum):
    """Why a text is no position; the words are those of the register's problems."""

    BAD_COORDINATE = "bad_coordinate"
    MINUTES = "minutes_over_59"
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN_DATUM = "unknown_datum"
    NO_POSITION = "no_position"


class CoordinateError(ItemError):
    """A text that is no position; the message shows no part of it."""

    def __init__(self, fault: Fault, why: str, remedy: str) -> None:
        """Why it is none, and what to write instead."""
        super().__init__(f"{why}; {remedy}")
        self.fault, self.why, self.remedy = fault, why, remedy


@dataclass(frozen=True, slots=True)
class Given:
    """Latitude and longitude in degrees of the datum they were given in.

    `north` and `east` are half the last digit in degrees: no text says more. `stated` is the accuracy
    in metres where the text itself gives one.
    """

    lat: float
    lon: float
    north: float
    east: float
    format: str
    stated: float | None = None

    @property
    def accuracy(self) -> float:
        """Metres within which everything lies that would be written so."""
        return METRES * hypot(self.north, self.east * cos(radians(min(90.0, abs(self.lat)))))
