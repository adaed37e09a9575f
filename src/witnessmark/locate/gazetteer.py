"""The gazetteer: names to places, looked up in the compiled index and remembered."""

import sqlite3
import threading
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from witnessmark.errors import StorageError
from witnessmark.locate.cache import ENVIRONMENT, build, default_path
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.index import open_index, whole
from witnessmark.locate.peopled import Peopled, peopled
from witnessmark.locate.prior import prior
from witnessmark.locate.supply.folder import merged_path, source_files
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.text.names import core, key

# Least likeness of two spellings of one name (rapidfuzz ratio): below it, wrong towns are offered (tried on a
# list of misspelt and transliterated town names).
FUZZY = 88.0
# Two names may share a key by accident; spellings of one name stay this alike (on the same list the
# least alike right pair has 71).
KEY_LIKE = 70.0
# Consonants that two scripts must share, where likeness of letters cannot be asked.
CROSS = 4
SHORTEST = 5  # letters of a name that edit distance may vary: in less, one letter is another town
_PRECISION = {
    "town": PlacePrecision.TOWN,
    "city": PlacePrecision.CITY,
    "neighbourhood": PlacePrecision.NEIGHBOURHOOD,
    "facility": PlacePrecision.FACILITY,
    "district": PlacePrecision.DISTRICT,
    "subdistrict": PlacePrecision.DISTRICT,
    "admin1": PlacePrecision.ADMIN1,
    "region": PlacePrecision.INFORMAL_REGION,
    "country": PlacePrecision.COUNTRY,
}
_COLUMNS = (
    "p.id, p.name, p.level, p.country, p.admin1_code, p.admin1, p.lat, p.lon, p.population, p.source,"
    " p.radius, p.capital"
)
_BY_NAME = (
    f"SELECT MIN(n.kind), {_COLUMNS} FROM names n JOIN places p ON p.id = n.place"  # noqa: S608  (our own text)
    " WHERE n.folded = ? AND n.kind < 4 GROUP BY p.id ORDER BY p.population DESC, p.id LIMIT 64"
)
_BY_KEY = _BY_NAME.replace("n.kind < 4", "n.kind = 4")
_IN_BOX = (
    "WHERE p.level IN ('city', 'town') AND p.lat BETWEEN ? AND ? AND p.lon BETWEEN ? AND ?"
    " ORDER BY p.population DESC, p.id < 0, p.id LIMIT ?"
)
_INHABITED = (
    "SELECT p.lat, p.lon FROM places p WHERE p.level IN ('city', 'town') AND p.country = ? AND p.lat NOT NULL"
    " AND (? IS NULL OR p.admin1 = ?) ORDER BY p.id"
)
_SETTLED = (
    "SELECT lat, lon, country, population FROM places WHERE level IN ('city', 'town') AND lat NOT NULL"
    " ORDER BY id"
)
_NAMES_LIKE = (
    "SELECT DISTINCT n.folded FROM names n JOIN places p ON p.id = n.place"
    " WHERE n.folded >= ? AND n.folded < ? AND n.kind < 2 AND p.country = ?"
)


