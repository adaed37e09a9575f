"""A mention with what linking asks of it: when, where, how, at whom, and what is told around it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from witnessmark.link import dates, places
from witnessmark.link.context import NO_CONTEXT, Context, context
from witnessmark.link.folds import Ground
from witnessmark.link.mentions import NEAR, Mention, mentions
from witnessmark.link.retold import attackers
from witnessmark.model.claim import Claim
from witnessmark.model.place import Place
from witnessmark.model.when import When


@dataclass(frozen=True)
class Unit:
    """A mention with what linking asks of it."""

    name: str
    claims: tuple[Claim, ...]
    doc: str
    published: date | None = None
    text: str = ""
    around: Context = NO_CONTEXT

    @cached_property
    def when(self) -> When | None:
        """The shortest interval any of its claims gives, if that is an event's date."""
        known = [c.date for c in self.claims if c.date is not None and dates.is_event_date(c.date)]
        return min(known, key=lambda w: (dates.length(w) or 0, str(w.start)), default=None)

    @cached_property
    def place(self) -> Place | None:
        """The finest place any of its claims gives."""
        known = [c.location.place for c in self.claims if c.location is not None]
        return min(known, key=lambda p: (places.coarseness(p), p.name), default=None)

    @cached_property
    def methods(self) -> frozenset[str]:
        return frozenset(m for c in self.claims for m in c.event_type)

    @cached_property
    def targets(self) -> frozenset[str]:
        return frozenset(t for c in self.claims for t in (*c.target, *c.weapon))

    @cached_property
    def attackers(self) -> frozenset[str]:
        return frozenset(a for c in self.claims for a in attackers(c))


def units_of(ground: Ground, doc: str) -> list[Unit]:
    """The mentions of a document as units."""
    told = mentions(ground, doc)
    published = ground.corpus.readings[doc].document.published
    day = published.day or published.high
    around = context(ground.corpus.readings[doc]) if len(told) == 1 else NO_CONTEXT
    return [
        Unit(
            min(c.id for c in m.claims),
            tuple(m.claims),
            doc,
            day,
            _text(ground, doc, m, alone=len(told) == 1),
            around,
        )
        for m in told
    ]


def _text(ground: Ground, doc: str, mention: Mention, *, alone: bool) -> str:
    """What a document says around a mention; all of it where it tells of one event only."""
    document = ground.corpus.readings[doc].document
    if alone:
        return " ".join(document.text[z.start : z.end] for z in document.zones if z.claims_allowed)
    return " ".join(document.text[max(0, c.start - NEAR) : c.end + NEAR] for c in mention.claims)
