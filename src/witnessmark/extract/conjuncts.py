"""Parts of a clause that share its verb: "four died in one town on Monday and two in another on Sunday"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from witnessmark.extract.chunks import Sentence

# A bare number that has a place of its own right behind it begins another part.
_BEGINS = re.compile(r",?[&,](?=Nx?G?[pr][eUJ]{0,2}[lP])")

# People with a verb of their own that is told how or where: "8 civilians killed by shelling".
_ITEM = re.compile(r"N[xJ]{0,2}G?t(?=[ypd])")


def items(symbols: str) -> frozenset[int]:
    """Where the items of a list begin that each say of their own people how or where they came to harm.

    "19 killed in an air strike here, 8 killed by shelling there and 6 killed by mines" tells of three
    things; the first item goes on with what stands before it.
    """
    found = pairwise(_ITEM.finditer(symbols))
    return frozenset(
        b.start() for a, b in found if symbols[b.start() - 1] in ",&" and b.start() - a.end() > 1
    )


def of_other_items(sentence: Sentence, indices: Sequence[int], found: Sequence[int]) -> bool:
    """Whether what stands at `found` is told, one by one, of other people than those at `indices`.

    In "five were killed here on 2 May; four there on 3 May; and six by mines" nobody says where the six died.
    """
    own = {sentence.clause_of[i] for i in indices}
    others = {sentence.clause_of[i] for i in found}
    counting = {sentence.clause_of[i] for i, kind in enumerate(sentence.symbols) if kind == "N"}
    return len(others) > 1 and own.isdisjoint(others) and others <= counting


def conjunct(sentence: Sentence, at: int, stretch: range) -> range:
    """The part of a stretch around the chunk `at` whose place and time are its own."""
    first, last = stretch.start, stretch.stop
    for found in _BEGINS.finditer(sentence.symbols, first, last):
        if found.end() > at:
            last = found.start()
            break
        first = found.end()
    return range(first, last) if first <= at < last else stretch
