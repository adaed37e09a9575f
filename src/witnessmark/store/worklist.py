"""What waits for a person: documents nobody read, claims the machine is unsure of, open pairs, failures.

Lists are kept up with the views, so that a page and a number are found by an index. What was decided or came
in since the views were built is taken into account when they are asked for.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Max, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from witnessmark import codebook
from witnessmark.errors import UsageError
from witnessmark.model.claim import Claim
from witnessmark.model.decision import ON_PAIRS, Decision, Judgement, in_force, on_claims, settled
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.listing import WORK_PLACE, Page
from witnessmark.model.pair import Candidate
from witnessmark.store import chain, members, models, queries
from witnessmark.store.faults import translated
from witnessmark.store.index_tables import MemberRow, WorkRow
from witnessmark.store.shape import key, value
from witnessmark.store.traces import chunks

UNREAD, UNSURE, OPEN, AWAITING, FAILED = "unread", "unsure", "open_pairs", "awaiting", "failures"
_NOWHERE = ""  # the home of what is in no document
_ASK = 900  # ids in one question, as in chain
# Within a text quotation marks are escaped, so that this is the claim's own field.
_CONFIDENCE = re.compile(r'"confidence":([0-9.e-]+)')
Row = TypeVar("Row", models.CandidateRow, WorkRow)


@dataclass(frozen=True, slots=True)
class Since:
    """How far the lists go: so many readings, and what was decided since; how many rows each list has."""

    readings: int
    decided: tuple[tuple[int, Decision], ...]  # with their places in the ledger
    listed: Mapping[str, int]

    @property
    def decisions(self) -> list[Decision]:
        return [d for _, d in self.decided]

    @property
    def read(self) -> set[str]:
        return {
            key(name) for d in in_force(self.decisions) if d.judgement is Judgement.READ for name in d.subject
        }

    @property
    def judged(self) -> set[str]:
        return {key(claim) for claim in on_claims(self.decisions)}

    @property
    def answered(self) -> set[str]:
        """Decisions that were confirmed or taken back."""
        confirmed = (name for d in self.decisions if d.judgement is Judgement.CONFIRM for name in d.subject)
        return {key(name) for name in (*confirmed, *(d.supersedes for d in self.decisions if d.supersedes))}

    @property
    def settled(self) -> set[frozenset[str]]:
        return {frozenset(d.subject) for d in in_force(self.decisions) if d.judgement in ON_PAIRS}


def renew(using: str, docs: Collection[str] | None) -> Iterator[tuple[WorkRow, bool]]:
    """Put what waits of these documents, or of all, in the place of what was there.

    Each row that was taken away, with False, and each that was put there, with True.
    """
    every = WorkRow.objects.using(using)
    if docs is None:
        every.all().delete()
    for some in chunks(() if docs is None else (*docs, _NOWHERE), _ASK):
        rows = every.filter(home__in=some)
        yield from ((row, False) for row in list(rows))
        rows.delete()
    decisions = list(queries.decisions(using))
    position = every.aggregate(last=Max("position"))["last"] or 0
    for found in chunks(_waiting(using, docs, decisions), _ASK):
        put = [
            WorkRow(n, what, rank, name, home)
            for n, (what, rank, name, home) in enumerate(found, position + 1)
        ]
        every.bulk_create(put)
        position += len(put)
        yield from ((row, True) for row in put)


def unread(using: str, since: Since, after: str | None, limit: int) -> Page[Document]:
    """Documents nobody marked as read, the last to arrive first."""
    behind, read = _cursor(after), since.read
    new = _arrived(using, since).order_by("-seq")
    new = new.filter(arrival__lt=-behind[0]) if behind else new
    found = [(-float(row.arrival), 0, row.doc) for row in _left(new, "doc", read, limit)]
    if len(found) <= limit:
        rows = _left(_behind(_listed(using, UNREAD), behind), "name", read, limit - len(found))
        found += [(row.rank, row.position, row.name) for row in rows]
    shown = found[:limit]
    known = {key(d.id): d for d in queries.documents_of(using, [doc for _, _, doc in shown])}
    return _page([(rank, at, known[doc]) for rank, at, doc in shown], more=len(found) > limit)


def unsure(using: str, since: Since, after: str | None, limit: int) -> Page[Claim]:
    """Claims not judged and less sure than the codebook's bound, the least sure first."""
    rows = _left(_behind(_listed(using, UNSURE), _cursor(after)), "name", since.judged, limit)
    claims = {key(c.id): c for c in queries.recorded_claims(using, [row.name for row in rows[:limit]])}
    return _page([(r.rank, r.position, claims[r.name]) for r in rows[:limit]], more=len(rows) > limit)


def open_pairs(using: str, since: Since, after: str | None, limit: int) -> Page[Candidate]:
    """Pairs of reports that a person should look at, the most valuable first."""
    rows, judged = models.CandidateRow.objects.using(using).filter(rank__isnull=False), since.settled
    found: list[tuple[float, int, Candidate]] = []
    with translated(using):
        for row in _behind(rows, _cursor(after))[: limit + 1 + len(judged)]:
            candidate: Candidate = value(f"{models.table(type(row))} row {row.position}", row.record)
            if frozenset((candidate.a, candidate.b)) not in judged:
                found.append((row.rank or 0.0, row.position, candidate))
    return _page(found[:limit], more=len(found) > limit)


