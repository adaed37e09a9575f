"""Folds that are no attacks: context figures, situations, control of places, protective measures."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations

from witnessmark.link import dates, places
from witnessmark.link.dates import TimeRelation, window_overlap
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.places import PlaceRelation
from witnessmark.link.totals import EQUAL_WINDOW, PARTS, SAME_START_DAYS, horizon
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.model.document import ZoneKind
from witnessmark.model.incident import IncidentKind

# The codebook's code for a place changing hands, and its measure for a count of campaigns: both speak of a
# situation, whatever else the claim is.
CONTROL = "territorial_control_change"
CAMPAIGNS = "campaigns"
# In a long report only claims this close in reading order are compared, so that cost stays linear.
REACH = 199
# H3 cells whose neighbours reach 6 km and more in any direction (`places.SAME_PLACE_KM`).
_CELL = 6
# Days within which two accounts of one campaign date its beginning.
SAME_BEGINNING_DAYS = 2 * SAME_START_DAYS


def fold_situations(ground: Ground) -> list[Fold]:
    """Every context figure, situation and protective measure in exactly one fold; caption claims left out."""
    sorts: dict[IncidentKind, list[Claim]] = {}
    for claim in ground.corpus.claims.values():
        kind = sort(ground, claim)
        if kind is not None:
            sorts.setdefault(kind, []).append(claim)
    return [f for kind in sorted(sorts) for f in _fold(ground, kind, sorts[kind])]


def sort(ground: Ground, claim: Claim) -> IncidentKind | None:
    if claim.kind is ClaimKind.PROTECTIVE_MEASURE:
        return IncidentKind.PROTECTIVE_MEASURE
    if claim.kind is ClaimKind.SITUATION and claim.zone is not ZoneKind.PHOTO_CAPTION:
        return IncidentKind.TERRITORIAL_CONTROL if CONTROL in claim.event_type else IncidentKind.SITUATION
    if ground.kind[claim.id] is ClaimKind.CONTEXT_FIGURE:
        campaign = claim.count is not None and claim.count.measure == CAMPAIGNS
        return IncidentKind.SITUATION if campaign else IncidentKind.CONTEXT
    return None


def _fold(ground: Ground, kind: IncidentKind, claims: list[Claim]) -> list[Fold]:
    sets = UnionFind(c.id for c in claims)
    ground.join_related(sets, {c.id for c in claims}, PARTS)
    for printed in _by(claims, lambda c: [ground.lineage[c.id]]):
        for i, a in enumerate(printed):
            for b in printed[i + 1 : i + 1 + REACH]:
                if not sets.together(a.id, b.id) and _one(ground, kind, a, b):
                    sets.join(a.id, b.id)
    for told in _by(claims, lambda c: meeting(kind, c)):
        _join_alike(ground, kind, told, sets)
    return [ground.fold(kind, group) for group in sets.groups()]


def _by(claims: list[Claim], keys: Callable[[Claim], Iterable[str]]) -> list[list[Claim]]:
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in keys(claim):
            out[key].append(claim)
    return list(out.values())


def _join_alike(ground: Ground, kind: IncidentKind, claims: list[Claim], sets: UnionFind) -> None:
    """Join what is one in several lineages; claims that say the same are compared as one."""
    alike: dict[object, Claim] = {}
    for c in claims:
        first = alike.setdefault(_said(c), c)
        if not sets.together(first.id, c.id) and _one(ground, kind, first, c):
            sets.join(first.id, c.id)
    for a, b in combinations(alike.values(), 2):
        if not sets.together(a.id, b.id) and _one(ground, kind, a, b):
            sets.join(a.id, b.id)


def _said(claim: Claim) -> object:
    """All that is asked of a claim when it is compared with one of another lineage."""
    place = places.scene(claim)
    when = (claim.date.start, claim.date.end, claim.date.precision) if claim.date else None
    return (place, when, frozenset(a.norm for a in claim.actors))


def meeting(kind: IncidentKind, claim: Claim) -> list[str]:
    """The keys by which a claim meets those of other lineages that may be about one thing with it.

    A place changing hands goes by its surroundings and the months it is dated to; a campaign by its parties
    and when it began.
    """
    if kind is IncidentKind.TERRITORIAL_CONTROL and dates.is_event_date(claim.date):
        return [f"control {where} {month}" for where in _around(claim) for month in _months(claim)]
    if kind is IncidentKind.SITUATION and claim.date is not None and claim.date.start is not None:
        days = stretches(claim.date.start, SAME_BEGINNING_DAYS)
        parties = sorted({a.norm for a in claim.actors if a.norm})
        return [f"campaign {party} {stretch}" for party in parties for stretch in days]
    return []


def stretches(day: date, apart: int) -> list[str]:
    """Two stretches of days, one of which any two days no more than `apart` days apart have in common."""
    n, width = day.toordinal(), 2 * apart + 2
    return [f"a{n // width}", f"b{(n + width // 2) // width}"]


def _months(claim: Claim) -> range:
    """The months an interval touches, counted from the year nought."""
    if claim.date is None or claim.date.start is None or claim.date.end is None:
        return range(0)
    first, last = (12 * day.year + day.month for day in (claim.date.start, claim.date.end))
    return range(first, last + 1)


def _around(claim: Claim) -> list[str]:
    """The cell of the map a settlement is in and those around it, farther than one settlement reaches."""
    import h3

    place = places.scene(claim)
    if place is None or not places.is_point(place):
        return []
    if place.lat is None or place.lon is None:
        return [place.name.casefold()]
    return sorted(h3.grid_disk(h3.latlng_to_cell(place.lat, place.lon, _CELL), 1))


def _one(ground: Ground, kind: IncidentKind, a: Claim, b: Claim) -> bool:
    where = places.relate_claims(a, b)
    if where is PlaceRelation.APART or dates.relate(a.date, b.date) is TimeRelation.DISJOINT:
        return False
    printed = ground.lineage[a.id] == ground.lineage[b.id]
    if kind is IncidentKind.PROTECTIVE_MEASURE:
        return printed and bool(set(a.event_type) & set(b.event_type))
    if kind is IncidentKind.CONTEXT:
        same = where >= PlaceRelation.WITHIN or _place_name(a) == _place_name(b)
        window = window_overlap(a.date, b.date, horizon(ground, a)) >= EQUAL_WINDOW
        voice = ground.voice(a.id) == ground.voice(b.id)
        return printed and voice and same and window and _place_name(a) is not None
    if kind is IncidentKind.TERRITORIAL_CONTROL:
        dated = dates.is_event_date(a.date) and dates.is_event_date(b.date)
        return where is PlaceRelation.SAME and (printed or dated)
    return _one_situation(a, b)


def _one_situation(a: Claim, b: Claim) -> bool:
    """Two accounts of one campaign: the same parties, from about the same day on."""
    parties = {x.norm for x in a.actors if x.norm} & {x.norm for x in b.actors if x.norm}
    if not parties or a.date is None or b.date is None or a.date.start is None or b.date.start is None:
        return False
    open_ended = "open" in a.date.precision and "open" in b.date.precision
    return open_ended and abs((a.date.start - b.date.start).days) <= SAME_BEGINNING_DAYS


def _place_name(claim: Claim) -> str | None:
    return claim.location.place.name if claim.location else None
