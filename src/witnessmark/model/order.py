"""The order in which what links documents is listed, whatever order it was found in."""

from witnessmark.model.claim import Relation
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate


def lineage_order(lineage: Lineage) -> tuple[str, ...]:
    """By documents."""
    return lineage.documents


def incident_order(incident: Incident) -> tuple[str, str, tuple[str, ...], str]:
    """By kind, first day and documents."""
    return (incident.kind, str(incident.date[0]), incident.documents, incident.id)


def relation_order(relation: Relation) -> tuple[str, tuple[str, ...], str, str]:
    """By type and ends."""
    return (relation.type, relation.a, relation.b or "", relation.note)


def candidate_order(candidate: Candidate) -> tuple[bool, str, str, tuple[str, ...]]:
    """By the names of the two; judgements that nothing answers to come last."""
    return (not candidate.documents, candidate.a, candidate.b, candidate.judged)
