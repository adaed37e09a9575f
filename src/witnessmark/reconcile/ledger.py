"""The claims of a run as reconciliation asks for them: who said each, when, and what ties them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.reading import Linkage, Reading

_PARTS = (RelationType.SUBSET_OF, RelationType.SUM, RelationType.PARTIAL_SUM)
_SAME = (RelationType.SAME_CLAIM, RelationType.RESTATES)


@dataclass(frozen=True)
class Ledger:
    """Claims by id, all relations, the voices of each claim and the day each document was published."""

    claims: dict[str, Claim]
    relations: tuple[Relation, ...]
    voices: dict[str, tuple[str, ...]]
    published: dict[str, date | None]

    def wholes(self, inside: Iterable[str]) -> dict[str, list[str]]:
        """Claim -> the claims it is a part of, both among `inside`, nearest text order first."""
        among = set(inside)
        out: dict[str, set[str]] = defaultdict(set)
        for rel in self.relations:
            if rel.type in _PARTS and rel.b in among:
                for a in rel.a:
                    if a in among and a != rel.b:
                        out[a].add(rel.b)
        return {a: sorted(bs) for a, bs in out.items()}

    def same(self, inside: Iterable[str]) -> list[tuple[str, str]]:
        """(a, b) of every pair among `inside` that says one thing."""
        among = set(inside)
        return [
            (a, rel.b)
            for rel in self.relations
            if rel.type in _SAME and rel.b in among
            for a in rel.a
            if a in among
        ]

    def related(self, kind: RelationType, inside: Iterable[str]) -> list[Relation]:
        """Relations of a kind with every end among `inside`."""
        among = set(inside)
        return [r for r in self.relations if r.type is kind and r.b in among and set(r.a) <= among]

    def as_of(self, claim: Claim) -> date | None:
        """The day a figure speaks for: its document's publication, else the end of its own window."""
        return self.published.get(claim.doc) or (claim.date.end if claim.date else None)


def ledger(linkage: Linkage, readings: Sequence[Reading]) -> Ledger:
    """The ledger of a run; independent of the order of `readings`."""
    ordered = sorted(readings, key=lambda r: r.document.id)
    inner = [rel for r in ordered for rel in r.relations]
    relations = sorted((*inner, *linkage.relations), key=lambda r: (r.type, r.a, r.b or "", r.note))
    return Ledger(
        claims={c.id: c for r in ordered for c in r.claims},
        relations=tuple(relations),
        voices=dict(linkage.origins),
        published={r.document.id: r.document.published.day for r in ordered},
    )
