"""Decisions of people, made from what they ask for: values that the caller records.

Decisions made in one go share an act, and are taken back together. Nonsense is refused with UsageError.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from witnessmark.errors import UsageError
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality
from witnessmark.model.decision import Decision, Judgement, in_force, may_confirm, settled
from witnessmark.model.document import Document
from witnessmark.model.ids import content_id
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.reading import Reading
from witnessmark.model.record import to_record
from witnessmark.model.revision import ADDED, PERSON, amended, revisions
from witnessmark.pipeline.fields import content, stated


@dataclass(frozen=True, slots=True)
class By:
    """Who decides: a person, or a method with its version.

    With `four_eyes` it counts once another person confirmed it.
    """

    name: str
    human: bool = True
    four_eyes: bool = False


class Held(Protocol):
    """What is asked of a case, each by an index; `witnessmark.Case` is one."""

    def decision(self, name: str) -> Decision | None: ...
    def decisions_on(self, ids: Collection[str]) -> list[Decision]: ...
    def recorded_claims(self, ids: Iterable[str]) -> list[Claim]: ...
    def homes(self, names: Iterable[str]) -> dict[str, str]: ...
    def readings_of(self, docs: Iterable[str]) -> list[Reading]: ...


# What is asked for: a judgement on its subjects, with its content.
_Asked = tuple[Judgement, tuple[str, ...], Mapping[str, Any] | None]
# Claims that tell of an event; others go with those they deny, qualify or accuse somebody of.
_TELLING = frozenset(
    {
        ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED, ClaimKind.AGGREGATE_TALLY,
        ClaimKind.CONTEXT_FIGURE, ClaimKind.PATTERN, ClaimKind.SITUATION,
    }
)  # fmt: skip
# Totals and situations are no events that could be one or two.
_EVENTS = frozenset({IncidentKind.INCIDENT, IncidentKind.ALLEGATION})


def added(
    document: Document, start: int, end: int, fields: Mapping[str, str], by: By, reason: str
) -> list[Decision]:
    """A claim that the program missed: what the document says from `start` to `end`, in these `fields`.

    Where they do not say who says it, its publisher does; where they do not say of what kind it is, it tells
    of an event.
    """
    from witnessmark.extract.publisher import publishers
    from witnessmark.extract.words import words

    quote = document.text[start:end] if 0 <= start < end else ""
    if not quote.strip() or end > len(document.text):
        raise UsageError(f"{document.id}: there is no text from {start} to {end}")
    zone = next((z for z in document.zones if z.start <= start < z.end), None)
    if zone is None or not zone.claims_allowed:
        raise UsageError(f"{document.id}: what stands from {start} to {end} is no part of the report")
    said_by = tuple(Claimant(name, explicit=False) for name in publishers(document, words(document.language)))
    blank = Claim(
        "", document.id, start, end, quote, zone.zone, ClaimKind.INCIDENT, said_by, Modality.ASSERTED,
        extractor=PERSON, rule=ADDED,
    )  # fmt: skip
    claim = stated(fields, blank)
    claim = replace(claim, id=content_id("claim", to_record(claim)))
    return _decisions([(Judgement.ADD, (claim.id,), to_record(claim))], by, reason)


def corrected(claim: Claim, fields: Mapping[str, str], by: By, reason: str) -> list[Decision]:
    """Other `fields` of a claim, as `read_claim` gives it."""
    return _decisions([(Judgement.CORRECT, (claim.id,), content(fields, claim))], by, reason)


def read_claim(case: Held, name: str) -> Claim:
    """The claim of this id as it is read and was corrected by now; raises UsageError where it is not read."""
    made = revisions(case.decisions_on([name]))
    home = case.homes([name]).get(name)
    held = case.readings_of([home]) if home is not None else ()
    found = next((c for r in held for c in amended(r, made).claims if c.id == name), None)
    if found is None:
        raise UsageError(f"{name}: this claim is read no longer, or never was")
    return found


def judged(
    subject: Sequence[str], judgement: Judgement, by: By, reason: str, score: float | None = None
) -> list[Decision]:
    """A judgement on two reports, or on one claim; `score` is how sure who judges is."""
    return [replace(d, score=score) for d in each([subject], judgement, by, reason)]


def each(subjects: Sequence[Sequence[str]], judgement: Judgement, by: By, reason: str) -> list[Decision]:
    """One judgement on each of these subjects, two reports or one claim; several are taken back together."""
    for subject in subjects:
        if len(set(subject)) < len(subject):
            raise UsageError(f"{' and '.join(subject)} are one and the same")
    return _decisions([(judgement, tuple(subject), None) for subject in subjects], by, reason)


def read(documents: Sequence[str], by: By, reason: str) -> list[Decision]:
    """That a person read these documents."""
    if not by.human:
        raise UsageError(f"{by.name}: a person reads documents")
    return _decisions(
        [(Judgement.READ, (doc,), None) for doc in documents], replace(by, four_eyes=False), reason
    )


def merge(case: Held, incidents: Sequence[Incident], by: By, reason: str) -> list[Decision]:
    """That these incidents are one event."""
    if len({i.id for i in incidents}) < 2:
        raise UsageError("merge: name two incidents or more")
    told = [_telling(case, i) for i in incidents]
    first = told[0][0]
    pairs = [(first.id, c.id) for side in told for c in side if c.id != first.id]
    for n, side in enumerate(told):
        for other in told[n + 1 :]:
            pairs += _standing(case, Judgement.DIFFERENT, side, other)
    return _pairs([(Judgement.SAME, pair) for pair in pairs], by, reason)


def split(case: Held, incident: Incident, claims: Sequence[str], by: By, reason: str) -> list[Decision]:
    """That these claims of an incident tell of another event than its other claims, of one and the same."""
    moved, left = _sides(case, incident, claims)
    return _pairs(_parted(case, moved, left), by, reason)


def move(
    case: Held, incident: Incident, claims: Sequence[str], to: Incident, by: By, reason: str
) -> list[Decision]:
    """That these claims of an incident tell of another event there is."""
    if incident.id == to.id:
        raise UsageError("move: the claims are in this incident already")
    moved, left = _sides(case, incident, claims)
    there = _telling(case, to)
    pairs = [(moved[0].id, c.id) for c in there] + _standing(case, Judgement.DIFFERENT, moved, there)
    joined = [(Judgement.SAME, pair) for pair in pairs]
    return _pairs([*_parted(case, moved, left), *joined], by, reason)


def undo(case: Held, name: str, by: By, reason: str) -> list[Decision]:
    """That a decision is taken back; with it all that were made in one go with it. Both go by their ids."""
    asked, made = _named(case, name)
    now = settled(made)
    waiting = {d.supersedes for d in now.awaiting}
    left = [d for d in asked if d.id not in now.gone | waiting]
    if not left:
        raise UsageError(f"{name}: it was taken back already")
    act = content_id("act", {"by": by.name, "undo": [d.id for d in left]}) if len(left) > 1 else None
    at_once = {d.id for d in now.awaiting} | {d.id for d in left if d.judgement in _FREE}
    return [
        replace(_withdrawal(d, replace(by, four_eyes=by.four_eyes and d.id not in at_once), reason), act=act)
        for d in left
    ]


# What anybody may take back alone: it moves nothing, or asks for more care.
_FREE = frozenset({Judgement.CONFIRM, Judgement.READ})


def _withdrawal(target: Decision, by: By, reason: str) -> Decision:
    (made,) = _decisions([(Judgement.WITHDRAW, target.subject, None)], by, reason, supersedes=target.id)
    return made


def confirm(case: Held, name: str, by: By, reason: str) -> list[Decision]:
    """That a second person agrees with a decision, and all made in one go with it."""
    asked, made = _named(case, name)
    waiting = {d.id for d in settled(made).awaiting}
    left = [d for d in asked if d.id in waiting]
    if not left:
        raise UsageError(f"{name}: it waits for no second person")
    if not all(may_confirm(by.name, by.human, d) for d in left):
        raise UsageError(f"{name}: only another person than who made it confirms a decision")
    agreed: list[_Asked] = [(Judgement.CONFIRM, (d.id,), None) for d in left]
    return _decisions(agreed, replace(by, four_eyes=False), reason)


def _named(case: Held, name: str) -> tuple[list[Decision], list[Decision]]:
    """The decisions of an act, or the one of this id with those of its act; and all that bears on them."""
    one = case.decision(name)
    act = name if one is None else one.act
    about = () if one is None else one.subject
    made = case.decisions_on([*about, *([] if act is None else [act])])
    found = [d for d in made if d.id == name or (act is not None and d.act == act)]
    if not found:
        raise UsageError(f"{name}: there is no such decision")
    return found, made


def _telling(case: Held, incident: Incident) -> list[Claim]:
    """The claims of an event that tell of it, those that tell of it most plainly first."""
    if incident.kind not in _EVENTS:
        raise UsageError(
            f"{incident.id}: only single events are joined and parted, and this is {incident.kind}"
        )
    found = [c for c in case.recorded_claims(incident.claims) if c.kind in _TELLING]
    if not found:
        raise UsageError(f"{incident.id}: none of its claims tells of the event itself")
    return sorted(found, key=lambda c: (c.kind is not ClaimKind.INCIDENT, c.doc, c.start, c.id))


def _sides(case: Held, incident: Incident, claims: Sequence[str]) -> tuple[list[Claim], list[Claim]]:
    """The claims that are chosen, and those that are left."""
    strange = [c for c in claims if c not in incident.claims]
    if strange or not claims:
        raise UsageError(f"{', '.join(strange) or 'no claim'}: choose claims of the incident")
    told = _telling(case, incident)
    moved, left = [c for c in told if c.id in claims], [c for c in told if c.id not in claims]
    if len(moved) < len(set(claims)):
        raise UsageError("choose claims that tell of the event: what denies it, accuses or doubts goes along")
    if not left:
        raise UsageError("no claim that tells of the event would be left: move it by merging the incidents")
    return moved, left


def _parted(
    case: Held, moved: Sequence[Claim], left: Sequence[Claim]
) -> list[tuple[Judgement, tuple[str, str]]]:
    """That each of those moved is of another event than each of those left.

    What was held together by one that goes stays together.
    """
    heirs = [b for _, b in _standing(case, Judgement.SAME, moved, left)]
    together = [(moved[0].id, c.id) for c in moved[1:]]
    together += [(left[0].id, heir) for heir in heirs if heir != left[0].id]
    apart = [(one.id, other.id) for one in moved for other in left]
    return [*((Judgement.SAME, p) for p in together), *((Judgement.DIFFERENT, p) for p in apart)]


def _standing(
    case: Held, judgement: Judgement, one: Sequence[Claim], other: Sequence[Claim]
) -> list[tuple[str, str]]:
    """The pairs across two sides that were judged so before, on claims or on their documents."""
    names = [{n: c.id for c in reversed(side) for n in (c.doc, c.id)} for side in (one, other)]
    found = []
    for decision in in_force(case.decisions_on({*names[0], *names[1]})):
        if decision.judgement is judgement and len(decision.subject) == 2:
            for a, b in (decision.subject, decision.subject[::-1]):
                if a in names[0] and b in names[1]:
                    found.append((names[0][a], names[1][b]))
    return found


def _pairs(asked: Iterable[tuple[Judgement, tuple[str, str]]], by: By, reason: str) -> list[Decision]:
    return _decisions([(judgement, pair, None) for judgement, pair in dict.fromkeys(asked)], by, reason)


def _decisions(
    asked: Sequence[_Asked], by: By, reason: str, *, supersedes: str | None = None
) -> list[Decision]:
    """The decisions of one go. Raises UsageError where a name or a reason is missing."""
    name, why = " ".join(by.name.split()), " ".join(reason.split())
    if not name or not why:
        raise UsageError("say who decides, and why: a decision is kept with its name and reason")
    at = datetime.now(UTC).isoformat()
    subjects = [subject for _, subject, _ in asked]
    act = content_id("act", {"by": name, "at": at, "subjects": subjects}) if len(asked) > 1 else None
    made = []
    for judgement, subject, told in asked:
        what: dict[str, Any] = {
            "subject": subject,
            "judgement": judgement,
            "by": name,
            "at": at,
            "supersedes": supersedes,
        }
        what |= {"content": told} if told is not None else {}
        made.append(
            Decision(
                content_id("decision", what), subject, judgement, name, by.human, why, at,
                supersedes=supersedes, content=told, act=act, four_eyes=by.four_eyes,
            )
        )  # fmt: skip
    return made
