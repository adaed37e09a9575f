"""Formats told apart by content, for bytes that come without a file name."""

import io
import json
import re
from typing import TYPE_CHECKING, BinaryIO

from witnessmark.read.limits import MAX_TEXT_BYTES, SNIFF_BYTES

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|meta|title)\b", re.IGNORECASE)


def sniff(head: bytes) -> str:
    """The suffix of the format `head` opens: .jsonl for a JSON object on the first line, .html for markup."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<") and _HTML.search(start[:SNIFF_BYTES]):
        return ".html"
    return ".jsonl" if _document(start.split(b"\n", 1)[0]) else ".txt"


def opening(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, with its first line whole, and the stream as if they were not yet read."""
    head = stream.read(SNIFF_BYTES)
    if b"\n" not in head.lstrip():
        head += stream.readline(MAX_TEXT_BYTES)
    return head, io.BufferedReader(_Rejoined(head, stream))


class _Rejoined(io.RawIOBase):
    """Bytes already taken from a stream, then the rest of it."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        view = memoryview(buffer).cast("B")
        if not self._head:
            self._head = self._rest.read(len(view))
        part, self._head = self._head[: len(view)], self._head[len(view) :]
        view[: len(part)] = part
        return len(part)


def _document(line: bytes) -> bool:
    if not line.startswith(b"{"):
        return False
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and ("text" in record or "html" in record)
