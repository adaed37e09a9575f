"""Lineages: documents that go back to one report, the kind of each and the evidence."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from witnessmark.link.corpus import Corpus
from witnessmark.link.lineage.buckets import buckets_of, tie_up
from witnessmark.link.lineage.keys import at_any_time, near_in_time
from witnessmark.link.lineage.prints import BANDS, Print, prints_of
from witnessmark.link.lineage.stories import Stories
from witnessmark.link.lineage.wording import weigh_wording
from witnessmark.link.origins import Origin
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Lineage, LineageKind, Tie

# The loosest tie decides what a lineage is called.
_ORDER = tuple(LineageKind)


def find_lineages(corpus: Corpus, own: Mapping[str, Origin]) -> tuple[Lineage, ...]:
    """Every document in exactly one lineage, in order of their first documents."""
    prints = prints_of(corpus.readings)
    sets = UnionFind(prints)
    ties = copies(prints.values(), sets)
    stories = Stories(corpus, own)
    for keys in (near_in_time, at_any_time):
        ties += tie_up(sets, buckets_of(prints.values(), partial(keys, stories)), stories.weigh)
    by_root = defaultdict(list)
    for tie in ties:
        by_root[sets.find(tie.a)].append(tie)
    return tuple(_lineage(corpus, own, docs, by_root[sets.find(docs[0])]) for docs in sets.groups())


def copies(prints: Iterable[Print], sets: UnionFind) -> list[Tie]:
    """Ties by wording, tightest first; `sets` is joined by them."""
    known = list(prints)
    ties = tie_up(sets, buckets_of(known, lambda p: [p.digest] if p.digest else []), weigh_wording)
    near = [p for p in known if p.signature]
    for buckets in _by_band(near):
        ties += tie_up(sets, buckets, weigh_wording)
    return ties


def _by_band(prints: list[Print]) -> Iterator[list[list[Print]]]:
    """The buckets of one band after the other, to hold those of one at a time."""
    for n in range(BANDS):
        yield buckets_of(prints, lambda p, n=n: [p.band(n)])  # type: ignore[misc]


def _lineage(corpus: Corpus, own: Mapping[str, Origin], docs: list[str], ties: list[Tie]) -> Lineage:
    kind = max((t.kind for t in ties), key=_ORDER.index, default=LineageKind.SINGLE)
    ordered = tuple(sorted(ties, key=lambda t: (t.a, t.b)))
    return Lineage(
        id=content_id("lineage", {"documents": docs}),
        documents=tuple(docs),
        kind=kind,
        origin=_main_origin(own[c.id] for doc in docs for c in corpus.of(doc)),
        evidence=tuple(f"{t.a} and {t.b}: {t.evidence}" for t in ordered),
        ties=ordered,
    )


def _main_origin(origins: Iterable[Origin]) -> str | None:
    """The voice most claims go back to, not counting publishers; None where nobody else is named."""
    counts = Counter(o.name for o in origins if o.named)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None
