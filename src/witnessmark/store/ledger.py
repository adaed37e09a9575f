"""The only writers of the ledger. Each call is one transaction: all of it is kept, or none.

Every function skips what is there already, so that an interrupted run repeated from its start ends in the
ledger of an uninterrupted one. The caller holds the writer's lock, but to decide. `using` is the alias of the
open case.
"""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from witnessmark.errors import DuplicateIdError, UsageError
from witnessmark.model.decision import Decision, repeats, settled
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.reading import Reading
from witnessmark.model.record import Record, to_record
from witnessmark.store import judging, lookups, quotes
from witnessmark.store.chain import alone, append, heads
from witnessmark.store.faults import writing
from witnessmark.store.models import (
    LEDGERS,
    CaptureRow,
    ClaimRow,
    DecisionRow,
    DocumentRow,
    FailureRow,
    LedgerRow,
    MentionRow,
    ReadingRow,
    RelationRow,
    RunRow,
)
from witnessmark.store.shape import Entry, entry, key


def capture(using: str, path: str, sha256: str, size: int) -> bool:
    """Note that bytes now in the vault were received under the name `path`; whether that is new."""
    record = {"record": "capture", "path": path, "sha256": sha256, "size": size}
    with writing(using):
        return append(using, CaptureRow, [entry(CaptureRow, record)]) > 0


def record(using: str, reading: Reading) -> bool:
    """Keep a document with all that was found in it; whether anything is new.

    A reading that differs from the last one of its document (a later version of the program found more)
    is added beside it and is in force from then on. Raises QuoteError, and DuplicateIdError when other
    bytes were recorded under the document's id.
    """
    quotes.check(reading)
    with writing(using):
        document = _document(using, reading.document)
        parts = {
            "claims": _entries(ClaimRow, reading.claims, document),
            "timexes": _entries(MentionRow, reading.timexes, document),
            "places": _entries(MentionRow, reading.places, document),
            "relations": _entries(RelationRow, reading.relations, document),
        }
        found = {name: list(dict.fromkeys(e.id for e in entries)) for name, entries in parts.items()}
        content: Record = {"record": "reading", "doc": reading.document.id, "document": document, **found}
        last = _last_reading(using, reading.document.id)
        if last and {**json.loads(last.record), **content} == json.loads(last.record):
            return False
        append(using, ClaimRow, parts["claims"])
        append(using, MentionRow, [*parts["timexes"], *parts["places"]])
        append(using, RelationRow, parts["relations"])
        content["supersedes"] = last.record_id if last else None
        content["arrival"] = last.arrival if last else _arrivals(using) + 1
        return append(using, ReadingRow, [entry(ReadingRow, content)]) > 0


def fail(using: str, *failures: Failure) -> bool:
    """Keep failures; whether any is new."""
    with writing(using):
        return append(using, FailureRow, [entry(FailureRow, to_record(f)) for f in failures]) > 0


def decide(using: str, decisions: Sequence[Decision], seen: Collection[str] | None = None) -> bool:
    """Keep decisions, all or none; whether any is new. Needs no writer's lock: one after another is kept.

    Where `seen` names the decisions that were known, what the same person sent since in the same words is not
    kept again, unless some of it is new or they said otherwise after it. Raises UsageError for a taken id and
    for what names nothing the case holds, and QuoteError.
    """
    with writing(using):
        alone(using, DecisionRow)
        new = 0
        known = () if seen is None else _since(using, decisions, seen)
        if all(repeats(d, known) for d in decisions):  # a part of an act left out would not be undone with it
            return False
        for decision in decisions:
            item = entry(DecisionRow, to_record(decision))
            rows = DecisionRow.objects.using(using)
            if rows.filter(decision_id=key(decision.id)).exclude(record_id=item.id).exists():
                raise UsageError(f"decision {decision.id}: another decision has this id: give it its own")
            judging.check(using, decision)
            new += append(using, DecisionRow, [item])
        return new > 0


def _since(using: str, decisions: Sequence[Decision], seen: Collection[str]) -> list[Decision]:
    """Each person's last word on the same after the last that was seen, where it was not taken back."""
    made = lookups.decisions_on(using, {name for d in decisions for name in d.subject})
    begin = max((n for n, d in enumerate(made, 1) if d.id in seen), default=0)
    gone = settled(made).gone
    return list({(d.by, d.subject): d for d in made[begin:] if d.id not in gone}.values())


def begin_run(using: str, command: str, version: str, parameters: Mapping[str, object]) -> str:
    """Note the start of a command, with the heads of all chains; the id of the run."""
    return _run(using, "begin", {"command": command, "version": version, "parameters": dict(parameters)})


def finish_run(using: str, run: str, counts: Mapping[str, int]) -> str:
    """Note the end of a run, which seals the heads of all chains; the id of the note."""
    return _run(using, "finish", {"run": run, "counts": dict(counts)})


def _run(using: str, event: str, content: Record) -> str:
    with writing(using):
        note = {"record": "run", "event": event, **content}
        note["at"] = datetime.now(UTC).isoformat(timespec="seconds")
        note["heads"] = heads(using, LEDGERS)
        item = entry(RunRow, note)
        append(using, RunRow, [item])
        return item.id


def _entries(model: type[LedgerRow], values: tuple[object, ...], document: str) -> list[Entry]:
    return [entry(model, to_record(value), document_id=document) for value in values]


def _document(using: str, document: Document) -> str:
    others = DocumentRow.objects.using(using).filter(doc=key(document.id))
    if others.exclude(sha256=document.sha256).exists():
        raise DuplicateIdError(
            f"{document.path}: the case holds another document with the id {document.id!r}: give one of "
            "them an id of its own"
        )
    item = entry(DocumentRow, to_record(document))
    append(using, DocumentRow, [item])
    return item.id


def _last_reading(using: str, doc: str) -> ReadingRow | None:
    return ReadingRow.objects.using(using).filter(doc=key(doc)).order_by("-seq").first()


def _arrivals(using: str) -> int:
    last = ReadingRow.objects.using(using).order_by("-arrival").first()
    return last.arrival if last else 0
