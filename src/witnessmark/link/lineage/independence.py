"""Which tellers of one event are not independent of each other, though neither printed the other's report.

Two reports are independent when their origins differ, neither cites the other, they rest on no common source
in the field, and they do not share two things that hardly two reporters come by alone (an odd number, a
quotation) unless each has a witness of its own. Publishers are shown, and never counted.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from witnessmark.link.folds import Fold, Ground
from witnessmark.link.lineage.pairs import Pair
from witnessmark.link.lineage.prints import Print
from witnessmark.link.origins import speaker
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.sentence import sentence

# Bits of a number that hardly two reporters come by alone: three significant digits.
ODD_NUMBER = 6.6
# Every lineage counted by itself.
NO_SOURCES: Mapping[str, str] = MappingProxyType({})
# Rare things of one document that are compared.
MOST = 8


@dataclass(frozen=True, slots=True)
class Dependence:
    """Two documents of different lineages that are not independent on one event, and why.

    `one_source` tells that the second has nothing of its own: it is counted with the first.
    """

    a: str
    b: str
    why: str
    one_source: bool

    def relation(self) -> Relation:
        return Relation(RelationType.SHARED_ORIGIN_DOCUMENTS, (self.a,), self.b, note=self.why)


def dependences(ground: Ground, folds: Iterable[Fold], prints: Mapping[str, Print]) -> list[Dependence]:
    """Every dependence between the tellers of a fold; each teller is tied to the first of its kind."""
    found: dict[tuple[str, str, str], Dependence] = {}
    for fold in folds:
        claims = [ground.corpus.claims[c] for c in fold.claims]
        if len({ground.lineage[c.id] for c in claims}) > 1:
            for d in (*_one_voice(ground, claims), *_cited(ground, claims), *_rare(ground, claims, prints)):
                found.setdefault((d.a, d.b, d.why), d)
    return [found[key] for key in sorted(found)]


def sources(ground: Ground, found: Iterable[Dependence]) -> dict[str, str]:
    """Lineage -> the lineage it is counted with: those of one source are one."""
    sets = UnionFind(ground.lineage_of.values())
    for d in found:
        if d.one_source:
            sets.join(ground.lineage_of[d.a], ground.lineage_of[d.b])
    return {line: sets.find(line) for line in ground.lineage_of.values()}


def _one_voice(ground: Ground, claims: list[Claim]) -> Iterator[Dependence]:
    """Reports that name one origin."""
    by_voice: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if ground.own[claim.id].named:
            by_voice[ground.own[claim.id].name].append(claim.doc)
    for voice, docs in by_voice.items():
        yield from _star(
            ground, docs, sentence("shared_origin: both rest on {speaker}", speaker=voice), one_source=False
        )


def _cited(ground: Ground, claims: list[Claim]) -> Iterator[Dependence]:
    """Reports that cite the publisher of another report of the event, and name nobody behind it."""
    by_publisher: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        name = ground.corpus.publisher[claim.doc]
        if name:
            by_publisher[name].append(claim.doc)
    for claim in claims:
        for link in claim.claimants[:-1]:
            if link.name != ground.corpus.publisher[claim.doc] and link.name in by_publisher:
                docs = [min(by_publisher[link.name]), claim.doc]
                alone = not ground.own[claim.id].named
                yield from _star(
                    ground,
                    docs,
                    sentence("one cites the other: {speaker}", speaker=link.name),
                    one_source=alone,
                )


def _rare(ground: Ground, claims: list[Claim], prints: Mapping[str, Print]) -> Iterator[Dependence]:
    """Reports that share two rare things, and not each with a witness of its own."""
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for doc in sorted({c.doc for c in claims}):
        for pair in combinations(_rare_things(prints[doc]), 2):
            by_pair[pair].append(doc)
    for (one, other), docs in by_pair.items():
        for d in _star(
            ground, docs, sentence("both have {words} and {others}", words=one, others=other), one_source=True
        ):
            heard = (_heard(ground, d.a), _heard(ground, d.b))
            if not Pair(prints[d.a], prints[d.b], *heard).own_witnesses:
                yield d


def _rare_things(print_: Print) -> list[str]:
    numbers = [f for f in print_.facts if f.sort == "number" and f.bits >= ODD_NUMBER]
    quotes = sorted(print_.quotes, key=lambda q: (-len(q), q))[:MOST]
    return sorted({f.value for f in numbers[:MOST]} | {f"“{q}”" for q in quotes})


def _heard(ground: Ground, doc: str) -> frozenset[str]:
    return frozenset(s.casefold() for c in ground.corpus.of(doc) if (s := speaker(c)))


def _star(ground: Ground, docs: Iterable[str], why: str, *, one_source: bool) -> Iterator[Dependence]:
    """The first document of each lineage tied to that of the first lineage."""
    firsts = {ground.lineage_of[d]: d for d in sorted(set(docs), reverse=True)}
    first, *others = sorted(firsts.values())
    for other in others:
        yield Dependence(first, other, why, one_source)
