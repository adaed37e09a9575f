"""Folds: sets of claims about one event, one total or one situation, before they are described."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from witnessmark.link.corpus import Corpus, reading_order
from witnessmark.link.origins import Origin
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.incident import IncidentKind


@dataclass(frozen=True, slots=True)
class Fold:
    """Claims about one thing, by id in reading order."""

    kind: IncidentKind
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Ground:
    """What folding stands on: the claims, every relation, who each claim goes back to, each one's lineage."""

    corpus: Corpus
    relations: tuple[Relation, ...]
    own: Mapping[str, Origin]
    lineage: Mapping[str, str]

    def voice(self, claim: str) -> str:
        """The voice of a claim: its named origin, or the one publisher of its lineage."""
        o = self.own[claim]
        return o.name if o.named else f"publisher:{self.lineage[claim]}"

    @cached_property
    def onto(self) -> dict[str, list[Relation]]:
        """Relations by the claim or document they point to: asked for per fold, never scanned."""
        out: dict[str, list[Relation]] = defaultdict(list)
        for rel in self.relations:
            if rel.b is not None:
                out[rel.b].append(rel)
        return out

    def pointing(self, claims: Iterable[str], *types: RelationType) -> Iterator[Relation]:
        """Relations of these types to any of `claims`."""
        for claim in claims:
            for rel in self.onto.get(claim, ()):
                if rel.type in types:
                    yield rel

    def join_related(self, sets: UnionFind, members: set[str], types: Iterable[RelationType]) -> None:
        """Join the members that relations of these types tie to each other."""
        for rel in self.pointing(sorted(members), *types):
            for a in rel.a:
                if a in members and rel.b is not None:
                    sets.join(a, rel.b)

    def fold(self, kind: IncidentKind, claims: Iterable[str]) -> Fold:
        known = self.corpus.claims
        ordered = sorted((known[c] for c in set(claims)), key=reading_order)
        return Fold(kind, tuple(c.id for c in ordered))

    def of_kind(self, *kinds: str) -> list[Claim]:
        return [c for c in self.corpus.claims.values() if c.kind in kinds]
