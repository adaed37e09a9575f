"""Lineages as relations between documents, and who published each."""

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


def published_by(corpus: Corpus) -> dict[str, str]:
    """Documents with the names of their publishers, where those are named."""
    known = {doc: name for doc, name in corpus.publisher.items() if name}
    return {doc: name for doc, name in known.items() if standing(name) is not Standing.UNNAMED}
