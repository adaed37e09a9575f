"""The only way to anything of a case: who asks, in which project, with which right.

Views and the interface for programs get objects by the functions `get_…_for` of this module and know neither
cases nor their store, so that both have the same permissions by construction (tests/web/test_doors.py). What
somebody may not see is not there for them: Http404, with no word on whether it exists. Within a project they
belong to, a right they lack raises PermissionDenied.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.filter import Box, Filter
from witnessmark.model.incident import Incident
from witnessmark.model.period import Scope
from witnessmark.model.reading import Reading
from witnessmark.pipeline.reviewing import PairFile, candidate_of, pair_files
from witnessmark.publish.labels import Labels
from witnessmark.publish.site_checks import CheckSheet
from witnessmark.web import cases, checked, documents, exploring, gathered, tallied, work
from witnessmark.web.inbox import Waiting, waiting
from witnessmark.web.models import Membership, Project
from witnessmark.web.rights import ROLES, Right, Role
from witnessmark.web.shown.documents import Around

if TYPE_CHECKING:
    from witnessmark.store.case import Case

Person = AbstractBaseUser | AnonymousUser


@dataclass(frozen=True, slots=True)
class Desk:
    """A project as one person has it before them: the case, and what they may do there.

    `scope` narrows what a program may do that acts for them; None is no narrowing.
    """

    project: Project
    person: str
    role: Role
    rights: frozenset[Right]
    case: "Case"

    def may(self, right: Right) -> bool:
        return right in self.rights

    def need(self, right: Right) -> None:
        """Raise PermissionDenied where the right is lacking."""
        if right not in self.rights:
            raise PermissionDenied(right.value)


def projects_for(user: Person) -> list[Membership]:
    """The projects somebody belongs to, with what they are there."""
    if not user.is_authenticated or not user.is_active:
        return []
    return list(Membership.objects.filter(user=user.pk).select_related("project").order_by("project__title"))


def get_desk_for(user: Person, slug: str, *needed: Right, scope: Iterable[Right] | None = None) -> Desk:
    """The desk of somebody in a project. Raises Http404 and PermissionDenied."""
    membership = None
    if user.is_authenticated and user.is_active:
        found = Membership.objects.filter(user=user.pk, project__slug=slug).select_related("project")
        membership = found.first()
    if membership is None:
        raise Http404
    rights = rights_of(membership)
    if scope is not None:
        rights &= frozenset(scope)
    case = cases.opened(membership.project.path)
    desk = Desk(membership.project, user.get_username(), Role(membership.role), rights, case)
    for right in (Right.READ, *needed):
        desk.need(right)
    return desk


def rights_of(membership: Membership) -> frozenset[Right]:
    """Those of the role, and that to the register where it was given."""
    own = ROLES[Role(membership.role)]
    return own | {Right.REGISTER} if membership.register else own


def get_document_for(desk: Desk, doc: str) -> Document:
    """A document of the project. Raises Http404."""
    try:
        return desk.case.document(doc)
    except UsageError as error:
        raise Http404 from error


def get_decisions_for(desk: Desk, subjects: Iterable[str]) -> list[Decision]:
    """All decisions on these claims or documents, and those on or taking back one of them, in order."""
    return desk.case.decisions_on(list(subjects))


def get_decided_with_for(desk: Desk, made: Iterable[Decision]) -> list[Decision]:
    """All decisions on whatever was decided in one go with one of these: what taking it back bears on."""
    known = list(made)
    together = desk.case.decisions_on({d.act for d in known if d.act})
    return desk.case.decisions_on({name for d in (*known, *together) for name in d.subject})


def get_incidents_of_for(desk: Desk, names: Iterable[str]) -> list[Incident]:
    """The incidents that one of these claims or documents is in."""
    return desk.case.incidents_of(names)


def get_event_for(desk: Desk, name: str) -> Incident:
    """An incident of the project, to decide on it: not as it may be shown. Raises Http404."""
    try:
        return desk.case.incident(name)
    except UsageError as error:
        raise Http404 from error


def get_incident_for(desk: Desk, name: str) -> gathered.IncidentFile:
    """An incident of the project with what its page is made of. Raises Http404."""
    try:
        return gathered.incident_file(desk.case, name)
    except UsageError as error:
        raise Http404 from error


def get_reading_for(desk: Desk, doc: str) -> Reading:
    """A document with its claims, as people added and corrected them. Raises Http404."""
    try:
        return documents.reading_of(desk.case, doc)
    except UsageError as error:
        raise Http404 from error


def get_around_for(desk: Desk, reading: Reading) -> Around:
    """What is known around a document: its lineage and copies, the incidents and decisions on its claims."""
    return documents.around(desk.case, reading)


def get_custody_for(desk: Desk, doc: str) -> documents.Custody:
    """The hash of a document's bytes, and the names they came under."""
    return documents.custody(desk.case, doc)


