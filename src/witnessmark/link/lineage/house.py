"""House style: where two prints of one story call the same party by other names."""

from functools import cache
from typing import TYPE_CHECKING

from witnessmark import codebook

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

# Shown at most: the evidence names examples, not a list.
MOST = 3


def takes_side(told: str) -> bool:
    """Whether a folded text has a word that takes a side; where neither has one, nothing was swapped."""
    text = told.encode("utf-8", "surrogatepass")
    found = _sides().find_matches_as_indexes(text)
    return any(not _in_word(text[max(0, start - 1) : start], text[end : end + 1]) for _, start, end in found)


def _in_word(before: bytes, after: bytes) -> bool:
    """Whether a letter of a plain alphabet stands beside it; of others this cannot be told from one byte."""
    return before.isalnum() or after.isalnum()


@cache
def _sides() -> "BytesAhoCorasick":
    from ahocorasick_rs import BytesAhoCorasick

    return BytesAhoCorasick([w.encode() for w in sorted(_party_words()[1]) if w.isalnum()])


def swaps(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Words of `one` printed as other words in `other`, both words for one party, one of them loaded."""
    from rapidfuzz.distance import Levenshtein

    found = []
    for op in Levenshtein.opcodes(one, other):
        if op.tag == "replace":
            pair = (" ".join(one[op.src_start : op.src_end]), " ".join(other[op.dest_start : op.dest_end]))
            if _of_one_party(*pair):
                found.append(pair)
    return tuple(dict.fromkeys(found))[:MOST]


def _of_one_party(a: str, b: str) -> bool:
    """Whether one word takes a side and the other names the same party."""
    names, loaded = _party_words()
    return a != b and bool(names.get(a, _NO_PARTY) & names.get(b, _NO_PARTY)) and bool({a, b} & loaded)


_NO_PARTY: frozenset[str] = frozenset()


@cache
def _party_words() -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """The words parties are named with, each with the parties it may stand for, and which take a side."""
    found: dict[str, set[str]] = {}
    plain: set[str] = set()
    for party in codebook.load().parties.values():
        for alias in party.aliases:
            for word in alias.text.casefold().split():
                found.setdefault(word, set()).add(party.id)
                if not alias.loaded:
                    plain.add(word)
    return {word: frozenset(ids) for word, ids in found.items()}, frozenset(found.keys() - plain)
