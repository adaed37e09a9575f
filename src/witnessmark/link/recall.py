"""A linkage from what was kept of it: nothing is compared again."""

from collections.abc import Sequence

from witnessmark.link.corpus import Corpus
from witnessmark.link.folds import Ground
from witnessmark.link.origins import origin
from witnessmark.link.stage import voices_of
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
    own = {c.id: origin(c, corpus.publisher[c.doc]) for c in corpus.claims.values()}
    line_of = {doc: line.id for line in lineages for doc in line.documents}
    lineage = {c.id: line_of[c.doc] for c in corpus.claims.values()}
    ground = Ground(corpus, (*corpus.relations, *relations), own, lineage, line_of)
    voices = voices_of(ground, lineages)
    return Linkage(tuple(lineages), tuple(incidents), tuple(relations), tuple(sorted(voices.names.items())))
