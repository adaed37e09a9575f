"""What a page is made of, read from a case: only the documents and incidents that it shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from witnessmark.model.claim import Claim, RelationType
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.filter import Filter
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.reading import Reading
from witnessmark.model.revision import amended, placed, revisions
from witnessmark.publish.dossier import Dossier
from witnessmark.publish.protect import protect
from witnessmark.web.outward import outward

if TYPE_CHECKING:
    from witnessmark.store.case import Case

# Relations that a text puts between events: by them totals know their parts, strikes what they followed.
_BETWEEN = frozenset({RelationType.MEMBER_INCIDENT_OF, RelationType.FOLLOW_UP_STRIKE_OF})

# What can be merged and parted: a total or a setting is no event.
EVENTS = frozenset({IncidentKind.INCIDENT, IncidentKind.ALLEGATION})
NEAR = 20  # further events that are offered: of more, nobody looks through a list
READ = 3 * NEAR  # of which those are chosen
_DAY = timedelta(days=1)
_FIRST, _LAST = date.min + _DAY, date.max - _DAY


@dataclass(frozen=True, slots=True)
class IncidentFile:
    """An incident with all that its page is made of, as the public may see it.

    `dossier` holds its documents, itself, and of linked incidents no more than their titles need.
    """

    incident: Incident
    dossier: Dossier
    decisions: tuple[Decision, ...]  # on it, and on claims of its documents that nobody counts after them
    recorded: tuple[Claim, ...]  # those that were corrected, as they were read
    beside: tuple[Incident, ...]  # other events told in its documents
    near: tuple[Incident, ...]  # further ones of its days and place, the first of them
    register: bool  # whether its place can be looked up in a register of sites


def incident_file(case: "Case", name: str) -> IncidentFile:
    """The file of an incident; raises UsageError where there is none of this id."""
    incident = case.incident(name)
    readings, made = _read(case, incident)
    corrected = {name for d in made if d.judgement is Judgement.CORRECT for name in d.subject}
    recorded = outward(case, case.recorded_claims(corrected)) if corrected else ()
    linked = [title_only(i, incident.id) for i in _linked(case, incident, readings)]
    dossier = protect(
        Dossier(
            title="",
            readings=tuple(readings),
            incidents=(incident, *linked),
            relations=tuple(case.relations_of(incident.documents)),
        )
    )
    shown = next(i for i in dossier.incidents if i.id == incident.id)
    register = incident.kind is IncidentKind.INCIDENT and case.has_register()
    others = case.incidents_of(incident.documents)
    beside = tuple(i for i in others if i.kind in EVENTS and i.id != incident.id)
    near = _near(case, incident, {incident.id, *(i.id for i in beside)})
    return IncidentFile(shown, dossier, made, recorded, beside, near, register)


def _near(case: "Case", incident: Incident, known: Collection[str]) -> tuple[Incident, ...]:
    """Other events of its place, or told of the province it is, from the day before to the day after."""
    first, last = (a or b for a, b in (incident.date, incident.date[::-1]))
    place = incident.place
    if incident.kind not in EVENTS or place is None or first is None or last is None:
        return ()
    wanted = Filter(
        start=max(first, _FIRST) - _DAY,
        end=min(last, _LAST) + _DAY,
        place=place.name,
        country=place.country or "",
        kind=tuple(sorted(EVENTS)),
    )
    found = case.incidents_where(wanted, None, READ).items
    there = (i for i in found if i.place is not None and place.name in (i.place.name, i.place.admin1))
    return tuple([i for i in there if i.id not in known][:NEAR])


def _read(case: "Case", incident: Incident) -> tuple[list[Reading], tuple[Decision, ...]]:
    """Its documents as people added to and corrected them, and the decisions on it.

    Claims that were added or read when it was linked, and are not by now, are still those it was made of.
    """
    readings = case.readings_of(incident.documents)
    every = case.decisions_on(
        {*incident.claims, *incident.documents, *(c.id for r in readings for c in r.claims)}
    )
    known = revisions(every)
    readings = [amended(r, known) for r in readings]
    out = {c.id for r in readings for c in r.claims if c.id in known.rejected}
    made = _about(every, {*incident.claims, *incident.documents, *out})
    former = case.recorded_claims(set(incident.claims) - {c.id for r in readings for c in r.claims})
    return [_with(r, former) for r in readings], made


def _about(made: Iterable[Decision], names: Collection[str]) -> tuple[Decision, ...]:
    """Those about these names, and those about them in turn: what bears on another comes after it."""
    known, found = set(names), []
    for decision in made:
        adds = str((decision.content or {}).get("doc", "")) if decision.judgement is Judgement.ADD else ""
        if not known.isdisjoint((*decision.subject, decision.supersedes or "", adds)):
            known.add(decision.id)
            found.append(decision)
    return tuple(found)


def _with(reading: Reading, claims: Iterable[Claim]) -> Reading:
    own = (placed(c, reading.document.text) for c in claims if c.doc == reading.document.id)
    return replace(reading, claims=(*reading.claims, *(c for c in own if c is not None)))


def _linked(case: "Case", incident: Incident, readings: Iterable[Reading]) -> list[Incident]:
    """Those it names, and those that name it: a text put them together, so it is in their documents too."""
    own = set(incident.claims)
    beside: set[str] = set()
    for relation in (r for reading in readings for r in reading.relations if r.type in _BETWEEN):
        ends = {*relation.a, relation.b or ""}
        if ends & own:
            beside |= ends - own
    named = {*incident.members, *incident.follows}
    known = {i.id: i for i in case.incidents_of(beside)}
    known.update((i, case.incident(i)) for i in named - known.keys())
    return [i for i in known.values() if i.id in named or incident.id in (*i.members, *i.follows)]


def title_only(incident: Incident, of: str) -> Incident:
    """The incident without what stands in other documents; that it names `of` stays."""
    bare = tuple(replace(f, claims=(), set_aside=(), revisions=(), conceded=()) for f in incident.figures)
    return replace(
        incident,
        claims=(),
        documents=(),
        figures=bare,
        audit=(),
        grade=Grade(),
        members=tuple(m for m in incident.members if m == of),
        follows=tuple(f for f in incident.follows if f == of),
    )
