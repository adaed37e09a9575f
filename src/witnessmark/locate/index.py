"""The index file: one SQLite database, written aside and swapped in whole.

A reader sees the old file or the new one, never half of one: rows go to a temporary file beside the target,
which replaces it only when complete and flushed to disk.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterable
from pathlib import Path

from witnessmark.errors import StorageError
from witnessmark.locate.entry import NameRow, PlaceRow

SCHEMA = "9"

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, country TEXT, admin1_code TEXT,
    admin1 TEXT, lat REAL, lon REAL, population INTEGER NOT NULL, source TEXT NOT NULL, radius REAL,
    capital INTEGER NOT NULL
);
CREATE TABLE names (
    folded TEXT NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL, PRIMARY KEY (folded, place, kind)
) WITHOUT ROWID;
"""


def write_index(
    path: Path, places: Iterable[PlaceRow], names: Iterable[NameRow], meta: dict[str, str]
) -> None:
    """Write an index to `path` in one step.

    A row whose coordinates are out of range, or whose id came before, is refused with StorageError naming it;
    so is a disk that does not take the file. On any error the file at `path` is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise StorageError(
            f"{path}: cannot write the gazetteer here ({error}); set XDG_CACHE_HOME"
        ) from error
    part = Path(name)
    try:
        _fill(part, places, names, meta)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"{path}: the gazetteer was not written ({error}); the old one is kept") from error
    finally:
        part.unlink(missing_ok=True)


def _fill(part: Path, places: Iterable[PlaceRow], names: Iterable[NameRow], meta: dict[str, str]) -> None:
    with sqlite3.connect(part, isolation_level=None) as db:
        # the file is thrown away on any failure, so no journal is needed
        db.execute("PRAGMA journal_mode=OFF")
        db.execute("PRAGMA synchronous=OFF")
        db.execute("PRAGMA page_size=8192")
        db.executescript(_TABLES)
        db.execute("BEGIN")
        db.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (_checked(p) for p in places))
        # sorted rows append to the b-tree instead of splitting its pages
        db.executemany("INSERT OR IGNORE INTO names VALUES (?,?,?)", sorted(names))
        db.execute("CREATE INDEX by_place ON names (place)")
        db.executemany("INSERT INTO meta VALUES (?,?)", {"schema": SCHEMA, **meta}.items())
        db.execute("COMMIT")
    db.close()


def _checked(row: PlaceRow) -> PlaceRow:
    known = row.lat is not None and row.lon is not None
    if known and not (-90 <= (row.lat or 0) <= 90 and -180 <= (row.lon or 0) <= 180):
        raise StorageError(f"place {row.id} {row.name!r}: {row.lat}, {row.lon} is no latitude and longitude")
    return row


def open_index(path: Path) -> sqlite3.Connection:
    """A read-only connection to a complete index.

    Raises StorageError where the file is missing, not an index, or of another schema.
    """
    try:
        # immutable: the file is never changed in place, so no locks are needed
        db = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        found = dict(db.execute("SELECT key, value FROM meta"))
    except sqlite3.Error as error:
        raise StorageError(f"{path}: not a readable gazetteer ({error})") from error
    if found.get("schema") != SCHEMA:
        db.close()
        raise StorageError(f"{path}: a gazetteer of another version")
    return db
