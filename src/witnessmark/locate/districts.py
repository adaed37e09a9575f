"""Districts (second-level divisions) of the base, from `data/districts.csv`.

A district's point is the middle of its settlements of 1,000 people and more, its radius reaches all of them
and half the way to the next district. Written by `docs/reference/districts.py` from GeoNames (CC BY 4.0).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from witnessmark.locate.admin import Code, Division
from witnessmark.locate.base import iso3, transliterated_countries
from witnessmark.locate.classes import canonical, taken_apart
from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.tables import data
from witnessmark.text.names import ARTICLES, fold

SOURCE = "GeoNames (CC BY 4.0): the middle of its settlements"
FIRST = -4_000_000  # ids go down from here
_LATIN_END = "\u0250"


class Row(NamedTuple):
    """A row of the table with its name taken apart."""

    country: str
    admin1: str
    name: str
    lat: float
    lon: float
    radius: float
    people: int
    bare: str
    english: str | None


def table() -> list[Row]:
    """The rows of `data/districts.csv`."""
    return [
        Row(
            r["country"], r["admin1"], r["name"], float(r["lat"]), float(r["lon"]), float(r["radius_km"]),
            int(r["people"]), *taken_apart(r["name"]),
        )
        for r in data("districts.csv")
    ]  # fmt: skip


class Namesakes:
    """The settlements that share a name with a district of their country: names it may be written by."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._wanted = {(r.country, r.bare) for r in rows}
        self._names: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._towns: set[tuple[str, str]] = set()

    def note(self, city: dict[str, Any], folded: Iterable[str]) -> None:
        """Keep the folded names of a settlement of the base if a district shares one."""
        two = city["countrycode"]
        names = set(folded)
        for name in names:
            if (two, name) in self._wanted:
                self._towns.add((two, name))
                self._names[two, city["admin1code"], name] |= names

    def shared(self, row: Row) -> bool:
        """Whether the bare name of a district is that of a settlement of its country."""
        return (row.country, row.bare) in self._towns

    def others(self, row: Row, *, transliterated: bool) -> Iterator[str]:
        """The bare name as other scripts write it, or in other spellings, where its seat's names tell."""
        for name in sorted(self._names.get((row.country, row.admin1, row.bare), ())):
            if transliterated or name[:1] >= _LATIN_END:
                yield name


def district_rows(
    rows: Iterable[Row], namesakes: Namesakes, named: dict[Code, Division]
) -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    """A place for each district. Bare it is named only where no settlement of the country has that name."""
    three, loose = iso3(), transliterated_countries()
    taken = {(two, fold(d.name)) for (two, _), d in named.items()}
    ordinary = _ordinary()
    for number, row in enumerate(rows):
        place = FIRST - number
        division = named.get((row.country, row.admin1))
        names = {
            name
            for bare in _spellings(row, namesakes, transliterated=row.country in loose)
            for name in canonical(bare, row.english)
        }
        own = fold(row.name)
        slot = (row.country, row.bare)
        if row.english or not (namesakes.shared(row) or slot in taken or ordinary(row.bare)):
            names.add(own)
        yield (
            PlaceRow(
                place, row.name, "district", three[row.country], row.admin1,
                division.name if division else None, row.lat, row.lon, row.people, SOURCE, row.radius,
            ),
            [NameRow(n, place, NameKind.OWN if n == own else NameKind.ALTERNATE) for n in sorted(names)],
        )  # fmt: skip


def _ordinary() -> Callable[[str], bool]:
    """Whether a name is of words alone that an English dictionary knows in small letters: "South East"."""
    import hunspell

    known = hunspell.Hunspell("en_US")
    return lambda name: all(map(known.spell, name.split()))


def _spellings(row: Row, namesakes: Namesakes, *, transliterated: bool) -> Iterator[str]:
    for long, short in (("saint ", "st "), ("sainte ", "ste ")):
        if row.bare.startswith(long):
            yield short + row.bare.removeprefix(long)
    for name in (row.bare, *namesakes.others(row, transliterated=transliterated)):
        yield name
        article, _, rest = name.partition(" ")
        if transliterated and article in ARTICLES and rest:  # "Al-Hawija" is written "Hawija" too
            yield rest
