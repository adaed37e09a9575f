"""Lexicon matching: thousands of fixed phrases in one pass, at word boundaries only.

Finds what a naive search for every form at every place would find, then keeps the leftmost and, of those,
the longest. Single words are looked up word by word; all other forms are found by Aho and Corasick 1975, by
way of ahocorasick_rs, with overlapping matches, because the longest match at a place may fail the boundary
test where a shorter one passes. (With single words in the automaton too, a text cost three times as much:
most matches of short words lie inside longer ones.)
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Generic, TypeVar

from witnessmark.text.tokens import tokens

T = TypeVar("T")
_WORD = re.compile(r"\w+")


# `lowered_text[start:end]` is a form of the lexicon and the third what it stands for; a plain tuple, because
# a text of one page has hundreds.
Match = tuple[int, int, T]


class Lexicon(Generic[T]):
    """Forms (in lower case, folded as the text will be) and their payloads; a form may have several."""

    def __init__(self, forms: Sequence[tuple[str, T]]) -> None:
        """Raises ValueError for an empty form."""
        from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

        payloads: dict[str, list[T]] = {}
        for form, payload in forms:
            if not form.strip():
                raise ValueError(f"empty form for {payload!r}: give the words to look for")
            payloads.setdefault(form, []).append(payload)
        self._words = {form: own for form, own in payloads.items() if _WORD.fullmatch(form)}
        phrases = {form: own for form, own in payloads.items() if form not in self._words}
        self._phrases = list(phrases.values())
        self._automaton = AhoCorasick(
            list(phrases), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def find(self, lowered_text: str) -> list[Match[T]]:
        """Matches in order that do not overlap; one for each payload of a form, in the order given.

        A match has no letter, digit or underscore right before or after it ("shell" is not in
        "shelling", but is in "shell's").
        """
        known = self._words
        words, starts, ends = tokens(lowered_text)
        out = [
            (start, end, payload)
            for word, start, end in zip(words, starts, ends, strict=True)
            if word in known
            for payload in known[word]
        ]
        # A phrase is longer than each word in it, and no word reaches over its ends: it takes their place.
        for start, end, form in self._phrases_in(lowered_text):
            first, last = bisect_left(out, (start,)), bisect_left(out, (end,))
            out[first:last] = [(start, end, payload) for payload in self._phrases[form]]
        return out

    def _phrases_in(self, text: str) -> list[tuple[int, int, int]]:
        """The phrases at word boundaries, by number: leftmost, then longest, none overlapping."""
        size = len(text)
        found = [
            (start, -end, form)
            for form, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if not ((end < size and _in_word(text[end])) or (start and _in_word(text[start - 1])))
        ]
        found.sort()
        out: list[tuple[int, int, int]] = []
        reached = 0
        for start, negative_end, form in found:
            if start >= reached:
                reached = -negative_end
                out.append((start, reached, form))
        return out


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
