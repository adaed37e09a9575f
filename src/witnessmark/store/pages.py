"""Long lists a part at a time, each by an index: what comes after a place, in the order of the ledger.

Nothing that is added meanwhile moves what was read: every place stays where it is. Views are listed by where
their rows were put, which changes when they are linked again.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from witnessmark.store import models, queries
from witnessmark.store.faults import translated
from witnessmark.store.shape import value

_LAST = 2**63 - 1  # of what a database counts
_WITHIN = 24  # bits of a place that count the claims of one document
_FEW = 10  # documents read at once for their claims


class Listed(StrEnum):
    """What can be listed."""

    DOCUMENTS = "documents"
    CLAIMS = "claims"
    DECISIONS = "decisions"
    INCIDENTS = "incidents"
    PAIRS = "pairs"


Part = list[tuple[int, Any]]  # places and what is there


def part(using: str, what: Listed, after: int, most: int) -> Part:
    """At most so many of these that come after a place; 0 is before the first."""
    return _PARTS[what](using, min(max(after, 0), _LAST), most)


def _documents(using: str, after: int, most: int) -> Part:
    return [(place, r.document) for place, r in queries.readings_after(using, after, most)]


def _claims(using: str, after: int, most: int) -> Part:
    """Those in force; the places of one document's claims follow on its own."""
    found: Part = []
    arrival, behind = (after >> _WITHIN) - 1, after & (2**_WITHIN - 1)
    while len(found) < most:
        some = queries.readings_after(using, arrival, _FEW)
        if not some:
            break
        for place, reading in some:
            first = behind if place == after >> _WITHIN else 0
            claims = enumerate(reading.claims[first:], start=first + 1)
            found += [((place << _WITHIN) + n, claim) for n, claim in claims]
        arrival = some[-1][0]
    return found[:most]


def _decisions(using: str, after: int, most: int) -> Part:
    with translated(using):
        rows = list(models.DecisionRow.objects.using(using).filter(seq__gt=after).order_by("seq")[:most])
    return [(row.seq, queries.decision(row)) for row in rows]


def _view(model: type[models.ViewRow]) -> Callable[[str, int, int], Part]:
    name = model.__name__

    def read(using: str, after: int, most: int) -> Part:
        with translated(using):
            rows = list(model.objects.using(using).filter(position__gte=after).order_by("position")[:most])
        return [(row.position + 1, value(f"{name} {row.position}", row.record)) for row in rows]

    return read


_PARTS: Mapping[Listed, Callable[[str, int, int], Part]] = {
    Listed.DOCUMENTS: _documents,
    Listed.CLAIMS: _claims,
    Listed.DECISIONS: _decisions,
    Listed.INCIDENTS: _view(models.IncidentRow),
    Listed.PAIRS: _view(models.CandidateRow),
}
