"""Text of a file of places, also in a zip; what cannot be decoded is kept, for its row to be flagged."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from witnessmark.errors import EmptyError, UnreadableError

# GeoNames' file of all countries has 1.7 GB; what unpacks to more is no list of places.
LARGEST = 4 * 2**30
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ENCRYPTED = 1  # of a zip entry's flags
_NO_LINE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_NO_UTF8 = re.compile(r"[\udc80-\udcff]")
_NO_TEXT = (".xlsx", ".xls", ".ods", ".shp", ".kml", ".kmz", ".gpkg", ".pdf", ".sqlite")


@contextmanager
def opened(path: Path, encoding: str | None = None) -> Iterator[tuple[str, IO[str]]]:
    """The name and the text of a file, or of the one list of places in a zip.

    UTF-8, or UTF-16 with its mark, unless `encoding` says another; bytes that are none become surrogates.
    Raises UnreadableError or EmptyError, naming the file and the remedy.
    """
    if path.suffix.lower() in _NO_TEXT:
        raise UnreadableError(f"{path}: not a text file; save or export it as CSV (UTF-8) or GeoJSON")
    try:
        with path.open("rb") as raw:
            start = raw.read(4)
            if not start.strip():
                raise EmptyError(f"{path}: the file is empty; remove it, or fetch it again")
            raw.seek(0)
            if start[:2] == b"PK":
                with _unpacked(path, raw) as (name, inner):
                    yield name, _text(inner, b"", encoding)
            else:
                yield path.name, _text(raw, start, encoding)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise UnreadableError(f"{path}: a damaged or half-written zip ({error}); fetch it again") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"{path}: not whole text of its encoding; save it as UTF-8") from error
    except OSError as error:
        raise UnreadableError(f"{path}: {(error.strerror or str(error)).lower()}; check the path") from error


@contextmanager
def _unpacked(path: Path, raw: IO[bytes]) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(raw) as packed:
        inside = [i for i in packed.infolist() if not i.is_dir() and i.filename.lower() != "readme.txt"]
        if len(inside) != 1:
            raise UnreadableError(
                f"{path}: holds {len(inside)} files, not one list; unpack it and import one"
            )
        if inside[0].flag_bits & _ENCRYPTED:
            raise UnreadableError(f"{path}: a zip with a password; unpack it and import the list in it")
        if inside[0].file_size > LARGEST:
            raise UnreadableError(
                f"{path}: unpacks to more than {LARGEST >> 30} GB; import one country at a time"
            )
        with packed.open(inside[0]) as inner:
            yield PurePosixPath(inside[0].filename).name, inner


def check_text(path: Path, first: str) -> None:
    """Raise UnreadableError unless a file that begins with this line may be a list of places."""
    if _NO_LINE.search(first):
        raise UnreadableError(f"{path}: not text; export it as CSV or GeoJSON, or name its --encoding")
    if _NO_UTF8.search(first):
        raise UnreadableError(f"{path}:1: not UTF-8; save the file as UTF-8, or name its --encoding")
    if first.lstrip().startswith("<"):
        raise UnreadableError(f"{path}: a web page or XML, no list of places; export it as CSV or GeoJSON")


def _text(raw: IO[bytes], start: bytes, given: str | None) -> IO[str]:
    encoding = given or ("utf-16" if start[:2] in _UTF16 else "utf-8-sig")
    wide = encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32"))
    return io.TextIOWrapper(raw, encoding, "strict" if wide else "surrogateescape", newline="")
