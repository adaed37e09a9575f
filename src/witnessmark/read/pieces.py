"""Pieces: what the sources are cut into before any of it is read, so that several processes can read.

A piece is small to hand over: the name of a file, or the bytes of one line.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from witnessmark.errors import ItemError, UnreadableError
from witnessmark.model.failure import Failure
from witnessmark.read.draft import Draft, failure
from witnessmark.read.limits import MAX_HTML_BYTES, MAX_TEXT_BYTES, SNIFF_BYTES
from witnessmark.read.lines import read_lines, split
from witnessmark.read.page_html import read_page
from witnessmark.read.plain import read_plain
from witnessmark.read.sniff import opening, sniff
from witnessmark.read.sources import STDIN, files, os_error, standard_input

Reader = Callable[[BinaryIO, str, str], Iterator[Draft | Failure]]

LINES = ".jsonl"
FORMATS: dict[str, Reader] = {
    ".txt": read_plain,
    ".html": read_page,
    ".htm": read_page,
    LINES: read_lines,
}
# Formats people will bring: known, so that the message can say what to do.
NOT_YET = (".pdf", ".eml", ".warc", ".warc.gz", ".wacz", ".csv", ".docx", ".doc", ".xlsx", ".mht", ".mhtml")

_LINE_NUMBER = re.compile(r":(\d+)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """What is read by itself, in the format of `suffix`: `data`, or the file at `path` where it is None."""

    path: str
    suffix: str
    data: bytes | None = None


def piece_of(data: bytes, path: str) -> Piece:
    """The piece of bytes kept under `path`, which names the format; else it is told by content."""
    return Piece(path, _suffix(path) or sniff(data[:SNIFF_BYTES]), data)


def pieces(paths: Iterable[str | Path], stdin: BinaryIO | None = None) -> Iterator[Piece | Failure]:
    """Everything under `paths` in order, a .jsonl file line by line; failures for what is no piece."""
    for path in paths:
        for file in files(path):
            if isinstance(file, Failure):
                yield file
            elif file == STDIN:
                yield from _of_stdin(standard_input(stdin))
            elif (suffix := _suffix(file)) is None:
                yield failure(file, _unknown(file))
            elif suffix == LINES:
                yield from _of_lines(file)
            else:
                yield Piece(file, suffix)


def drafts(piece: Piece) -> Iterator[Draft | Failure]:
    """The documents in a piece before they are finished, and a failure where there is none."""
    try:
        with _open(piece) as stream:
            yield from FORMATS[piece.suffix](stream, piece.path, _name(piece.path))
    except ItemError as error:
        yield failure(piece.path, error)
    except OSError as error:
        yield failure(piece.path, os_error(error))


def _of_stdin(given: BinaryIO) -> Iterator[Piece | Failure]:
    try:
        head, stream = opening(given)
        suffix = sniff(head)
        if suffix == LINES:
            yield from _lines(stream, STDIN)
        else:  # one byte more than any reader takes, so that it can say so
            yield Piece(STDIN, suffix, stream.read(max(MAX_TEXT_BYTES, MAX_HTML_BYTES) + 1))
    except OSError as error:
        yield failure(STDIN, os_error(error))


def _of_lines(path: str) -> Iterator[Piece | Failure]:
    try:
        with _open(Piece(path, LINES)) as stream:
            yield from _lines(stream, path)
    except OSError as error:
        yield failure(path, os_error(error))


def _lines(stream: BinaryIO, path: str) -> Iterator[Piece | Failure]:
    try:
        for line in split(stream, path):
            yield line if isinstance(line, Failure) else Piece(line[0], LINES, line[1])
    except ItemError as error:
        yield failure(path, error)


def _open(piece: Piece) -> BinaryIO:
    if piece.data is not None:
        return BytesIO(piece.data)
    return open(piece.path, "rb")  # noqa: PTH123  (the path stays as it was given; callers close it)


def _suffix(path: str) -> str | None:
    """The suffix that names a known format, if the path has one."""
    suffix = PurePath(_LINE_NUMBER.sub("", path)).suffix.lower()
    return suffix if suffix in FORMATS else None


def _name(path: str) -> str:
    return PurePath(_LINE_NUMBER.sub("", path)).name or path


def _unknown(path: str) -> UnreadableError:
    known = ", ".join(FORMATS)
    suffix = next((s for s in sorted(NOT_YET, key=len, reverse=True) if path.lower().endswith(s)), None)
    if suffix:
        return UnreadableError(f"{suffix} is not read yet; convert it to text (.txt). Formats read: {known}")
    return UnreadableError(f"not a format that is read ({known}); rename or convert it, or pipe it in as -")