def numbers(using: str, since: Since) -> dict[str, int]:
    """How long the lists are."""
    with translated(using):
        new, read = _arrived(using, since), since.read
        seen = _listed(using, UNREAD).filter(name__in=read).count() + new.filter(doc__in=read).count()
        gone = _listed(using, AWAITING).filter(name__in=since.answered).count()
        judged = _listed(using, UNSURE).filter(name__in=since.judged).count()
        named = (members.number("pair", *sorted(pair)) for pair in since.settled)
        pairs = members.owners(using, MemberRow, named)
        opened = models.CandidateRow.objects.using(using).filter(position__in=pairs, rank__isnull=False)
        return {
            UNREAD: since.listed.get(UNREAD, 0) + new.count() - seen,
            UNSURE: since.listed.get(UNSURE, 0) - judged,
            OPEN: since.listed.get(OPEN, 0) - opened.count(),
            AWAITING: since.listed.get(AWAITING, 0) - gone + len(settled(since.decisions).awaiting),
            FAILED: chain.head(using, models.FailureRow)[0],
        }


def awaiting(using: str, since: Since, after: str | None, limit: int) -> Page[Decision]:
    """Decisions that count once another person confirms them, the oldest first."""
    behind = _cursor(after)
    rows = _left(_behind(_listed(using, AWAITING), behind), "name", since.answered, limit)
    found = [(row.rank, row.position, row.name) for row in rows]
    open_ = {d.id for d in settled(since.decisions).awaiting}
    new = [(float(seq), 0, key(d.id)) for seq, d in since.decided if d.id in open_]
    found += [told for told in new if behind is None or told[:2] > behind]
    names = [name for _, _, name in found[:limit]]
    rows_of = models.DecisionRow.objects.using(using).filter(decision_id__in=names)
    with translated(using):
        known = {row.decision_id: queries.decision(row) for row in rows_of}
    return _page([(rank, at, known[name]) for rank, at, name in found[:limit]], more=len(found) > limit)


def failures(using: str, after: str | None, limit: int) -> Page[Failure]:
    """Failures, the last first."""
    behind = _cursor(after)
    rows = models.FailureRow.objects.using(using).order_by("-seq")
    with translated(using):
        found = list((rows.filter(seq__lt=behind[1]) if behind else rows)[: limit + 1])
    told = [(0.0, row.seq, value(queries.where(row), row.record)) for row in found[:limit]]
    return _page(told, more=len(found) > limit)


def _waiting(
    using: str, docs: Collection[str] | None, decisions: Sequence[Decision]
) -> Iterator[tuple[str, float, str, str]]:
    """List, rank, name and home of all that waits in these documents, or in all."""
    read = _read(decisions)
    judged = {key(claim) for claim in on_claims(decisions)}
    for decision in settled(decisions).awaiting:
        (place,) = (
            models.DecisionRow.objects.using(using).filter(decision_id=key(decision.id)).values_list("seq")
        )
        yield AWAITING, float(place[0]), key(decision.id), _NOWHERE
    bound = codebook.load().confidence.review_below
    for rows in queries.current(using, docs):
        yield from ((UNREAD, -float(row.arrival), row.doc, row.doc) for row, _ in rows if row.doc not in read)
        homes = {claim: row.doc for row, claims in rows for claim in claims}
        for row_id, name, record in _claims(using, homes):
            sure = _CONFIDENCE.search(record)
            if sure and float(sure[1]) < bound and name not in judged:
                yield UNSURE, float(sure[1]), name, homes[row_id]


def _read(decisions: Sequence[Decision]) -> set[str]:
    """The documents that somebody read."""
    return {key(name) for d in in_force(decisions) if d.judgement is Judgement.READ for name in d.subject}


def _claims(using: str, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for some in chunks(ids, _ASK):
        rows = models.ClaimRow.objects.using(using).filter(record_id__in=some)
        yield from rows.values_list("record_id", "claim_id", "record")


def _arrived(using: str, since: Since) -> QuerySet[models.ReadingRow]:
    """First readings that are in no list yet.

    By their place alone: SQLite would rather go through the index of all that supersede nothing.
    """
    rows = models.ReadingRow.objects.using(using).alias(before=Coalesce("supersedes", Value("")))
    return rows.filter(seq__gt=since.readings, before="")


def _listed(using: str, what: str) -> QuerySet[WorkRow]:
    return WorkRow.objects.using(using).filter(list=what)


def _behind(rows: QuerySet[Row], behind: tuple[float, int] | None) -> QuerySet[Row]:
    if behind is not None:
        rank, position = behind
        rows = rows.filter(rank__gte=rank).exclude(Q(rank=rank) & Q(position__lte=position))
    return rows.order_by("rank", "position")


def _left(rows: QuerySet[Any], column: str, done: Collection[str], limit: int) -> list[Any]:
    """One more than so many of the rows that are not done."""
    with translated(rows.db):
        asked = rows[: limit + 1 + len(done)]
        return [row for row in asked if getattr(row, column) not in done][: limit + 1]


def _cursor(after: str | None) -> tuple[float, int] | None:
    if not after:
        return None
    if not re.fullmatch(WORK_PLACE, after):
        raise UsageError(f"after: {after!r} is no place in a list: leave it out to begin")
    rank, position = after.split(":")
    return float(rank), int(position)


def _page(found: Sequence[tuple[float, int, Any]], *, more: bool) -> Page[Any]:
    after = f"{found[-1][0]!r}:{found[-1][1]}" if more and found else None
    return Page(tuple(item for _, _, item in found), after)
