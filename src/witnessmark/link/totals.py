"""Totals: tallies of one voice for one window are one aggregate; another voice's total is another."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from witnessmark.link import places
from witnessmark.link.dates import is_unknown, window_overlap
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.places import PlaceRelation
from witnessmark.link.unionfind import UnionFind
from witnessmark.model.claim import Claim, ClaimKind, RelationType
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Place

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
    by_voice: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for c in tallies:
        by_voice[ground.voice(c.id), ground.lineage[c.id]].append(c)
    for claims in by_voice.values():
        for a, b in _near_pairs(claims):
            if not sets.together(a.id, b.id) and _one_report(ground, a, b):
                sets.join(a.id, b.id)
    _join_successive(ground, tallies, sets)


# In a long list of one report's tallies only those this close in order of window start are compared.
_REACH = 40


def _near_pairs(claims: list[Claim]) -> list[tuple[Claim, Claim]]:
    ordered = sorted(claims, key=lambda c: (c.date.start if c.date and c.date.start else date.min, c.id))
    return [(a, b) for i, a in enumerate(ordered) for b in ordered[i + 1 : i + 1 + _REACH]]


def _one_report(ground: Ground, a: Claim, b: Claim) -> bool:
    if places.relate_claims(a, b) is PlaceRelation.APART:
        return False
    return window_overlap(a.date, b.date, horizon(ground, a)) >= SAME_WINDOW


def _join_successive(ground: Ground, tallies: list[Claim], sets: UnionFind) -> None:
    """Totals of one voice in several lineages, of one measure and area and from about the same day on.

    Those of one start and place are compared as one, so that the cost follows the number of series.
    """
    series: dict[tuple[str, str], dict[tuple[date, Place | None], list[Claim]]] = defaultdict(dict)
    for c in tallies:
        if (since := successive(c)) is not None:
            place = c.location.place if c.location else None
            known = series[ground.voice(c.id), since.measure]
            known.setdefault((since.start, place), []).append(c)
    for known in series.values():
        ordered = sorted(known.items(), key=lambda item: (item[0][0], item[1][0].id))
        for i, ((start, place), claims) in enumerate(ordered):
            for (later, other), more in ordered[i:]:
                if (later - start).days > SAME_START_DAYS:
                    break
                if places.relate(place, other) >= PlaceRelation.REGION:
                    _join_across(ground, [*claims, *more], sets)


@dataclass(frozen=True, slots=True)
class Successive:
    """What totals that follow each other have in common: the day they start on, about, and the measure."""

    start: date
    measure: str


def successive(claim: Claim) -> Successive | None:
    """None where a total does not say since when or of what."""
    if claim.date is None or claim.date.start is None or claim.count is None:
        return None
    return Successive(claim.date.start, claim.count.measure)


def _join_across(ground: Ground, claims: list[Claim], sets: UnionFind) -> None:
    """One set of all, if they are of several lineages."""
    if len({ground.lineage[c.id] for c in claims}) > 1:
        for c in claims[1:]:
            sets.join(claims[0].id, c.id)


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
    totals: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for t in tallies:
        totals[ground.lineage[t.id], ground.voice(t.id)].append(t)
    for trend in ground.of_kind(ClaimKind.PATTERN):
        if trend.id in taken or trend.date is None or trend.date.start is None:
            continue
        homes = {
            sets.find(t.id)
            for t in totals.get((ground.lineage[trend.id], ground.voice(trend.id)), ())
            if window_overlap(trend.date, t.date, horizon(ground, trend)) >= EQUAL_WINDOW
        }
        if len(homes) == 1:
            sets.join(trend.id, homes.pop())
