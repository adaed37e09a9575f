"""Events across documents: mentions of different documents that are about one event.

Mentions are compared only inside blocks of a day and a province (or country), so cost grows with the number
of reports on one day in one province, not with all pairs. Agreement is scored; pairs are merged best first,
unless the merged claims would clash. An equal number alone never links: it counts only on top of day and
place. Rare words in common propose further pairs.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from witnessmark.link import places
from witnessmark.link.agreement import LINK, possible, score, wording_score
from witnessmark.link.context import FOLLOW_UP
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.unionfind import UnionFind
from witnessmark.link.units import Unit, units_of
from witnessmark.link.wording import Wording
from witnessmark.model.claim import Claim, ClaimKind, Modality, RelationType
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Place
from witnessmark.model.when import When

# Blocks larger than this are one day in one province with hundreds of reports; those are split by settlement.
LARGE_BLOCK = 60
# What a relation that says "the same" is worth: above any sum of scores, so that such pairs are joined first.
SAID_ALIKE = 100.0


def fold_events(ground: Ground) -> list[Fold]:
    """Every incident claim in exactly one fold, with the claims that qualify or deny it."""
    told = [u for doc in ground.corpus.readings for u in units_of(ground, doc)]
    clusters = _cluster(ground, {u.name: u for u in told})
    return [_fold(ground, [c for u in group for c in u.claims]) for group in clusters]


def _cluster(ground: Ground, units: dict[str, Unit]) -> list[list[Unit]]:
    wording = Wording({u.name: u.text for u in units.values()})
    pairs = _blocked(units) | {
        (a, b)
        for a, b in wording.proposals()
        if units[a].doc != units[b].doc and _days_apart(units[a], units[b])
    }
    edges = [(SAID_ALIKE, a, b) for a, b in _same_claims(ground, units)]
    for a, b in pairs:
        total = score(ground, units[a], units[b]) + wording_score(wording.likeness(a, b))
        if total >= LINK:
            edges.append((total, a, b))
    members = {name: [unit] for name, unit in units.items()}
    sets = UnionFind(units)
    for _, a, b in sorted(set(edges), key=lambda e: (-e[0], e[1], e[2])):
        one, other = sets.find(a), sets.find(b)
        if one != other and _agree(members[one], members[other]):
            merged = members.pop(one) + members.pop(other)
            sets.join(one, other)
            members[sets.find(one)] = merged
    return [members[root] for root in sorted(members)]


def _days_apart(a: Unit, b: Unit) -> bool:
    """Whether two texts were published close enough to be compared without a common day and province."""
    if a.published is None or b.published is None:
        return a.when is not None and b.when is not None
    return abs((a.published - b.published).days) <= FOLLOW_UP


def _same_claims(ground: Ground, units: dict[str, Unit]) -> Iterator[tuple[str, str]]:
    home = {c.id: u.name for u in units.values() for c in u.claims}
    for rel in ground.relations:
        if rel.type in (RelationType.SAME_CLAIM, RelationType.CAUSED_BY, RelationType.RESTATES):
            for a in rel.a:
                if a in home and rel.b in home and home[a] != home[rel.b]:
                    yield (min(home[a], home[rel.b]), max(home[a], home[rel.b]))


def _blocked(units: dict[str, Unit]) -> set[tuple[str, str]]:
    """Pairs of mentions of different documents within a day of each other in one province or country."""
    blocks: dict[tuple[date, str], list[Unit]] = defaultdict(list)
    for unit in units.values():
        if unit.when is not None and unit.place is not None:
            for day in _days(unit.when):
                for area in _areas(unit.place):
                    blocks[day, area].append(unit)
    pairs: set[tuple[str, str]] = set()
    for block in blocks.values():
        for a, b in combinations(block, 2):
            near = (
                len(block) <= LARGE_BLOCK
                or a.place is None
                or b.place is None
                or a.place.name == b.place.name
            )
            if a.doc != b.doc and near:
                pairs.add((min(a.name, b.name), max(a.name, b.name)))
    return pairs


def _days(when: When) -> Iterator[date]:
    if when.start is not None and when.end is not None:
        for n in range((when.end - when.start).days + 2):
            yield when.start + timedelta(days=n)


def _areas(place: Place) -> Iterator[str]:
    inside = places.provinces(place)
    for name in sorted(inside):
        yield f"{place.country}:{name}"
    if not inside:
        yield f"{place.country}:{place.name.casefold()}"


def _agree(one: list[Unit], other: list[Unit]) -> bool:
    """Whether two clusters can be one event: no two mentions more than a day or a settlement apart."""
    return all(possible(a, b) for a in one for b in other)


def _fold(ground: Ground, claims: list[Claim]) -> Fold:
    ids = {c.id for c in claims}
    about = ground.pointing(ids, RelationType.MODIFIES_MODALITY, RelationType.DENIES)
    extra = {a for rel in about for a in rel.a}
    extra &= ground.corpus.claims.keys()
    events = [c for c in claims if c.kind is not ClaimKind.SITUATION]
    unverified = all(c.modality is Modality.NEEDS_VERIFICATION for c in events)
    return ground.fold(IncidentKind.ALLEGATION if unverified else IncidentKind.INCIDENT, ids | extra)
