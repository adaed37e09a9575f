"""The text of a document in pieces: zones, and the claims over each piece; every sign of it exactly once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.publish.texts import ZONES
from witnessmark.publish.tongue import say
from witnessmark.web.shown.families import family


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same claims, the shortest of them first; `first` where that one begins."""

    text: str
    claims: tuple[str, ...] = ()
    family: str = ""
    first: bool = False
    state: str = ""  # of the shortest claim: rejected | added | corrected

    @property
    def claim(self) -> str:
        return self.claims[0] if self.claims else ""


@dataclass(frozen=True, slots=True)
class Block:
    """A zone, or what stands between two; no claim is read from one that is not `allowed`."""

    start: int
    label: str
    allowed: bool
    pieces: tuple[Piece, ...]


def blocks(document: Document, claims: Sequence[Claim], states: dict[str, str]) -> tuple[Block, ...]:
    """The text with its zones and the claims over it; `states` says of claims what people made of them."""
    zones = tuple(_zones(document))
    return tuple(
        Block(start, label, allowed, tuple(_pieces(document.text, start, end, here, states)))
        for (start, end, label, allowed), here in zip(zones, _meeting(zones, claims), strict=True)
    )


def _meeting(
    spans: Iterable[tuple[int, int, *tuple[object, ...]]], claims: Iterable[Claim]
) -> Iterator[list[Claim]]:
    """For each of some spans in the order of the text the claims that reach into it, in one go over both."""
    waiting = sorted(claims, key=lambda c: c.start, reverse=True)
    here: list[Claim] = []
    for start, end, *_ in spans:
        while waiting and waiting[-1].start < end:
            here.append(waiting.pop())
        here = [c for c in here if c.end > start]
        yield list(here)


def _zones(document: Document) -> Iterator[tuple[int, int, str, bool]]:
    at = 0
    for zone in sorted(document.zones, key=lambda z: (z.start, z.end)):
        if zone.start > at:
            yield at, zone.start, "", not document.text[at : zone.start].strip()
        if zone.end > at:
            yield max(zone.start, at), zone.end, say(ZONES[zone.zone]), zone.claims_allowed
            at = zone.end
    if at < len(document.text):
        yield at, len(document.text), "", not document.text[at:].strip()


def _pieces(
    text: str, start: int, end: int, claims: Sequence[Claim], states: dict[str, str]
) -> Iterator[Piece]:
    edges = sorted({start, end, *(e for c in claims for e in (c.start, c.end) if start < e < end)})
    shown: set[str] = set()
    stretches = tuple(pairwise(edges))
    for (left, right), over in zip(stretches, _meeting(stretches, claims), strict=True):
        if not over:
            yield Piece(text[left:right])
            continue
        over.sort(key=lambda c: (c.end - c.start, c.start, c.id))
        top = over[0]
        first = top.id not in shown
        shown.add(top.id)
        names = tuple(c.id for c in over)
        yield Piece(text[left:right], names, family(top.kind).code, first, states.get(top.id, ""))
