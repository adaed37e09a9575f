"""What the stages hand each other through the pipeline."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from witnessmark.model.claim import Claim, Relation
from witnessmark.model.document import Document, Published
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate
from witnessmark.model.place import PlaceMention
from witnessmark.model.when import Timex


@dataclass(frozen=True, slots=True)
class Dated:
    """What `date` finds in a document: its time expressions and its publication date."""

    timexes: tuple[Timex, ...]
    published: Published


@dataclass(frozen=True, slots=True)
class Extraction:
    """What `extract` finds in one document."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with everything the per-document stages found in it."""

    document: Document
    timexes: tuple[Timex, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


def without(reading: Reading, claims: Collection[str]) -> Reading:
    """The reading as if these claims had never been read, and nothing had been said to stand to them."""
    if not any(c.id in claims for c in reading.claims):
        return reading
    kept = tuple(r for r in reading.relations if not any(x in claims for x in (*r.a, r.b)))
    return replace(reading, claims=tuple(c for c in reading.claims if c.id not in claims), relations=kept)


@dataclass(frozen=True, slots=True)
class Linkage:
    """What `link` finds across documents: incidents here have no figures yet.

    `origins` gives for each claim id the names of the voices it goes back to, copies settled;
    `candidates` the pairs of reports a reviewer may look at, with how they stand.
    """

    lineages: tuple[Lineage, ...]
    incidents: tuple[Incident, ...]
    relations: tuple[Relation, ...]
    origins: tuple[tuple[str, tuple[str, ...]], ...] = ()
    candidates: tuple[Candidate, ...] = ()
