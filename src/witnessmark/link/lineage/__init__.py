"""Lineages: documents that go back to one report and therefore count once."""

from witnessmark.link.lineage.find import Lines, find_lineages
from witnessmark.link.lineage.independence import NO_SOURCES, dependences, sources
from witnessmark.link.lineage.prints import prints_of
from witnessmark.link.lineage.relations import lineage_relations, published_by

__all__ = [
    "NO_SOURCES",
    "Lines",
    "dependences",
    "find_lineages",
    "lineage_relations",
    "prints_of",
    "published_by",
    "sources",
]
