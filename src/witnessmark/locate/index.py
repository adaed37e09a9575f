"""The index file: one SQLite database, written aside and swapped in whole.

A reader sees the old file or the new one, never half of one: rows go to a temporary file beside the target,
which replaces it only when complete and flushed to disk.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from witnessmark.errors import StorageError
from witnessmark.locate.entry import NameRow, PlaceRow

SCHEMA = "10"

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
CREATE TABLE details (place INTEGER PRIMARY KEY, pcode TEXT NOT NULL);
"""


def write_index(
    path: Path, places: Iterable[PlaceRow], names: Iterable[NameRow], meta: dict[str, str]
) -> None:
    """Write an index to `path` in one step.

    A row whose coordinates are out of range, or whose id came before, is refused with StorageError naming it;
    so is a disk that does not take the file. On any error the file at `path` is as it was.
    """
    swap_in(path, lambda part: _fill(part, places, names, meta))


def swap_in(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a file beside `path`, readable by the user alone, and put it there when it is whole.

    On any error the file at `path` is as it was. Raises StorageError where the disk refuses.
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
        write(part)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error  # without the name of the file beside it
        raise StorageError(
            f"{path}: the gazetteer was not written ({why}); the old one is kept: free space there, or set "
            "XDG_CACHE_HOME, and run the command again"
        ) from error
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
    _check_whole(path)
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


def whole(path: Path) -> bool:
    """Whether there is an index at `path` that can be opened."""
    try:
        open_index(path).close()
    except StorageError:
        return False
    return True


def _check_whole(path: Path) -> None:
    """SQLite itself notices a file that was cut off only when it comes to the missing part."""
    try:
        with path.open("rb") as stream:
            head = stream.read(100)
            size = stream.seek(0, os.SEEK_END)
    except OSError as error:
        raise StorageError(f"{path}: not a readable gazetteer ({error.strerror})") from error
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if head[:16] != b"SQLite format 3\0" or size != pages * (65_536 if page == 1 else page):
        raise StorageError(f"{path}: not a readable gazetteer (half-written, or not one)")
