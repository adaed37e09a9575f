"""Lexicon matching: thousands of fixed phrases in one pass, at word boundaries only.

Finds what a naive search for every form at every place would find, then keeps the leftmost and, of
those, the longest. Aho and Corasick 1975, by way of ahocorasick_rs; overlapping matches are asked for,
because the longest match at a place may fail the boundary test where a shorter one passes.
"""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """`lowered_text[start:end]` is a form of the lexicon and `payload` what it stands for."""

    start: int
    end: int
    payload: T


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
        self._payloads = list(payloads.values())
        self._automaton = AhoCorasick(
            list(payloads), matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def __len__(self) -> int:
        return len(self._payloads)

    def find(self, lowered_text: str) -> list[Match[T]]:
        """Matches in order that do not overlap; one `Match` for each payload of a form, in the order given.

        A match has no letter, digit or underscore right before or after it ("shell" is not in
        "shelling", but is in "shell's").
        """
        size = len(lowered_text)
        found: list[tuple[int, int, int]] = []
        for form, start, end in self._automaton.find_matches_as_indexes(lowered_text, overlapping=True):
            if (end < size and _in_word(lowered_text[end])) or (start and _in_word(lowered_text[start - 1])):
                continue
            found.append((start, -end, form))
        found.sort()
        out: list[Match[T]] = []
        reached = 0
        for start, negative_end, form in found:
            if start >= reached:
                reached = -negative_end
                out.extend(Match(start, reached, payload) for payload in self._payloads[form])
        return out


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
