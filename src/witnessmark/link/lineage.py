"""Lineages: documents that go back to one report and therefore count once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from witnessmark.link.copies import find_copies
from witnessmark.link.corpus import Corpus
from witnessmark.link.origins import Origin
from witnessmark.link.speakers import Standing, standing
from witnessmark.link.stories import find_stories
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Lineage, LineageKind

# The loosest tie decides what a lineage is called.
_ORDER = (LineageKind.SINGLE, LineageKind.EXACT_COPY, LineageKind.NEAR_COPY, LineageKind.SAME_STORY)


def find_lineages(corpus: Corpus, own: Mapping[str, Origin]) -> tuple[Lineage, ...]:
    """Every document in exactly one lineage, in order of their first documents."""
    sets = UnionFind(corpus.readings)
    ties: list[tuple[str, str, LineageKind, str]] = []
    copies = find_copies({doc: r.document for doc, r in corpus.readings.items()})
    ties += [(c.a, c.b, c.kind, c.evidence) for c in copies]
    for a, b, _, _ in ties:
        sets.join(a, b)
    stories = [s for s in find_stories(corpus, own) if not sets.together(s.a, s.b)]
    ties += [(s.a, s.b, LineageKind.SAME_STORY, s.evidence) for s in stories]
    for s in stories:
        sets.join(s.a, s.b)
    by_root = defaultdict(list)
    for tie in ties:
        by_root[sets.find(tie[0])].append(tie)
    return tuple(_lineage(corpus, own, docs, by_root[sets.find(docs[0])]) for docs in sets.groups())


def _lineage(
    corpus: Corpus, own: Mapping[str, Origin], docs: list[str], ties: list[tuple[str, str, LineageKind, str]]
) -> Lineage:
    kind = max((t[2] for t in ties), key=_ORDER.index, default=LineageKind.SINGLE)
    evidence = tuple(f"{a} and {b}: {words}" for a, b, _, words in sorted(ties))
    return Lineage(
        id=content_id("lineage", {"documents": docs}),
        documents=tuple(docs),
        kind=kind,
        origin=_main_origin(own[c.id] for doc in docs for c in corpus.of(doc)),
        evidence=evidence,
    )


def _main_origin(origins: Iterable[Origin]) -> str | None:
    """The voice most claims go back to, not counting publishers; None where nobody else is named."""
    counts = Counter(o.name for o in origins if o.named)
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def lineage_relations(lineages: Iterable[Lineage]) -> list[Relation]:
    """Each document of a lineage tied to the next."""
    return [
        Relation(RelationType.SAME_LINEAGE_DOCUMENTS, (a,), b, note=line.kind)
        for line in lineages
        for a, b in pairwise(line.documents)
    ]


def publisher_relations(corpus: Corpus) -> list[Relation]:
    """Each document of a publisher tied to that publisher's next: a relation, never one lineage."""
    by_name: dict[str, list[str]] = defaultdict(list)
    for doc, name in corpus.publisher.items():
        if name and standing(name) is not Standing.UNNAMED:
            by_name[name.casefold()].append(doc)
    return [
        Relation(RelationType.SAME_PUBLISHER_DOCUMENTS, (a,), b, note=corpus.publisher[a] or "")
        for docs in by_name.values()
        for a, b in pairwise(docs)
    ]
