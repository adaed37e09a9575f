"""Totals: tallies of one voice for one window are one aggregate; another voice's total is another."""

from collections import defaultdict
from datetime import date

from witnessmark.link import places
from witnessmark.link.dates import is_unknown, window_overlap
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.places import PlaceRelation
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind, RelationType
from witnessmark.model.incident import IncidentKind

# Two windows are one report's when they share most of their days; "since 26 April" and "since 30 April"
# in one report do, a month's and a week's total do not.
SAME_WINDOW = 0.5
# A trend without a number ("almost daily strikes") belongs to a total only if it has that total's window.
EQUAL_WINDOW = 0.99
# Successive totals of one monitor start on one day, give or take the day of the month they are counted from.
SAME_START_DAYS = 3

PARTS = (
    RelationType.SUBSET_OF,
    RelationType.SUM,
    RelationType.PARTIAL_SUM,
    RelationType.RESTATES,
    RelationType.SAME_CLAIM,
    RelationType.CAUSED_BY,
    RelationType.DISTINCT_TARGETS_OF,
)


def fold_totals(ground: Ground, taken: frozenset[str]) -> list[Fold]:
    """Every tally that no event has `taken` in exactly one aggregate, with the trends over its window."""
    tallies = [c for c in ground.of_kind(ClaimKind.AGGREGATE_TALLY) if c.id not in taken]
    sets = UnionFind(c.id for c in tallies)
    ground.join_related(sets, {c.id for c in tallies}, PARTS)
    _join_voices(ground, tallies, sets)
    _join_undated(ground, tallies, sets)
    _join_trends(ground, tallies, sets, taken)
    return [ground.fold(IncidentKind.AGGREGATE, group) for group in sets.groups()]


def horizon(ground: Ground, claim: Claim) -> date | None:
    """The day an open window reaches to: when its document was published, as far as that is known."""
    published = ground.corpus.readings[claim.doc].document.published
    return published.day or published.high or published.low


def _join_voices(ground: Ground, tallies: list[Claim], sets: UnionFind) -> None:
    """Tallies of one voice in one lineage that share a window, and successive ones with one start."""
    by_voice: dict[str, list[Claim]] = defaultdict(list)
    for c in tallies:
        by_voice[ground.voice(c.id)].append(c)
    for claims in by_voice.values():
        for a, b in _near_pairs(claims):
            if not sets.together(a.id, b.id) and _one_report(ground, a, b):
                sets.join(a.id, b.id)


# In a long list of one voice's tallies only those this close in order of window start are compared.
_REACH = 40


def _near_pairs(claims: list[Claim]) -> list[tuple[Claim, Claim]]:
    ordered = sorted(claims, key=lambda c: (c.date.start if c.date and c.date.start else date.min, c.id))
    return [(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 : i + 1 + _REACH]]


def _one_report(ground: Ground, a: Claim, b: Claim) -> bool:
    if places.relate_claims(a, b) is PlaceRelation.APART:
        return False
    if ground.lineage[a.id] == ground.lineage[b.id]:
        return window_overlap(a.date, b.date, horizon(ground, a)) >= SAME_WINDOW
    return (
        a.date is not None
        and b.date is not None
        and a.date.start is not None
        and b.date.start is not None
        and abs((a.date.start - b.date.start).days) <= SAME_START_DAYS
        and a.count is not None
        and b.count is not None
        and a.count.measure == b.count.measure
        and places.relate_claims(a, b) >= PlaceRelation.REGION
    )


def _join_undated(ground: Ground, tallies: list[Claim], sets: UnionFind) -> None:
    """A tally without dates goes to the dated total of its voice in its document, if there is just one."""
    dated: dict[tuple[str, str], set[str]] = defaultdict(set)
    for c in tallies:
        if not is_unknown(c.date):
            dated[c.doc, ground.voice(c.id)].add(sets.find(c.id))
    for c in tallies:
        homes = dated[c.doc, ground.voice(c.id)]
        if is_unknown(c.date) and len(homes) == 1 and not any(sets.together(c.id, h) for h in homes):
            sets.join(c.id, min(homes))
            dated[c.doc, ground.voice(c.id)] = {sets.find(c.id)}


def _join_trends(ground: Ground, tallies: list[Claim], sets: UnionFind, taken: frozenset[str]) -> None:
    for trend in ground.of_kind(ClaimKind.PATTERN):
        if trend.id in taken or trend.date is None or trend.date.start is None:
            continue
        homes = {
            sets.find(t.id)
            for t in tallies
            if ground.lineage[t.id] == ground.lineage[trend.id]
            and ground.voice(t.id) == ground.voice(trend.id)
            and window_overlap(trend.date, t.date, horizon(ground, trend)) >= EQUAL_WINDOW
        }
        if len(homes) == 1:
            sets.join(trend.id, homes.pop())
