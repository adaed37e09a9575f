"""Traces: what linking left of each document, as rows, and what it asks of them when others come.

Thrown away and rebuilt with the views. Keys are numbers in tables of their own, so that a document finds the
few others that share one however many there are.
"""

import json
import struct
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Max, QuerySet

from witnessmark.model.ids import canonical_json
from witnessmark.model.reading import Reading
from witnessmark.model.trace import Account, Trace
from witnessmark.store import models, queries
from witnessmark.store.faults import translated
from witnessmark.store.shape import key, storable

_ASK = 900  # ids in one question, as in chain
_BATCH = 10_000  # rows written in one call
V = TypeVar("V")
Row = models.TraceRow | models.AccountRow


def put(using: str, traces: Iterable[Trace]) -> Iterator[Row]:
    """Write these traces beside those that are there; the rows that were written."""
    at, told = _last(using, models.TraceRow), _last(using, models.AccountRow)
    for some in chunks(traces, _ASK):
        rows = [_row(n, trace) for n, trace in enumerate(some, at + 1)]
        listed = [(row.position, a) for row, trace in zip(rows, some, strict=True) for a in trace.accounts]
        accounts = [_report(n, trace, account) for n, (trace, account) in enumerate(listed, told + 1)]
        at, told = at + len(rows), told + len(accounts)
        models.TraceRow.objects.using(using).bulk_create(rows)
        models.AccountRow.objects.using(using).bulk_create(accounts)
        _write(using, "INSERT INTO {} (key, owner) VALUES (%s, %s)", rows, accounts)
        yield from rows
        yield from accounts


def take(using: str, docs: Iterable[str]) -> Iterator[Row]:
    """Take away the traces of these documents; the rows that were there."""
    for some in chunks(map(key, docs), _ASK):
        rows = list(models.TraceRow.objects.using(using).filter(doc__in=some))
        accounts = list(_accounts(using, [row.position for row in rows]))
        _write(using, "DELETE FROM {} WHERE key = %s AND owner = %s", rows, accounts)
        for asked in chunks([a.position for a in accounts], _ASK):
            models.AccountRow.objects.using(using).filter(position__in=asked).delete()
        models.TraceRow.objects.using(using).filter(doc__in=some).delete()
        yield from rows
        yield from accounts


def other(using: str, traces: Iterable[Trace]) -> list[Trace]:
    """Those of these traces that are not there as they are."""
    out: list[Trace] = []
    for some in chunks(traces, _ASK):
        rows = models.TraceRow.objects.using(using).filter(doc__in=[key(t.doc) for t in some])
        known = set(rows.values_list("doc", "cell", "publisher", "signature"))
        out += [t for t in some if (key(t.doc), key(t.cell), _quoted(t.publisher), t.signature) not in known]
    return out


def clear(using: str) -> None:
    """Take all away."""
    for model in (models.MeetingRow, models.TieRow, models.AccountRow, models.TraceRow):
        model.objects.using(using).all().delete()


def publishers(using: str) -> dict[str, str]:
    """Documents with the names of their publishers."""
    with translated(using):
        named = models.TraceRow.objects.using(using).exclude(publisher=_quoted(""))
        rows = named.values_list("name", "publisher")
        return {_plain(name): _plain(publisher) for name, publisher in rows.iterator()}


def problems(using: str) -> Iterator[str]:
    """One line where documents are found by other keys than those they were linked by."""
    for model, index in ((models.TraceRow, models.TieRow), (models.AccountRow, models.MeetingRow)):
        rows = model.objects.using(using).values_list("position", "keys").iterator()
        kept = _sum((k, position) for position, packed in rows for k in _unpacked(packed))
        if kept != _sum(index.objects.using(using).values_list("key", "owner").iterator()):
            yield f"{models.table(index)}: its keys were edited: run `witnessmark rebuild`"


