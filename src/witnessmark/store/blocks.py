"""The columns of incidents on disk: blocks of a thousand, kept up with the views and read when they changed.

Every open case of a process shares what was read, since it never changes; a change of the views means reading
the few blocks they touched.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock

from django.db import connections
from django.db.models import Max

from witnessmark.model.incident import Incident
from witnessmark.store import models
from witnessmark.store.columns import Columns, columns_of, joined, unpacked
from witnessmark.store.faults import translated
from witnessmark.store.index_tables import BlockRow, TermRow, TextRow
from witnessmark.store.listing import Listing, Terms
from witnessmark.store.shape import key
from witnessmark.store.traces import chunks

SIZE = 1024  # incidents of a block: some 100 kB, packed and read in milliseconds
_ASK = 900  # ids in one question, as in chain
_CASES = 4  # whose columns are kept in memory

Changes = tuple[list[BlockRow | TermRow], list[BlockRow | TermRow]]  # rows that were there, rows that are


def clear(using: str) -> int:
    """Take all away; the number of the last term, which none after it may have."""
    last = _last_term(using)
    BlockRow.objects.using(using).all().delete()
    TermRow.objects.using(using).all().delete()
    return last


def renew(
    using: str, gone: Iterable[int], added: Sequence[tuple[int, Incident]], last_term: int | None = None
) -> Changes:
    """Take the incidents of these positions out of the columns, and put others in; the rows that changed."""
    terms = _Numbering(using, _last_term(using) if last_term is None else last_term)
    leaving, coming = defaultdict(list), defaultdict(list)
    for position in gone:
        leaving[position // SIZE].append(position)
    for position, incident in added:
        coming[position // SIZE].append((position, incident))
    taken: list[BlockRow | TermRow] = []
    put: list[BlockRow] = []
    for number in sorted({*leaving, *coming}):
        row = BlockRow.objects.using(using).filter(position=number).first()
        parts = []
        if row is not None:
            taken.append(row)
            parts.append(unpacked(row.data).without(leaving[number]))
        documents = _documents(using, {doc for _, i in coming[number] for doc in i.documents})
        parts.append(columns_of(coming[number], terms.number, documents))
        put.append(_block(number, joined(parts)))
    BlockRow.objects.using(using).filter(position__in=[row.position for row in taken]).delete()
    for some in chunks(put, 50):
        BlockRow.objects.using(using).bulk_create(some)
    return taken, [*put, *terms.save()]


def listing(using: str) -> Listing:
    """The columns of the views as they are now."""
    settings = connections.settings[using]
    place = str([settings[name] for name in ("NAME", "HOST", "PORT")])
    with _lock, translated(using):
        kept = _cases.pop(place, None) or _Kept()
        _cases[place] = kept  # the one asked for last is the last to go
        while len(_cases) > _CASES:
            del _cases[next(iter(_cases))]
        return kept.now(using)


@dataclass
class _Kept:
    """What was read of a case."""

    blocks: dict[int, tuple[str, Columns]] = field(default_factory=dict)
    terms: list[tuple[int, str, str]] = field(default_factory=list)
    listing: Listing | None = None

    def now(self, using: str) -> Listing:
        state = _state(using)
        while self.listing is None or self.listing.state != state:
            self._read(using)
            if _state(using) == state:  # nobody replaced them meanwhile
                self.listing = Listing.of(state, joined([c for _, c in self.blocks.values()]), self._terms())
            state = _state(using)
        return self.listing

    def _read(self, using: str) -> None:
        rows = BlockRow.objects.using(using)
        stamps = dict(rows.order_by("position").values_list("position", "stamp"))
        known = {n: kept for n, kept in self.blocks.items() if stamps.get(n) == kept[0]}
        for some in chunks((n for n in stamps if n not in known), 50):
            for row in rows.filter(position__in=some):
                known[row.position] = row.stamp, unpacked(row.data)
        self.blocks = dict(sorted(known.items()))
        every = TermRow.objects.using(using).order_by("position").values_list("position", "axis", "term")
        last = self.terms[-1] if self.terms else (0, "", "")
        if last not in every.filter(position=last[0]):  # made anew, or another case restored in its place
            self.terms, last = [], (0, "", "")
        self.terms += every.filter(position__gt=last[0])

    def _terms(self) -> Terms:
        axes: dict[str, dict[str, int]] = defaultdict(dict)
        for number, axis, term in self.terms:
            axes[axis][term] = number
        return Terms(
            axes, {n: term for n, _, term in self.terms}, 1 + (self.terms[-1][0] if self.terms else 0)
        )


_cases: dict[str, _Kept] = {}
_lock = Lock()


class _Numbering:
    """The numbers of terms, those of new ones included."""

    def __init__(self, using: str, last: int) -> None:
        self._using = using
        self._last = last
        self._known = {
            (axis, term): n
            for n, axis, term in TermRow.objects.using(using).values_list("position", "axis", "term")
        }
        self._new: list[TermRow] = []

    def number(self, axis: str, term: str) -> int:
        told = axis, key(term)
        if told not in self._known:
            self._last += 1
            self._known[told] = self._last
            self._new.append(TermRow(self._last, axis, told[1]))
        return self._known[told]

    def save(self) -> list[TermRow]:
        TermRow.objects.using(self._using).bulk_create(self._new)
        return self._new


def _last_term(using: str) -> int:
    return TermRow.objects.using(using).aggregate(last=Max("position"))["last"] or 0


def _block(number: int, columns: Columns) -> BlockRow:
    data = columns.packed()
    return BlockRow(number, sha256(data.encode()).hexdigest(), data)


def _documents(using: str, docs: Iterable[str]) -> dict[str, tuple[int, str]]:
    """The place in the ledger and the language of documents as they are read now."""
    found: dict[str, tuple[int, str]] = {}
    for some in chunks(sorted(docs), _ASK):
        asked = {key(doc): doc for doc in some}
        rows = models.ReadingRow.objects.using(using).filter(doc__in=asked).order_by("seq")
        places = dict(rows.values_list("doc", "document__seq"))
        languages = dict(
            TextRow.objects.using(using)
            .filter(position__in=list(places.values()))
            .values_list("position", "language")
        )
        found.update((asked[doc], (seq, languages[seq])) for doc, seq in places.items())
    return found


def _state(using: str) -> str:
    row = models.ViewState.objects.using(using).first()
    return row.heads if row else ""
