"""One incident beside the register of protected sites, for those who may open it; nothing of it is kept."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.holder import Access
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.pipeline.site_checks import check, withheld
from witnessmark.pipeline.sites import holdings
from witnessmark.publish.cards import title_of
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.index import Index
from witnessmark.publish.labels import Labels
from witnessmark.publish.site_checks import CheckSheet, site_section
from witnessmark.web.gathered import title_only

if TYPE_CHECKING:
    from witnessmark.store.case import Case

COMMAND = "sites check, in the review room"  # as the ledger of openings names it


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody hands over to open the register: their key file, its passphrase, and why."""

    key: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """The incident that is asked about."""

    id: str
    title: str


def question(incident: Incident, labels: Labels) -> Question:
    """Its name for a page."""
    return Question(incident.id, title_of(incident, labels))


def can_check(case: "Case", incident: Incident) -> bool:
    """Whether there is a register, and the incident has a place of its own to look up."""
    return incident.kind is IncidentKind.INCIDENT and case.has_register()


def site_check(case: "Case", incident: Incident, given: Given, labels: Labels) -> CheckSheet:
    """What was known of the place, coarsened: no name, no position, measures in bands.

    That the register is opened is on the disk before it is. Raises LockedError for a key that does not open
    it, UsageError where no reason is given.
    """
    from witnessmark.store.keyfiles import given_key

    reason = " ".join(given.reason.split())
    if not reason:
        raise UsageError(_("Say why the register is opened: the reason is kept."))
    key = given_key(given.key, given.passphrase)
    with withheld():
        register = case.open_register(key, COMMAND, reason, Access.CHECKER, "a check")
        found = tuple(check((incident,), holdings(register).register))
    dossier = Dossier(title="", readings=(), incidents=(title_only(incident, ""),), checks=found)
    (sheet,) = site_section(Index(dossier), labels).sheets
    return sheet
