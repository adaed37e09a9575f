"""A row of a list of places as it was read, and what is wrong with one that cannot be used."""

from dataclasses import dataclass

from witnessmark.errors import ItemError


class RowError(ItemError):
    """A row that cannot be used; the message says why and what to do."""


@dataclass(slots=True)
class Row:
    """A place as a list gives it. `admin1` is a code of the base or a name, as the list has it."""

    line: int  # in the file, or the number of the feature
    id: str  # the list's own id of the row; empty where it gives none
    name: str
    level: str
    country: str  # ISO 3166-1 alpha-3
    aliases: tuple[str, ...] = ()
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    pcode: str | None = None
    geonameid: int | None = None
    derived: str = ""  # how the point was come by, where the list gives none
