"""The only readers of the ledger: rows back to model values, in a stable order.

Nothing here takes a lock; what a writer adds meanwhile is seen whole or not at all.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum

from witnessmark.errors import IntegrityError, UsageError
from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.ids import canonical_json
from witnessmark.model.reading import Reading
from witnessmark.model.record import Record
from witnessmark.model.revision import added_claim
from witnessmark.store import chain, models
from witnessmark.store.faults import translated
from witnessmark.store.shape import key, parse, value

_CHUNK = 50  # documents fetched together: a few thousand rows, some megabytes
_MANY = 2  # enough to know that an id is not meant alone
_ASK = 900  # ids in one question, as in chain

_PARTS: dict[str, type[models.LedgerRow]] = {
    "claims": models.ClaimRow,
    "timexes": models.MentionRow,
    "places": models.MentionRow,
    "relations": models.RelationRow,
}


def readings(using: str) -> Iterator[Reading]:
    """Every document with what is in force of it, in order of first arrival."""
    for rows in _current_chunks(using):
        yield from _read(using, rows)


def readings_of(using: str, docs: Iterable[str]) -> Iterator[Reading]:
    """Those of these documents that the case holds, with what is in force of them."""
    wanted = sorted({key(doc) for doc in docs})
    for i in range(0, len(wanted), _CHUNK):
        with translated(using):
            rows = list(_current(using).filter(doc__in=wanted[i : i + _CHUNK]).order_by("arrival"))
        yield from _read(using, rows)


def documents_of(using: str, docs: Iterable[str]) -> list[Document]:
    """Those of these documents that the case holds, as last read, without what was found in them."""
    wanted = sorted({key(doc) for doc in docs})
    with translated(using):
        rows = [
            row
            for i in range(0, len(wanted), _ASK)
            for row in _current(using).filter(doc__in=wanted[i : i + _ASK])
        ]
    return list(_fetch(using, models.DocumentRow, [row.document_id for row in rows]).values())


def readings_after(using: str, after: int, most: int) -> list[tuple[int, Reading]]:
    """At most so many documents that arrived after a place: their places, and what is in force of them."""
    with translated(using):
        rows = list(_current(using).filter(arrival__gt=after).order_by("arrival")[:most])
    return list(zip((row.arrival for row in rows), _read(using, rows), strict=True))


def current(
    using: str, docs: Iterable[str] | None = None
) -> Iterator[list[tuple[models.ReadingRow, list[str]]]]:
    """The readings in force of documents of these keys, or of all, with the row ids of their claims."""
    if docs is None:
        chunks: Iterable[Sequence[models.ReadingRow]] = _current_chunks(using)
    else:
        wanted = sorted(docs)
        asked = (wanted[i : i + _ASK] for i in range(0, len(wanted), _ASK))
        chunks = (list(_current(using).filter(doc__in=some).order_by("arrival")) for some in asked)
    for rows in chunks:
        yield [(row, parts["claims"]) for row, parts in zip(rows, _lists(rows), strict=True)]


def _read(using: str, rows: Sequence[models.ReadingRow]) -> Iterator[Reading]:
    lists = _lists(rows)
    documents = _fetch(using, models.DocumentRow, [r["document"] for r in lists])
    found = {
        part: _fetch(using, model, [i for r in lists for i in r[part]]) for part, model in _PARTS.items()
    }
    for r in lists:
        parts = {part: tuple(found[part][i] for i in r[part]) for part in _PARTS}
        yield Reading(document=documents[r["document"]], **parts)


def homes(using: str, names: Iterable[str]) -> dict[str, str]:
    """The document of every claim and document that has one of these ids; claims people added included."""
    wanted = set(names)
    found = read_homes(using, wanted)
    if left := wanted - found.keys():
        found.update((c.id, c.doc) for c in _added(using) if c.id in left)
    return found


def read_homes(using: str, names: Iterable[str]) -> dict[str, str]:
    """The document of every document, and of every claim that was read, that has one of these ids."""
    wanted = sorted(set(names))
    found: dict[str, str] = {}
    with translated(using):
        for i in range(0, len(wanted), _ASK):
            asked = {key(name): name for name in wanted[i : i + _ASK]}
            rows = models.ReadingRow.objects.using(using).filter(doc__in=asked)
            found.update((asked[doc], asked[doc]) for doc in rows.values_list("doc", flat=True))
            claims = models.ClaimRow.objects.using(using).filter(claim_id__in=asked).order_by("seq")
            read = claims.values_list("claim_id", "record")
            found.update((asked[c], json.loads(text)["doc"]) for c, text in read)
    return found


# How the record of a decision has it that it adds a claim; within a text its quotation marks are escaped.
_ADDS = f'"judgement":"{Judgement.ADD}"'


def _added(using: str) -> Iterator[Claim]:
    """The claims that people ever added; of other decisions none is read."""
    with translated(using):
        for row in models.DecisionRow.objects.using(using).filter(record__contains=_ADDS).order_by("seq"):
            yield added_claim(decision(row))


def claims(using: str) -> Iterator[Claim]:
    """Every claim in force, by document and then in the order it was found."""
    for rows in _current_chunks(using):
        ids = [i for r in _lists(rows) for i in r["claims"]]
        found = _fetch(using, models.ClaimRow, ids)
        yield from (found[i] for i in ids)


def document(using: str, doc: str) -> Document:
    """The document of that id as last read; raises UsageError when there is none."""
    with translated(using):
        row = models.ReadingRow.objects.using(using).filter(doc=key(doc)).order_by("-seq").first()
    if row is None:
        raise UsageError(f"{doc}: the case holds no document with this id")
    found: Document = _fetch(using, models.DocumentRow, [row.document_id])[row.document_id]
    return found


def read_anew(using: str, after: int) -> list[tuple[Document, Document]]:
    """The documents read otherwise than before by the readings behind that place: as they were, and are."""
    every = models.ReadingRow.objects.using(using)
    with translated(using):
        new = list(every.filter(seq__gt=after, supersedes__isnull=False).order_by("seq"))
        old = every.in_bulk([r.supersedes for r in new], field_name="record_id")
    pairs = [(old[r.supersedes].document_id, r.document_id) for r in new if r.supersedes]
    documents = _fetch(using, models.DocumentRow, [name for pair in pairs for name in pair])
    return [(documents[was], documents[now]) for was, now in pairs]


def subject(using: str, name: str) -> str:
    """The id of a claim or document in force; `name` is the id, or how it alone begins.

    Raises UsageError where there is none, or more than one.
    """
    wanted = key(name)
    with translated(using):
        current = _current(using)
        documents = current.filter(doc__startswith=wanted).values_list("doc", flat=True)
        read = models.ClaimRow.objects.using(using).filter(claim_id__startswith=wanted)
        found = {*documents[:_MANY], *read.values_list("claim_id", flat=True).distinct()[:_MANY]}
    found |= {c.id for c in _added(using) if c.id.startswith(wanted)}
    if wanted in found:
        return name
    if len(found) != 1 or not name:
        what = (
            "several claims or documents begin so: give more of the id" if found else "no claim or document"
        )
        raise UsageError(f"{name}: {what}; review and claims list their ids")
    return found.pop()


def failures(using: str) -> Iterator[Failure]:
    """Every failure ever recorded, in order."""
    yield from _values(using, models.FailureRow)


def decisions(using: str) -> Iterator[Decision]:
    """Every decision ever recorded, in order, those taken back included."""
    yield from _values(using, models.DecisionRow)


def decided_after(using: str, known: int) -> list[tuple[int, Decision]]:
    """The decisions recorded after the first `known`, in order, with their places."""
    with translated(using):
        rows = models.DecisionRow.objects.using(using).filter(seq__gt=known).order_by("seq")
        return [(row.seq, decision(row)) for row in rows]


def decision(row: models.DecisionRow) -> Decision:
    """The decision of a row."""
    found: Decision = value(where(row), row.record)
    return found


def recorded_claims(using: str, ids: Iterable[str]) -> list[Claim]:
    """The claims of these ids as last recorded, in order of ids; those in force no longer included.

    So are those that people added.
    """
    wanted = set(ids)
    found = read_claims(using, wanted)
    if left := wanted - found.keys():
        found.update((c.id, c) for c in _added(using) if c.id in left)
    return [found[name] for name in sorted(found)]


def read_claims(using: str, ids: Iterable[str]) -> dict[str, Claim]:
    """The claims of these ids that were ever read, as last recorded."""
    wanted = sorted(set(ids))
    found: dict[str, Claim] = {}
    with translated(using):
        for i in range(0, len(wanted), _ASK):
            names = [key(c) for c in wanted[i : i + _ASK]]
            asked = models.ClaimRow.objects.using(using).filter(claim_id__in=names).order_by("seq")
            found.update((c.id, c) for c in (value(where(row), row.record) for row in asked))
    return found


def counts(using: str) -> dict[str, int]:
    """How many of each thing the case holds; claims and the like as in force, the rest as recorded."""
    with translated(using):
        sums = _current(using).aggregate(**{part: Sum(part) for part in _PARTS})
        return {
            "captures": models.CaptureRow.objects.using(using).count(),
            "documents": _current(using).count(),
            **{part: sums[part] or 0 for part in _PARTS},
            "decisions": models.DecisionRow.objects.using(using).count(),
            "failures": models.FailureRow.objects.using(using).count(),
            "lineages": models.LineageRow.objects.using(using).count(),
            "incidents": models.IncidentRow.objects.using(using).count(),
            "figures": models.FigureRow.objects.using(using).count(),
        }


def arrived(using: str) -> int:
    """How many documents there are: each arrived once, and none ever leaves."""
    with translated(using):
        last = models.ReadingRow.objects.using(using).order_by("-arrival")
        return last.values_list("arrival", flat=True).first() or 0


def in_other_languages(using: str, languages: Iterable[str]) -> int:
    """How many documents are in another language than these, as last read; none of them is fetched.

    Where a text has the same words as a record its quotation marks are escaped.
    """
    these = Q()
    for language in languages:
        for end in ('"', "-"):
            these |= Q(document__record__contains=f'"language":"{language}{end}')
    with translated(using):
        return _current(using).exclude(these).count()


def unfinished_runs(using: str) -> list[str]:
    """The commands of runs that began and did not end: interrupted, or still at work.

    One whose command was repeated later with the same parameters, and then ended, is made good and left out.
    """
    begun: dict[str, Record] = {}
    for row in rows(using, models.RunRow):
        note = parse(where(row), row.record)
        if note["event"] == "begin":
            begun[row.record_id] = note
        elif note["run"] in begun:
            done = _task(begun[note["run"]])
            begun = {run: other for run, other in begun.items() if _task(other) != done}
    return [f"{note['command']} of {note['at']}" for note in begun.values()]


def _task(note: Record) -> tuple[str, str]:
    return note["command"], canonical_json(note["parameters"])


def rows(using: str, model: type[models.LedgerRow]) -> Iterator[models.LedgerRow]:
    """The rows of one ledger, in order."""
    with translated(using):
        yield from model.objects.using(using).order_by("seq").iterator()


def dump(using: str, ledgers: Iterable[type[models.LedgerRow]]) -> Iterator[str]:
    """The rows of ledgers as JSON lines with all their columns: equal dumps are equal ledgers."""
    for model in ledgers:
        names = models.columns(model)
        for row in rows(using, model):
            line = {n: getattr(row, n) for n in names}
            yield canonical_json({"ledger": chain.name(model), **line, "record": json.loads(row.record)})


def where(row: models.LedgerRow) -> str:
    """How messages name a row."""
    return f"{chain.name(type(row))} row {row.seq}"


def _lists(rows: Sequence[models.ReadingRow]) -> list[Record]:
    return [parse(where(row), row.record) for row in rows]


def _values(using: str, model: type[models.LedgerRow]) -> Iterator[Any]:
    yield from (value(where(row), row.record) for row in rows(using, model))


def _current(using: str) -> "QuerySet[models.ReadingRow]":
    every = models.ReadingRow.objects.using(using)
    later = every.filter(supersedes=OuterRef("record_id"))
    return every.filter(~Exists(later))


def _current_chunks(using: str) -> Iterator[Sequence[models.ReadingRow]]:
    after = 0
    while True:
        with translated(using):
            chunk = list(_current(using).filter(arrival__gt=after).order_by("arrival")[:_CHUNK])
        if not chunk:
            return
        yield chunk
        after = chunk[-1].arrival


def _fetch(using: str, model: type[models.LedgerRow], ids: Sequence[str]) -> dict[str, Any]:
    """Model values by row id; raises IntegrityError when a row is missing."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Any] = {}
    with translated(using):
        for i in range(0, len(wanted), _ASK):
            asked = model.objects.using(using).filter(record_id__in=wanted[i : i + _ASK])
            found.update((row.record_id, value(where(row), row.record)) for row in asked)
    missing = [row_id for row_id in wanted if row_id not in found]
    if missing:
        raise IntegrityError(
            f"{chain.name(model)} {missing[0]} is listed but not in the ledger: run `witnessmark verify`"
        )
    return found
