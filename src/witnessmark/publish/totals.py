"""The tally graph: which counted claim is part of which, and what the audit says of the sums."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.incident import AuditLine
from witnessmark.publish import words
from witnessmark.publish.evidence import accused
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels

SUMS = frozenset({RelationType.SUM, RelationType.PARTIAL_SUM})
SINGLE = {
    RelationType.SUBSET_OF: "of which",
    RelationType.DISTINCT_TARGETS_OF: "different places hit; not additional",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of one total that were named together, and the audit of their sum where there is one."""

    label: str
    audit: AuditLine | None
    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A counted claim in the graph."""

    anchor: str
    counted: str
    accused: str
    quote: str
    said_by: str
    document: str
    restated: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The trees, and every line of the audit with the incident it belongs to."""

    trees: tuple[Node, ...]
    audit: tuple[AuditLine, ...]


def totals(index: Index, labels: Labels) -> Totals:
    """One tree for each total that is not itself a part, in the order of the documents."""
    audit = tuple(dict.fromkeys(line for i in index.incidents.values() for line in i.audit))
    graph = _Graph(index, labels, audit)
    roots = [c for c in index.claims.values() if c.id in graph.wholes and c.id not in graph.parts]
    return Totals(tuple(graph.node(c, frozenset()) for c in roots), audit)


class _Graph:
    def __init__(self, index: Index, labels: Labels, audit: tuple[AuditLine, ...]) -> None:
        self._index, self._labels, self._audit = index, labels, audit
        known = index.claims
        self._edges = [
            r
            for r in index.relations
            if (r.type in SUMS or r.type in SINGLE) and r.b in known and all(a in known for a in r.a)
        ]
        self._under: dict[str | None, list[Relation]] = {}
        for edge in self._edges:
            self._under.setdefault(edge.b, []).append(edge)
        self.wholes = set(self._under)
        self.parts = {a for r in self._edges for a in r.a}
        self._restated = Counter(r.b for r in index.relations if r.type is RelationType.RESTATES)

    def node(self, claim: Claim, above: frozenset[str]) -> Node:
        """The claim with its parts; `above` are its wholes, so that a circle in the data ends."""
        above = above | {claim.id}
        return Node(
            anchor=anchor("c", claim.id),
            counted=words.count(claim.count, self._labels) if claim.count else "",
            accused=accused(claim, self._labels),
            quote=claim.quote,
            said_by=", ".join(self._labels.name(who.name) for who in claim.claimants[:1]) or "not named",
            document=words.title(self._index.documents[claim.doc]),
            restated=self._restated[claim.id],
            groups=tuple(self._groups(claim, above)),
        )

    def _groups(self, claim: Claim, above: frozenset[str]) -> Iterable[Group]:
        edges = self._under.get(claim.id, [])
        summed = {a for r in edges if r.type in SUMS for a in r.a}
        for relation in edges:
            if relation.type in SUMS:
                yield self._group("parts named together", self._audit_of(relation), relation.a, above)
        for kind, label in SINGLE.items():
            single = tuple(a for r in edges if r.type is kind for a in r.a if a not in summed)
            if single:
                yield self._group(label, None, tuple(dict.fromkeys(single)), above)

    def _group(self, label: str, audit: AuditLine | None, ids: Iterable[str], above: frozenset[str]) -> Group:
        parts = (self._index.claims[a] for a in ids if a not in above)
        return Group(label, audit, tuple(self.node(part, above) for part in parts))

    def _audit_of(self, relation: Relation) -> AuditLine | None:
        wanted = {*relation.a, relation.b}
        return next((line for line in self._audit if wanted == set(line.claims)), None) or next(
            (line for line in self._audit if set(relation.a) == set(line.claims)), None
        )
