"""Where sources and the merged index lie, and one writer at a time.

Beside the base index: `places/NAME.sqlite` for each source, `merged-....sqlite` for both together. All
of it can be read by the user alone: a list of hospitals or shelters may put people at risk.
"""

import fcntl
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from witnessmark.errors import StorageError
from witnessmark.text.names import fold

PRIVATE = 0o600
GAZETTEER = "gazetteer"  # the lock of all that writes lists and indexes
_FOLDER, _OPEN_FOLDER = "places", 0o700
_NAME = re.compile(r"[^a-z0-9]+")


def folder(base: Path) -> Path:
    """The directory of the sources that belong to the base index at `base`."""
    return base.parent / _FOLDER


def source_files(base: Path) -> list[Path]:
    """The files of all sources, by name."""
    return sorted(folder(base).glob("*.sqlite"))


def source_name(text: str) -> str:
    """A file's or a user's name for a source in plain letters: `Health sites 2024` is `health-sites-2024`."""
    plain = _NAME.sub("-", fold(text)).strip("-")[:60]
    return plain or f"list-{hashlib.sha256(text.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


def merged_path(base: Path) -> Path:
    """The index of base and sources as they are now: a source that changes changes the name."""
    digest = hashlib.sha256(base.name.encode())
    for path in (base, *source_files(base)):
        seen = path.stat()
        digest.update(f"{path.name} {seen.st_size} {seen.st_mtime_ns} {seen.st_ino}".encode())
    return base.parent / f"merged-{digest.hexdigest()[:16]}.sqlite"


def made(path: Path) -> Path:
    """The directory, made if need be and closed to other users. Raises StorageError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if path.name == _FOLDER:
            path.chmod(_OPEN_FOLDER)
    except OSError as error:
        raise StorageError(
            f"{path}: cannot keep places here ({error.strerror}); set XDG_CACHE_HOME to a directory that can "
            "be written"
        ) from error
    return path


@contextmanager
def writing(base: Path, what: str = GAZETTEER) -> Iterator[None]:
    """One process at a time changes the gazetteer; the next waits. The lock ends with its process."""
    path = made(base.parent) / f"{what}.lock"
    try:
        stream = path.open("a+")
    except OSError as error:
        raise StorageError(f"{path}: cannot be written ({error.strerror}); set XDG_CACHE_HOME") from error
    with stream:
        path.chmod(PRIVATE)
        fcntl.flock(stream, fcntl.LOCK_EX)
        if what == GAZETTEER:
            _sweep(base)
        yield


def forget_merged(base: Path, keep: Path | None = None) -> None:
    """Remove merged indexes except `keep`; a process that has one open keeps reading it."""
    for old in base.parent.glob("merged-*.sqlite"):
        if old != keep:
            with suppress(OSError):
                old.unlink()


def _sweep(base: Path) -> None:
    """Remove what a writer that was killed left half-written: it may hold the places of a private list."""
    for old in (*folder(base).glob("*.part"), *base.parent.glob("merged-*.part")):
        with suppress(OSError):
            old.unlink()
