"""What speaks against a dimension: denials and other accounts. It is shown beside the level, never hidden."""

from collections.abc import Iterable

from witnessmark import codebook
from witnessmark.grade.dimensions import (
    ATTRIBUTION,
    METHOD,
    NUMBERS,
    OBJECT,
    OCCURRENCE,
    Answers,
    Dimension,
    blames,
)
from witnessmark.grade.levels import Level, listed, rivals
from witnessmark.grade.testimony import Case, Told
from witnessmark.model.sentence import sentence


def against(case: Case, dimension: Dimension, found: Level) -> tuple[tuple[Told, ...], str]:
    """The claims against what a level rests on, and who makes them in words."""
    mine = {t.claim.id for t in found.told}
    other = tuple(t for t in rivals(case, dimension, found.told) if t.claim.id not in mine)
    denied = tuple(t for t in case.denials if dimension in _denied(t, case))
    words = [sentence("denied by {who}", who=_by(denied))] if denied else []
    if other and dimension is NUMBERS:
        words.append(sentence("other numbers from {who}", who=_by(other)))
    elif other:
        words.append(sentence("another party blamed by {who}", who=_by(other)))
    return (*denied, *other), "; ".join(words)


def _denied(denial: Told, case: Case) -> frozenset[Dimension]:
    """What a denial is about: a party to a conflict denies having done it, anyone else that it happened."""
    blamed: Answers = frozenset(p for t in case.said for p in blames(t.claim)) | case.accused
    party = denial.houses & (blamed | codebook.load().parties.keys())
    base = ATTRIBUTION if party else OCCURRENCE
    named = {OBJECT: denial.claim.target, METHOD: denial.claim.weapon}
    return frozenset({base, *(d for d, codes in named.items() if codes)})


def _by(told: Iterable[Told]) -> str:
    return listed(sorted({v for t in told for v in t.voices}))
