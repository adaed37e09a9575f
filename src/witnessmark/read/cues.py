"""Cues: which furniture words a block carries, and where (data/boilerplate.yaml)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick_rs

from witnessmark.read.blocks import Block
from witnessmark.read.knowledge import knowledge

# "Near the end" of a block: room for a photographer's name and an agency after the cue.
EDGE_CHARS = 60

_LEVEL = (("\u2019", "'"), ("\u2018", "'"), ("“", '"'), ("”", '"'))
_OUTER = " :.…!»>|*•·-\u2013—\u200f\u200e\ufeff"


@dataclass(frozen=True, slots=True)
class _Cue:
    name: str
    place: str
    words: int


@cache
def _automaton() -> tuple[Any, list[list[_Cue]], int]:
    """The matcher, the cues of each pattern, and the most words any cue allows."""
    table: dict[str, list[_Cue]] = {}
    for group in knowledge("boilerplate")["cues"]:
        cue = _Cue(group["name"], group["place"], group["words"])
        for phrase in group["phrases"]:
            table.setdefault(phrase, []).append(cue)
    most = max(c.words for cues in table.values() for c in cues)
    return ahocorasick_rs.AhoCorasick(list(table)), list(table.values()), most


def level(text: str) -> str:
    """Lower case, plain apostrophes and spaces: for comparing, never for offsets."""
    low = text.lower()
    if not low.isascii():
        for curly, plain in _LEVEL:
            low = low.replace(curly, plain)
    return " ".join(low.split())


def cues(block: Block) -> frozenset[str]:
    """Names of the cues that fire on the block."""
    machine, table, most = _automaton()
    if block.words > most:
        return frozenset()
    low = level(block.text).lstrip(_OUTER)
    bare = low.rstrip(_OUTER)
    found = set()
    for pattern, start, end in machine.find_matches_as_indexes(low, overlapping=True):
        if _inside_word(low, start, end):
            continue
        for cue in table[pattern]:
            if block.words <= cue.words and _stands(cue.place, start, end, bare):
                found.add(cue.name)
    return frozenset(found)


def _stands(place: str, start: int, end: int, bare: str) -> bool:
    at_start, at_end = start == 0, end >= len(bare)
    edge = start <= EDGE_CHARS or end >= len(bare) - EDGE_CHARS
    return {"within": True, "starts": at_start, "edge": edge, "whole": at_start and at_end}[place]


def _inside_word(low: str, start: int, end: int) -> bool:
    before = start > 0 and low[start].isalnum() and low[start - 1].isalnum()
    after = end < len(low) and low[end - 1].isalnum() and low[end].isalnum()
    return before or after
