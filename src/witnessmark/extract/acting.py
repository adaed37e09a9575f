"""Words that stand for a party only beside an act: "rebel shelling", "an army raid"."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract.chunks import Chunk

# Sorts of measure whose nouns are acts; "bus", "interview" and "video" are counted, nobody carries them out.
_ACTS = frozenset({"act", "frame"})
_WORD_OF_PARTY = frozenset("GxK")
# What "rebel" may not qualify through a weapon: "a rebel weapons depot" is no act of the rebels.
_KEPT_IN = frozenset("OUC")


def is_act(chunk: Chunk) -> bool:
    """Whether a noun of an act is one that somebody does."""
    if chunk.kind != "A":
        return False
    measure = chunk.code("act_nouns")
    if chunk.code("methods") or chunk.code("conducts") or measure is None:
        return True
    return codebook.load().taxonomy("measures")[measure].extra.get("kind") in _ACTS


def before_act(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a bare word of a party qualifies the act, weapon or platform right behind it."""
    chunk = chunks[at]
    if chunk.kind not in _WORD_OF_PARTY or not chunk.party or chunk.attr("grammar", "descriptive"):
        return False
    if chunk.party[1].use not in {"attributive", "context"} or (at and chunks[at - 1].kind == "-"):
        return False
    after = chunks[at + 1 : at + 3]
    if not after:
        return False
    if after[0].kind == "W":
        return len(after) < 2 or after[1].kind not in _KEPT_IN
    return is_act(after[0]) or (after[0].kind == "f" and chunk.kind != "G")
