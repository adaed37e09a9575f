"""The claims of a run as reconciliation asks for them: who said each, when, and what ties them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from witnessmark.codebook import is_publisher_of
from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.reading import Linkage, Reading

_PARTS = (RelationType.SUBSET_OF, RelationType.SUM, RelationType.PARTIAL_SUM)
_SAME = (RelationType.SAME_CLAIM, RelationType.RESTATES)


@dataclass(frozen=True)
class Ledger:
    """Claims by id, all relations, the voices of each claim and the day each document's report came out.

    The prints of one lineage are one report: it came out when the first of them did. `printed` is the day of
    each print, `not_before` the earliest it can be of, `line` the lineage of each document, `publishers` who
    published each lineage.
    """

    claims: dict[str, Claim]
    relations: tuple[Relation, ...]
    voices: dict[str, tuple[str, ...]]
    published: dict[str, date | None]
    printed: dict[str, date | None]
    not_before: dict[str, date | None]
    line: dict[str, str]
    publishers: dict[str, frozenset[str]]

    @cached_property
    def _onto(self) -> dict[str, list[Relation]]:
        """Relations by the claim they point to."""
        out: dict[str, list[Relation]] = defaultdict(list)
        for rel in self.relations:
            if rel.b in self.claims:
                out[rel.b].append(rel)
        return out

    @cached_property
    def beside(self) -> list[Relation]:
        """Rows of claims that a text tells side by side, in a fixed order: nobody is in two of one row."""
        found = [r for r in self.relations if r.type is RelationType.DERIVED and self.claims.keys() >= {*r.a}]
        return sorted(found, key=lambda r: r.a)

    def _among(self, inside: Iterable[str], *kinds: RelationType) -> Iterator[tuple[str, Relation]]:
        """Relations of these kinds with their target, where that is among `inside`; in a fixed order."""
        for target in sorted(set(inside)):
            for rel in self._onto.get(target, ()):
                if rel.type in kinds:
                    yield target, rel

    def wholes(self, inside: Iterable[str]) -> dict[str, list[str]]:
        """Claim -> the claims it is a part of, both among `inside`; a part in one print is one in all."""
        among = set(inside)
        found: dict[str, list[str]] = defaultdict(list)
        for whole, rel in self._among(among, *_PARTS):
            for a in rel.a:
                if a in among and a != whole and whole not in found[a]:
                    found[a].append(whole)
        out = {claim: list(wholes) for claim, wholes in found.items()}
        for group in classes(sorted(among), self.same(among)):
            of_all = [w for c in group for w in found.get(c, ()) if w not in group]
            out.update({c: list(dict.fromkeys(of_all)) for c in group if of_all})
        return out

    def same(self, inside: Iterable[str]) -> list[tuple[str, str]]:
        """(a, b) of every pair among `inside` that says one thing."""
        among = set(inside)
        return [(a, b) for b, rel in self._among(among, *_SAME) for a in rel.a if a in among]

    def related(self, kind: RelationType, inside: Iterable[str]) -> list[Relation]:
        """Relations of a kind with every end among `inside`."""
        among = set(inside)
        found = [rel for _, rel in self._among(among, kind) if set(rel.a) <= among]
        return sorted(found, key=lambda r: (r.a, r.b or ""))

    def passed_on(self, claim: Claim) -> bool:
        """Whether nobody but the publisher of its report stands behind a claim."""
        own = self.publishers.get(self.line.get(claim.doc, ""), frozenset())
        return all(v in own or is_publisher_of(v) for v in self.voices.get(claim.id, ()))

    def as_of(self, claim: Claim) -> date | None:
        """The day a figure speaks for: its document's publication, else the end of its own window.

        What speaks of a later day as past was said no earlier than that.
        """
        own = (claim.date.end if claim.date else None, self.not_before.get(claim.doc))
        return self.published.get(claim.doc) or max((day for day in own if day), default=None)


def ledger(linkage: Linkage, readings: Sequence[Reading]) -> Ledger:
    """The ledger of a run; independent of the order of `readings`."""
    ordered = sorted(readings, key=lambda r: r.document.id)
    inner = [rel for r in ordered for rel in r.relations]
    relations = sorted((*inner, *linkage.relations), key=lambda r: (r.type, r.a, r.b or "", r.note))
    line = {doc: item.id for item in linkage.lineages for doc in item.documents}
    return Ledger(
        claims={c.id: c for r in ordered for c in r.claims},
        relations=tuple(relations),
        voices=dict(linkage.origins),
        published=_came_out(linkage, ordered),
        printed={r.document.id: r.document.published.day for r in ordered},
        not_before={r.document.id: r.document.published.low for r in ordered},
        line=line,
        publishers=_publishers(line, ordered),
    )


def _publishers(line: dict[str, str], readings: Sequence[Reading]) -> dict[str, frozenset[str]]:
    """Who published the documents of each lineage: what they say of themselves, and where chains end."""
    out: dict[str, set[str]] = defaultdict(set)
    for r in readings:
        own = out[line.get(r.document.id, "")]
        own.update(c.claimants[-1].name for c in r.claims if len(c.claimants) > 1)
        own.update([r.document.publisher] if r.document.publisher else [])
    return {name: frozenset(own) for name, own in out.items()}


def _came_out(linkage: Linkage, readings: Sequence[Reading]) -> dict[str, date | None]:
    days = {r.document.id: r.document.published.day for r in readings}
    out = dict(days)
    for line in linkage.lineages:
        known = [d for doc in line.documents if (d := days.get(doc)) is not None]
        out.update(dict.fromkeys(line.documents, min(known, default=None)))
    return out


def classes(names: Sequence[str], ties: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Names put together by ties, each group in the order of `names`."""
    parent = {n: n for n in names}

    def find(x: str) -> str:
        while parent[x] != x:
            x = parent[x]
        return x

    for a, b in ties:
        low, high = sorted((find(a), find(b)))
        parent[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for n in names:
        groups[find(n)].append(n)
    return list(groups.values())