def _sum(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """How many pairs, and the sum of their hashes: the same for the same pairs in any order."""
    number = total = 0
    for pair in pairs:
        number, total = number + 1, total + hash(pair)
    return number, total


class Shelf:
    """The traces of an open case, as linking asks for them."""

    def __init__(self, using: str) -> None:
        self._using = using

    def cells(self, docs: Collection[str]) -> set[str]:
        """All documents of the cells that these are in."""
        every = models.TraceRow.objects.using(self._using)
        homes = set(self._ask(every, "doc", map(key, docs), "cell"))
        return set(map(_plain, self._ask(every, "cell", homes, "name")))

    def readings(self, docs: Collection[str]) -> Sequence[Reading]:
        """What is in force of these documents."""
        return tuple(queries.readings_of(self._using, docs))

    def traces(self, docs: Collection[str]) -> Mapping[str, Trace]:
        """The traces of those among these documents that were linked."""
        found: dict[str, Trace] = {}
        with translated(self._using):
            for some in chunks(map(key, docs), _ASK):
                rows = list(models.TraceRow.objects.using(self._using).filter(doc__in=some))
                told = _told(self._using, rows)
                found.update((_plain(row.name), told[row.position]) for row in rows)
        return found

    def tied(self, keys: Collection[int]) -> set[str]:
        """The documents whose traces have one of these keys."""
        owners = set(self._ask(models.TieRow.objects.using(self._using), "key", keys, "owner"))
        found = self._ask(models.TraceRow.objects.using(self._using), "position", owners, "name")
        return set(map(_plain, found))

    def meeting(self, keys: Collection[int]) -> Sequence[tuple[str, Account]]:
        """The reports that have one of these keys, with their documents."""
        owners = sorted(set(self._ask(models.MeetingRow.objects.using(self._using), "key", keys, "owner")))
        found: list[tuple[str, Account]] = []
        with translated(self._using):
            for some in chunks(owners, _ASK):
                rows = list(models.AccountRow.objects.using(self._using).filter(position__in=some))
                names = _named(self._using, {row.trace for row in rows})
                found += [(names[row.trace], _account(row)) for row in rows]
        return found

    def _ask(self, rows: QuerySet[Any], column: str, values: Iterable[object], wanted: str) -> Iterator[Any]:
        with translated(self._using):
            for some in chunks(values, _ASK):
                yield from rows.filter(**{f"{column}__in": some}).values_list(wanted, flat=True)


def _row(position: int, trace: Trace) -> models.TraceRow:
    name, publisher, keys = _quoted(trace.doc), _quoted(trace.publisher), _packed(trace.keys)
    return models.TraceRow(position, key(trace.doc), name, key(trace.cell), publisher, keys, trace.signature)


def _report(position: int, trace: int, account: Account) -> models.AccountRow:
    name, keys = _quoted(account.name), _packed(account.keys)
    return models.AccountRow(position, trace, name, keys, storable(account.weighed))


def _packed(keys: Iterable[int]) -> str:
    """Keys as text: eight bytes each, the least first, in base 64."""
    numbers = sorted(keys)
    return b64encode(struct.pack(f"<{len(numbers)}q", *numbers)).decode()


def _unpacked(text: str) -> tuple[int, ...]:
    data = b64decode(text)
    return struct.unpack(f"<{len(data) // 8}q", data)


def _quoted(name: str) -> str:
    """A name as both databases take it and give it back, whatever is in it."""
    return storable(canonical_json(name))


def _plain(quoted: str) -> str:
    plain: str = json.loads(quoted)
    return plain


def _told(using: str, rows: Sequence[models.TraceRow]) -> dict[int, Trace]:
    """The traces of these rows by position."""
    by_trace: dict[int, list[Account]] = defaultdict(list)
    for account in sorted(_accounts(using, [row.position for row in rows]), key=lambda a: a.position):
        by_trace[account.trace].append(_account(account))
    return {
        row.position: Trace(
            _plain(row.name), row.cell, _plain(row.publisher), _unpacked(row.keys),
            tuple(by_trace[row.position]), row.signature,
        )
        for row in rows
    }  # fmt: skip


def _account(row: models.AccountRow) -> Account:
    return Account(_plain(row.name), _unpacked(row.keys), row.record)


def _accounts(using: str, traces: Sequence[int]) -> Iterator[models.AccountRow]:
    for some in chunks(traces, _ASK):
        yield from models.AccountRow.objects.using(using).filter(trace__in=some)


def _named(using: str, positions: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in chunks(positions, _ASK):
        asked = models.TraceRow.objects.using(using).filter(position__in=some)
        found.update((position, _plain(name)) for position, name in asked.values_list("position", "name"))
    return found


def _last(using: str, model: type[models.TraceRow] | type[models.AccountRow]) -> int:
    return model.objects.using(using).aggregate(last=Max("position"))["last"] or 0


def _write(
    using: str, statement: str, rows: Sequence[models.TraceRow], accounts: Sequence[models.AccountRow]
) -> None:
    """Run a statement on every key of these rows: many millions of pairs, without an object for each."""
    index: tuple[tuple[type[models.KeyRow], Sequence[Row]], ...] = (
        (models.TieRow, rows),
        (models.MeetingRow, accounts),
    )
    with connections[using].cursor() as cursor:
        for model, owners in index:
            pairs = sorted((k, row.position) for row in owners for k in _unpacked(row.keys))
            for some in chunks(pairs, _BATCH):
                cursor.executemany(statement.format(models.table(model)), some)


def chunks(values: Iterable[V], size: int) -> Iterator[list[V]]:
    """The values in their order, so many at a time."""
    some: list[V] = []
    for value in values:
        some.append(value)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
