"""The seal over views and traces: a sum of the hashes of their rows, so that a part of them can be replaced.

It shows rows that something else edited. It is no proof against who can compute it anew, as anybody can who
writes to the database; what proves the ledger is its chain.
"""

import hashlib
from collections.abc import Iterable

from django.db import models as django

from witnessmark.model.ids import canonical_json
from witnessmark.store import models

_SIZE = 1 << 256
NOTHING = f"{0:064x}"  # of no rows


def of(rows: Iterable[django.Model]) -> int:
    """What these rows add to a seal."""
    return sum(_hash(row) for row in rows) % _SIZE


def with_rows(seal: str, *, added: int = 0, taken: int = 0) -> str:
    """The seal once rows were added and taken away."""
    return f"{(int(seal, 16) + added - taken) % _SIZE:064x}"


def _hash(row: django.Model) -> int:
    values = {name: getattr(row, name) for name in models.columns(type(row))}
    told = f"{models.table(type(row))} {canonical_json(values)}"
    return int.from_bytes(hashlib.sha256(told.encode()).digest())
