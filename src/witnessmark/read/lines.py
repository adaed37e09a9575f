"""Documents as JSON lines, read one line at a time: the file may be larger than memory."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from witnessmark.errors import EmptyError, ItemError, UnreadableError
from witnessmark.model.failure import Failure
from witnessmark.read.draft import Draft, failure
from witnessmark.read.limits import MAX_TEXT_BYTES, bounded
from witnessmark.read.page_html import page_draft

_CHUNK = 1_000_000
_BOM = b"\xef\xbb\xbf"


def read_lines(stream: BinaryIO, path: str, name: str) -> Iterator[Draft | Failure]:
    """One document a line; a broken line is a failure `path:number`, and the rest goes on.

    A `path` that ends in a line number itself starts there. Raises EmptyError for a file without any line.
    """
    for item in split(stream, path):
        if isinstance(item, Failure):
            yield item
            continue
        where, line = item
        try:
            yield parse_line(line.rstrip(b"\r\n"), where, name)
        except ItemError as error:
            yield failure(where, error)


def split(stream: BinaryIO, path: str) -> Iterator[tuple[str, bytes] | Failure]:
    """Each line that holds something, with its `path:number`, or the failure of one that is too long.

    `path` as in `read_lines`; raises EmptyError as it does.
    """
    path, number = _start(path)
    seen = False
    while line := stream.readline(MAX_TEXT_BYTES + 1):
        number += 1
        whole = line.endswith(b"\n") or len(line) <= MAX_TEXT_BYTES
        if whole and not line.removeprefix(_BOM).strip():
            continue
        seen = True
        if whole:
            yield f"{path}:{number}", line
        else:
            _skip(stream)
            most = MAX_TEXT_BYTES // 1_000_000
            error = UnreadableError(f"the line is longer than {most} MB; split the document")
            yield failure(f"{path}:{number}", error)
    if not seen:
        raise EmptyError("the file is empty; remove it or add documents, one JSON object a line")


def parse_line(line: bytes, where: str, name: str) -> Draft:
    """The draft of one line's bytes; raises UnreadableError and EmptyError."""
    record = _object(line)
    text, html = _field(record, "text"), _field(record, "html")
    if text is None and html is None:
        raise UnreadableError('the object has neither "text" nor "html"; give it one of them')
    if not (text or html or "").strip():
        raise EmptyError("the document's text is empty; remove the line or add the text")
    draft = Draft(
        path=where,
        name=name,
        data=line,
        text=bounded(text or ""),
        format="jsonl",
        id=_id(record),
        title=_field(record, "title"),
        published=_field(record, "published"),
        publisher=_field(record, "publisher"),
        url=_field(record, "url"),
        language=_field(record, "language"),
    )
    return draft if text is not None else page_draft(html or "", draft)


def _start(path: str) -> tuple[str, int]:
    file, colon, number = path.rpartition(":")
    return (file, int(number) - 1) if colon and number.isdecimal() else (path, 0)


def _object(line: bytes) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"the line is not UTF-8 (byte {error.start}); save the file as UTF-8"
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"the line is not JSON ({error.msg}, column {error.colno}); repair it"
        ) from error
    except (RecursionError, ValueError) as error:
        raise UnreadableError("the line is not a JSON document that can be read; repair it") from error
    if not isinstance(record, dict):
        raise UnreadableError('the line is not a JSON object; write {"id": ..., "text": ...}')
    return record


def _field(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise UnreadableError(f'"{name}" must be a string, not {type(value).__name__}')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise UnreadableError(f'"{name}" holds half of a surrogate pair; repair its \\u escapes') from error
    return value


def _id(record: dict[str, Any]) -> str | None:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    name = _field(record, "id")
    if name is not None and not name.strip():
        raise UnreadableError('"id" is empty; give the document an id or leave the field out')
    return name


def _skip(stream: BinaryIO) -> None:
    """Read on to the end of an over-long line without keeping it."""
    while chunk := stream.readline(_CHUNK):
        if chunk.endswith(b"\n"):
            return
