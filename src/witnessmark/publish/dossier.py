"""What a report is made from: the values the other stages produced, and how the report is headed."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from witnessmark.model.claim import Relation
from witnessmark.model.failure import Failure
from witnessmark.model.incident import Incident, IncidentKind, Lineage
from witnessmark.model.reading import Reading
from witnessmark.model.site_check import SiteCheck
from witnessmark.model.site_measures import SiteMeasures

ORDER = (  # of a report: what happened first, its setting last
    IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION, IncidentKind.PROTECTIVE_MEASURE,
    IncidentKind.TERRITORIAL_CONTROL, IncidentKind.SITUATION, IncidentKind.CONTEXT,
)  # fmt: skip


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
    the map is full; without any, those that the documents name. `incidents` are put in the order of a report:
    by `ORDER`, then by date, undated last.
    `origins` are the voices each claim goes back to, as `link` settled them; a claim without goes back to
    the first of its chain. `rejected` are claims that a reviewer rejected: shown, and counted nowhere.
    `checks` are those of incidents against a register of sites, `measures` what they come to; of the register
    itself nothing is here.
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
    origins: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rejected: frozenset[str] = frozenset()
    checks: tuple[SiteCheck, ...] = ()
    measures: SiteMeasures | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "incidents", tuple(sorted(self.incidents, key=_place_in_report)))


def _place_in_report(incident: Incident) -> tuple[int, bool, date, date, str]:
    start, end = incident.date
    first, last = start or end or date.max, end or date.max
    return ORDER.index(incident.kind), incident.date == (None, None), first, last, incident.id
