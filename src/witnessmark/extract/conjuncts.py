"""Parts of a clause that share its verb: "four died in one town on Monday and two in another on Sunday"."""

import re

from witnessmark.extract.chunks import Sentence

# A bare number that has a place of its own right behind it begins another part.
_BEGINS = re.compile(r",?[&,](?=Nx?G?[pr][eUJ]{0,2}[lP])")


def conjunct(sentence: Sentence, at: int, stretch: range) -> range:
    """The part of a stretch around the chunk `at` whose place and time are its own."""
    first, last = stretch.start, stretch.stop
    for found in _BEGINS.finditer(sentence.symbols, first, last):
        if found.end() > at:
            last = found.start()
            break
        first = found.end()
    return range(first, last) if first <= at < last else stretch
