"""Two incidents side by side, before somebody says that they are one, or that claims belong to the other."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.web.gathered import IncidentFile
from witnessmark.web.shown.decisions import seen
from witnessmark.web.shown.incident import IncidentSheet, incident_sheet
from witnessmark.web.shown.quotes import Told, told


@dataclass(frozen=True, slots=True)
class Joining:
    """The one, the other, and the claims to be moved; without any the two are to be merged."""

    one: IncidentSheet
    other: IncidentSheet
    claims: tuple[Told, ...]
    seen: str


def joining(one: IncidentFile, other: IncidentFile, claims: Sequence[str], labels: Labels) -> Joining:
    """What is shown before it is decided."""
    index = Index(one.dossier)
    own: Collection[str] = one.incident.claims
    return Joining(
        incident_sheet(one, labels),
        incident_sheet(other, labels),
        told((c for c in claims if c in own), index, labels),
        seen((*one.decisions, *other.decisions)),
    )
