"""A linkage from what was kept of it: nothing is compared again."""

from collections.abc import Sequence

from witnessmark.link.corpus import Corpus
from witnessmark.link.folds import Fold
from witnessmark.link.lineage import dependences, prints_of, sources
from witnessmark.link.origins import origins_of
from witnessmark.link.stage import ground_of, voices_of
from witnessmark.link.unspecified import specified
from witnessmark.model.claim import Relation
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.reading import Linkage, Reading


def recall(
    readings: Sequence[Reading],
    lineages: Sequence[Lineage],
    incidents: Sequence[Incident],
    relations: Sequence[Relation],
) -> Linkage:
    """The linkage these lineages, incidents and relations came from; only the voices are worked out anew."""
    corpus = Corpus(readings)
    ground = ground_of(corpus, origins_of(corpus.claims.values(), corpus.publisher), lineages, relations)
    folds = [Fold(i.kind, i.claims, i.documents) for i in incidents]
    dependent = dependences(ground, folds, prints_of(corpus.readings))
    voices = specified(voices_of(ground, lineages, sources(ground, dependent)), folds)
    return Linkage(tuple(lineages), tuple(incidents), tuple(relations), tuple(sorted(voices.names.items())))
