"""Reading: bytes as received become documents with zones, dates, publisher and language.

A format is one module with a reader, listed in FORMATS; nothing else knows which formats there are.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path, PurePath
from typing import BinaryIO

from witnessmark.errors import ItemError, UnreadableError
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.read.draft import Draft, failure
from witnessmark.read.finish import finish
from witnessmark.read.limits import SNIFF_BYTES
from witnessmark.read.lines import read_lines
from witnessmark.read.page_html import read_page
from witnessmark.read.plain import read_plain
from witnessmark.read.seen import Seen
from witnessmark.read.sniff import opening, sniff
from witnessmark.read.sources import STDIN, files, os_error, standard_input
from witnessmark.read.zones import zones

Reader = Callable[[BinaryIO, str, str], Iterator[Draft | Failure]]

FORMATS: dict[str, Reader] = {
    ".txt": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".jsonl": read_lines,
}
# Formats people will bring: known, so that the message can say what to do.
NOT_YET = (".pdf", ".eml", ".warc", ".warc.gz", ".wacz", ".csv", ".docx", ".doc", ".xlsx", ".mht", ".mhtml")

_LINE_NUMBER = re.compile(r":(\d+)$")


def read(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
) -> Iterator[Document | Failure]:
    """Every document under `paths`, and a failure for everything that is none; nothing is dropped.

    A path is a file, a folder, or "-" for standard input (`stdin`, else the process's own). `published` is
    the publication date of all of them where the caller knows it; dates after `today` are not believed.
    Documents come in the order of the paths, a folder's sorted by name, one at a time. An id comes out once.
    """
    for item, _ in received(paths, published=published, stdin=stdin, today=today):
        yield item


def received(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
) -> Iterator[tuple[Document | Failure, bytes | None]]:
    """As `read`, each document with the bytes it was read from (of a .jsonl file: those of its line)."""
    day = today or _today()
    seen = Seen()
    for path in paths:
        for file in files(path):
            if isinstance(file, Failure):
                yield file, None
                continue
            for item in _file(file, stdin):
                if isinstance(item, Draft):
                    yield seen.check(finish(item, published, day)), item.data
                else:
                    yield item, None


def read_bytes(
    data: bytes, path: str, *, published: date | None = None, today: date | None = None
) -> Iterator[Document | Failure]:
    """The documents in bytes kept earlier: the same bytes, path and day give the same documents.

    `path` is the path they came under, which names the format; the bytes of one line of a .jsonl file come
    under "file.jsonl:17". "-" and paths without a known suffix are told by content.
    """
    day = today or _today()
    seen = Seen()
    for item in _stream(io.BytesIO(data), path, _reader(path) or FORMATS[sniff(data[:SNIFF_BYTES])]):
        yield seen.check(finish(item, published, day)) if isinstance(item, Draft) else item


def _today() -> date:
    return date.today()  # noqa: DTZ011  (a publication day is a local day)


def _reader(path: str) -> Reader | None:
    return FORMATS.get(PurePath(_LINE_NUMBER.sub("", path)).suffix.lower())


def _file(path: str, stdin: BinaryIO | None) -> Iterator[Draft | Failure]:
    if path == STDIN:
        head, stream = opening(standard_input(stdin))
        yield from _stream(stream, path, FORMATS[sniff(head)])
        return
    reader = _reader(path)
    if reader is None:
        yield failure(path, _unknown(path))
        return
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  (the path stays as it was given)
            yield from _stream(stream, path, reader)
    except OSError as error:
        yield failure(path, os_error(error))


def _stream(stream: BinaryIO, path: str, reader: Reader) -> Iterator[Draft | Failure]:
    try:
        yield from reader(stream, path, _name(path))
    except ItemError as error:
        yield failure(path, error)
    except OSError as error:
        yield failure(path, os_error(error))


def _name(path: str) -> str:
    return PurePath(_LINE_NUMBER.sub("", path)).name or path


def _unknown(path: str) -> UnreadableError:
    known = ", ".join(FORMATS)
    suffix = next((s for s in sorted(NOT_YET, key=len, reverse=True) if path.lower().endswith(s)), None)
    if suffix:
        return UnreadableError(f"{suffix} is not read yet; convert it to text (.txt). Formats read: {known}")
    return UnreadableError(f"not a format that is read ({known}); rename or convert it, or pipe it in as -")


__all__ = ["FORMATS", "NOT_YET", "read", "read_bytes", "received", "zones"]
