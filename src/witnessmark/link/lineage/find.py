"""Lineages: documents that go back to one report, the kind of each and the evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from witnessmark.link.corpus import Corpus
from witnessmark.link.lineage.bands import bands_of, by_band
from witnessmark.link.lineage.buckets import buckets_of, crowded, tie_up
from witnessmark.link.lineage.changes import Change, changes
from witnessmark.link.lineage.keys import at_any_time, near_in_time
from witnessmark.link.lineage.prints import Print, prints_of
from witnessmark.link.lineage.stories import Stories
from witnessmark.link.lineage.wording import weigh_wording
from witnessmark.link.origins import Origin
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Relation
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Lineage, LineageKind, Tie
from witnessmark.model.sentence import sentence

# The loosest tie decides what a lineage is called.
_ORDER = tuple(LineageKind)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lineages, and the contradictions between prints of one report."""

    lineages: tuple[Lineage, ...]
    contradictions: tuple[Relation, ...]
    prints: Mapping[str, Print]
    stories: Stories
    crowded: tuple[tuple[str, ...], ...] = ()  # documents that met in a bucket too full to compare all of

    def keys(self, doc: str) -> Iterator[bytes]:
        """All keys by which a document meets others; prints without one in common are never tied."""
        print_ = self.prints[doc]
        if print_.key:
            yield b"%d" % print_.key
        for n, band in enumerate(bands_of(print_)):
            yield b"%d %d" % (n, band)
        yield from near_in_time(self.stories, print_)
        yield from at_any_time(self.stories, print_)


def find_lineages(corpus: Corpus, own: Mapping[str, Origin]) -> Lines:
    """Every document in exactly one lineage, in order of their first documents."""
    prints = prints_of(corpus.readings)
    sets, full = UnionFind(prints), UnionFind()
    ties = copies(prints.values(), sets, full)
    stories = Stories(corpus, own)
    for keys in (near_in_time, at_any_time):
        buckets = buckets_of(prints.values(), partial(keys, stories))
        ties += tie_up(sets, _noted(full, buckets), stories.weigh)
    by_root = defaultdict(list)
    for tie in ties:
        by_root[sets.find(tie.a)].append(tie)
    known: dict[Tie, list[Change]] = {t: list(changes(corpus, t, prints[t.a], prints[t.b])) for t in ties}
    work = _Work(corpus, own, prints, known)
    lineages = tuple(work.lineage(docs, by_root[sets.find(docs[0])]) for docs in sets.groups())
    contradictions = tuple(r for t in _in_order(ties) for c in known[t] for r in c.relations())
    return Lines(lineages, contradictions, prints, stories, tuple(map(tuple, full.groups())))


def _in_order(ties: Iterable[Tie]) -> list[Tie]:
    return sorted(ties, key=lambda t: (t.a, t.b))


def copies(prints: Iterable[Print], sets: UnionFind, full: UnionFind | None = None) -> list[Tie]:
    """Ties by wording, tightest first; `sets` is joined by them, `full` by buckets too full to compare."""
    known = list(prints)
    ties = tie_up(sets, buckets_of(known, lambda p: [p.key] if p.key else []), weigh_wording)
    banded = by_band([p for p in known if p.signature])
    return ties + tie_up(sets, banded if full is None else _noted(full, banded), weigh_wording)


def _noted(full: UnionFind, buckets: Iterable[list[Print]]) -> Iterator[list[Print]]:
    """The buckets as they are; `full` is joined by those too full to compare all of."""
    for bucket in buckets:
        for docs in crowded([bucket]):
            for doc in docs[1:]:
                full.join(docs[0], doc)
        yield bucket


@dataclass(frozen=True, slots=True)
class _Work:
    corpus: Corpus
    own: Mapping[str, Origin]
    prints: Mapping[str, Print]
    changes: Mapping[Tie, list[Change]]

    def lineage(self, docs: list[str], ties: list[Tie]) -> Lineage:
        ordered = tuple(_in_order(ties))
        found = [c for t in ordered for c in self.changes[t]]
        evidence = [
            sentence("{doc} and {other}: {said}", doc=t.a, other=t.b, said=t.evidence) for t in ordered
        ]
        return Lineage(
            id=content_id("lineage", {"documents": docs}),
            documents=tuple(docs),
            kind=max((t.kind for t in ties), key=_ORDER.index, default=LineageKind.SINGLE),
            origin=self._origin(docs),
            evidence=(*evidence, *dict.fromkeys(c.evidence for c in found)),
            ties=ordered,
            flags=tuple(sorted({c.flag for c in found})),
        )

    def _origin(self, docs: list[str]) -> str | None:
        """The voice most claims go back to, else the agency most prints credit, if any is named."""
        named = Counter(o.name for d in docs for c in self.corpus.of(d) if (o := self.own[c.id]).named)
        credited = Counter(a for d in docs if (a := self.prints[d].agency))
        counts = named or (credited if len(docs) > 1 else Counter())
        return min(counts, key=lambda name: (-counts[name], name)) if counts else None
