"""The words of a text with their places, worked out once for everything that looks words up in it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_APART = re.compile(r"(\w+)")


class Tokens(NamedTuple):
    """Word `i` is `words[i] == text[starts[i]:ends[i]]`: letters, digits and underscores in a row."""

    words: list[str]
    starts: list[int]
    ends: list[int]


@lru_cache(maxsize=2)  # dates, numbers and terms are looked up in one text after the other
def tokens(text: str) -> Tokens:
    """Every word of a text, in order."""
    parts = _APART.split(text)
    ends = list(accumulate(map(len, parts)))
    return Tokens(parts[1::2], ends[0:-1:2], ends[1::2])


class Phrases:
    """Finds phrases by a pattern that is only tried where one of their first words stands."""

    def __init__(self, pattern: str, phrases: Iterable[str]) -> None:
        """`pattern` finds any of `phrases`, whose words end where the text's do; each begins with a word.

        Raises ValueError for a phrase that does not.
        """
        self._pattern = re.compile(pattern, re.DOTALL)
        self._first: set[str] = set()
        for phrase in phrases:
            word = _WORD.match(phrase)
            if word is None:
                raise ValueError(f"{phrase!r} begins with no word: it would never be found")
            self._first.add(word.group())

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """What `finditer` gives at the beginnings of words: matches in order that do not overlap."""
        words, starts, _ = tokens(text)
        first, match = self._first, self._pattern.match
        reached = 0
        for start in [start for word, start in zip(words, starts, strict=True) if word in first]:
            if start >= reached and (found := match(text, start)):
                reached = found.end()
                yield found
