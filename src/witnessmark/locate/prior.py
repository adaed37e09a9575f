"""What speaks for a place before anything is read: its population, level and name."""

from collections.abc import Sequence
from math import log10

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


def extent(entries: Sequence[Entry]) -> tuple[float, bool]:
    """Points of the largest place of a name, and whether a country, division or area is among them."""
    size, large = 0.0, False
    for entry in entries:
        level = SIZES.get(entry.place.level)
        large = large or level is not None
        size = max(size, level or SIZE_OF_PEOPLE * log10(entry.place.population + 1))
    return size, large
