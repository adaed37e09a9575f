r"""Words and word triples of many texts as numbers, in a few passes over all their characters at once.

A text is cut into words as the pattern `\w+` cuts it. Cutting and hashing word by word takes most of the
time of finding copies; whole arrays of characters take a tenth of it. Two words may share a number, hardly
ever by chance but by somebody's design: who ties two texts by their key compares the words themselves.

Triples: one changed word spoils three of them, so a house style that swaps a word in every second line leaves
most in place; pairs of words would make any two stories on one subject look alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.unsignedinteger]
    Hashes = NDArray[np.uint64]
    Triples = NDArray[np.uint32]
    Places = NDArray[np.int64]

# Odd multipliers with well mixed bits: the golden ratio's (Knuth, TAOCP 6.4), and those of splitmix64's
# finaliser (Steele, Lea and Flood 2014).
_GOLDEN, _MIX_A, _MIX_B = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
# Powers of the multiplier are kept for stretches of this many characters, the next power of two at a time.
_KEPT_POWERS = 4


@dataclass(frozen=True, slots=True)
class Cut:
    """One text: a key of its words in their order, 0 where it has none, and its word triples.

    Texts of the same words have one key; other texts hardly ever share it. Triples are sorted, each once, as
    numbers of 32 bits.
    """

    key: int
    triples: "Triples"


def cut(texts: Sequence[str]) -> list[Cut]:
    """The words of each text, which the caller has folded, as numbers."""
    import numpy as np

    joined = ("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass")
    characters = np.frombuffer(joined, np.uint32)
    edges = np.flatnonzero(np.diff(_word_characters()[characters], prepend=False))
    starts, ends = edges[::2], edges[1::2]  # the last character is no word's
    words = _runs(characters, starts, ends)
    until = np.searchsorted(starts, np.cumsum([len(t) + 1 for t in texts]))
    keys = _runs(words, np.append(0, until[:-1]), until)
    return [Cut(key, triples) for key, triples in zip(keys.tolist(), _triples(words, until), strict=True)]


@cache
def _word_characters() -> "NDArray[np.bool_]":
    r"""For every code point whether the pattern `\w` takes it."""
    import sys

    import numpy as np

    every = np.arange(sys.maxunicode + 1, dtype=np.uint32).view("<U1")
    found: NDArray[np.bool_] = np.strings.isalnum(every)
    found[ord("_")] = True
    return found


def _runs(numbers: "Numbers", starts: "Places", ends: "Places") -> "Hashes":
    """A number of 64 bits for each run, 0 for an empty one: a polynomial in the multiplier.

    It is the sum up to the end of the run less the sum up to its start, moved to the beginning.
    """
    import numpy as np

    powers, inverse = _powers((len(numbers) - 1).bit_length())
    sums = np.zeros(len(numbers) + 1, np.uint64)
    np.cumsum(numbers * powers[: len(numbers)], out=sums[1:])
    moved = inverse[np.minimum(starts, len(inverse) - 1)]  # an empty run may start behind the last number
    return _mixed((sums[ends] - sums[starts]) * moved)


@lru_cache(maxsize=_KEPT_POWERS)
def _powers(bits: int) -> "tuple[Hashes, Hashes]":
    """The first 2 ** `bits` powers of the multiplier, and of its inverse, both modulo 2 ** 64."""
    import numpy as np

    rows = []
    for base in (_GOLDEN, pow(_GOLDEN, -1, 1 << 64)):
        row = np.full(1 << bits, base, np.uint64)
        row[0] = 1
        rows.append(np.cumprod(row))
    return rows[0], rows[1]


def _mixed(numbers: "Hashes") -> "Hashes":
    import numpy as np

    numbers ^= numbers >> np.uint64(30)
    numbers *= np.uint64(_MIX_A)
    numbers ^= numbers >> np.uint64(27)
    numbers *= np.uint64(_MIX_B)
    return numbers


def _triples(words: "Hashes", until: "Places") -> "list[Triples]":
    """The triples of each text; `until` tells how many words there are up to its end."""
    import numpy as np

    if len(words) < 3:
        return [np.empty(0, np.uint32) for _ in until]
    found = _mixed(words[:-2] + words[1:-1] * np.uint64(_GOLDEN) + words[2:] * np.uint64(_MIX_B))
    whole = np.ones(len(words), bool)
    whole[np.concatenate((until - 1, until - 2))] = False
    told = (found >> np.uint64(32)).astype(np.uint32)[whole[:-2]]
    ends = np.cumsum(np.maximum(np.diff(until, prepend=0) - 2, 0))
    firsts = np.append(0, ends[:-1])
    for first, end in zip(firsts.tolist(), ends.tolist(), strict=True):
        told[first:end].sort()
    once = np.append(True, told[1:] != told[:-1])[: len(told)]
    once[firsts[firsts < len(told)]] = True
    kept, seen = told[once], np.append(0, np.cumsum(once))
    return [kept[a:b] for a, b in zip(seen[firsts].tolist(), seen[ends].tolist(), strict=True)]
