"""A report: one document's view of one event, with what linking asks of it. Reports are what is linked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from witnessmark.link import dates, places
from witnessmark.link.account import attackers
from witnessmark.link.context import NO_CONTEXT, Context, context
from witnessmark.link.folds import Ground
from witnessmark.link.homes import NEAR
from witnessmark.link.mentions import mentions
from witnessmark.link.parting import UNPARTED, Partings
from witnessmark.link.setting import peace_of
from witnessmark.link.telling import NOTHING, Telling, telling
from witnessmark.link.totals import PARTS
from witnessmark.link.turns import turn_of
from witnessmark.model.claim import Claim
from witnessmark.model.document import Document
from witnessmark.model.place import Place
from witnessmark.model.when import When

# Measures of harm to people at one time, by which accounts of one event are compared.
DEAD, HURT = ("killed", "killed_or_injured"), ("injured",)


@dataclass(frozen=True)
class Report:
    """What one document says of one event; without claims where its language or wording was not read."""

    name: str
    doc: str
    claims: tuple[Claim, ...] = ()
    published: date | None = None
    lineage: str = ""
    told: Telling = NOTHING
    around: Context = NO_CONTEXT
    language: str | None = None
    publisher: str | None = None
    peace: bool | None = None  # whether its document tells of no war, where it says
    beside: tuple[Claim, ...] = ()  # other claims of a document that is about this event above all
    recycled: bool = False  # an old report printed as a new one: its days are not the event's
    turn: int | None = None  # which of several strikes in a row it tells of
    whole: str = ""  # the name of the account that it is a part of, as judged

    @cached_property
    def when(self) -> When | None:
        """The shortest interval any of its claims gives, if that is an event's date."""
        own = () if self.recycled else self.claims
        known = [c.date for c in own if c.date is not None and dates.is_event_date(c.date)]
        return min(known, key=lambda w: (dates.length(w) or 0, str(w.start)), default=None)

    @cached_property
    def place(self) -> Place | None:
        """The finest place any of its claims gives."""
        known = [p for c in self.claims if (p := places.scene(c)) is not None]
        return min(known, key=lambda p: (places.coarseness(p), p.name), default=None)

    @cached_property
    def nights(self) -> tuple[When, ...]:
        """Every night its claims state, with both ends."""
        told = () if self.recycled else (*self.claims, *self.beside)
        known = [c.date for c in told if c.date is not None and dates.is_event_date(c.date)]
        return tuple(dict.fromkeys(w for w in known if (dates.length(w) or 0) <= dates.NIGHT_DAYS))

    @cached_property
    def settlements(self) -> tuple[Place, ...]:
        """Every settlement its claims state."""
        told = (*self.claims, *self.beside)
        known = [p for c in told if (p := places.scene(c)) is not None]
        return tuple(dict.fromkeys(p for p in known if places.is_point(p)))

    @cached_property
    def methods(self) -> frozenset[str]:
        return frozenset(m for c in self.claims for m in c.event_type)

    @cached_property
    def targets(self) -> frozenset[str]:
        return frozenset(t for c in self.claims for t in (*c.target, *c.weapon))

    @cached_property
    def attackers(self) -> frozenset[str]:
        return frozenset(a for c in self.claims for a in attackers(c))

    def numbers(self, measures: tuple[str, ...]) -> frozenset[int]:
        """The numbers its claims give for any of `measures`."""
        counts = (c.count for c in self.claims if c.count is not None and c.count.measure in measures)
        return frozenset(n.value for n in counts if n.value)


def reports_of(ground: Ground, doc: str, judged: Partings = UNPARTED) -> list[Report]:
    """The reports of a document: one for each event it tells of, and that was judged to be one.

    A document in which nothing was read that could be linked is one report without claims: its words may
    still say that it tells of an event others tell of.
    """
    reading = ground.corpus.readings[doc]
    peace = peace_of(reading.claims)
    accounts = [(tuple(m.claims), _parts(ground, doc, m.claims, judged)) for m in mentions(ground, doc)]
    told = [part for _, parts in accounts for part in parts]
    wholes = {part: _name(doc, claims) for claims, parts in accounts if len(parts) > 1 for part in parts}
    published = reading.document.published.day or reading.document.published.high
    main = max(told, key=lambda claims: (len(claims), -claims[0].start), default=())
    return [
        Report(
            _name(doc, claims),
            doc,
            claims,
            published,
            ground.lineage_of[doc],
            telling(
                _text(reading.document, claims, whole=claims is main),
                reading.document.language,
                (reading.document.title or "") if claims is main else "",
            ),
            context(reading) if claims is main and doc not in ground.recycled else NO_CONTEXT,
            reading.document.language,
            reading.document.publisher,
            peace,
            _beside(ground, doc, told) if len(told) == 1 else (),
            doc in ground.recycled,
            turn_of((c.id for c in claims), ground.turns),
            wholes.get(claims, ""),
        )
        for claims in told or [main]
    ]


def _name(doc: str, claims: Iterable[Claim]) -> str:
    return min((c.id for c in claims), default=doc)


def _parts(ground: Ground, doc: str, claims: Sequence[Claim], judged: Partings) -> list[tuple[Claim, ...]]:
    names = {c.id for c in claims}
    tied = ((a, rel.b) for rel in ground.pointing(sorted(names), *PARTS) for a in rel.a if rel.b in names)
    return judged.parts(claims, doc, ((a, b) for a, b in tied if b is not None))


def _beside(ground: Ground, doc: str, told: list[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    homed = {c.id for claims in told for c in claims}
    return tuple(c for c in ground.corpus.of(doc) if c.id not in homed)


def _text(document: Document, claims: tuple[Claim, ...], *, whole: bool) -> str:
    """What a document says around an event's claims, or all of it."""
    if whole:
        zones = " \n".join(document.text[z.start : z.end] for z in document.zones if z.claims_allowed)
        return f"{document.title or ''} \n{zones or document.text}"
    return " \n".join(document.text[max(0, c.start - NEAR) : c.end + NEAR] for c in claims)
