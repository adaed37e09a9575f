"""How much two mentions have in common in words: names, streets and details that no claim carries.

Words are weighted by how rare they are in the run (TF-IDF), so what a run's texts all say is worth nothing
and a name that two of them share is worth most. Proposals come from rare words in common, never from all
pairs.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

# A word must be in this share of a run's texts or fewer to tell them apart; in small runs any word may.
COMMON = 0.3
# The rarest words of a text are what proposes pairs; a word of more texts than this proposes none.
PROPOSING = 20
MOST_TEXTS = 40
# Words two texts must share among their rarest before they are compared.
SHARED = 2

# Fewer texts cannot tell a rare word from a common one; nothing is then said about likeness.
LEAST_TEXTS = 50

_WORD = re.compile(r"[^\W\d_][\w'\u2019]+|\d+")


class Wording:
    """Weighted words of named texts."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        known = texts if len(texts) >= LEAST_TEXTS else dict.fromkeys(texts, "")
        counts = {name: Counter(_WORD.findall(known[name].casefold())) for name in sorted(known)}
        spread = Counter(w for words in counts.values() for w in words)
        most = max(COMMON * len(counts), 2)
        self._spread = spread
        self._vectors = {name: self._weigh(words, len(counts), most) for name, words in counts.items()}

    def _weigh(self, words: Counter[str], texts: int, most: float) -> dict[str, float]:
        weights = {
            w: (1 + math.log(n)) * math.log((texts + 1) / self._spread[w])
            for w, n in words.items()
            if 1 < self._spread[w] <= most
        }
        length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
        return {w: weights[w] / length for w in sorted(weights)}

    def likeness(self, a: str, b: str) -> float:
        """Cosine of two texts' weighted words, 0 to 1; words no other text has are left out."""
        one, other = self._vectors[a], self._vectors[b]
        if len(one) > len(other):
            one, other = other, one
        return math.fsum(x * other[w] for w, x in one.items() if w in other)

    def proposals(self) -> Iterable[tuple[str, str]]:
        """Pairs of texts that share at least SHARED of their rarest words, in order of names."""
        holders: dict[str, list[str]] = defaultdict(list)
        for name, vector in self._vectors.items():
            for word in sorted(vector, key=lambda w: (-vector[w], w))[:PROPOSING]:
                holders[word].append(name)
        shared: Counter[tuple[str, str]] = Counter()
        for names in holders.values():
            if 1 < len(names) <= MOST_TEXTS:
                shared.update(combinations(names, 2))
        return sorted(pair for pair, n in shared.items() if n >= SHARED)
