"""Folds: sets of claims about one event, one total or one situation, before they are described."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from witnessmark.link import dates
from witnessmark.link.corpus import Corpus, reading_order
from witnessmark.link.origins import Origin
from witnessmark.link.places import is_point
from witnessmark.link.turns import turns
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind, Relation, RelationType
from witnessmark.model.incident import IncidentKind, LineageFlag

SAME = (RelationType.SAME_CLAIM, RelationType.RESTATES)
EVENTS = frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED})
# Kinds a counted statement may be read as; where its prints are read differently the first of these holds:
# a day or a settlement that one print gives, or a background that it names, are known for all. A print that
# gives neither (a headline) settles nothing.
_SETTLED = (ClaimKind.INCIDENT, ClaimKind.CONTEXT_FIGURE, ClaimKind.AGGREGATE_TALLY)


_PARTS = (
    RelationType.SUBSET_OF,
    RelationType.SUM,
    RelationType.PARTIAL_SUM,
    RelationType.DISTINCT_TARGETS_OF,
)
# Who did an act, and what its author says it was aimed at.
_OF_AN_ACT = frozenset({ClaimKind.ATTRIBUTION, ClaimKind.STATED_INTENT})


@dataclass(frozen=True, slots=True)
class Fold:
    """Claims about one thing, by id in reading order, and the documents that tell of it.

    A document is among them without a claim where nothing could be read in it.
    """

    kind: IncidentKind
    claims: tuple[str, ...]
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """What folding stands on: claims, relations, each claim's origin, the lineage of claims and documents."""

    corpus: Corpus
    relations: tuple[Relation, ...]
    own: Mapping[str, Origin]
    lineage: Mapping[str, str]
    lineage_of: Mapping[str, str]

    @cached_property
    def kind(self) -> dict[str, ClaimKind]:
        """The kind of each claim, prints of one counted statement read alike."""
        sets = UnionFind()
        for rel in self.relations:
            if rel.type in SAME and rel.b in self.corpus.claims:
                for a in rel.a:
                    sets.join(a, rel.b)
        out = {c.id: _told(c) for c in self.corpus.claims.values()}
        for group in sets.groups():
            counted = [c for c in group if c in out and out[c] in _SETTLED]
            telling = [c for c in counted if out[c] is not ClaimKind.INCIDENT or self._settles(c)] or counted
            if telling:
                first = min((out[c] for c in telling), key=_SETTLED.index)
                out.update(dict.fromkeys(counted, first))
        for total, parts in self._totals(out):
            out.update(dict.fromkeys(parts, out[total]))
        return out

    def _settles(self, claim: str) -> bool:
        """Whether a claim gives a day or a settlement, be it that of the sentences around."""
        known = self.corpus.claims[claim]
        days = dates.length(known.date)
        point = known.location is not None and is_point(known.location.place)
        return point or (days is not None and days <= dates.NIGHT_DAYS)

    def _totals(self, kind: Mapping[str, ClaimKind]) -> Iterator[tuple[str, list[str]]]:
        """Totals with the parts, and parts of parts, that no day or settlement makes events of their own."""
        inside = [rel for rel in self.relations if rel.type in _PARTS and rel.b in kind]
        below: dict[str, list[str]] = defaultdict(list)
        for rel in inside:
            below[rel.b or ""] += [a for a in rel.a if kind.get(a) is ClaimKind.INCIDENT]
        for total in [rel.b for rel in inside if rel.b and kind[rel.b] is ClaimKind.AGGREGATE_TALLY]:
            found, last = dict[str, None](), [total]
            while last:
                last = [a for w in last for a in below[w] if a not in found and not self._settles(a)]
                found |= dict.fromkeys(last)
            yield total, list(found)

    @cached_property
    def recycled(self) -> frozenset[str]:
        """Documents that print an old report as a new one: the days they give are not those of the event."""
        return frozenset(self.corpus.claims[a].doc for a, _ in self.dated_anew)

    @cached_property
    def dated_anew(self) -> tuple[tuple[str, str], ...]:
        """Claims of recycled prints, each with the claim of the earlier print that it repeats."""
        said = (r for r in self.relations if r.note.startswith(LineageFlag.RECYCLED))
        return tuple((a, r.b) for r in said for a in r.a if a in self.corpus.claims and r.b is not None)

    @cached_property
    def turns(self) -> dict[str, int]:
        """Which of several strikes in a row a claim tells of, where a text tells them apart."""
        return turns(self.corpus.relations)

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

    def fold(self, kind: IncidentKind, claims: Iterable[str], documents: Iterable[str] = ()) -> Fold:
        known = self.corpus.claims
        ordered = sorted((known[c] for c in set(claims)), key=reading_order)
        telling = {*documents, *(c.doc for c in ordered)}
        return Fold(kind, tuple(c.id for c in ordered), tuple(sorted(telling)))

    def of_kind(self, *kinds: str) -> list[Claim]:
        return [c for c in self.corpus.claims.values() if self.kind[c.id] in kinds]


def _told(claim: Claim) -> ClaimKind:
    """The kind a claim is folded as: who did an act of one day at one place tells of it."""
    days = dates.length(claim.date)
    act = bool(claim.event_type or claim.weapon) and claim.location is not None
    if claim.kind in _OF_AN_ACT and act and days is not None and days <= dates.NIGHT_DAYS:
        return ClaimKind.INCIDENT
    return claim.kind
