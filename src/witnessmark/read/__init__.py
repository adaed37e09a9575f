"""Reading: bytes as received become documents with zones, dates, publisher and language.

A format is one module with a reader, listed in pieces.FORMATS; nothing else knows which formats there are.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.read.draft import Draft
from witnessmark.read.finish import finish
from witnessmark.read.pieces import FORMATS, NOT_YET, Piece, drafts, piece_of, pieces
from witnessmark.read.seen import Seen
from witnessmark.read.zones import zones
from witnessmark.workers import ordered


def read(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
    jobs: int = 1,
) -> Iterator[Document | Failure]:
    """Every document under `paths`, and a failure for everything that is none; nothing is dropped.

    A path is a file, a folder, or "-" for standard input (`stdin`, else the process's own). `published` is
    the publication date of all of them where the caller knows it; dates after `today` are not believed.
    Documents come in the order of the paths, a folder's sorted by name, one at a time. An id comes out once.
    `jobs` processes share the work (see `workers.ordered`).
    """
    seen = Seen()
    work = partial(documents, published=published, today=today or _today())
    for found in ordered(work, pieces(paths, stdin), jobs):
        for item in found:
            yield item if isinstance(item, Failure) else seen.check(item)


def documents(
    piece: Piece | Failure, *, published: date | None = None, today: date | None = None
) -> list[Document | Failure]:
    """What one piece holds, as in `read`; what came before it is not known here, so ids may repeat."""
    if isinstance(piece, Failure):
        return [piece]
    day = today or _today()
    return [finish(item, published, day) if isinstance(item, Draft) else item for item in drafts(piece)]


def received(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
) -> Iterator[tuple[Document | Failure, bytes | None]]:
    """As `read`, each document with the bytes it was read from (of a .jsonl file: those of its line).

    A document that comes twice with the same text is no failure: it is given again.
    """
    day = today or _today()
    seen = Seen()
    for piece in pieces(paths, stdin):
        if isinstance(piece, Failure):
            yield piece, None
            continue
        for item in drafts(piece):
            if isinstance(item, Draft):
                document = finish(item, published, day)
                yield document if seen.knows(document) else seen.check(document), item.data
            else:
                yield item, None


def read_bytes(
    data: bytes, path: str, *, published: date | None = None, today: date | None = None
) -> Iterator[Document | Failure]:
    """The documents in bytes kept earlier: the same bytes, path and day give the same documents.

    `path` is the path they came under, which names the format; the bytes of one line of a .jsonl file come
    under "file.jsonl:17". "-" and paths without a known suffix are told by content.
    """
    seen = Seen()
    for item in documents(piece_of(data, path), published=published, today=today):
        yield item if isinstance(item, Failure) else seen.check(item)


def _today() -> date:
    return date.today()  # noqa: DTZ011  (a publication day is a local day)


__all__ = [
    "FORMATS", "NOT_YET", "Piece", "Seen", "documents", "pieces", "read", "read_bytes", "received", "zones",
]  # fmt: skip
