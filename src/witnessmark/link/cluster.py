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

# Mean probability from which two groups are one event (bench/linking: best B3 of the halves not fitted on).
JOIN = 0.4


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
) -> Clusters:
    """`names` in groups, each sorted, in order of their first names.

    `together` are pairs that are one event whatever their weight, joined before all others; `apart` says why
    two reports cannot be in one group, or None. Refused merges are listed with the reason.
    """
    work = _Work(names, pairs, apart)
    for a, b in sorted({(min(p), max(p)) for p in together}):
        work.merge(work.home[a], work.home[b], 1.0)
    work.run(join)
    groups = sorted(tuple(sorted(g)) for g in work.members.values())
    return Clusters(tuple(groups), tuple(sorted(work.refused, key=lambda r: (r.a, r.b))))


def probability(weight: float) -> float:
    """Of a match weight in bits."""
    return 1.0 / (1.0 + math.exp2(-weight))


class _Work:
    """Groups by the least of their names, with the summed probabilities of the pairs between them."""

    def __init__(
        self, names: Iterable[str], pairs: Iterable[Pair], apart: Callable[[str, str], str | None]
    ) -> None:
        self.members: dict[str, list[str]] = {name: [name] for name in sorted(set(names))}
        self.home = {name: name for name in self.members}
        self.between: dict[str, dict[str, float]] = defaultdict(dict)
        for p in pairs:
            if p.a in self.members and p.b in self.members:
                self.between[p.a][p.b] = self.between[p.b][p.a] = probability(p.weight)
        self.apart = apart
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
        return self.between[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))

    def merge(self, a: str, b: str, score: float) -> str | None:
        """One group of two, under the least name; None, and a refusal, where a pair of them is apart."""
        if a == b:
            return None
        against = _against(self.members[a], self.members[b], self.apart)
        if against is not None:
            one, other, reason = against
            self.refused.append(Refusal(min(one, other), max(one, other), round(score, 4), reason))
            self.between[a].pop(b, None)
            self.between[b].pop(a, None)
            return None
        low, high = sorted((a, b))
        self.members[low] = sorted((*self.members[low], *self.members.pop(high)))
        self.home.update(dict.fromkeys(self.members[low], low))
        for other, sum_ in self.between.pop(high, {}).items():
            del self.between[other][high]
            if other != low:
                self.between[low][other] = self.between[other][low] = self.between[low].get(other, 0.0) + sum_
        return low


def _against(
    one: Collection[str], other: Collection[str], apart: Callable[[str, str], str | None]
) -> tuple[str, str, str] | None:
    for a in one:
        for b in other:
            if reason := apart(a, b):
                return a, b, reason
    return None
