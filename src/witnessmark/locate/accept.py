"""Accepting: whether a found name is meant as a place at all.

Points for what makes a name a place (its size, the words around it), against what makes it a word or a
person.
"""

from math import log10

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.evidence import Evidence
from witnessmark.locate.find import Beside
from witnessmark.locate.patterns import AGE, DATELINE
from witnessmark.locate.words import Words

# Points (tuned together on one half of two public toponym sets, see docs/method/locate.md).
LEVELS = {"country": 6.0, "admin1": 5.0, "region": 5.0, "district": 5.0}
THRESHOLD = 2.5


def weigh(candidate: Candidate, evidence: Evidence, persons: set[str], words: Words) -> float:
    """Points for the candidate being a place; at least THRESHOLD is one."""
    c = candidate
    score = _size(c) + (1.5 if c.words > 1 else 0.0)
    large = any(e.place.level in LEVELS for e in c.entries)
    if c.words == 1:
        if c.folded in words.common:
            score -= 2.0 if large and c.entries[0].place.level == "country" else 4.0
        if c.folded in words.given:
            score -= 2.5
        if c.folded in persons and not large:
            score -= 5.0
    score += asks(c, words) + _after(c, words, large=large)
    if c.within:
        score += 4.0
    elif c.holds:
        score += 2.0
    if c.opens and c.words == 1 and not large:
        score -= 0.5
    support = max(evidence.share(c.folded, e)[0] for e in c.entries)
    return score + 2.0 * support


def _size(c: Candidate) -> float:
    best = 0.0
    for entry in c.entries:
        level = LEVELS.get(entry.place.level)
        best = max(best, level or 0.7 * log10(entry.place.population + 1))
    return best


def asks(c: Candidate, words: Words) -> float:
    """Points for what stands before a name: 2 and more asks for a place."""
    if not c.before:
        return 0.5
    last = c.before[-1]
    near = [w for w in c.before[-3:] if w[0].isalpha()]
    earlier = near[-2] if len(near) > 1 else ""
    if last == "of" and earlier in words.settlement | words.admin1 | words.district:
        return 4.0
    if last in words.strong_before or last in words.settlement or last in words.admin1:
        return 2.0
    if last == "the" and earlier in words.strong_before:
        return 0.5
    if last in words.weak_before:
        return 0.8
    return -3.0 if c.left in words.title else 0.0


def _after(c: Candidate, words: Words, *, large: bool) -> float:
    score = 0.0
    if c.beside == Beside.FACILITY:
        score += 0.5
    elif c.beside == Beside.BODY:
        score += 1.0
    if c.right in words.settlement or c.right in words.admin1 or c.right in words.district:
        score += 2.0
    if c.opens and DATELINE.match(c.after):
        score += 3.0
    if not large:
        if c.right in words.person_after:
            score -= 2.0
        if AGE.match(c.after):
            score -= 4.0
    return score
