"""Whether two sites may be one: by their names, in any script, and the metres between them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, cos, floor, radians

from witnessmark.sites.register.shapes import apart
from witnessmark.text.names import core, fold, key

# Two entries of one site lie this far apart at most, whatever gate or building each was taken at; two sites
# of one name in a town lie further. A judgement: the larger, the more rows are asked about.
REACH = 1_000.0
SAME = 1.0  # metres: one position
FUZZY = 88.0  # least likeness of two spellings, as for names of places (locate.gazetteer)
_CELL = 0.01  # degrees: about the reach
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A site that is known, or one of an earlier row of the list, near a point."""

    site: str
    row: int | None
    metres: float
    alike: bool


class Nearby:
    """Sites by where they are; about 400 bytes each."""

    def __init__(self) -> None:
        """Nothing known."""
        self._cells: dict[tuple[int, int], list[tuple[str, int | None, float, float, tuple[str, ...]]]]
        self._cells = defaultdict(list)

    def add(self, site: str, row: int | None, lat: float, lon: float, names: Iterable[str]) -> None:
        """Remember a site at a place; `row` where it is of the list itself."""
        folded = tuple(dict.fromkeys(f for n in names if (f := fold(n))))
        self._cells[floor(lat / _CELL), _wrapped(floor(lon / _CELL))].append((site, row, lat, lon, folded))

    def around(self, lat: float, lon: float, names: Iterable[str]) -> Iterator[Neighbour]:
        """The sites within reach of a point."""
        folded = tuple(f for n in names if (f := fold(n)))
        wide = min(180, ceil(1 / max(0.006, cos(radians(lat)))))
        south, west = floor(lat / _CELL), floor(lon / _CELL)
        for row in range(south - 1, south + 2):
            for column in range(west - wide, west + wide + 1):
                for site, number, y, x, known in self._cells.get((row, _wrapped(column)), ()):
                    metres = apart(lat, lon, y, x)
                    if metres <= REACH:
                        yield Neighbour(site, number, metres, alike(folded, known))


def alike(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two folded names among these may be one: in one script by spelling, across scripts by sound.

    "School 12" and "School 13" are two.
    """
    known = tuple(theirs)
    return any(_alike(a, b) for a in ours for b in known)


def _wrapped(column: int) -> int:
    return column % round(360 / _CELL)


@lru_cache(maxsize=65536)
def _alike(one: str, two: str) -> bool:
    from rapidfuzz import fuzz

    if one == two:
        return True
    if sorted(_NUMBERS.findall(one)) != sorted(_NUMBERS.findall(two)):
        return False
    if one.isascii() == two.isascii():
        return bool(fuzz.token_sort_ratio(core(one), core(two)) >= FUZZY)
    sound = key(one)
    return bool(sound) and sound == key(two)
