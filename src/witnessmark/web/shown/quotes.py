"""A claim on a page of the room: as the report shows it, with the ids by which it is acted on."""

from collections.abc import Iterable
from dataclasses import dataclass

from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its quote in its paragraph; `id` is its own, `doc` that of its document."""

    id: str
    doc: str
    said: Evidence


def told(claims: Iterable[str], index: Index, labels: Labels) -> tuple[Told, ...]:
    """The claims in their order."""
    found = (index.claims[c] for c in claims)
    return tuple(Told(c.id, c.doc, evidence(c, index, labels)) for c in found)


def told_why(pairs: Iterable[tuple[str, str]], index: Index, labels: Labels) -> tuple[Told, ...]:
    """Claims that a figure set aside, each with why."""
    found = ((index.claims[c], why) for c, why in pairs)
    return tuple(Told(c.id, c.doc, evidence(c, index, labels, why)) for c, why in found)
