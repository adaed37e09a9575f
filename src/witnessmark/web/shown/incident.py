"""An incident as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.model.incident import AuditLine, Incident
from witnessmark.publish import cards, phrases
from witnessmark.publish.atlas import Atlas, atlas
from witnessmark.publish.figures import FigureRow, why_aside
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels
from witnessmark.web.gathered import EVENTS, IncidentFile
from witnessmark.web.shown.quotes import Told, told, told_why
from witnessmark.web.shown.revisions import Series, series
from witnessmark.web.shown.sides import Side, sides

_OF = 3  # the first of them may be judged meanwhile, and be in no incident


@dataclass(frozen=True, slots=True)
class FigureSheet:
    """A figure in words with the claims it rests on, those set aside with why, and the sums about it."""

    row: FigureRow
    used: tuple[Told, ...]
    aside: tuple[Told, ...]
    audit: tuple[AuditLine, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another incident."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Incidents linked to this one, by how a text puts them together."""

    parents: tuple[Link, ...]
    members: tuple[Link, ...]
    follows: tuple[Link, ...]
    followed: tuple[Link, ...]

    def __bool__(self) -> bool:
        return bool(self.parents or self.members or self.follows or self.followed)


@dataclass(frozen=True, slots=True)
class IncidentSheet:
    """Everything shown of one incident. `claims` are all of them, in the order of the documents."""

    id: str
    card: cards.Card
    figures: tuple[FigureSheet, ...]
    series: tuple[Series, ...]
    map: Atlas
    sides: tuple[Side, ...]
    linked: Linked
    claims: tuple[Told, ...]
    is_event: bool
    beside: tuple[Link, ...]
    near: tuple[Link, ...]

    @property
    def of(self) -> str:
        """Some of its claims, by which it is found once it has another name."""
        return " ".join(claim.id for claim in self.claims[:_OF])


def incident_sheet(file: IncidentFile, labels: Labels) -> IncidentSheet:
    """The page's content; the same file gives the same content."""
    index = Index(file.dossier)
    incident = file.incident
    card = next(c for c in cards.cards(index, labels) if c.anchor == anchor("i", incident.id))
    ordered = phrases.figures(incident, labels)
    return IncidentSheet(
        id=incident.id,
        card=card,
        figures=_figures(card, incident, index, labels),
        series=series(ordered, index, labels),
        map=atlas((card,), index, ()),
        sides=sides(incident, index, labels),
        linked=_linked(card, index),
        claims=told(_in_order(incident, index), index, labels),
        is_event=incident.kind in EVENTS,
        beside=_links(file.beside, labels),
        near=_links(file.near, labels),
    )


def _links(incidents: Sequence[Incident], labels: Labels) -> tuple[Link, ...]:
    return tuple(Link(i.id, cards.title_of(i, labels)) for i in incidents)


def _figures(card: cards.Card, incident: Incident, index: Index, labels: Labels) -> tuple[FigureSheet, ...]:
    sheets = []
    for row, figure in zip(card.figures, phrases.figures(incident, labels), strict=True):
        aside = [(s.claim, why_aside(s.reason, index, labels)) for s in figure.set_aside]
        weighed = {*figure.claims, *(s.claim for s in figure.set_aside)}
        sheets.append(
            FigureSheet(
                row,
                told(figure.claims, index, labels),
                told_why(aside, index, labels),
                tuple(line for line in incident.audit if weighed & set(line.claims)),
            )
        )
    return tuple(sheets)


def _linked(card: cards.Card, index: Index) -> Linked:
    def links(found: Sequence[cards.Link]) -> tuple[Link, ...]:
        return tuple(Link(index.by_anchor[f.anchor].id, f.title) for f in found)

    return Linked(links(card.parents), links(card.members), links(card.follows), links(card.followed))


def _in_order(incident: Incident, index: Index) -> list[str]:
    place = {doc: n for n, doc in enumerate(index.documents)}
    found = (index.claims[c] for c in incident.claims)
    return [c.id for c in sorted(found, key=lambda c: (place[c.doc], c.start, c.end, c.id))]
