"""Single things of a project as programs get them, for who has the right; a part of permissions.py."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.http import Http404

from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision, settled
from witnessmark.model.document import Document
from witnessmark.model.incident import Incident, Lineage
from witnessmark.pipeline.reviewing import PairFile
from witnessmark.web.documents import Custody
from witnessmark.web.outward import outward
from witnessmark.web.paged import known_for
from witnessmark.web.permissions import (
    Desk,
    get_around_for,
    get_custody_for,
    get_incident_of_claim_for,
    get_pair_for,
    get_reading_for,
)
from witnessmark.web.rights import Right

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ReadingFile:
    """A document with what its page has: claims as people added and corrected them, those rejected too."""

    document: Document
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    lineage: Lineage | None
    incidents: tuple[Incident, ...]
    decisions: tuple[Decision, ...]
    custody: Custody


@dataclass(frozen=True, slots=True)
class Judged:
    """All decisions on some subjects, and the ids of those that count and of those that wait."""

    decisions: tuple[Decision, ...]
    in_force: tuple[str, ...]
    awaiting: tuple[str, ...]


def get_outward_for(desk: Desk, values: Sequence[T]) -> tuple[T, ...]:
    """Values that were got before, as the public may see them."""
    return outward(desk.case, values)


def get_reading_file_for(desk: Desk, doc: str) -> ReadingFile:
    """A document with its claims and what is known around it. Raises Http404."""
    reading = get_reading_for(desk, doc)
    around = get_around_for(desk, reading)
    (document,) = outward(desk.case, [reading.document])
    return ReadingFile(
        document,
        outward(desk.case, reading.claims),
        reading.relations,
        around.lineage,
        outward(desk.case, around.incidents),
        outward(desk.case, around.decisions),
        get_custody_for(desk, doc),
    )


def get_claim_for(desk: Desk, name: str) -> Claim:
    """The claim of that id, as last recorded and as the public may see it. Raises Http404."""
    desk.need(Right.READ)
    found = desk.case.recorded_claims([name])
    if not found:
        raise Http404
    (claim,) = outward(desk.case, found)
    return claim


def get_claim_now_for(desk: Desk, name: str) -> Claim:
    """The claim as people corrected it, to be decided on; not yet protected. Raises Http404."""
    home = desk.case.homes([name]).get(name)
    claims = get_reading_for(desk, home).claims if home is not None else ()
    found = next((c for c in claims if c.id == name), None)
    if found is None:
        raise Http404
    return found


def get_home_for(desk: Desk, claim: str) -> Incident:
    """The incident that a claim is in by now, as the public may see it. Raises Http404."""
    (incident,) = outward(desk.case, [get_incident_of_claim_for(desk, claim)])
    return incident


def get_pair_file_for(desk: Desk, a: str, b: str) -> PairFile:
    """A pair with what agrees and differs, as the public may see it. Raises Http404."""
    file = get_pair_for(desk, a, b)
    (pair,) = outward(desk.case, [file.pair])
    return replace(file, pair=pair, decisions=outward(desk.case, file.decisions))


def get_judged_for(desk: Desk, subjects: Collection[str]) -> Judged:
    """What was decided on these claims or documents, and what of it counts."""
    desk.need(Right.READ)
    made = desk.case.decisions_on(subjects)
    now = settled(made)
    return Judged(
        outward(desk.case, made), tuple(d.id for d in now.in_force), tuple(d.id for d in now.awaiting)
    )


def get_act_for(desk: Desk, name: str) -> tuple[Decision, ...]:
    """The decision of that id, or all of the act of that id. Raises Http404."""
    desk.need(Right.READ)
    one = desk.case.decision(name)
    found = [d for d in desk.case.decisions_on([name]) if d.act == name] if one is None else [one]
    if not found:
        raise Http404
    return outward(desk.case, found)


def need_claims(desk: Desk, names: Collection[str]) -> None:
    """Raise Http404 where one of the names is no claim of the project."""
    homes = desk.case.homes(names)
    if any(name not in homes or homes[name] == name for name in names):
        raise Http404


def need_reports(desk: Desk, names: Collection[str]) -> None:
    """Raise Http404 where one of the names is neither a claim nor a document of the project."""
    if set(names) - known_for(desk, names):
        raise Http404
