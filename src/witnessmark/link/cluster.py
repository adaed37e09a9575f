"""Clustering: which reports are one event, from the weights of pairs and what forbids or demands a merge.

Average linkage: two groups join when the mean probability over all their pairs reaches JOIN, the surest
first; a pair never compared counts as 0. One chance resemblance therefore cannot chain two events together,
as it would under connected components. Names break ties, so the answer depends on the set of pairs alone.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from witnessmark.link.compare import Pair
from witnessmark.link.judgements import Judged

# Mean probability from which two groups are one event. Of .2 to .4, by weights not fitted on what they group
# (bench/linking/fit.py): .2 groups a little better, .25 as well with fewer events run together.
JOIN = 0.25
UNJUDGED = Judged()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A merge that the weights asked for and something forbade: the two reports that stood in its way."""

    a: str
    b: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of names, and the merges that were refused."""

    groups: tuple[tuple[str, ...], ...]
    refused: tuple[Refusal, ...] = ()


def cluster(
    names: Iterable[str],
    pairs: Iterable[Pair],
    *,
    together: Iterable[tuple[str, str]] = (),
    apart: Callable[[str, str], str | None] = lambda _a, _b: None,
    join: float = JOIN,
    judged: Judged = UNJUDGED,
) -> Clusters:
    """`names` in groups, each sorted, in order of their first names.

    What was `judged` comes first, in the order it was judged, and only another judgement stands against it;
    reports judged the same are weighed as one from then on. `together` are pairs that are one event whatever
    their weight, joined before all that are weighed; `apart` says why two reports cannot be in one group, or
    None. Refused merges are listed with the reason.
    """
    work = _Work(names, pairs, apart, judged)
    for a, b in judged.same:
        work.judge(a, b)
    for a, b in sorted({(min(p), max(p)) for p in together}):
        work.merge(work.home[a], work.home[b], 1.0)
    work.run(join)
    groups = sorted(tuple(sorted(g)) for g in work.members.values())
    surest = {(r.a, r.b): r for r in sorted(work.refused, key=lambda r: (r.score, r.reason))}
    return Clusters(tuple(groups), tuple(surest[pair] for pair in sorted(surest)))


def probability(weight: float) -> float:
    """Of a match weight in bits."""
    return 1.0 / (1.0 + math.exp2(-weight))


_Reason = Callable[[str, str], str | None]


class _Work:
    """Groups by the least of their names, with the summed probabilities of the pairs between them.

    `size` is how many reports a group is weighed as, `bridged` the groups in which a judgement joined what
    had been stated apart: of them not every pair, but some pair, must be free to be one event.
    """

    def __init__(self, names: Iterable[str], pairs: Iterable[Pair], apart: _Reason, judged: Judged) -> None:
        self.members: dict[str, list[str]] = {name: [name] for name in sorted(set(names))}
        self.home = {name: name for name in self.members}
        self.size = dict.fromkeys(self.members, 1)
        self.bridged: set[str] = set()
        self.between: dict[str, dict[str, float]] = defaultdict(dict)
        for p in pairs:
            if p.a in self.members and p.b in self.members:
                self.between[p.a][p.b] = self.between[p.b][p.a] = probability(p.weight)
        self.apart = apart
        self.judged = judged
        self.refused: list[Refusal] = []

    def run(self, join: float) -> None:
        """Merge best first until no two groups reach `join`."""
        heap = [(-self.mean(a, b), a, b) for a in sorted(self.between) for b in self.between[a] if a < b]
        heapify(heap)
        while heap and -heap[0][0] >= join:
            score, a, b = heappop(heap)
            if a not in self.members or b not in self.members or -score != self.mean(a, b):
                continue
            kept = self.merge(a, b, -score)
            if kept is not None:
                for other in self.between[kept]:
                    one, two = sorted((kept, other))
                    heappush(heap, (-self.mean(one, two), one, two))

    def mean(self, a: str, b: str) -> float:
        return self.between[a].get(b, 0.0) / (self.size[a] * self.size[b])

    def judge(self, a: str, b: str) -> None:
        """Join the groups of two reports judged the same, unless a judgement stands against it."""
        one, other = self.home[a], self.home[b]
        if one == other:
            return
        against = _first(self.members[one], self.members[other], self.judged.against)
        if against is not None:
            self._refuse(against, 1.0)
            return
        stated = _first(self.members[one], self.members[other], self.apart)
        low = self._join(one, other, max, 1)
        if stated is not None:
            self.bridged.add(low)

    def merge(self, a: str, b: str, score: float) -> str | None:
        """One group of two, under the least name; None, and a refusal, where a pair of them is apart."""
        if a == b:
            return None
        against = self._against(a, b)
        if against is not None:
            self._refuse(against, score)
            self.between[a].pop(b, None)
            self.between[b].pop(a, None)
            return None
        return self._join(a, b, float.__add__, self.size[a] + self.size[b])

    def _against(self, a: str, b: str) -> tuple[str, str, str] | None:
        one, other = self.members[a], self.members[b]
        judged = _first(one, other, self.judged.against)
        if judged is not None:
            return judged
        stated = _first(one, other, self.apart)
        if stated is not None and not self.bridged.isdisjoint((a, b)):
            free = any(self.apart(x, y) is None for x in one for y in other)
            return None if free else stated
        return stated

    def _refuse(self, against: tuple[str, str, str], score: float) -> None:
        one, other, reason = against
        self.refused.append(Refusal(min(one, other), max(one, other), round(score, 4), reason))

    def _join(self, a: str, b: str, both: Callable[[float, float], float], size: int) -> str:
        """One group of two; what lies between it and a third is `both` of what lay between each and it."""
        low, high = sorted((a, b))
        self.members[low] = sorted((*self.members[low], *self.members.pop(high)))
        self.home.update(dict.fromkeys(self.members[low], low))
        self.size[low] = size
        if high in self.bridged:
            self.bridged.add(low)
        for other, value in self.between.pop(high, {}).items():
            del self.between[other][high]
            if other != low:
                met = both(self.between[low].get(other, 0.0), value)
                self.between[low][other] = self.between[other][low] = met
        return low


def _first(one: Collection[str], other: Collection[str], apart: _Reason) -> tuple[str, str, str] | None:
    for a in one:
        for b in other:
            if reason := apart(a, b):
                return a, b, reason
    return None
