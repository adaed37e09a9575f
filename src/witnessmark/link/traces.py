"""What linking leaves of each document: what it was linked with, and the keys by which others find it.

Two documents have a bearing on each other when they are in one lineage, an incident or a relation has claims
of both, reports of theirs were clustered together, a judgement names both, or both met in a bucket too full
to compare all of. The cells are what hangs together so: linking the documents of one cell alone gives what
linking everything gives for them.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain

from witnessmark.link.folds import Ground
from witnessmark.link.lineage import published_by
from witnessmark.link.report import Report
from witnessmark.link.row import COLUMNS, Row, row_of
from witnessmark.link.situations import meeting, sort, stretches
from witnessmark.link.stage import Work
from witnessmark.link.statements import in_full
from witnessmark.link.totals import SAME_START_DAYS, successive
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind, RelationType
from witnessmark.model.ids import canonical_json
from witnessmark.model.trace import Account, Trace, signature


def cells(work: Work, bound: Iterable[Iterable[str]] = ()) -> UnionFind:
    """The documents in their cells; `bound` are sets of them that belong together for another reason."""
    known = work.ground.corpus.readings
    sets = UnionFind(known)
    for group in chain(_tied(work), bound):
        held = [doc for doc in group if doc in known]
        for doc in held[1:]:
            sets.join(held[0], doc)
    return sets


def _tied(work: Work) -> Iterator[list[str]]:
    claims, reports = work.ground.corpus.claims, work.events.reports
    yield from (list(line.documents) for line in work.linkage.lineages)
    yield from (list(docs) for docs in work.lines.crowded)
    yield from (list(i.documents) for i in work.linkage.incidents)
    for rel in work.linkage.relations:
        if rel.type is not RelationType.SAME_PUBLISHER_DOCUMENTS:
            ends = (*rel.a, rel.b) if rel.b is not None else rel.a
            yield [claims[end].doc if end in claims else end for end in ends]
    yield from ([reports[name].doc for name in names] for names in work.events.together)


def traces(work: Work, homes: UnionFind) -> Iterator[Trace]:
    """The trace of every document, in order; `homes` are its cells."""
    ground = work.ground
    publishers = published_by(ground.corpus)
    reports: dict[str, list[Report]] = {doc: [] for doc in ground.corpus.readings}
    for report in work.events.reports.values():
        reports[report.doc].append(report)
    for doc, told in reports.items():
        keys = tuple(sorted({_key(k) for k in chain(work.lines.keys(doc), _said(ground, doc))}))
        accounts = tuple(_account(row_of(r)) for r in sorted(told, key=lambda r: r.name))
        yield Trace(doc, homes.find(doc), publishers.get(doc, ""), keys, accounts, signature(keys, accounts))


def _said(ground: Ground, doc: str) -> Iterator[bytes]:
    """What in the claims of a document ties it to others that say it too."""
    for claim in ground.corpus.of(doc):
        voice = ground.own[claim.id]
        if voice.named and (stated := in_full(claim)) is not None:
            yield f"statement {voice.name} {stated}".encode()
        if voice.named and ground.kind[claim.id] is ClaimKind.AGGREGATE_TALLY:
            yield from (f"total {voice.name} {key}".encode() for key in _series(claim))
        kind = sort(ground, claim)
        if kind is not None:
            yield from (f"{kind} {key}".encode() for key in meeting(kind, claim))


def _series(claim: Claim) -> list[str]:
    since = successive(claim)
    if since is None:
        return []
    return [f"{since.measure} {stretch}" for stretch in stretches(since.start, SAME_START_DAYS)]


def _account(given: Row) -> Account:
    # A lineage has another name with every print; which reports are of one lineage others need not know.
    weighed = {name: getattr(given, name) for name in COLUMNS if name not in ("keys", "lineage")}
    keys = [*given.keys, *map(_timeless, filter(_odd, given.keys))] if given.undated else given.keys
    return Account(given.unique_id, tuple(sorted(keys)), canonical_json(weighed))


def row(account: Account) -> Row:
    """The row of a report as it was left, beside one of another lineage."""
    weighed = json.loads(account.weighed)
    return Row(**weighed, keys=[k for k in account.keys if k >= 0], lineage=f"of {weighed['doc']}")


def asked(account: Account) -> list[int]:
    """The keys that those reports have which may meet this one.

    On an odd key only reports without time meet, each other and the rest (`keys`): these have its negative
    too, so that the others find them and not each other.
    """
    if any(k < 0 for k in account.keys):
        return [k for k in account.keys if k >= 0]
    return [_timeless(k) if _odd(k) else k for k in account.keys]


def _odd(key: int) -> bool:
    return key % 2 == 1


def _timeless(key: int) -> int:
    return -key


def _key(name: bytes) -> int:
    """A key as a number for a signed 64-bit column."""
    return int.from_bytes(blake2b(name, digest_size=8).digest()) >> 1
