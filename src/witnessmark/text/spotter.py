"""Spotting a few words in a text: where each stands, and next to nothing for a text that has none.

By Aho and Corasick 1975, by way of ahocorasick_rs.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Spotter:
    """Finds whole words; the automaton is made at the first use."""

    def __init__(self, words: Iterable[str]) -> None:
        """`words` as they stand in the texts: of letters, digits and underscores."""
        self._words = sorted(set(words))
        self._automaton: AhoCorasick | None = None

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words stand, in order."""
        size = len(text)
        for _, start, end in self._loaded().find_matches_as_indexes(text):
            if not ((end < size and _in_word(text[end])) or (start and _in_word(text[start - 1]))):
                yield start, end

    def seen(self, text: str) -> bool:
        """Whether any of them stands in the text."""
        return next(self.find(text), None) is not None

    def _loaded(self) -> "AhoCorasick":
        if self._automaton is None:
            from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

            self._automaton = AhoCorasick(
                self._words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
            )
        return self._automaton


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
