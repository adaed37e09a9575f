"""What a report is made from: the values the other stages produced, and how the report is headed."""

from dataclasses import dataclass
from typing import NamedTuple

from witnessmark.model.claim import Relation
from witnessmark.model.failure import Failure
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.reading import Reading


class Town(NamedTuple):
    """A known place drawn on the map for orientation, in WGS 84 degrees."""

    name: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """A case ready to be published.

    `generated` is printed as given (a day, or nothing): publishing never asks the clock. `relations` are
    those between documents; those inside one come with its reading. `towns` are drawn in their order until
    the map is full.
    """

    title: str
    readings: tuple[Reading, ...]
    lineages: tuple[Lineage, ...] = ()
    incidents: tuple[Incident, ...] = ()
    relations: tuple[Relation, ...] = ()
    failures: tuple[Failure, ...] = ()
    case_name: str = ""
    generated: str = ""
    towns: tuple[Town, ...] = ()
