"""The readings of a run as one view, in an order of its own, so that no answer depends on theirs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.reading import Reading
from witnessmark.model.when import Timex


class Corpus:
    """Readings by document id, claims by id and the relations found inside documents."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings: dict[str, Reading] = {
            r.document.id: r for r in sorted(readings, key=lambda r: r.document.id)
        }
        self.claims: dict[str, Claim] = {
            c.id: c for r in self.readings.values() for c in sorted(r.claims, key=reading_order)
        }
        self.relations: tuple[Relation, ...] = tuple(
            rel for r in self.readings.values() for rel in sorted(r.relations, key=relation_order)
        )

    def of(self, doc: str) -> list[Claim]:
        """The claims of a document in reading order."""
        return self.by_document[doc]

    @cached_property
    def by_document(self) -> dict[str, list[Claim]]:
        out: dict[str, list[Claim]] = {doc: [] for doc in self.readings}
        for claim in self.claims.values():
            out[claim.doc].append(claim)
        return out

    def pairs(self, *types: RelationType) -> list[tuple[str, str]]:
        """(a, b) of every relation of these types whose ends are both known; sums give one pair a part."""
        return [
            (a, rel.b)
            for rel in self.relations
            if rel.type in types and rel.b in self.claims
            for a in rel.a
            if a in self.claims
        ]

    @cached_property
    def times(self) -> dict[str, list[Timex]]:
        """The time expressions of each document in reading order."""
        return {doc: sorted(r.timexes, key=lambda t: (t.start, t.end)) for doc, r in self.readings.items()}

    @cached_property
    def publisher(self) -> dict[str, str | None]:
        """Who published each document: the name most of its chains end in, else the document's own.

        A chain of one link that no text names is the publisher too.
        """
        return {doc: self._publisher(r, self.of(doc)) for doc, r in self.readings.items()}

    def _publisher(self, reading: Reading, claims: Sequence[Claim]) -> str | None:
        chains = [c.claimants for c in claims if c.claimants]
        ends = Counter(chain[-1].name for chain in chains if len(chain) > 1)
        ends = ends or Counter(chain[0].name for chain in chains if not chain[0].explicit)
        if ends:
            return min(ends, key=lambda name: (-ends[name], name))
        return reading.document.publisher


def reading_order(claim: Claim) -> tuple[str, int, int, str]:
    return (claim.doc, claim.start, claim.end, claim.id)


def relation_order(rel: Relation) -> tuple[str, tuple[str, ...], str]:
    return (rel.type, rel.a, rel.b or "")
