"""Lineages and publishers as relations between documents."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from witnessmark.link.corpus import Corpus
from witnessmark.link.speakers import Standing, standing
from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.incident import Lineage


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
