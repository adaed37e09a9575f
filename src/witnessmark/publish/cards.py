"""An incident as a reader meets it: what, when, where, attributed to whom by whom, how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from witnessmark.model.claim import ClaimKind, Modality
from witnessmark.model.figure import Figure
from witnessmark.model.incident import AuditLine, Incident, IncidentKind
from witnessmark.publish import words
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels

KINDS: Mapping[IncidentKind, str] = {
    IncidentKind.INCIDENT: "Incident",
    IncidentKind.ALLEGATION: "Allegation",
    IncidentKind.AGGREGATE: "Total over several events",
    IncidentKind.PROTECTIVE_MEASURE: "Protective measure",
    IncidentKind.TERRITORIAL_CONTROL: "Territorial control",
    IncidentKind.SITUATION: "Situation",
    IncidentKind.CONTEXT: "Context",
}
ACTS = frozenset(
    {IncidentKind.INCIDENT, IncidentKind.ALLEGATION, IncidentKind.AGGREGATE}
)  # someone did something


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure with the claims it weighed."""

    what: str
    low: str
    best: str
    high: str
    words: str
    rule: str
    origins: str
    origin_count: int
    publications: int
    used: tuple[Evidence, ...]
    set_aside: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another incident."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything shown of one incident. `facts` are label and words; what is unknown is said."""

    anchor: str
    number: int
    kind: str
    code: str
    title: str
    summary: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[FigureRow, ...]
    others: tuple[Evidence, ...]
    origins: tuple[str, ...]
    publications: int
    grade: tuple[tuple[str, str, str], ...]
    flags: tuple[str, ...]
    unknown: tuple[str, ...]
    members: tuple[Link, ...]
    parents: tuple[Link, ...]
    audit: tuple[AuditLine, ...]


def cards(index: Index, labels: Labels) -> tuple[Card, ...]:
    """The cards of all incidents: single events first, each kind by date, undated last."""
    order = list(KINDS)
    ranked = sorted(
        index.incidents.values(),
        key=lambda i: (order.index(i.kind), i.date == (None, None), str(i.date[0] or i.date[1]), i.id),
    )
    return tuple(_card(n, i, index, labels) for n, i in enumerate(ranked, 1))


def name_of(incident: Incident, labels: Labels) -> str:
    """A short neutral name, what and where without when: method, else weapon, else the first figure."""
    what = labels.all("methods", incident.method) or labels.all("weapons", incident.weapon)
    what = what or next((words.figure(f, labels) for f in incident.figures), KINDS[incident.kind])
    text = f"{what}, {incident.place.name}" if incident.place else what
    return text[:1].upper() + text[1:]


def _card(number: int, incident: Incident, index: Index, labels: Labels) -> Card:
    used = {c for f in incident.figures for c in (*f.claims, *(s.claim for s in f.set_aside))}
    rest = (index.claims[c] for c in incident.claims if c not in used)
    grade = incident.grade
    return Card(
        anchor=anchor("i", incident.id),
        number=number,
        kind=KINDS[incident.kind],
        code=incident.kind.value,
        title=name_of(incident, labels),
        summary=_summary(incident, labels),
        facts=_facts(incident, index, labels),
        figures=tuple(_figure(f, index, labels) for f in incident.figures),
        others=tuple(evidence(c, index, labels) for c in rest),
        origins=tuple(map(labels.name, incident.origins)),
        publications=incident.publications,
        grade=tuple(
            (d.replace("_", " "), labels.of("grades", g.level), g.reason) for d, g in grade.dimensions
        ),
        flags=tuple(f.replace("_", " ") for f in grade.flags),
        unknown=incident.unknown,
        members=_links(tuple(index.incidents[m] for m in incident.members), labels),
        parents=_links(index.parents.get(incident.id, ()), labels),
        audit=incident.audit,
    )


def _summary(incident: Incident, labels: Labels) -> str:
    told = "; ".join(words.figure(f, labels) for f in incident.figures) or "no figure is given"
    said = _join(map(labels.name, incident.origins)) or "a source that is not named"
    return f"According to {said}, {told}."


def _join(names: Iterable[str]) -> str:
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def _facts(incident: Incident, index: Index, labels: Labels) -> tuple[tuple[str, str], ...]:
    place, said = incident.place, _join(map(labels.name, incident.origins))
    where = words.place(place)
    exact = words.PLACE_PRECISION[place.precision] if place else ""
    rows = [
        ("When", _with(words.span(*incident.date), words.span_precision(*incident.date))),
        ("Where", _with(where, exact)),
    ]
    if incident.kind in ACTS:
        accused = _join(map(labels.name, incident.attributed_to))
        rows += [
            ("Method", labels.all("methods", incident.method) or "not stated"),
            ("Weapon", labels.all("weapons", incident.weapon) or "not stated"),
            ("Object hit", labels.all("objects", incident.target) or "not stated"),
            (
                "Attributed to",
                _with(accused, f"according to {said}") if accused else "perpetrator not stated",
            ),
        ]
        response = _response(incident, index) if accused else ""
        if response:
            rows.append(("Response", response))
    if incident.target_near:
        near = labels.all("objects", incident.target_near)
        rows.append(("Nearby", _with(near, "named as near, not said to be hit")))
    return tuple(rows)


def _response(incident: Incident, index: Index) -> str:
    claims = [index.claims[c] for c in incident.claims]
    denied = any(c.kind is ClaimKind.DENIAL or c.modality is Modality.DENIED for c in claims)
    if denied:
        return "denied; see the claims"
    return "" if incident.unknown else "no response recorded"  # else the list of what is not known says it


def _with(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


def _figure(value: Figure, index: Index, labels: Labels) -> FigureRow:
    origins = index.origins(value.claims)
    return FigureRow(
        what=words.counted(value.measure, value.group, labels),
        low=words.number(value.low, "open"),
        best=words.number(value.best, "unknown"),
        high=words.number(value.high, "open"),
        words=words.bounds(value.low, value.best, value.high),
        rule=value.rule,
        origins=_join(map(labels.name, origins)),
        origin_count=len(origins),
        publications=index.publications(value.claims),
        used=tuple(evidence(index.claims[c], index, labels) for c in value.claims),
        set_aside=tuple(evidence(index.claims[s.claim], index, labels, s.reason) for s in value.set_aside),
    )


def _links(incidents: tuple[Incident, ...], labels: Labels) -> tuple[Link, ...]:
    return tuple(Link(anchor("i", i.id), f"{name_of(i, labels)}, {words.span(*i.date)}") for i in incidents)
