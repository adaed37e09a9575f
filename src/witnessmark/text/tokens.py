"""The words of a text with their places, worked out once for everything that looks words up in it."""

import re
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_APART = re.compile(r"(\w+)")


class Tokens(NamedTuple):
    """Word `i` is `words[i] == text[starts[i]:ends[i]]`: letters, digits and underscores in a row.

    `distinct` are the words without repetition: most lists of words have none of them in a text.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    distinct: frozenset[str]

    def standing(self, known: AbstractSet[str]) -> list[int]:
        """The indices of the words that a list knows, in order."""
        here = self.distinct & known
        return [i for i, word in enumerate(self.words) if word in here] if here else []


@lru_cache(maxsize=2)  # dates, numbers and terms are looked up in one text after the other
def tokens(text: str) -> Tokens:
    """Every word of a text, in order."""
    parts = _APART.split(text)
    ends = list(accumulate(map(len, parts)))
    words = parts[1::2]
    return Tokens(words, ends[0:-1:2], ends[1::2], frozenset(words))


class Phrases:
    """Finds phrases by a pattern that is only tried where one of their first words stands.

    Most first words are phrases themselves and begin no longer one: these are found without the pattern.
    """

    def __init__(self, pattern: str, phrases: Collection[str], *, before: str = "") -> None:
        """`pattern` finds any of `phrases`, whose words end where the text's do; each begins with a word.

        `before` is a character in front of which the pattern may refuse a phrase that ends with a word.
        Raises ValueError for a phrase that does not begin with one.
        """
        self._match = re.compile(pattern, re.DOTALL).match
        self._before = before
        firsts: dict[str, set[str]] = {}
        for phrase in phrases:
            word = _WORD.match(phrase)
            if word is None:
                raise ValueError(f"{phrase!r} begins with no word: it would never be found")
            firsts.setdefault(word.group(), set()).add(phrase)
        self._first = frozenset(firsts)
        self._alone = frozenset(word for word, own in firsts.items() if own == {word})

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """What `finditer` gives at the beginnings of words, in order: start, end and what stands there."""
        known = tokens(text)
        words, starts, ends, _ = known
        return self._taken(text, ((starts[i], ends[i], words[i]) for i in known.standing(self._first)))

    def within(self, text: str, first: int, last: int) -> list[tuple[int, int, str]]:
        """As `find`, in a stretch that no word crosses: for texts of which little is looked at."""
        parts = _APART.split(text[first:last])
        words = parts[1::2]
        if self._first.isdisjoint(words):
            return []
        ends = [first + end for end in accumulate(map(len, parts))]
        known = zip(ends[0:-1:2], ends[1::2], words, strict=True)
        return self._taken(text, (here for here in known if here[2] in self._first))

    def _taken(self, text: str, known: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """Of first words in order the phrases that stand there, none inside another."""
        match, before = self._match, self._before
        out: list[tuple[int, int, str]] = []
        reached = 0
        for start, end, word in known:
            if start < reached:
                continue
            if word in self._alone and (not before or text[end : end + 1] != before):
                out.append((start, end, word))
            elif found := match(text, start):
                reached = found.end()
                out.append((start, reached, found.group()))
        return out
