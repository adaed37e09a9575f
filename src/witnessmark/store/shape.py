"""The shape of a ledger row: its record as text, its id, and the columns copied out of the record.

Pure functions of the record, used both to write rows and to check them later.
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from witnessmark.errors import IntegrityError
from witnessmark.model.ids import canonical_json
from witnessmark.model.place import Place
from witnessmark.model.record import Record, from_record, place_of
from witnessmark.store import models

_INT8 = 2**63  # what a bigint column holds
_KEY = 500  # characters: at four bytes each below the 2,704 bytes PostgreSQL takes into an index entry
# Fields that do not make a record another one: a document moved to another folder stays the same document.
_NOT_IDENTITY = {"document": ("path",)}

Columns = Mapping[str, Any]  # column -> its value, as the ORM takes it


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to be: everything but its place in the chain."""

    id: str
    record: str
    columns: Columns


def storable(text: str) -> str:
    """The text as both databases take it: a lone surrogate, as in undecodable file names, becomes its escape.

    In JSON text the escape stands for the same character, so that reading it back gives the original.
    """
    return text.encode("utf-8", "backslashreplace").decode()


def column_text(text: str) -> str:
    """As `storable`, and without NUL, which PostgreSQL takes in no text (the record has it escaped)."""
    return storable(text).replace("\0", "\N{REPLACEMENT CHARACTER}")


def key(text: str) -> str:
    """An id given from outside as an indexed column takes it: one too long for an index goes by its hash."""
    column = column_text(text)
    return column if len(column) <= _KEY else hashlib.sha256(column.encode()).hexdigest()


def parse(where: str, text: str) -> Record:
    """The record of a row; raises IntegrityError naming the row when the text is no record."""
    try:
        record = json.loads(text)
    except ValueError as error:
        raise IntegrityError(f"{where}: its record is unreadable: run `witnessmark verify`") from error
    if not isinstance(record, dict) or "record" not in record:
        raise IntegrityError(f"{where}: its record is not one of ours: run `witnessmark verify`")
    return record


def value(where: str, text: str) -> Any:  # noqa: ANN401  (as from_record)
    """The model value of a row's record; raises IntegrityError naming the row when there is none."""
    return _read(where, text, from_record)


def place(where: str, text: str) -> Place | None:
    """The place of an incident's record; raises as `value`."""
    found: Place | None = _read(where, text, place_of)
    return found


def _read(where: str, text: str, read: Callable[[Record], Any]) -> Any:  # noqa: ANN401  (as from_record)
    record = parse(where, text)
    try:
        return read(record)
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityError(f"{where}: its record is not one of ours: run `witnessmark verify`") from error


def bigint(number: int | None) -> int | None:
    """The number, or None where a column cannot hold it: it stays in the record alone."""
    return number if number is not None and -_INT8 <= number < _INT8 else None


def record_id(record: Record) -> str:
    """SHA-256 of what the record says."""
    dropped = _NOT_IDENTITY.get(record["record"], ())
    content = {key: value for key, value in record.items() if key not in dropped}
    return hashlib.sha256(storable(canonical_json(content)).encode()).hexdigest()


def entry(model: type[models.LedgerRow], record: Record, **references: str) -> Entry:
    """The row of `model` for a record; `references` are its foreign keys."""
    columns = {**columns_of(model, record), **references}
    return Entry(record_id(record), storable(canonical_json(record)), columns)


def columns_of(model: type[models.LedgerRow], record: Record) -> Columns:
    """What the columns beside the record must hold."""
    return _COLUMNS.get(model, _none)(record)


def _none(_record: Record) -> Columns:
    return {}


def _capture(r: Record) -> Columns:
    return {"sha256": r["sha256"]}


def _document(r: Record) -> Columns:
    return {"doc": key(r["id"]), "sha256": r["sha256"]}


def _claim(r: Record) -> Columns:
    count = r["count"] or {}
    return {
        "claim_id": key(r["id"]),
        "start": r["start"],
        "end": r["end"],
        "quote": column_text(r["quote"]),
        "count_low": bigint(count.get("low")),
        "count_high": bigint(count.get("high")),
    }


def _mention(r: Record) -> Columns:
    return {"kind": r["record"], "start": r["start"], "end": r["end"]}


def _reading(r: Record) -> Columns:
    return {
        "doc": key(r["doc"]),
        "document_id": r["document"],
        "supersedes": r["supersedes"],
        "arrival": r["arrival"],
        **{part: len(r[part]) for part in ("claims", "timexes", "places", "relations")},
    }


def _decision(r: Record) -> Columns:
    return {"decision_id": key(r["id"]), "human": r["human"]}


def _register(r: Record) -> Columns:
    return {"kind": r["kind"], "run": r["run"]}


def _opening(r: Record) -> Columns:
    return {"at": r["at"]}


def _act(r: Record) -> Columns:
    return {"who": r["who"]}


_COLUMNS: dict[type[models.LedgerRow], Callable[[Record], Columns]] = {
    models.CaptureRow: _capture,
    models.DocumentRow: _document,
    models.ClaimRow: _claim,
    models.MentionRow: _mention,
    models.ReadingRow: _reading,
    models.DecisionRow: _decision,
    models.RegisterRow: _register,
    models.OpeningRow: _opening,
    models.ActRow: _act,
}
