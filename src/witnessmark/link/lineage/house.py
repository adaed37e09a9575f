"""House style: where two prints of one story call the same party by other names."""

from functools import cache

from witnessmark import codebook

# Shown at most: the evidence names examples, not a list.
MOST = 3


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
