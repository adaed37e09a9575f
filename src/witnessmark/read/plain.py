"""Plain text files."""

from collections.abc import Iterator
from typing import BinaryIO

from witnessmark.errors import UnreadableError
from witnessmark.model.failure import Failure
from witnessmark.read.decode import Decoded, decode, newlines
from witnessmark.read.draft import Draft, failure
from witnessmark.read.limits import MAX_TEXT_BYTES, bounded


def read_plain(stream: BinaryIO, path: str, name: str) -> Iterator[Draft | Failure]:
    """One document: the text as `open(path).read()` gives it, without a byte-order mark.

    Raises EmptyError and UnreadableError.
    """
    data = whole(stream, MAX_TEXT_BYTES)
    decoded = decode(data)
    yield Draft(path, name, data, bounded(newlines(decoded.text)), "text", decoded.encoding)
    yield from damage(path, decoded)


def whole(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of the stream; raises UnreadableError above `limit`, without reading further."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(
            f"the document is larger than {limit // 1_000_000} MB; split it into one file a report, "
            "or into .jsonl with one report a line"
        )
    return data


def damage(path: str, decoded: Decoded) -> Iterator[Failure]:
    """The warning that a kept document has characters its bytes did not give."""
    if decoded.replaced:
        error = UnreadableError(
            f"{decoded.replaced} bytes are not valid {decoded.encoding} and read as U+FFFD; the document is "
            "kept, check it against the original"
        )
        yield failure(path, error)
