"""An incident as a reader meets it: what, when, where, attributed to whom by whom, how many."""

from dataclasses import dataclass

from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.incident import AuditLine, Incident, IncidentKind
from witnessmark.publish import phrases, words
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.figures import FigureRow, figure_row
from witnessmark.publish.grades import GradeSheet, grade_sheet
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels, lowered, raised
from witnessmark.publish.phrases import ACTS, KINDS, joined
from witnessmark.publish.tongue import N_, retold, say, tongue

QUIET = frozenset({IncidentKind.SITUATION, IncidentKind.CONTEXT})  # the setting: shown last and closed


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another incident."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything shown of one incident.

    `name` is what and where, `when` its days, `title` both; `facts` are label and words of what is known,
    `unknown` what a reader would ask and nobody says: no line is in both.
    """

    anchor: str
    number: int
    kind: str
    code: str
    name: str
    when: str
    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    others: tuple[Evidence, ...]
    origins: tuple[str, ...]
    publications: int
    grade: GradeSheet
    unknown: tuple[str, ...]
    members: tuple[Link, ...]
    parents: tuple[Link, ...]
    follows: tuple[Link, ...]
    followed: tuple[Link, ...]
    audit: tuple[AuditLine, ...]


def cards(index: Index, labels: Labels) -> tuple[Card, ...]:
    """The cards of all incidents, numbered in the order of the dossier."""
    return tuple(_card(n, i, index, labels) for n, i in enumerate(index.incidents.values(), 1))


def name_of(incident: Incident, labels: Labels) -> str:
    """What and where, without when: `Air strike — Ariha`."""
    text = raised(phrases.what(incident, labels))
    return f"{text} \u2014 {tongue().apart(incident.place.name)}" if incident.place else text


def title_of(incident: Incident, labels: Labels) -> str:
    """What, where and when: `Air strike — Ariha, 29 January 2020`."""
    dash = say(", ") if incident.place else " \u2014 "
    return f"{name_of(incident, labels)}{dash}{words.span(*incident.date)}"


def _card(number: int, incident: Incident, index: Index, labels: Labels) -> Card:
    used = {c for f in incident.figures for c in (*f.claims, *(s.claim for s in f.set_aside))}
    rest = (index.claims[c] for c in incident.claims if c not in used)
    ordered = phrases.figures(incident, labels)
    return Card(
        anchor=anchor("i", incident.id),
        number=number,
        kind=say(KINDS[incident.kind]),
        code=incident.kind.value,
        name=name_of(incident, labels),
        when=words.span(*incident.date),
        title=title_of(incident, labels),
        summary=_summary(incident, index, labels),
        facts=_facts(incident, index, labels),
        figures=tuple(figure_row(f, incident, index, labels) for f in ordered),
        others=tuple(evidence(c, index, labels) for c in rest),
        origins=tuple(map(labels.name, incident.origins)),
        publications=incident.publications,
        grade=grade_sheet(incident.grade, index, labels),
        unknown=_unknown(incident, index, labels),
        members=_links(tuple(index.incidents[m] for m in incident.members), labels),
        parents=_links(index.parents.get(incident.id, ()), labels),
        follows=_links(tuple(index.incidents[i] for i in incident.follows), labels),
        followed=_links(index.followed.get(incident.id, ()), labels),
        audit=incident.audit,
    )


def _summary(incident: Incident, index: Index, labels: Labels) -> str:
    """The figures in words, or, where there is none, what is said of it in its own words."""
    told = say("; ").join(phrases.figure(f, labels) for f in phrases.figures(incident, labels))
    said = joined(map(labels.name, incident.origins)) or say("a source that is not named")
    quote = " ".join(index.claims[incident.claims[0]].quote.split()) if incident.claims else ""
    return say("According to {who}: {what}.").format(who=said, what=told or f"“{tongue().apart(quote)}”")


def _facts(incident: Incident, index: Index, labels: Labels) -> tuple[tuple[str, str], ...]:
    """What is known, each as label and words; a line without words is left out."""
    many = incident.kind is IncidentKind.AGGREGATE
    act = incident.kind in ACTS
    hit = say("Object hit") if len(incident.target) == 1 and not many else say("Objects hit")
    rows = (
        (say("When"), _when(incident)),
        (say("Where"), _where(incident)),
        (say("Method"), phrases.methods(incident.method, labels, many=many) if act else ""),
        (say("Also told"), phrases.situations(incident.method, labels) if act else ""),
        (say("Weapon"), joined(lowered(labels.of("weapons", w)) for w in incident.weapon) if act else ""),
        (hit if act else say("Objects"), phrases.objects(incident.target, labels, many=many or not act)),
        (say("Nearby, not said to be hit"), phrases.objects(incident.target_near, labels)),
        (say("Attributed to") if act else say("Actors"), _accused(incident, index, labels)),
        (say("Response"), say("denied; see the claims") if _denied(incident, index) else ""),
    )
    return tuple((label, said) for label, said in rows if said)


def _when(incident: Incident) -> str:
    if incident.date == (None, None):
        return ""
    return _with(words.span(*incident.date), words.span_precision(*incident.date))


def _where(incident: Incident) -> str:
    place = incident.place
    if place is None:
        return ""
    told_below = place.precision in words.WIDE and incident.kind in ACTS
    return _with(words.place(place), "" if told_below else say(words.PLACE_PRECISION[place.precision]))


def _accused(incident: Incident, index: Index, labels: Labels) -> str:
    """Each party with those who name it: who tells of the event without saying who did it accuses nobody."""
    by_voices: dict[tuple[str, ...], list[str]] = {}
    for party in incident.attributed_to:
        naming = [c for c in incident.claims if party in _blamed(index.claims[c])]
        by_voices.setdefault(index.origins(naming, incident), []).append(party)
    return joined(
        _with(
            joined(map(labels.name, parties)),
            say("according to {who}").format(who=joined(map(labels.name, voices))) if voices else "",
        )
        for voices, parties in by_voices.items()
    )


def _blamed(claim: Claim) -> set[str | None]:
    if _denies(claim):
        return set()
    return {a.norm for a in claim.actors if a.role is Role.PERPETRATOR and not a.inherited}


def _denied(incident: Incident, index: Index) -> bool:
    return any(_denies(index.claims[c]) for c in incident.claims)


def _denies(claim: Claim) -> bool:
    return claim.kind is ClaimKind.DENIAL or claim.modality is Modality.DENIED


def _unknown(incident: Incident, index: Index, labels: Labels) -> tuple[str, ...]:
    """What linking found unanswered and what no fact says, without what a figure or a fact says already."""
    asked = list(incident.unknown)
    place = incident.place
    if incident.kind in ACTS:
        accused, single = incident.attributed_to, incident.kind is not IncidentKind.AGGREGATE
        open_questions = (
            (N_("perpetrator not stated"), not accused),
            (N_("no response of the accused party recorded"), bool(accused) and not _denied(incident, index)),
            (N_("date not stated"), incident.date == (None, None)),
            (N_("place not stated"), place is None),
            (words.WIDE.get(place.precision, "") if place else "", place and place.precision in words.WIDE),
            (N_("weapon not stated"), single and not incident.weapon),
            (N_("what was hit not stated"), single and not incident.target),
        )
        asked += [text for text, is_open in open_questions if is_open]
    told = {f"whether the {t.replace('_', ' ')} nearby was hit is not stated" for t in incident.target_near}
    if any(phrases.needs_status(f, labels) for f in incident.figures):
        told.add(phrases.STATUS)
    if phrases.says_no_method(incident.method, labels):
        told.add("method not stated")
    return tuple(_asked(text) for text in dict.fromkeys(asked) if text not in told)


def _asked(text: str) -> str:
    told = say(text)
    return retold(text) if told == text else told


def _with(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


def _links(incidents: tuple[Incident, ...], labels: Labels) -> tuple[Link, ...]:
    return tuple(Link(anchor("i", i.id), title_of(i, labels)) for i in incidents)
