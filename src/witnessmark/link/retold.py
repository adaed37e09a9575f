"""Claims of one document that tell one event by how they are told: in one stretch of text, or twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from types import MappingProxyType

from witnessmark.link import dates, places
from witnessmark.link.account import Account, attackers, attackers_differ
from witnessmark.link.dates import TimeRelation
from witnessmark.link.places import PlaceRelation
from witnessmark.link.sameness import number_bits, values_agree
from witnessmark.link.turns import in_turn
from witnessmark.link.vocabulary import groups_compatible, methods_differ
from witnessmark.model.claim import Claim

# A number of two digits (log2 of 11 and more) is seldom that of two events in one text; a smaller one is.
TELLING_BITS = 3.4
NO_TURNS: Mapping[str, int] = MappingProxyType({})


def retold(claims: Iterable[Claim], turns: Mapping[str, int] = NO_TURNS) -> list[tuple[str, str]]:
    """Pairs of claims that tell one event: an act with its harm in one clause, or one harm told again.

    What is told again many times over is given as a chain. Claims told as different strikes of a row
    (`turns`) are never a pair.
    """
    told = sorted(claims, key=lambda c: (c.start, c.end, c.id))
    found = (*_overlapping(told), *_of_one_number(told, turns))
    return [(a.id, b.id) for a, b in found if not in_turn(turns.get(a.id), turns.get(b.id))]


def _overlapping(told: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs told in one stretch; in order of the text a claim meets those that have not ended."""
    still: list[Claim] = []
    for claim in told:
        still = [c for c in still if c.end > claim.start]
        yield from ((c, claim) for c in still if one_stretch(c, claim))
        still.append(claim)


def _of_one_number(told: Iterable[Claim], turns: Mapping[str, int]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs that tell one harm again; of claims that say just the same of it the first stands for all."""
    alike: dict[tuple[object, ...], dict[tuple[object, ...], list[Claim]]] = defaultdict(dict)
    for claim in told:
        n = claim.count
        if n is not None and number_bits(n.value) >= TELLING_BITS:
            said = (*_said(claim), turns.get(claim.id))
            alike[n.measure, n.fraction or n.value].setdefault(said, []).append(claim)
    for sayings in alike.values():
        for same in sayings.values():
            yield from (pair for pair in pairwise(same) if same_harm(*pair))
        firsts = [same[0] for same in sayings.values()]
        yield from ((a, b) for a, b in combinations(firsts, 2) if same_harm(a, b))


def _said(claim: Claim) -> tuple[object, ...]:
    """All that `same_harm` asks of a claim beside its measure and number."""
    n, when, where = claim.count, claim.date, claim.location
    counted = (n.group, n.low, n.high, n.qualifier) if n is not None else ()
    dated = (when.start, when.end, when.inherited) if when is not None else ()
    placed = (places.scene(claim), where.inherited) if where is not None else ()
    return (counted, dated, placed, attackers(claim), frozenset(claim.event_type))


def one_stretch(a: Claim, b: Claim) -> bool:
    """Whether the quotes overlap ("shelling kills", "kills 18"), with nothing that speaks against it."""
    overlap = a.start < b.end and b.start < a.end
    return overlap and not Account([a]).clashes(b)


def same_harm(a: Claim, b: Claim) -> bool:
    """Whether both give one telling number of the same people; what is inherited rules nothing out."""
    m, n = a.count, b.count
    if m is None or n is None or m.measure != n.measure or not groups_compatible(m.group, n.group):
        return False
    if not values_agree(m, n) or number_bits(m.value) < TELLING_BITS:
        return False
    if attackers_differ(a, b) or methods_differ(frozenset(a.event_type), frozenset(b.event_type)):
        return False
    return _one_day(a, b) and _one_place(a, b)


def _one_day(a: Claim, b: Claim) -> bool:
    if dates.relate(a.date, b.date) is not TimeRelation.DISJOINT:
        return True
    return any(c.date is not None and c.date.inherited for c in (a, b))


def _one_place(a: Claim, b: Claim) -> bool:
    if places.relate_claims(a, b) is not PlaceRelation.APART:
        return True
    return any(c.location is not None and c.location.inherited for c in (a, b))
