"""Traces: what linking left of each document, as rows, and what it asks of them when others come.

Thrown away and rebuilt with the views. Keys are numbers in tables of their own, so that a document finds the
few others that share one however many there are.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from django.db import connections
from django.db.models import Count, Max, QuerySet

from witnessmark.model.ids import canonical_json
from witnessmark.model.reading import Reading
from witnessmark.model.trace import Account, Trace, signature
from witnessmark.store import models, queries
from witnessmark.store.faults import translated
from witnessmark.store.shape import key, storable

_ASK = 900  # ids in one question, as in chain
_BATCH = 10_000  # rows written in one call
V = TypeVar("V")


def put(using: str, traces: Iterable[Trace]) -> Iterator[models.TraceRow | models.AccountRow]:
    """Write these traces beside those that are there; the rows that were written."""
    at, told = _last(using, models.TraceRow), _last(using, models.AccountRow)
    for some in chunks(traces, _ASK):
        rows, accounts = [], []
        ties: list[tuple[int, int]] = []
        meetings: list[tuple[int, int]] = []
        for trace in some:
            at += 1
            rows.append(_row(at, trace))
            ties += [(k, at) for k in trace.keys]
            for account in trace.accounts:
                told += 1
                accounts.append(models.AccountRow(told, at, _quoted(account.name), storable(account.weighed)))
                meetings += [(k, told) for k in account.keys]
        models.TraceRow.objects.using(using).bulk_create(rows)
        models.AccountRow.objects.using(using).bulk_create(accounts)
        _fill(using, models.TieRow, ties)
        _fill(using, models.MeetingRow, meetings)
        yield from rows
        yield from accounts


def take(using: str, docs: Iterable[str]) -> Iterator[models.TraceRow | models.AccountRow]:
    """Take away the traces of these documents; the rows that were there."""
    for some in chunks(map(key, docs), _ASK):
        rows = list(models.TraceRow.objects.using(using).filter(doc__in=some))
        accounts = [a for r in chunks([r.position for r in rows], _ASK) for a in _accounts(using, r)]
        for asked in chunks([a.position for a in accounts], _ASK):
            models.MeetingRow.objects.using(using).filter(owner__in=asked).delete()
        for asked in chunks([r.position for r in rows], _ASK):
            models.TieRow.objects.using(using).filter(owner__in=asked).delete()
            models.AccountRow.objects.using(using).filter(trace__in=asked).delete()
            models.TraceRow.objects.using(using).filter(position__in=asked).delete()
        yield from rows
        yield from accounts


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
    """One line for a document whose keys are not those it was linked by."""
    for some in chunks(models.TraceRow.objects.using(using).order_by("position").iterator(), _ASK):
        told = _told(using, some)
        for row in some:
            trace = told[row.position]
            if signature(trace.keys, trace.accounts) != row.signature:
                yield f"{trace.doc}: the keys it is linked by were edited: run `witnessmark rebuild`"


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
                met = _keys(self._using, models.MeetingRow, [row.position for row in rows])
                found += [(names[row.trace], _account(row, met)) for row in rows]
        return found

    def crowds(self, keys: Collection[int], least: int) -> Mapping[int, int]:
        """How many reports have each of these keys, where it is at least so many."""
        out: dict[int, int] = {}
        with translated(self._using):
            for some in chunks(sorted(keys), _ASK):
                asked = models.MeetingRow.objects.using(self._using).filter(key__in=some)
                counted = asked.values("key").annotate(times=Count("id")).filter(times__gte=least)
                out.update(counted.values_list("key", "times"))
        return out

    def _ask(self, rows: QuerySet[Any], column: str, values: Iterable[object], wanted: str) -> Iterator[Any]:
        with translated(self._using):
            for some in chunks(values, _ASK):
                yield from rows.filter(**{f"{column}__in": some}).values_list(wanted, flat=True)


def _row(position: int, trace: Trace) -> models.TraceRow:
    name, publisher = _quoted(trace.doc), _quoted(trace.publisher)
    return models.TraceRow(position, key(trace.doc), name, key(trace.cell), publisher, trace.signature)


def _quoted(name: str) -> str:
    """A name as both databases take it and give it back, whatever is in it."""
    return storable(canonical_json(name))


def _plain(quoted: str) -> str:
    plain: str = json.loads(quoted)
    return plain


def _told(using: str, rows: Sequence[models.TraceRow]) -> dict[int, Trace]:
    """The traces of these rows by position."""
    positions = [row.position for row in rows]
    ties = _keys(using, models.TieRow, positions)
    accounts = list(_accounts(using, positions))
    met = _keys(using, models.MeetingRow, [a.position for a in accounts])
    by_trace: dict[int, list[Account]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.position):
        by_trace[account.trace].append(_account(account, met))
    return {
        row.position: Trace(
            _plain(row.name), row.cell, _plain(row.publisher), tuple(sorted(ties[row.position])),
            tuple(by_trace[row.position]), row.signature,
        )
        for row in rows
    }  # fmt: skip


def _account(row: models.AccountRow, keys: Mapping[int, list[int]]) -> Account:
    return Account(_plain(row.name), tuple(sorted(keys[row.position])), row.record)


def _accounts(using: str, traces: Sequence[int]) -> Iterator[models.AccountRow]:
    for some in chunks(traces, _ASK):
        yield from models.AccountRow.objects.using(using).filter(trace__in=some)


def _named(using: str, positions: Iterable[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for some in chunks(positions, _ASK):
        asked = models.TraceRow.objects.using(using).filter(position__in=some)
        found.update((position, _plain(name)) for position, name in asked.values_list("position", "name"))
    return found


def _keys(using: str, model: type[models.KeyRow], owners: Iterable[int]) -> Mapping[int, list[int]]:
    out: dict[int, list[int]] = defaultdict(list)
    for some in chunks(owners, _ASK):
        for owner, number in model.objects.using(using).filter(owner__in=some).values_list("owner", "key"):
            out[owner].append(number)
    return out


def _last(using: str, model: type[models.TraceRow] | type[models.AccountRow]) -> int:
    return model.objects.using(using).aggregate(last=Max("position"))["last"] or 0


def _fill(using: str, model: type[models.KeyRow], rows: Sequence[tuple[int, int]]) -> None:
    """Many millions of rows of two numbers: without an object for each."""
    with connections[using].cursor() as cursor:
        for some in chunks(rows, _BATCH):
            cursor.executemany(f"INSERT INTO {models.table(model)} (key, owner) VALUES (%s, %s)", some)  # noqa: S608  (our own table names)


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