def get_bytes_for(desk: Desk, doc: str) -> tuple[str, bytes]:
    """The SHA-256 of a document's bytes, and the bytes as received. Needs the right to publish."""
    desk.need(Right.PUBLISH)
    document = get_document_for(desk, doc)
    return document.sha256, desk.case.received(document.sha256)


def get_incident_of_claim_for(desk: Desk, *claims: str) -> Incident:
    """The incident that the first of these claims is in that is in any. Raises Http404."""
    found = {claim: incident for incident in desk.case.incidents_of(claims) for claim in incident.claims}
    there = next((found[claim] for claim in claims if claim in found), None)
    if there is None:
        raise Http404
    return there


def get_site_question_for(desk: Desk, name: str, labels: Labels) -> checked.Question:
    """An incident that may be laid beside the register. Raises Http404, also where nothing could be asked."""
    desk.need(Right.REGISTER)
    incident = get_event_for(desk, name)
    if not checked.can_check(desk.case, incident):
        raise Http404
    return checked.question(incident, labels)


def get_site_check_for(desk: Desk, name: str, given: checked.Given, labels: Labels) -> CheckSheet:
    """What the register says of an incident's place, coarsened. Raises as `checked.site_check`."""
    desk.need(Right.REGISTER)
    return checked.site_check(desk.case, get_event_for(desk, name), given, labels)


def get_tallies_for(desk: Desk, scope: Scope) -> tallied.TallyFile:
    """Totals that reach into a scope, and what its incidents come to."""
    return tallied.tally_file(desk.case, scope)


def get_explored_for(desk: Desk, wanted: Filter, after: str | None) -> exploring.Explored:
    """A page of the incidents of a filter, and all of them counted. Raises UsageError."""
    return exploring.explored(desk.case, wanted, after)


def get_map_for(desk: Desk, wanted: Filter, zoom: int, frame: Box | None) -> exploring.MapPart:
    """What a map of that zoom and frame shows of a filter."""
    return exploring.map_part(desk.case, wanted, zoom, frame)


def count_incidents_for(desk: Desk, wanted: Filter) -> int:
    """How many incidents a filter has."""
    return desk.case.count_where(exploring.snapped(wanted))


def get_export_for(desk: Desk, wanted: Filter) -> Iterator[Incident]:
    """All incidents of a filter, to leave the room; they are read as they are asked for."""
    desk.need(Right.PUBLISH)
    return exploring.all_of(desk.case, wanted)


def get_report_for(desk: Desk) -> str:
    """The report of the whole project, one HTML file."""
    desk.need(Right.PUBLISH)
    return exploring.report(desk.case)


def get_next_pair_for(desk: Desk, after: str) -> tuple[PairFile | None, str | None]:
    """The most valuable open pair behind that place of the list, and the place behind it."""
    page = desk.case.open_pairs(after or None, 1)
    files = pair_files(desk.case, page.items)
    return (files[0] if files else None), page.after


def get_pair_for(desk: Desk, a: str, b: str) -> PairFile:
    """Two reports side by side, compared by linking or not. Raises Http404 where one of them is not there."""
    candidate = candidate_of(desk.case, a, b)
    if candidate is None:
        raise Http404
    return pair_files(desk.case, [candidate])[0]


def get_counts_for(desk: Desk) -> dict[str, int]:
    """How much waits for a person, by list."""
    return desk.case.waiting()


def get_freshness_for(desk: Desk) -> bool:
    """Whether the incidents have all that came in and was decided; where not, they are linked behind this."""
    if not desk.case.stale():
        return True
    return work.linked(desk.project.path, patience=0)


def get_waiting_for(desk: Desk, name: str, after: str | None, limit: int) -> Waiting:
    """A part of one of the lists of what waits. Raises UsageError where `after` came from no such part."""
    return waiting(desk.case, name, desk.person, after, limit)
