"""What speaks for a place before anything is read: its population, level and name."""

from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import NamedTuple

from witnessmark.locate.entry import Entry, NameKind
from witnessmark.model.place import Place

# Weights (tuned on one half of two public toponym sets, see docs/method/locate.md).
PEOPLE = 0.6  # per power of ten of inhabitants
LEVELS = {"country": 5.2, "admin1": 4.6, "region": 4.4, "district": 2.0, "subdistrict": 0.4, "facility": 0.4}
CAPITAL, OWN_NAME = 1.2, 1.2


def prior(place: Place, kind: NameKind, *, capital: bool) -> float:
    """Points of a place found by a name of this kind."""
    score = LEVELS.get(place.level) or PEOPLE * log10(place.population + 10)
    return score + CAPITAL * capital + OWN_NAME * (kind == NameKind.OWN)


# Points for being a place at all, by what the largest place of a name is (tuned as above).
SIZES = {"country": 6.0, "admin1": 5.0, "region": 5.0, "district": 5.0}
SIZE_OF_PEOPLE = 0.7  # per power of ten of inhabitants


class Extent(NamedTuple):
    """What a name's places are, taken together."""

    size: float  # points of the largest
    large: bool  # a country, a division or an area is among them
    levels: frozenset[str]
    countries: frozenset[str]


def extent(entries: Sequence[Entry]) -> Extent:
    """What is asked of a name more often than of its places."""
    size, large = 0.0, False
    for entry in entries:
        level = SIZES.get(entry.place.level)
        large = large or level is not None
        size = max(size, level or SIZE_OF_PEOPLE * log10(entry.place.population + 1))
    levels = frozenset(e.place.level for e in entries)
    countries = frozenset(c for e in entries for c in e.countries)
    return Extent(size, large, _shared(levels), _shared(countries))


@lru_cache(maxsize=1 << 12)
def _shared(kinds: frozenset[str]) -> frozenset[str]:
    """The first of equal sets: thousands of names lie in the same few countries."""
    return kinds


NOWHERE = extent(())
