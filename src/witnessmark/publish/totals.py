"""The tally graph: which counted claim is part of which, and what the audit says of the sums.

A statement printed several times is one node: the claims that repeat it are counted at the node, and the
parts each print names hang there together, once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.incident import AuditLine
from witnessmark.publish import phrases, words
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
    """A counted statement in the graph; `share` is its bar, in hundredths of the tree's largest number."""

    anchor: str
    counted: str
    share: float | None
    is_open: bool
    accused: str
    quote: str
    said_by: str
    document: str
    restated: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """The trees, and every line of the audit that no tree shows."""

    trees: tuple[Node, ...]
    audit: tuple[AuditLine, ...]


def totals(index: Index, labels: Labels) -> Totals:
    """One tree for each total that is not itself a part, in the order of the documents."""
    audit = tuple(dict.fromkeys(line for i in index.incidents.values() for line in i.audit))
    graph = _Graph(index, labels, audit)
    roots = [c for c in index.claims.values() if c.id in graph.wholes and c.id not in graph.parts]
    trees = tuple(graph.node(c, frozenset(), graph.size(c)) for c in roots)
    shown = {line.statement for tree in trees for line in _audits(tree)}
    return Totals(trees, tuple(line for line in audit if line.statement not in shown))


def _audits(node: Node) -> Iterable[AuditLine]:
    for group in node.groups:
        if group.audit:
            yield group.audit
        for part in group.parts:
            yield from _audits(part)


class _Graph:
    def __init__(self, index: Index, labels: Labels, audit: tuple[AuditLine, ...]) -> None:
        self._index, self._labels, self._audit = index, labels, audit
        self._order = {c: n for n, c in enumerate(index.claims)}
        known = [
            r
            for r in index.relations
            if (r.type in SUMS or r.type in SINGLE)
            and r.b in index.claims
            and all(a in index.claims for a in r.a)
        ]
        # The print of a statement that names the most parts stands for it.
        self._named = {r.b: sum(len(e.a) for e in known if e.b == r.b) for r in known}
        self._under: dict[str, list[Relation]] = {}
        for edge in dict.fromkeys(map(self._merged, known)):
            if edge.a:
                self._under.setdefault(edge.b or "", []).append(edge)
        self.wholes = set(self._under)
        self.parts = {a for edges in self._under.values() for r in edges for a in r.a}

    def _stand(self, claim: str) -> str:
        """The claim that stands for all prints of one statement."""
        prints = self._index.repeats.get(claim, {claim})
        known = [c for c in prints if c in self._order] or [claim]
        return min(known, key=lambda c: (-self._named.get(c, 0), self._order.get(c, 0)))

    def _merged(self, relation: Relation) -> Relation:
        whole = self._stand(relation.b or "")
        parts = sorted({self._stand(a) for a in relation.a} - {whole}, key=self._order.__getitem__)
        return Relation(relation.type, tuple(parts), whole)

    def size(self, claim: Claim) -> int:
        """The number a bar is measured by; 0 where the words give none."""
        count = claim.count
        return (count.value or count.low or 0) if count else 0

    def node(self, claim: Claim, above: frozenset[str], largest: int) -> Node:
        """The claim with its parts; `above` are its wholes, so that a circle in the data ends."""
        above = above | {claim.id}
        size = self.size(claim)
        return Node(
            anchor=anchor("c", claim.id),
            counted=phrases.count(claim.count, self._labels) if claim.count else "",
            share=round(min(size / largest, 1) * 100, 1) if size and largest else None,
            is_open=claim.count is not None and claim.count.high is None,
            accused=accused(claim, self._labels),
            quote=" ".join(claim.quote.split()),
            said_by=self._voice(claim),
            document=words.title(self._index.documents[claim.doc]),
            restated=len(self._index.repeats.get(claim.id, {claim.id})) - 1,
            groups=tuple(self._groups(claim, above, largest)),
        )

    def _voice(self, claim: Claim) -> str:
        voices = self._index.origins((claim.id,), self._index.incident_of.get(claim.id))
        return phrases.joined(map(self._labels.name, voices)) or "a source that is not named"

    def _groups(self, claim: Claim, above: frozenset[str], largest: int) -> Iterable[Group]:
        edges = self._under.get(claim.id, [])
        summed = {a for r in edges if r.type in SUMS for a in r.a}
        for relation in edges:
            if relation.type in SUMS:
                yield self._group("named together", self._audit_of(relation), relation.a, (above, largest))
        for kind, label in SINGLE.items():
            single = tuple(a for r in edges if r.type is kind for a in r.a if a not in summed)
            if single:
                yield self._group(label, None, tuple(dict.fromkeys(single)), (above, largest))

    def _group(
        self, label: str, audit: AuditLine | None, ids: Iterable[str], at: tuple[frozenset[str], int]
    ) -> Group:
        parts = (self._index.claims[a] for a in ids if a not in at[0])
        return Group(label, audit, tuple(self.node(part, *at) for part in parts))

    def _audit_of(self, relation: Relation) -> AuditLine | None:
        parts, whole = set(relation.a), {*relation.a, relation.b}
        return next(
            (line for line in self._audit if {self._stand(c) for c in line.claims} in (whole, parts)), None
        )
