"""The compiler: from the base and our own tables to one index file.

    python -m witnessmark.locate.compile PATH FINGERPRINT [--base-alone]

`--base-alone` leaves our own villages out, to measure what the base by itself can do; name the file in
WITNESSMARK_GAZETTEER to use it.

The compiler runs in a process of its own, because the base takes 400 MB to load; a progress bar shows on a
terminal.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from witnessmark.errors import StorageError
from witnessmark.locate import admin, base, districts, own
from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.index import write_index
from witnessmark.locate.middle import middle
from witnessmark.locate.tables import data
from witnessmark.text.names import fold, key

BASE_ALONE = "--base-alone"


class Step(Protocol):
    """Told of each thing done, so that a bar can move."""

    def __call__(self, done: int = 1) -> None: ...


def compile_index(
    path: Path, fingerprint: str, step: Step = lambda _done=1: None, *, villages: bool = True
) -> None:
    """Build the whole index at `path` (about 20 s), with our own villages or only the base's settlements.

    Raises StorageError and keeps the old file on failure.
    """
    by_id = base.load()
    step()
    cities = list(by_id.values())
    named = admin.divisions(cities)
    places: list[PlaceRow] = []
    names: list[NameRow] = []
    described = own.divisions_by_area()
    for row, found in admin.division_rows(cities, named):
        if (row.country, row.admin1_code) not in described:
            places.append(row)
            names += found
    capitals = _countries(cities, places, names)
    second = districts.table()
    namesakes = districts.Namesakes(second)
    known = _settlements(cities, capitals, named, namesakes, (places, names), step)
    for village, found in own.village_rows(known, named) if villages else ():
        if village:
            places.append(village)
        names += found
    for row, found in [*own.area_rows(named), *districts.district_rows(second, namesakes, named)]:
        places.append(row)
        names += found
    del by_id, cities
    write_index(path, places, (n for n in names if n.folded), {"fingerprint": fingerprint})
    step()


def _countries(
    cities: list[dict[str, Any]], places: list[PlaceRow], names: list[NameRow]
) -> dict[str, set[str]]:
    """Append the countries; returns the folded names of each one's capital."""
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        points[city["countrycode"]].append((city["latitude"], city["longitude"]))
    of_country = {three: points[two] for two, three in base.iso3().items() if points[two]}
    for row, spellings in base.country_rows():
        place = row
        if row.lat is None and row.country in of_country:
            lat, lon = middle(of_country[row.country])
            place = row._replace(lat=lat, lon=lon)
        places.append(place)
        for number, name in enumerate(spellings):
            names.append(NameRow(fold(name), row.id, NameKind.OWN if number == 0 else NameKind.ALTERNATE))
    return {two: {fold(row["capital"])} for two, row in base.countries().items()}


def _settlements(
    cities: list[dict[str, Any]],
    capitals: dict[str, set[str]],
    named: dict[admin.Code, admin.Division],
    namesakes: districts.Namesakes,
    out: tuple[list[PlaceRow], list[NameRow]],
    step: Step,
) -> dict[tuple[str, str], list[tuple[int, float, float]]]:
    """Append the settlements; returns country and folded name -> id and point, where we have villages."""
    places, names = out
    ours = {row["country"] for row in data("villages.csv")}
    spelled = base.display_names(cities)
    transliterated = base.transliterated_countries()
    known: dict[tuple[str, str], list[tuple[int, float, float]]] = defaultdict(list)
    for number, city in enumerate(cities):
        two = city["countrycode"]
        found = base.city_names(city, two in transliterated)
        folded = {n.folded for n in found if n.kind != NameKind.KEY}
        capital = bool(capitals.get(two, set()) & folded) and city["population"] > base.CITY // 10
        division = named.get((two, city["admin1code"]))
        namesakes.note(city, folded)
        row = base.settlement(city, spelled, capital, division.name if division else None)
        places.append(row)
        names += found
        if row.id in spelled:
            names += _spelling(spelled[row.id], row.id)
        if two in ours:
            for name in folded | ({own.sound(n) for n in folded} - {""}):
                known[two, name].append((row.id, city["latitude"], city["longitude"]))
        if number % 1000 == 0:
            step(1000)
    return known


def _spelling(name: str, place: int) -> list[NameRow]:
    folded = fold(name)
    rows = [NameRow(folded, place, NameKind.OWN)]
    return rows + ([NameRow(key(folded), place, NameKind.KEY)] if key(folded) else [])


@contextmanager
def _bar() -> Iterator[Step]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done=1: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Building the gazetteer (once)", total=236_000)
        yield lambda done=1: progress.update(task, advance=done)


def main() -> int:
    """Build the index named on the command line; 2 and one line on stderr where it cannot be."""
    path, fingerprint = Path(sys.argv[1]), sys.argv[2]
    try:
        with _bar() as step:
            compile_index(path, fingerprint, step, villages=BASE_ALONE not in sys.argv[3:])
    except StorageError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
