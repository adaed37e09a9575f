"""What one document says of one event: its incident claims sorted into mentions, in reading order."""

from dataclasses import dataclass, field

from witnessmark.link import dates, places
from witnessmark.link.dates import TimeRelation
from witnessmark.link.folds import EVENTS, Ground
from witnessmark.link.places import PlaceRelation
from witnessmark.link.retold import clash, retold
from witnessmark.link.totals import PARTS
from witnessmark.link.turns import in_turn, turn_of
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.document import ZoneKind

# A sentence without a date or a place of its own goes on about what was told just before: about two
# sentences of running text.
NEAR = 400
# Measures of harm done to people at one time; a number of displaced or besieged builds up over a period.
_HARM = frozenset({"killed", "injured", "killed_or_injured", "abducted", "raped", "trapped"})
_OF_ACTS = frozenset({ClaimKind.PATTERN, ClaimKind.DENIAL})
_HEADS = frozenset({ZoneKind.TITLE, ZoneKind.SUBTITLE})


@dataclass(slots=True)
class Mention:
    """Claims of one document about one event."""

    claims: list[Claim] = field(default_factory=list)

    @property
    def end(self) -> int:
        return max(c.end for c in self.claims)

    @property
    def in_caption(self) -> bool:
        return self.claims[0].zone is ZoneKind.PHOTO_CAPTION


def mentions(ground: Ground, doc: str) -> list[Mention]:
    """The event claims of a document, each in exactly one mention; situations of a caption go with it.

    A document that tells of no event and gives no total over a period, but of harm or acts on a day, or that
    denies an act of a day at a place, is about the event behind those.
    """
    claims = [c for c in ground.corpus.of(doc) if _tells_event(ground, c)]
    if not any(ground.kind[c.id] in EVENTS for c in claims):
        return _sorted(ground, _implied(ground, doc))
    out = [m for m in _sorted(ground, claims) if any(ground.kind[c.id] in EVENTS for c in m.claims)]
    _adopt(ground, doc, out)
    return out


def _sorted(ground: Ground, claims: list[Claim]) -> list[Mention]:
    sets = UnionFind(c.id for c in claims)
    ground.join_related(sets, {c.id for c in claims}, PARTS)
    turns = ground.turns
    for a, b in retold(claims):
        if not in_turn(turns.get(a), turns.get(b)):
            sets.join(a, b)
    related: dict[str, Mention] = {}
    out: list[Mention] = []
    # What stands in the text body sets up the mentions; headlines then find theirs.
    for claim in sorted(claims, key=lambda c: (c.zone in _HEADS, c.start, c.end, c.id)):
        home = related.get(sets.find(claim.id)) or _home(claim, _of_one_turn(ground, claim, out))
        if home is None:
            home = Mention()
            out.append(home)
        home.claims.append(claim)
        related.setdefault(sets.find(claim.id), home)
    return out


def _of_one_turn(ground: Ground, claim: Claim, known: list[Mention]) -> list[Mention]:
    """The mentions that are of no other strike of a row than a claim is."""
    turn = ground.turns.get(claim.id)
    if turn is None:
        return known
    return [m for m in known if not in_turn(turn, turn_of((c.id for c in m.claims), ground.turns))]


def _implied(ground: Ground, doc: str) -> list[Claim]:
    """Acts on a day, and exact harm without a period; nothing where the document gives totals of periods."""
    claims = ground.corpus.of(doc)
    tallies = [c for c in claims if ground.kind[c.id] is ClaimKind.AGGREGATE_TALLY]
    if not all(_loose(ground, c) or _on_a_day(c) for c in tallies):
        return []
    acts = [c for c in claims if c.kind in _OF_ACTS and _on_a_day(c)]
    acts = [c for c in acts if c.kind is ClaimKind.PATTERN or _placed(c)]
    harm = [
        c for c in tallies if c.count is not None and c.count.measure in _HARM and c.count.value is not None
    ]
    return sorted((*acts, *harm), key=lambda c: (c.start, c.end, c.id))


def _on_a_day(claim: Claim) -> bool:
    days = dates.length(claim.date)
    return days is not None and days <= dates.NIGHT_DAYS


def _adopt(ground: Ground, doc: str, known: list[Mention]) -> None:
    """Counts with neither a period nor a place of their own go on about the event just told.

    A total says over what time or area it was counted; "two more were wounded" after an event says neither.
    Counts tied to each other go together, and only if all of them are so or are the event's own.
    """
    if not known:
        return
    claims = ground.corpus.of(doc)
    sets = UnionFind(c.id for c in claims)
    ground.join_related(sets, {c.id for c in claims}, PARTS)
    homes = {sets.find(c.id): m for m in known for c in m.claims}
    settled = {sets.find(c.id) for c in claims if not _loose(ground, c) and ground.kind[c.id] not in EVENTS}
    for claim in (c for c in claims if _loose(ground, c) and sets.find(c.id) not in settled):
        home = homes.get(sets.find(claim.id)) or _home(claim, known)
        if home is not None:
            homes.setdefault(sets.find(claim.id), home)
            home.claims.append(claim)


def _loose(ground: Ground, claim: Claim) -> bool:
    bare = (
        dates.is_unknown(claim.date) and claim.location is None and claim.zone is not ZoneKind.PHOTO_CAPTION
    )
    return ground.kind[claim.id] is ClaimKind.AGGREGATE_TALLY and bare


def _tells_event(ground: Ground, claim: Claim) -> bool:
    captioned = claim.kind is ClaimKind.SITUATION and claim.zone is ZoneKind.PHOTO_CAPTION
    return ground.kind[claim.id] in EVENTS or captioned


def _home(claim: Claim, known: list[Mention]) -> Mention | None:
    """The mention a claim goes on with: one that agrees, and is either certain or the one just read."""
    caption = claim.zone is ZoneKind.PHOTO_CAPTION
    open_to = [m for m in known if m.in_caption == caption and not clash(m.claims, [claim])]
    if caption:
        return open_to[0] if open_to else None
    sure = [m for m in open_to if _certain(m, claim)]
    if sure:
        return max(sure, key=lambda m: m.end)
    if _placed(claim) and dates.is_event_date(claim.date):
        return None
    if claim.zone in _HEADS:
        return open_to[0] if open_to else None
    near = [m for m in open_to if 0 <= claim.start - m.end <= NEAR]
    if near:
        return max(near, key=lambda m: m.end)
    if claim.kind is ClaimKind.INCIDENT_UNSPECIFIED and not _placed(claim) and dates.is_unknown(claim.date):
        return max((m for m in open_to if m.end <= claim.start), key=lambda m: m.end, default=None)
    return open_to[0] if len(known) == 1 and open_to and not _placed(claim) else None


def _certain(mention: Mention, claim: Claim) -> bool:
    """The day, or the same night, and the settlement are said of both."""
    return any(
        (dates.relate(c.date, claim.date) is TimeRelation.SAME_DAY or _one_night(c, claim))
        and places.relate_claims(c, claim) is PlaceRelation.SAME
        for c in mention.claims
    )


def _one_night(a: Claim, b: Claim) -> bool:
    """Whether two claims have one and the same interval, no longer than a night."""
    same = (
        a.date is not None and b.date is not None and (a.date.start, a.date.end) == (b.date.start, b.date.end)
    )
    return same and _on_a_day(a)


def _placed(claim: Claim) -> bool:
    where = places.scene(claim)
    return where is not None and places.is_point(where)
