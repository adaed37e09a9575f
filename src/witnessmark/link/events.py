"""Events across documents: mentions of different documents that are about one event.

Mentions are compared only inside blocks of a day and a province (or country), so cost grows with the number
of reports on one day in one province, not with all pairs. Agreement is scored; pairs are merged best first,
unless the merged claims would clash. An equal number alone never links: it counts only on top of day and
place.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

from witnessmark.link import dates, places
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.mentions import NEAR, Mention, attackers, mentions
from witnessmark.link.places import PlaceRelation
from witnessmark.link.sameness import number_bits, values_agree
from witnessmark.link.unionfind import UnionFind
from witnessmark.link.vocabulary import groups_compatible, is_generic, methods_differ
from witnessmark.link.wording import Wording
from witnessmark.model.claim import Claim, ClaimKind, Modality, RelationType
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.when import When

# Scores set on own pairs of reports; day and settlement together link, a big city or a mere overlap of dates
# needs one more agreement, a province needs two.
LINK = 5.0
SAME_DAY, OVERLAP, NEXT_DAY = 2.0, 1.0, -1.0
SAME_TOWN, SAME_CITY, SAME_PROVINCE, SAME_REGION = 3.0, 1.5, 1.0, -1.0
SAME_TARGET, SAME_METHOD, SAME_ATTACKER, SAME_LINEAGE = 1.0, 0.5, 0.5, 1.0
MOST_FOR_NUMBERS = 2.0
OTHER_METHOD, OTHER_NUMBERS = -1.5, -2.0
# Tolls of one event rise as the wounded die and rubble is cleared; above threefold, it is another event.
RISING = 3
# Two accounts of one event share 0.2 and more of their weighted words, accounts of two events in one city
# under 0.15 (own pairs); what templates share is common in a run and weighs nothing.
UNRELATED, PER_LIKENESS, MOST_FOR_WORDS = 0.1, 12.5, 4.0
# Days within which an event is followed up; also how long before publication an undated event may lie.
FOLLOW_UP = 7
SAME_WEEK = 1.0
# GeoNames population from which several attacks on one day are usual enough that the day is no proof.
CITY = 200_000
# Blocks larger than this are one day in one province with hundreds of reports; those are split by settlement.
LARGE_BLOCK = 60


@dataclass(frozen=True)
class Unit:
    """A mention with what linking asks of it."""

    name: str
    claims: tuple[Claim, ...]
    doc: str
    published: date | None = None
    text: str = ""

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


def fold_events(ground: Ground) -> list[Fold]:
    """Every incident claim in exactly one fold, with the claims that qualify or deny it."""
    units = [u for doc in ground.corpus.readings for u in _units(ground, doc)]
    clusters = _cluster(ground, {u.name: u for u in units})
    return [_fold(ground, [c for u in group for c in u.claims]) for group in clusters]


def _units(ground: Ground, doc: str) -> list[Unit]:
    told = mentions(ground, doc)
    published = ground.corpus.readings[doc].document.published
    day = published.day or published.high
    return [
        Unit(
            min(c.id for c in m.claims),
            tuple(m.claims),
            doc,
            day,
            _text(ground, doc, m, alone=len(told) == 1),
        )
        for m in told
    ]


def _text(ground: Ground, doc: str, mention: Mention, *, alone: bool) -> str:
    """What a document says around a mention; all of it where it tells of one event only."""
    document = ground.corpus.readings[doc].document
    if alone:
        return " ".join(document.text[z.start : z.end] for z in document.zones if z.claims_allowed)
    return " ".join(document.text[max(0, c.start - NEAR) : c.end + NEAR] for c in mention.claims)


def _cluster(ground: Ground, units: dict[str, Unit]) -> list[list[Unit]]:
    wording = Wording({u.name: u.text for u in units.values()})
    pairs = _blocked(units) | {
        (a, b)
        for a, b in wording.proposals()
        if units[a].doc != units[b].doc and _days_apart(units[a], units[b])
    }
    edges = [(100.0, a, b) for a, b in _same_claims(ground, units)]
    for a, b in pairs:
        total = score(ground, units[a], units[b]) + _wording_score(wording.likeness(a, b))
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


def _wording_score(likeness: float) -> float:
    return max(0.0, min(MOST_FOR_WORDS, (likeness - UNRELATED) * PER_LIKENESS))


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


def score(ground: Ground, a: Unit, b: Unit) -> float:
    """How strongly two mentions agree; LINK and more is one event."""
    total = _when_score(a, b) + _where_score(a, b) + _numbers_score(a, b)
    total += SAME_TARGET * bool(a.targets & b.targets)
    total += SAME_METHOD * any(not is_generic(m) for m in a.methods & b.methods)
    total += SAME_ATTACKER * bool(a.attackers & b.attackers)
    total += OTHER_METHOD * methods_differ(a.methods, b.methods)
    total += SAME_LINEAGE * (ground.lineage[a.name] == ground.lineage[b.name])
    return total


def _when_score(a: Unit, b: Unit) -> float:
    if a.when is None or b.when is None:
        close = a.published and b.published and abs((a.published - b.published).days) <= FOLLOW_UP
        return SAME_WEEK if close else 0.0
    gap = max((x.start - y.end).days for x, y in ((a.when, b.when), (b.when, a.when)) if x.start and y.end)
    if gap > 0:
        return NEXT_DAY if gap == 1 else -LINK
    return SAME_DAY if dates.length(a.when) == dates.length(b.when) == 1 else OVERLAP


def _where_score(a: Unit, b: Unit) -> float:
    relation = places.relate(a.place, b.place)
    if relation is PlaceRelation.SAME and a.place is not None and b.place is not None:
        big = max(a.place.population, b.place.population) >= CITY
        city = PlacePrecision.CITY in (places.precision(a.place), places.precision(b.place))
        return SAME_CITY if big or (city and not a.place.population) else SAME_TOWN
    if relation is PlaceRelation.WITHIN:
        return SAME_PROVINCE
    if relation is PlaceRelation.UNKNOWN:
        return 0.0
    return SAME_REGION if relation is PlaceRelation.REGION else -LINK


def _numbers_score(a: Unit, b: Unit) -> float:
    best = 0.0
    for x in a.claims:
        for y in b.claims:
            m, n = x.count, y.count
            if m is None or n is None or m.measure != n.measure or not groups_compatible(m.group, n.group):
                continue
            if values_agree(m, n):
                best = max(best, min(MOST_FOR_NUMBERS, number_bits(m.value) / 2))
            elif best <= 0 and m.value and n.value and max(m.value, n.value) > RISING * min(m.value, n.value):
                best = OTHER_NUMBERS
    return best


def _agree(one: list[Unit], other: list[Unit]) -> bool:
    """Whether two clusters can be one event: no two mentions more than a day or a settlement apart."""
    return all(
        _when_score(a, b) > -LINK and places.relate(a.place, b.place) is not PlaceRelation.APART
        for a in one
        for b in other
    )


def _fold(ground: Ground, claims: list[Claim]) -> Fold:
    ids = {c.id for c in claims}
    about = ground.pointing(ids, RelationType.MODIFIES_MODALITY, RelationType.DENIES)
    extra = {a for rel in about for a in rel.a}
    extra &= ground.corpus.claims.keys()
    events = [c for c in claims if c.kind is not ClaimKind.SITUATION]
    unverified = all(c.modality is Modality.NEEDS_VERIFICATION for c in events)
    return ground.fold(IncidentKind.ALLEGATION if unverified else IncidentKind.INCIDENT, ids | extra)