class Gazetteer:
    """Look-ups in one index; safe to share between threads. Costs a few MB, whatever the index's size."""

    def __init__(self, path: Path) -> None:
        """Open the index at `path`; StorageError where it is missing or not one."""
        self.path = path
        self._db = open_index(path)
        self._lock = threading.Lock()
        self.named = lru_cache(maxsize=50_000)(self._named)
        self._spelled = lru_cache(maxsize=2_000)(self._fuzzy)
        self.inhabited = lru_cache(maxsize=2_000)(self._inhabited)

    @classmethod
    def forget_default(cls) -> None:
        """Open the shared gazetteer anew when it is next asked for: its places have changed."""
        _open_default.cache_clear()

    @classmethod
    def default(cls) -> "Gazetteer":
        """The shared gazetteer of this user: built on first use, rebuilt when its file is unreadable.

        A file the user named in WITNESSMARK_GAZETTEER is never overwritten: StorageError instead.
        """
        return _open_default(default_path())

    def towns(self, south: float, west: float, north: float, east: float, limit: int) -> list[Place]:
        """The most populous towns in a box of WGS 84 degrees, largest first."""
        query = f"SELECT {_COLUMNS} FROM places p {_IN_BOX}"  # noqa: S608  (our own text)
        with self._lock:
            rows = self._db.execute(query, (south, north, west, east, limit)).fetchall()
        return [Place(r[1], r[2], r[3], r[5], r[6], r[7], r[0], _PRECISION[r[2]], r[8], r[9]) for r in rows]

    def settlements(self) -> list[tuple[float, float, str | None, int]]:
        """Latitude, longitude, country (alpha-3) and people of every settlement that has a point."""
        return [(lat, lon, country, people) for lat, lon, country, people in self._rows(_SETTLED, ())]

    def _named(self, folded: str) -> tuple[Entry, ...]:
        """Every place with exactly this folded name, most populous first, at most 64."""
        if not folded:
            return ()
        return tuple(_entry(row) for row in self._rows(_BY_NAME, (folded,)))

    def pcode(self, number: int) -> str | None:
        """The official code of a place by its id, where a list gave one."""
        rows = self._rows("SELECT pcode FROM details WHERE place = ?", (number,))
        return rows[0][0] if rows else None

    def near_spelling(self, folded: str, countries: Iterable[str]) -> tuple[Entry, ...]:
        """Places in `countries` (alpha-3) whose name is another spelling of `folded`; often none.

        The transliteration key first, then edit distance of at least 88: below that a different town is
        likelier than another spelling, so nothing is offered.
        """
        return self._spelled(folded, tuple(sorted(countries)))

    def _inhabited(
        self, country: str, admin1: str | None = None, wind: float | None = None
    ) -> Peopled | None:
        """Where the settlements of a country or division lie; those of one side of it with `wind`."""
        return peopled(self._rows(_INHABITED, (country, admin1, admin1)), wind)

    def _fuzzy(self, folded: str, countries: tuple[str, ...]) -> tuple[Entry, ...]:
        from rapidfuzz import fuzz, process

        skeleton = key(folded)
        if not countries or len(folded) < SHORTEST:
            return ()
        script = not folded.isascii()
        by_key = [
            _entry(row)
            for row in self._rows(_BY_KEY, (skeleton,))
            if skeleton
            and row[4] in countries
            and (self._alike(folded, row[1]) or (script and len(skeleton) >= CROSS))
        ]
        if by_key:
            return tuple(by_key)
        found: set[str] = set()
        for country in countries[:5]:
            start = folded[:2]
            names = [r[0] for r in self._rows(_NAMES_LIKE, (start, start + "\uffff", country))]
            found |= {n for n, _, _ in process.extract(folded, names, scorer=fuzz.ratio, score_cutoff=FUZZY)}
        # Sorted: a set's order differs from run to run, and the order of entries is part of the answer.
        entries = {
            e.id: e for name in sorted(found) for e in self.named(name) if e.place.country in countries
        }
        return tuple(entries.values())

    def _alike(self, folded: str, place: int) -> bool:
        from rapidfuzz import fuzz

        script, plain = folded.isascii(), core(folded)
        least = KEY_LIKE if script else FUZZY
        rows = self._rows(
            "SELECT folded FROM names INDEXED BY by_place WHERE place = ? AND kind < 2", (place,)
        )
        return any(fuzz.ratio(plain, core(other)) >= least for (other,) in rows if other.isascii() == script)

    def _rows(self, sql: str, values: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise StorageError(
                f"{self.path}: the gazetteer is damaged ({error}); run: witnessmark gazetteer build"
            ) from error


def _entry(row: tuple[Any, ...]) -> Entry:
    kind, number, name, level, country, code, admin1, lat, lon, population, source, radius, capital = row
    countries = tuple((country or "").split())
    place = Place(
        name, level, countries[0] if len(countries) == 1 else None, admin1, lat, lon,
        number if number > 0 else None, _PRECISION[level], population, source,
    )  # fmt: skip
    found_by = NameKind(kind)
    score = prior(place, found_by, capital=bool(capital))
    division = (countries[0], code) if countries and code and level != "region" else ("", "")
    return Entry(number, place, found_by, code, radius, bool(capital), score, division, countries)


def ready() -> Path:
    """The base index of this user, compiled if it is not there or cannot be read."""
    return _base(default_path()).path


@cache
def _open_default(path: Path) -> Gazetteer:
    if not source_files(path):
        return _base(path)
    if path.exists() and whole(ready_made := merged_path(path)):
        return Gazetteer(ready_made)
    _base(path)
    from witnessmark.locate.supply.current import current

    return Gazetteer(current(path))


def _base(path: Path) -> Gazetteer:
    import os

    named = bool(os.environ.get(ENVIRONMENT))
    if named or path.exists():
        try:
            return Gazetteer(path)
        except StorageError as error:
            if named:
                raise StorageError(
                    f"{error}; correct {ENVIRONMENT}, or unset it to have one built"
                ) from error
    build(path)
    return Gazetteer(path)
