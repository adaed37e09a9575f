"""A document as it was read: its zones, the claims marked in place, how it is dated and what it copies."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document, ZoneKind
from witnessmark.model.incident import LineageKind
from witnessmark.publish import words
from witnessmark.publish.cards import title_of
from witnessmark.publish.evidence import Evidence, evidence
from witnessmark.publish.index import Index, anchor
from witnessmark.publish.labels import Labels
from witnessmark.publish.tongue import N_, say, tongue

ZONES = {
    ZoneKind.TITLE: N_("title"),
    ZoneKind.SUBTITLE: N_("standfirst"),
    ZoneKind.BODY: N_("text"),
    ZoneKind.PHOTO_CAPTION: N_("photo caption"),
    ZoneKind.DATELINE_METADATA: N_("date line"),
    ZoneKind.CRAWLER_METADATA: N_("left by a crawler"),
    ZoneKind.NEWSLETTER_SIGNUP: N_("newsletter sign-up"),
    ZoneKind.RELATED_ARTICLES: N_("other articles"),
    ZoneKind.SOURCE_CREDIT: N_("source credit"),
    ZoneKind.BREADCRUMB: N_("navigation trail"),
    ZoneKind.WIDGET: N_("page widget"),
}
LINEAGES = {
    LineageKind.EXACT_COPY: N_("exact copies"),
    LineageKind.NEAR_COPY: N_("near copies"),
    LineageKind.EDITED_WIRE: N_("one wire story, edited"),
    LineageKind.PRESS_RELEASE: N_("written up from one press release"),
    LineageKind.TRANSLATION: N_("a report and its translation"),
    LineageKind.SAME_STORY: N_("the same story in other words"),
    LineageKind.SHARED_ORIGIN: N_("one origin, told apart"),
    LineageKind.SINGLE: N_("stands alone"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims; `starts` are the anchors of claims that begin here."""

    text: str
    starts: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A zone; no claim is read from one that is not `allowed`."""

    label: str
    allowed: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim in the list under the text, with the incident it went into."""

    claim: Evidence
    incident: str
    incident_anchor: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything shown of one document."""

    anchor: str
    title: str
    path: str
    lang: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]
    refused: int  # zones no claims are read from


def pages(index: Index, labels: Labels) -> tuple[Page, ...]:
    """The documents in the order they were read."""
    found: dict[str, list[Claim]] = {doc: [] for doc in index.documents}
    for claim in sorted(index.claims.values(), key=lambda c: (c.start, c.end, c.id)):
        found[claim.doc].append(claim)
    return tuple(_page(d, found[d.id], index, labels) for d in index.documents.values())


def _page(document: Document, claims: list[Claim], index: Index, labels: Labels) -> Page:
    blocks = tuple(_blocks(document, claims))
    return Page(
        anchor=anchor("d", document.id),
        title=words.title(document),
        path=document.path.rsplit("/", 1)[-1],
        lang="" if document.language == "und" else document.language,
        facts=_facts(document, index),
        blocks=blocks,
        entries=tuple(_entry(c, index, labels) for c in claims),
        refused=sum(not b.allowed for b in blocks),
    )


def _entry(claim: Claim, index: Index, labels: Labels) -> Entry:
    incident = index.incident_of.get(claim.id)
    if incident is None:
        return Entry(evidence(claim, index, labels), "", "")
    return Entry(evidence(claim, index, labels), title_of(incident, labels), anchor("i", incident.id))


def _facts(document: Document, index: Index) -> tuple[tuple[str, str], ...]:
    given = document.published.evidence
    date_words = words.published(document)
    rows = [
        (say("Published"), f"{date_words}: “{tongue().apart(given)}”" if given else date_words),
        (say("Publisher"), document.publisher or say("not named in the document")),
        (say("Address"), document.url or ""),
        (say("Language"), say("not determined") if document.language == "und" else document.language),
        (say("Translation"), _translation(document)),
        ("Lineage", _lineage(document, index)),
        ("SHA-256", document.sha256),
    ]
    return tuple(row for row in rows if row[1])


def _translation(document: Document) -> str:
    said = {
        True: say("there is evidence of machine translation"),
        False: "",
        None: say("weak evidence of translation; a person should look"),
    }[document.machine_translated]
    traces = "; ".join(f"“{trace}”" for trace in document.translation_evidence)
    return f"{said}: {traces}" if said and traces else said or traces


def _lineage(document: Document, index: Index) -> str:
    lineage = index.lineages.get(document.id)
    if lineage is None or lineage.kind is LineageKind.SINGLE:
        return say("no other document of this case tells the same story")
    others = ", ".join(words.title(index.documents[d]) for d in lineage.documents if d != document.id)
    why = f" ({'; '.join(lineage.evidence)})" if lineage.evidence else ""
    return f"{say(LINEAGES[lineage.kind])}, with: {others}{why}"


def _blocks(document: Document, claims: list[Claim]) -> Iterator[Block]:
    """The zones in order, and what stands between them; every character of the text exactly once."""
    at = 0
    for zone in sorted(document.zones, key=lambda z: (z.start, z.end)):
        if zone.start > at:
            yield from _gap(document.text, at, zone.start, claims)
        if zone.end > at:
            pieces = tuple(_pieces(document.text, max(zone.start, at), zone.end, claims))
            yield Block(say(ZONES[zone.zone]), zone.claims_allowed, pieces)
            at = zone.end
    if at < len(document.text):
        yield from _gap(document.text, at, len(document.text), claims)


def _gap(text: str, start: int, end: int, claims: list[Claim]) -> Iterator[Block]:
    if text[start:end].strip():
        yield Block(say("outside the zones"), allowed=False, pieces=tuple(_pieces(text, start, end, claims)))


def _pieces(text: str, start: int, end: int, claims: list[Claim]) -> Iterator[Piece]:
    here = [c for c in claims if c.start < end and c.end > start]
    edges = sorted({start, end, *(e for c in here for e in (c.start, c.end) if start < e < end)})
    for left, right in pairwise(edges):
        over = [c for c in here if c.start <= left and c.end >= right]
        begun = (c for c in over if c.start == left)
        yield Piece(
            text[left:right],
            tuple(anchor("c", c.id) for c in begun),
            tuple(anchor("c", c.id) for c in over),
        )
