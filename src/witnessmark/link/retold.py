"""Claims of one document that tell one event by how they are told: in one stretch of text, or twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from witnessmark.link import dates, places
from witnessmark.link.dates import TimeRelation
from witnessmark.link.places import PlaceRelation
from witnessmark.link.sameness import number_bits, values_agree
from witnessmark.link.vocabulary import groups_compatible, methods_differ
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim

# A number of two digits (log2 of 11 and more) is seldom that of two events in one text; a smaller one is.
TELLING_BITS = 3.4


def retold(claims: Iterable[Claim]) -> list[tuple[str, str]]:
    """Pairs of claims that tell one event: an act with its harm in one clause, or one harm told again."""
    told = sorted(claims, key=lambda c: (c.start, c.end, c.id))
    return [(a.id, b.id) for a, b in (*_overlapping(told), *_of_one_number(told))]


def _overlapping(told: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs told in one stretch; in order of the text a claim meets those that have not ended."""
    still: list[Claim] = []
    for claim in told:
        still = [c for c in still if c.end > claim.start]
        yield from ((c, claim) for c in still if one_stretch(c, claim))
        still.append(claim)


def _of_one_number(told: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The pairs that tell one harm again; a digest of thousands of entries holds few with one number."""
    alike: dict[tuple[str, object], list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.count is not None:
            alike[claim.count.measure, claim.count.fraction or claim.count.value].append(claim)
    for same in alike.values():
        yield from ((a, b) for a, b in combinations(same, 2) if same_harm(a, b))


def one_stretch(a: Claim, b: Claim) -> bool:
    """Whether the quotes overlap ("shelling kills", "kills 18"), with nothing that speaks against it."""
    overlap = a.start < b.end and b.start < a.end
    return overlap and not clash([a], [b])


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
    return any(c.date is not None and c.date.method.startswith("inherited") for c in (a, b))


def _one_place(a: Claim, b: Claim) -> bool:
    if places.relate_claims(a, b) is not PlaceRelation.APART:
        return True
    return any(c.location is not None and c.location.inherited for c in (a, b))


def clash(one: Iterable[Claim], other: Iterable[Claim]) -> bool:
    """Whether two sets of claims cannot be about one event.

    Other days or places are other events; so are, of other attackers, another method or other numbers, and
    other numbers of another method.
    """
    other = list(other)
    return any(_clash(a, b) for a in one for b in other)


def _clash(a: Claim, b: Claim) -> bool:
    if dates.relate(a.date, b.date) is TimeRelation.DISJOINT:
        return True
    if places.relate_claims(a, b) is PlaceRelation.APART:
        return True
    methods = methods_differ(frozenset(a.event_type), frozenset(b.event_type))
    return attackers_differ(a, b) + methods + _numbers_differ(a, b) > 1


def _numbers_differ(a: Claim, b: Claim) -> bool:
    m, n = a.count, b.count
    if m is None or n is None or m.value is None or n.value is None:
        return False
    return (m.measure, m.group) == (n.measure, n.group) and m.value != n.value


def attackers(claim: Claim) -> frozenset[str]:
    """Who is said to have done it, by code, in this very sentence."""
    return frozenset(
        x.norm for x in claim.actors if x.norm and x.role is Role.PERPETRATOR and not x.inherited
    )


def attackers_differ(a: Claim, b: Claim) -> bool:
    """Whether both name attackers and have none in common."""
    one, other = attackers(a), attackers(b)
    return bool(one and other and not one & other)
