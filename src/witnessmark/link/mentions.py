"""What one document says of one event: its incident claims sorted into mentions, in reading order."""

from witnessmark.link import dates, places
from witnessmark.link.folds import EVENTS, Ground
from witnessmark.link.homes import Homes, Mention
from witnessmark.link.retold import retold
from witnessmark.link.totals import PARTS
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.document import TITLES, ZoneKind

# Measures of harm done to people at one time; a number of displaced or besieged builds up over a period.
_HARM = frozenset({"killed", "injured", "killed_or_injured", "abducted", "raped", "trapped"})
_OF_ACTS = frozenset({ClaimKind.PATTERN, ClaimKind.DENIAL})


def mentions(ground: Ground, doc: str) -> list[Mention]:
    """The event claims of a document, each in exactly one mention; situations of a caption go with it.

    A document that tells of no event and gives no total over a period, but of harm or acts on a day, or that
    denies an act of a day at a place, is about the event behind those.
    """
    claims = [c for c in ground.corpus.of(doc) if _tells_event(ground, c)]
    if not any(ground.kind[c.id] in EVENTS for c in claims):
        return _sorted(ground, _implied(ground, doc))
    out = [m for m in _sorted(ground, claims) if any(ground.kind[c.id] in EVENTS for c in m.claims)]
    return _adopt(ground, doc, out)


def _sorted(ground: Ground, claims: list[Claim]) -> list[Mention]:
    sets = UnionFind(c.id for c in claims)
    ground.join_related(sets, {c.id for c in claims}, PARTS)
    turns = ground.turns
    for a, b in retold(claims, turns):
        sets.join(a, b)
    related: dict[str, Mention] = {}
    homes = Homes()
    # What stands in the text body sets up the mentions; headlines then find theirs.
    for claim in sorted(claims, key=lambda c: (c.zone in TITLES, c.start, c.end, c.id)):
        turn = turns.get(claim.id)
        home = related.get(sets.find(claim.id)) or homes.home(claim, turn) or homes.begin()
        homes.put(claim, home, turn)
        related.setdefault(sets.find(claim.id), home)
    return homes.mentions


def _implied(ground: Ground, doc: str) -> list[Claim]:
    """Acts on a day, and exact harm without a period; nothing where the document gives totals of periods."""
    claims = ground.corpus.of(doc)
    tallies = [c for c in claims if ground.kind[c.id] is ClaimKind.AGGREGATE_TALLY]
    if not all(_loose(ground, c) or _on_a_day(c) for c in tallies):
        return []
    acts = [c for c in claims if c.kind in _OF_ACTS and _on_a_day(c)]
    acts = [c for c in acts if c.kind is ClaimKind.PATTERN or places.placed(c)]
    harm = [
        c for c in tallies if c.count is not None and c.count.measure in _HARM and c.count.value is not None
    ]
    return sorted((*acts, *harm), key=lambda c: (c.start, c.end, c.id))


def _on_a_day(claim: Claim) -> bool:
    days = dates.length(claim.date)
    return days is not None and days <= dates.NIGHT_DAYS


def _adopt(ground: Ground, doc: str, known: list[Mention]) -> list[Mention]:
    """The mentions with counts that go on with them.

    Counts with neither a period nor a place of their own go on about the event just told.

    A total says over what time or area it was counted; "two more were wounded" after an event says neither.
    Counts tied to each other go together, and only if all of them are so or are the event's own.
    """
    if not known:
        return []
    claims = ground.corpus.of(doc)
    sets = UnionFind(c.id for c in claims)
    ground.join_related(sets, {c.id for c in claims}, PARTS)
    homes = Homes.of(known)
    related = {sets.find(c.id): m for m in homes.mentions for c in m.claims}
    settled = {sets.find(c.id) for c in claims if not _loose(ground, c) and ground.kind[c.id] not in EVENTS}
    for claim in (c for c in claims if _loose(ground, c) and sets.find(c.id) not in settled):
        home = related.get(sets.find(claim.id)) or homes.home(claim)
        if home is not None:
            related.setdefault(sets.find(claim.id), home)
            homes.put(claim, home)
    return homes.mentions


def _loose(ground: Ground, claim: Claim) -> bool:
    bare = (
        dates.is_unknown(claim.date) and claim.location is None and claim.zone is not ZoneKind.PHOTO_CAPTION
    )
    return ground.kind[claim.id] is ClaimKind.AGGREGATE_TALLY and bare


def _tells_event(ground: Ground, claim: Claim) -> bool:
    captioned = claim.kind is ClaimKind.SITUATION and claim.zone is ZoneKind.PHOTO_CAPTION
    return ground.kind[claim.id] in EVENTS or captioned
