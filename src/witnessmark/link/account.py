"""What claims told of one event say together, and whether another claim can be of that event.

What was said is gathered as it comes, so that the answer costs the same after thousands of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from witnessmark.link import dates, places
from witnessmark.link.places import PlaceRelation
from witnessmark.link.vocabulary import methods_differ
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim
from witnessmark.model.place import Place

# How the harm was done and by whom, by code.
_Way = tuple[frozenset[str], frozenset[str]]
_Measured = tuple[str, str | None]


class Account:
    """Days, places, attackers, methods and numbers of the claims it was given."""

    def __init__(self, claims: Iterable[Claim] = ()) -> None:
        self._first_end: date | None = None
        self._last_start: date | None = None
        self._scenes: set[Place] = set()
        self._ways: dict[_Way, dict[_Measured, set[int]]] = defaultdict(lambda: defaultdict(set))
        for claim in claims:
            self.add(claim)

    def add(self, claim: Claim) -> None:
        when, scene = claim.date, places.scene(claim)
        if when is not None and when.end is not None:
            self._first_end = min(self._first_end or when.end, when.end)
        if when is not None and when.start is not None:
            self._last_start = max(self._last_start or when.start, when.start)
        if scene is not None:
            self._scenes.add(scene)
        numbers = self._ways[_way(claim)]
        if (number := _number(claim)) is not None:
            numbers[number[0]].add(number[1])

    def clashes(self, claim: Claim) -> bool:
        """Whether a claim cannot be about the same event as one of these.

        Another day or place is another event; so are, of other attackers, another method or other numbers,
        and other numbers of another method.
        """
        if dates.meets_neither(claim.date, self._first_end, self._last_start):
            return True
        scene = places.scene(claim)
        if scene is not None and any(places.relate(s, scene) is PlaceRelation.APART for s in self._scenes):
            return True
        way, number = _way(claim), _number(claim)
        for known, numbers in self._ways.items():
            differs = _differ(known[1], way[1]) + methods_differ(known[0], way[0])
            if differs > 1 or (differs and number is not None and _has_another(numbers, *number)):
                return True
        return False


def _has_another(numbers: Mapping[_Measured, set[int]], measured: _Measured, value: int) -> bool:
    same = numbers.get(measured, ())
    return len(same) > (value in same)


def _way(claim: Claim) -> _Way:
    return (frozenset(claim.event_type), attackers(claim))


def _number(claim: Claim) -> tuple[_Measured, int] | None:
    n = claim.count
    return ((n.measure, n.group), n.value) if n is not None and n.value is not None else None


def attackers(claim: Claim) -> frozenset[str]:
    """Who is said to have done it, by code, in this very sentence."""
    return frozenset(
        x.norm for x in claim.actors if x.norm and x.role is Role.PERPETRATOR and not x.inherited
    )


def attackers_differ(a: Claim, b: Claim) -> bool:
    """Whether both name attackers and have none in common."""
    return _differ(attackers(a), attackers(b))


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)
