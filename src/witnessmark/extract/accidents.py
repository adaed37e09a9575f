"""Shots that nobody meant: "a boy was accidentally shot by his brother" tells of an accident, no attack."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract.chunks import Sentence
from witnessmark.model.claim import Claim

_SHOT, _ACCIDENT = "shooting", "accidental_shooting"
_CUE = "by_accident"


def told_as_accidents(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims, those of a shot that their own sentence calls an accident with that as their method."""
    if not any(_CUE in s.small_words for s in sentences):
        return list(claims)
    placed = sorted(sentences, key=lambda s: s.start)
    starts = [s.start for s in placed]
    return [
        replace(c, event_type=tuple(_ACCIDENT if code == _SHOT else code for code in c.event_type))
        if _CUE in placed[max(0, bisect_right(starts, c.start) - 1)].small_words
        else c
        for c in claims
    ]
