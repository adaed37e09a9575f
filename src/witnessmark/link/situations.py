"""Folds that are no attacks: context figures, situations, control of places, protective measures."""

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
# In a long list only claims this close in reading order are compared, so that cost stays linear in reports.
REACH = 199


def fold_situations(ground: Ground) -> list[Fold]:
    """Every context figure, situation and protective measure in exactly one fold; caption claims left out."""
    sorts: dict[IncidentKind, list[Claim]] = {}
    for claim in ground.corpus.claims.values():
        kind = _sort(ground, claim)
        if kind is not None:
            sorts.setdefault(kind, []).append(claim)
    return [f for kind in sorted(sorts) for f in _fold(ground, kind, sorts[kind])]


def _sort(ground: Ground, claim: Claim) -> IncidentKind | None:
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
    for i, a in enumerate(claims):
        for b in claims[i + 1 : i + 1 + REACH]:
            if not sets.together(a.id, b.id) and _one(ground, kind, a, b):
                sets.join(a.id, b.id)
    return [ground.fold(kind, group) for group in sets.groups()]


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
    return open_ended and abs((a.date.start - b.date.start).days) <= 2 * SAME_START_DAYS


def _place_name(claim: Claim) -> str | None:
    return claim.location.place.name if claim.location else None
