"""Another event that a time is only reckoned from: "hit the bridge a day after the strike on the market".

Where an act of its own stands before, what the other one hit, and how, is none of its.
"""

import re
from collections.abc import Sequence

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.when import TimePrecision

# "after" and the other event's noun, in at most two words; up to the end of the phrase.
_FROM = re.compile(r"h(?=e?[xGPJ]{0,2}A)[^,;:w&]*")
_OWN_ACT = frozenset("AVX")


def without_other(sentence: Sentence, indices: Sequence[int]) -> Sequence[int]:
    """The indices without those of an event that a length of time is counted from."""
    dropped: set[int] = set()
    for hit in _FROM.finditer(sentence.symbols):
        at = hit.start()
        own = any(i < at and sentence.chunks[i].kind in _OWN_ACT for i in indices)
        if own and at and sentence.chunks[at].attr("grammar", "order") and _length(sentence.chunks[at - 1]):
            dropped.update(range(at, hit.end()))
    return [i for i in indices if i not in dropped] if dropped else indices


def _length(chunk: Chunk) -> bool:
    """Whether a chunk is a length of time: "two days", "hours", "a day"."""
    if chunk.timex is not None:
        return chunk.timex.precision is TimePrecision.DURATION
    return chunk.kind == "U" or chunk.code("relations") == "each"
