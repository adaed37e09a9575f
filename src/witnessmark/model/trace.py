"""What is kept of a document once it was linked, by which a later one finds those it may be tied to."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from witnessmark.model.ids import canonical_json


@dataclass(frozen=True, slots=True)
class Account:
    """One report of an event in a document: the keys it meets others by, and what it is weighed by."""

    name: str
    keys: tuple[int, ...]  # signed, of 64 bits
    weighed: str  # canonical JSON, for `link` alone to read


@dataclass(frozen=True, slots=True)
class Trace:
    """A document as linking found it.

    Documents of one cell were linked together; nothing in another cell has any bearing on them.
    """

    doc: str
    cell: str  # the least id of the documents in its cell
    publisher: str  # who published it, or empty where nobody is named
    keys: tuple[int, ...]  # documents of several cells that share one of these have to be linked together
    accounts: tuple[Account, ...]
    signature: str  # of all that another document could be tied by


def signature(keys: Iterable[int], accounts: Iterable[Account]) -> str:
    """The SHA-256 of keys and reports: as long as it stays the same, nothing else can be tied to it."""
    told = [[a.name, sorted(a.keys), a.weighed] for a in accounts]
    return sha256(canonical_json([sorted(keys), told]).encode()).hexdigest()
