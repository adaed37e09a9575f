"""A source: one list of places as the user gave it, checked row by row, in a file of its own."""

import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from witnessmark.errors import DuplicateIdError, StorageError
from witnessmark.locate.base import city_names, display, iso3, transliterated_countries
from witnessmark.locate.entry import NameRow
from witnessmark.locate.supply.check import Box, checked
from witnessmark.locate.supply.folder import PRIVATE, folder, forget_merged, made, source_files
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.model.gazetteer import PlaceSource
from witnessmark.text.cells import Flagged
from witnessmark.text.names import fold

SCHEMA = "1"
# Ids of rows without a GeoNames id: below all of our own, apart by source.
_BELOW, _EACH = 10_000_000, 10_000_000
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT,
    admin1_folded TEXT, lat REAL, lon REAL, population INTEGER NOT NULL, source TEXT NOT NULL, pcode TEXT
);
CREATE TABLE names (folded TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL);
"""
# Levels whose names have spellings worth trying; "the central hospital" is told by its own name.
_SPELLED = frozenset({"town", "city", "neighbourhood", "admin1", "district", "subdistrict"})


@dataclass(slots=True)
class Written:
    """What became of a list: rows kept, rows of kinds not used, rows flagged."""

    kept: int = 0
    other: int = 0
    flagged: list[Flagged] = field(default_factory=list)


def write_source(
    base: Path, about: PlaceSource, rows: Iterable[Row | Flagged | None], boxes: dict[str, Box]
) -> Written:
    """Write a source beside the base index, in one step; the one of the same name is replaced.

    Rows that cannot be used are flagged and left out. Where none is left, nothing is written and the old
    source stays. Raises StorageError where the disk refuses.
    """
    target = made(folder(base)) / f"{about.name}.sqlite"
    out = Written()
    part = _part(target)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as db:
            _fill(db, about, rows, boxes, out)
        if out.kept:
            part.chmod(PRIVATE)
            with part.open("rb") as written:
                os.fsync(written.fileno())
            part.replace(target)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        raise StorageError(
            f"{target}: the places were not kept ({why}); what was there stays: free space there, or set "
            "XDG_CACHE_HOME, and import the list again"
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return out


def _part(target: Path) -> Path:
    try:
        handle, name = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    except OSError as error:
        raise StorageError(f"{target}: cannot be written ({error.strerror}); set XDG_CACHE_HOME") from error
    os.close(handle)
    return Path(name)


def _fill(
    db: sqlite3.Connection,
    about: PlaceSource,
    rows: Iterable[Row | Flagged | None],
    boxes: dict[str, Box],
    out: Written,
) -> None:
    db.execute("PRAGMA journal_mode=OFF")
    db.execute("PRAGMA synchronous=OFF")
    db.executescript(_TABLES)
    db.execute("BEGIN")
    writer = _Writer(db, about)
    for row in rows:
        if row is None:
            out.other += 1
        elif isinstance(row, Flagged):
            out.flagged.append(row)
        else:
            try:
                writer.add(checked(row, boxes))
                out.kept += 1
            except (RowError, DuplicateIdError) as error:
                out.flagged.append(Flagged(row.line, str(error), type(error).__name__))
    about.rows, about.flagged = out.kept, len(out.flagged)
    meta = {"schema": SCHEMA, **{name: str(getattr(about, name)) for name in _META}}
    db.executemany("INSERT INTO meta VALUES (?,?)", meta.items())
    db.execute("COMMIT")


class _Writer:
    """Rows into the tables of one source."""

    def __init__(self, db: sqlite3.Connection, about: PlaceSource) -> None:
        self._db = db
        self._about = about
        self._first = -(_BELOW + zlib.crc32(about.name.encode()) * _EACH)
        self._transliterated = {iso3()[two] for two in transliterated_countries()}
        self._own: dict[str, int] = {}  # ids of a list of one's own -> line

    def add(self, row: Row) -> None:
        """Raises DuplicateIdError for an id that came before."""
        place = row.geonameid or self._first - len(self._own)
        if not row.geonameid:
            before = self._own.setdefault(row.id or f"\0{row.line}", row.line)
            if before != row.line:
                raise DuplicateIdError(f"its id came before in line {before}; give this row one of its own")
        aliases = list(row.aliases)
        name = display(row.name, aliases) if row.geonameid else row.name
        try:
            self._db.execute(
                "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (place, name, row.level, row.country, row.admin1, fold(row.admin1 or ""), row.lat, row.lon,
                 row.population, self._source(row), row.pcode),
            )  # fmt: skip
        except sqlite3.IntegrityError:
            raise DuplicateIdError("its id came before; give this row one of its own") from None
        self._db.executemany("INSERT INTO names VALUES (?,?,?)", self._names(row, place, aliases))

    def _names(self, row: Row, place: int, aliases: list[str]) -> set[NameRow]:
        spelled = row.country in self._transliterated and row.level in _SPELLED
        city = {"geonameid": place, "name": row.name, "alternatenames": aliases}
        return {n for n in city_names(city, spelled) if n.folded}

    def _source(self, row: Row) -> str:
        note = f"; {row.derived}" if row.derived else ""
        return f"{self._about.file}, row {row.id or row.line} ({self._about.licence}){note}"


_META = ("name", "file", "kind", "licence", "added", "etag", "rows", "flagged")


def sources(base: Path) -> list[PlaceSource]:
    """The sources beside the base index, oldest first: where two know a place, the later one counts."""
    return sorted((described(path) for path in source_files(base)), key=lambda s: (s.added, s.name))


def described(path: Path) -> PlaceSource:
    """What a source's file says of itself. Raises StorageError where it is damaged."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            found = dict(db.execute("SELECT key, value FROM meta"))
        if found.pop("schema") == SCHEMA:
            return PlaceSource(**{**found, "rows": int(found["rows"]), "flagged": int(found["flagged"])})
    except (sqlite3.Error, KeyError, TypeError, ValueError):
        pass
    raise StorageError(
        f"{path}: a damaged list of places, or one of another version; import it again, or run: "
        f"witnessmark gazetteer remove {path.stem}"
    )


def remove_source(base: Path, name: str) -> bool:
    """Remove a source, whether it can be read or not; False where there is none of this name.

    The merged index goes first: wherever this is stopped, no place of a list that is gone is left behind.
    """
    path = folder(base) / f"{name}.sqlite"
    if path not in source_files(base):
        return False
    try:
        forget_merged(base)
        path.unlink()
    except OSError as error:
        raise StorageError(
            f"{path}: cannot be removed ({error.strerror}); remove the file by hand"
        ) from error
    return True
