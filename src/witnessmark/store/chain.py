"""Chains: each ledger row carries a hash of the row before it, so that no row can change or vanish unseen.

`row_hash = SHA-256(prev_hash + canonical JSON of [seq, record_id, record])`; the `prev_hash` of the first row
is the SHA-256 of the ledger's name. No clock, no machine and no user enters a row outside the ledgers of runs
and of the register of sites, so the same documents in the same order give the same hashes anywhere.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from django.db import connections

from witnessmark.errors import IntegrityError
from witnessmark.model.ids import canonical_json
from witnessmark.store.layout import Heads
from witnessmark.store.models import LEDGERS, LedgerRow, table
from witnessmark.store.shape import Entry

_ASK = 900  # ids in one question: below the 999 variables older SQLite allows in a statement


def name(model: type[LedgerRow]) -> str:
    """The ledger's name in heads and dumps, such as `claim`."""
    return table(model).removeprefix("ledger_")


def genesis(model: type[LedgerRow]) -> str:
    """What the first row of a ledger is chained onto."""
    return hashlib.sha256(f"witnessmark ledger {name(model)}".encode()).hexdigest()


def row_hash(prev_hash: str, seq: int, record_id: str, record: str) -> str:
    """The hash of a row with this place and content."""
    content = canonical_json([seq, record_id, record])
    return hashlib.sha256((prev_hash + content).encode()).hexdigest()


def append(using: str, model: type[LedgerRow], entries: Sequence[Entry]) -> int:
    """Chain the entries that are not there yet onto the ledger, in their order; how many were new.

    The caller holds a transaction, and the writer's lock or the ledger `alone`.
    """
    fresh = {e.id: e for e in entries}
    for known in _known(using, model, list(fresh)):
        del fresh[known]
    if not fresh:
        return 0
    seq, prev = head(using, model)
    rows = []
    for item in fresh.values():
        seq += 1
        own = row_hash(prev, seq, item.id, item.record)
        rows.append(
            model(
                seq=seq, record_id=item.id, record=item.record, prev_hash=prev, row_hash=own, **item.columns
            )
        )
        prev = own
    model.objects.using(using).bulk_create(rows)
    return len(rows)


def append_next(using: str, model: type[LedgerRow], item: Entry) -> None:
    """Chain one row that is to be there afterwards; raises IntegrityError where the database swallowed it."""
    seq, _ = head(using, model)
    append(using, model, [item])
    if head(using, model)[0] != seq + 1:
        raise IntegrityError(
            f"the database did not keep a row of the ledger of {name(model)}s, so nothing was done: run "
            "`witnessmark verify`"
        )


def alone(using: str, model: type[LedgerRow]) -> None:
    """Wait until nobody else adds to this ledger, to the end of the transaction.

    SQLite's transactions begin with the write lock, so that there is nothing to wait for.
    """
    connection = connections[using]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table(model)} IN SHARE ROW EXCLUSIVE MODE")


def head(using: str, model: type[LedgerRow]) -> tuple[int, str]:
    """How many rows the chain has, and the hash of the last."""
    last = model.objects.using(using).order_by("-seq").values_list("seq", "row_hash").first()
    return last or (0, genesis(model))


def heads(using: str, models: Iterable[type[LedgerRow]] = LEDGERS) -> Heads:
    """The heads of several chains by name."""
    return {name(model): head(using, model) for model in models}


def _known(using: str, model: type[LedgerRow], ids: list[str]) -> Iterator[str]:
    for i in range(0, len(ids), _ASK):
        asked = model.objects.using(using).filter(record_id__in=ids[i : i + _ASK])
        yield from asked.values_list("record_id", flat=True)
