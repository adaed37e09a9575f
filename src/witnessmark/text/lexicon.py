"""Lexicon matching: thousands of fixed phrases in one pass, at word boundaries only.

Finds what a naive search for every form at every place would find, then keeps the leftmost and, of those,
the longest. Single words are looked up word by word; all other forms are found by Aho and Corasick 1975, by
way of ahocorasick_rs, with overlapping matches, because the longest match at a place may fail the boundary
test where a shorter one passes. (With single words in the automaton too, a text cost three times as much:
most matches of short words lie inside longer ones.) Lexicons that are asked for the same texts stand on one
shelf and are looked up in one pass: a large table read word by word costs mostly the wait for memory.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from witnessmark.text.tokens import tokens

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

T = TypeVar("T")
_WORD = re.compile(r"\w+")


# `lowered_text[start:end]` is a form of the lexicon and the third what it stands for; a plain tuple, because
# a text of one page has hundreds.
Match = tuple[int, int, T]
# What a form stands for in each lexicon that has it, by the lexicon's place on its shelf.
_Meanings = list[tuple[int, list[Any]]]


class Shelf:
    """Lexicons looked up together: each text is gone through once for all of them."""

    def __init__(self) -> None:
        self._forms: dict[str, _Meanings] = {}
        self._size = 0
        # The texts read last: one lexicon after the other asks for the same.
        self.find = lru_cache(maxsize=2)(self._find)

    def put(self, payloads: Mapping[str, list[Any]]) -> int:
        """Add a lexicon, before anything is looked up; its place."""
        place, self._size = self._size, self._size + 1
        for form, own in payloads.items():
            self._forms.setdefault(form, []).append((place, own))
        return place

    @cached_property
    def _words(self) -> dict[str, _Meanings]:
        return {form: own for form, own in self._forms.items() if _WORD.fullmatch(form)}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def _phrases(self) -> list[_Meanings]:
        return [own for form, own in self._forms.items() if form not in self._words]

    @cached_property
    def _automaton(self) -> "AhoCorasick":
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        return AhoCorasick(
            [form for form in self._forms if form not in self._words],
            matchkind=MatchKind.Standard,
            implementation=Implementation.ContiguousNFA,
        )

    def _find(self, text: str) -> list[list[Match[Any]]]:
        """The matches of each lexicon."""
        out: list[list[Match[Any]]] = [[] for _ in range(self._size)]
        known, meanings = tokens(text), self._words
        words, starts, ends, _ = known
        for i in known.standing(self._known):
            for place, payloads in meanings[words[i]]:
                out[place] += [(starts[i], ends[i], payload) for payload in payloads]
        # A phrase is longer than each word in it, and no word reaches over its ends: it takes their place.
        reached = [0] * self._size
        for start, negative_end, form in self._phrases_in(text):
            for place, payloads in self._phrases[form]:
                if start >= reached[place]:
                    end = reached[place] = -negative_end
                    own = out[place]
                    first, last = bisect_left(own, (start,)), bisect_left(own, (end,))
                    own[first:last] = [(start, end, payload) for payload in payloads]
        return out

    def _phrases_in(self, text: str) -> list[tuple[int, int, int]]:
        """The phrases at word boundaries, start, negative end and number: leftmost, then longest."""
        size = len(text)
        found = [
            (start, -end, form)
            for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if not ((end < size and _in_word(text[end])) or (start and _in_word(text[start - 1])))
        ]
        found.sort()
        return found


class Lexicon(Generic[T]):
    """Forms (in lower case, folded as the text will be) and their payloads; a form may have several."""

    def __init__(self, forms: Sequence[tuple[str, T]], shelf: Shelf | None = None) -> None:
        """On a shelf it is looked up with the others there. Raises ValueError for an empty form."""
        payloads: dict[str, list[T]] = {}
        for form, payload in forms:
            if not form.strip():
                raise ValueError(f"empty form for {payload!r}: give the words to look for")
            payloads.setdefault(form, []).append(payload)
        self._shelf = shelf or Shelf()
        self._place = self._shelf.put(payloads)

    def find(self, lowered_text: str) -> Sequence[Match[T]]:
        """Matches in order that do not overlap; one for each payload of a form, in the order given.

        A match has no letter, digit or underscore right before or after it ("shell" is not in
        "shelling", but is in "shell's").
        """
        return self._shelf.find(lowered_text)[self._place]


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
