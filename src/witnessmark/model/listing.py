"""What a page shows of a long list: a part of it, and the whole of it counted."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")

# A place in a list of what waits: a rank as Python writes it (17 digits behind some noughts), and a row.
# Other words for numbers, or larger ones, no database compares.
WORK_PLACE = r"-?[0-9]{1,16}(\.[0-9]{1,21})?(e-[0-9]{1,2})?:[0-9]{1,18}"


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items in their order; `after` is where the next ones begin, None behind the last."""

    items: tuple[Item, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The incidents of a square of the map, by its corner; never where one of them was.

    `killed` is the sum of what is known best; `precision` counts how well their places are known.
    """

    south: float
    west: float
    incidents: int
    killed: int
    precision: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Cells:
    """Squares of `size` degrees that have incidents, and how many incidents have no point."""

    size: float
    cells: tuple[Cell, ...]
    unplaced: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place by name, province, country and how well it is known, and how many incidents it has."""

    name: str
    admin1: str
    country: str
    precision: str
    incidents: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Incidents by the month ("2031-03") or year of their first day; those that have none are aside."""

    bars: tuple[tuple[str, int], ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Sum:
    """One thing counted; `terms` are best and low of the certain ones where these are few."""

    measure: str
    group: str | None
    low: int
    best: int | None
    high: int | None
    incidents: int
    certain: int
    terms: tuple[tuple[int | None, int | None], ...]


Facets = dict[str, tuple[tuple[str, int], ...]]  # axis -> its values and how many incidents have them
