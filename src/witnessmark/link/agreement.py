"""How strongly two mentions of different documents agree, as a score; LINK and more is one event."""

from witnessmark.link import dates, places
from witnessmark.link.context import FOLLOW_UP
from witnessmark.link.folds import Ground
from witnessmark.link.places import PlaceRelation
from witnessmark.link.sameness import number_bits, values_agree
from witnessmark.link.units import Unit
from witnessmark.link.vocabulary import groups_compatible, is_generic, methods_differ
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
# Two accounts of one event share 0.2 to 0.5 of their weighted words, accounts of two events of one city and
# week under 0.15 (measured on 2,500 news texts); what templates share is common in a run and weighs nothing.
UNRELATED, PER_LIKENESS, MOST_FOR_WORDS = 0.1, 25.0, 6.0
SAME_WEEK = 1.0
# A day or settlement that only the document around a mention gives is worth less and rules nothing out; where
# the documents around agree, neither does a difference between the mentions.
BY_CONTEXT, OTHER_CONTEXT = 0.75, -1.0
# GeoNames population from which several attacks on one day are usual enough that the day is no proof.
CITY = 200_000


def score(ground: Ground, a: Unit, b: Unit) -> float:
    """How strongly two mentions agree in what their claims say, and their lineage."""
    total = _when_score(a, b) + _where_score(a, b) + _numbers_score(a, b)
    total += SAME_TARGET * bool(a.targets & b.targets)
    total += SAME_METHOD * any(not is_generic(m) for m in a.methods & b.methods)
    total += SAME_ATTACKER * bool(a.attackers & b.attackers)
    total += OTHER_METHOD * methods_differ(a.methods, b.methods)
    total += SAME_LINEAGE * (ground.lineage[a.name] == ground.lineage[b.name])
    return total


def _when_score(a: Unit, b: Unit) -> float:
    one, other = a.when or a.around.when, b.when or b.around.when
    if one is None or other is None:
        close = a.published and b.published and abs((a.published - b.published).days) <= FOLLOW_UP
        return SAME_WEEK if close else 0.0
    sure = a.when is not None and b.when is not None
    gap = _gap(one, other)
    if gap > 1 and sure:
        return OTHER_CONTEXT if _same_day_around(a, b) else -LINK
    if gap > 0:
        return NEXT_DAY
    agreed = SAME_DAY if dates.length(one) == dates.length(other) == 1 else OVERLAP
    return agreed if sure else agreed * BY_CONTEXT


def _gap(one: When, other: When) -> int:
    """Days from the end of the earlier interval to the start of the later; none or less where they meet."""
    return max((x.start - y.end).days for x, y in ((one, other), (other, one)) if x.start and y.end)


def _same_day_around(a: Unit, b: Unit) -> bool:
    """Whether the documents speak most of one day, or one of the day the other's mention gives."""
    pairs = ((a.around.when, b.around.when), (a.when, b.around.when), (a.around.when, b.when))
    return any(x is not None and y is not None and _gap(x, y) <= 0 for x, y in pairs)


def _where_score(a: Unit, b: Unit) -> float:
    one, other = a.place or a.around.place, b.place or b.around.place
    sure = a.place is not None and b.place is not None
    relation = places.relate(one, other)
    if relation is PlaceRelation.APART:
        return -LINK if sure and not _same_place_around(a, b) else OTHER_CONTEXT
    agreed = _place_worth(one, other, relation)
    return agreed if sure or agreed < 0 else agreed * BY_CONTEXT


def _same_place_around(a: Unit, b: Unit) -> bool:
    """Whether the documents speak most of one settlement, or one of the place the other's mention gives."""
    pairs = ((a.around.place, b.around.place), (a.place, b.around.place), (a.around.place, b.place))
    return any(places.relate(x, y) is PlaceRelation.SAME for x, y in pairs)


def _place_worth(one: Place | None, other: Place | None, relation: PlaceRelation) -> float:
    if relation is PlaceRelation.SAME and one is not None and other is not None:
        big = max(one.population, other.population) >= CITY
        city = PlacePrecision.CITY in (places.precision(one), places.precision(other))
        return SAME_CITY if big or (city and not one.population) else SAME_TOWN
    if relation is PlaceRelation.WITHIN:
        return SAME_PROVINCE
    return SAME_REGION if relation is PlaceRelation.REGION else 0.0


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


def wording_score(likeness: float) -> float:
    """What weighted words in common (0 to 1) add to the score of two mentions."""
    return max(0.0, min(MOST_FOR_WORDS, (likeness - UNRELATED) * PER_LIKENESS))


def possible(a: Unit, b: Unit) -> bool:
    """Whether two mentions can be one event: not more than a day and not a settlement apart."""
    return _when_score(a, b) > -LINK and _where_score(a, b) > -LINK
