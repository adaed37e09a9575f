"""Which view rows a claim or a document is in, and which decisions are about a subject: found by a key alone.

A key is a hash of 64 bits; what it finds is looked at before it is believed.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connections

from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate
from witnessmark.store import models
from witnessmark.store.faults import translated
from witnessmark.store.index_tables import MemberRow
from witnessmark.store.shape import key, value
from witnessmark.store.traces import chunks

_ASK = 900  # keys in one question, as in chain
_BATCH = 10_000  # rows written in one call
_MODELS: tuple[type[models.ViewRow], ...] = (models.LineageRow, models.IncidentRow, models.CandidateRow)


def keys_of(found: Any) -> Iterator[int]:  # noqa: ANN401  (a value of any view)
    """The keys that a value of a view is found by."""
    match found:
        case Incident():
            yield from (number("claim", c) for c in found.claims)
            yield from (number("document", d) for d in found.documents)
        case Lineage():
            yield from (number("lineage", d) for d in found.documents)
        case Candidate():
            yield number("pair", *sorted([found.a, found.b]))
            yield from (number("judged", d) for d in found.judged)


def number(what: str, *names: str) -> int:
    """The key of a thing by its name."""
    told = "\n".join([what, *map(key, names)])
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:8], signed=True)


def put(using: str, rows: Sequence[models.ViewRow], values: Sequence[Any]) -> None:
    """Have the rows of these values found."""
    pairs = ((k, row.position) for row, found in zip(rows, values, strict=True) for k in set(keys_of(found)))
    _write(using, pairs)


def take(using: str, rows: Iterable[models.ViewRow]) -> None:
    """Have these rows found no more."""
    values = ((row.position, value(_where(row), row.record)) for row in rows)
    pairs = [(k, position) for position, found in values for k in set(keys_of(found))]
    with connections[using].cursor() as cursor:
        for some in chunks(pairs, _BATCH):
            cursor.executemany("DELETE FROM view_member WHERE key = %s AND owner = %s", some)


def clear(using: str) -> None:
    """Take all away."""
    MemberRow.objects.using(using).all().delete()


def owners(using: str, model: type[models.KeyRow], keys: Iterable[int]) -> set[int]:
    """The owners of these keys."""
    found: set[int] = set()
    with translated(using):
        for some in chunks(sorted(set(keys)), _ASK):
            rows = model.objects.using(using).filter(key__in=some)
            found.update(rows.values_list("owner", flat=True))
    return found


def rows(using: str, model: type[models.ViewRow], keys: Iterable[int]) -> Iterator[Any]:
    """The values of a view that have one of these keys, some of them by chance."""
    wanted = set(keys)
    with translated(using):
        for some in chunks(sorted(owners(using, MemberRow, wanted)), _ASK):
            for row in model.objects.using(using).filter(position__in=some).order_by("position"):
                found = value(_where(row), row.record)
                if not wanted.isdisjoint(keys_of(found)):
                    yield found


def problems(using: str) -> Iterator[str]:
    """One line where rows are found by other keys than their own."""
    kept = _sum((k, row.position) for model in _MODELS for row in _all(using, model) for k in _own(row))
    if kept != _sum(MemberRow.objects.using(using).values_list("key", "owner").iterator()):
        yield "view_member: its keys were edited: run `witnessmark rebuild`"


def about(decision: Decision) -> set[int]:
    """The keys a decision is found by."""
    return {number("subject", name) for name in named(decision)}


def named(decision: Decision) -> set[str]:
    """What a decision is about or takes back, what it was made in one go with, where a claim it adds is."""
    taken = tuple(name for name in (decision.supersedes, decision.act) if name is not None)
    adds = decision.judgement is Judgement.ADD and decision.content is not None
    home = (str(decision.content["doc"]),) if adds and decision.content else ()
    return {*decision.subject, *taken, *home}


def note(using: str, decisions: Iterable[tuple[int, Decision]]) -> None:
    """Have these decisions, with their places in the ledger, found."""
    pairs = [(k, seq) for seq, decision in decisions for k in about(decision)]
    told = "INSERT INTO view_subject (key, owner) VALUES (%s, %s) ON CONFLICT DO NOTHING"
    with connections[using].cursor() as cursor:
        cursor.executemany(told, pairs)


def _write(using: str, pairs: Iterable[tuple[int, int]]) -> None:
    """Millions of pairs: PostgreSQL copies them, SQLite takes them fastest in the order of its table."""
    with connections[using].cursor() as cursor:
        for some in chunks(pairs, _BATCH):
            if connections[using].vendor == "postgresql":
                with cursor.copy("COPY view_member (key, owner) FROM STDIN") as copy:
                    for pair in some:
                        copy.write_row(pair)
            else:
                cursor.executemany("INSERT INTO view_member (key, owner) VALUES (%s, %s)", sorted(some))


def _all(using: str, model: type[models.ViewRow]) -> Iterator[models.ViewRow]:
    return model.objects.using(using).order_by("position").iterator()


def _own(row: models.ViewRow) -> set[int]:
    return set(keys_of(value(_where(row), row.record)))


def _where(row: models.ViewRow) -> str:
    return f"{models.table(type(row))} row {row.position}"


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """How many pairs, and the sum of their hashes: the same for the same pairs in any order."""
    count = total = 0
    for pair in pairs:
        count, total = count + 1, total + hash(pair)
    return count, total
