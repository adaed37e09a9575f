"""Accepting: whether a found name is meant as a place at all.

Points for what makes a name a place (its size, the words around it), against what makes it a word or a
person.
"""

from witnessmark.locate.candidate import Candidate
from witnessmark.locate.find import Beside
from witnessmark.locate.patterns import AGE, DATELINE
from witnessmark.locate.words import Words

# Points (tuned together on one half of two public toponym sets, see docs/method/locate.md).
THRESHOLD = 2.5


def weigh(c: Candidate, support: float, persons: set[str], words: Words) -> float:
    """Points for the candidate being a place, at least THRESHOLD for one.

    `support` is the share of its countries in what the document's other names say.
    """
    score = c.extent.size + 2.0 * support
    if c.folded in words.common or (c.words > 1 and words.plain.issuperset(c.folded.split())):
        score -= 2.0 if c.extent.large and c.entries[0].place.level == "country" else 4.0
    if c.words > 1:
        score += 1.5
    else:
        if c.folded in words.given:
            score -= 2.5 if support else 5.0
        score -= 0.5 * (c.opens and not c.extent.large)
    if not c.extent.large:
        score -= 5.0 * (c.folded in persons)
    if c.within:
        score += 4.0
    elif c.holds:
        score += 2.0
    elif c.misfit:
        score -= 3.0
    return score + asks(c, words) + _after(c, words)


def asks(c: Candidate, words: Words) -> float:
    """Points for what stands before a name: 2 and more asks for a place."""
    if not c.before:
        return 0.5
    last = c.before[-1]
    near = [w for w in c.before[-3:] if w[0].isalpha()]
    earlier = near[-2] if len(near) > 1 else ""
    if last.endswith("-") and last[:-1] in words.party:  # the seat of a politician: "R-<place>"
        return 2.0
    if last == "of" and earlier in words.unit:
        return 4.0
    if last in words.strong_before or last in words.settlement or last in words.admin1:
        return 2.0
    if last == "the" and earlier in words.strong_before:
        return 0.5
    if last in words.weak_before:
        return 0.8
    return -3.0 if c.left in words.title else 0.0


def _after(c: Candidate, words: Words) -> float:
    score = 0.0
    if c.beside == Beside.FACILITY:
        score += 0.5
    elif c.beside == Beside.BODY:
        score += 1.0
    if c.right in words.unit:
        score += 2.0
    if c.opens and DATELINE.match(c.after):
        score += 3.0
    if not c.extent.large:
        if c.right in words.person_after:
            score -= 2.0
        if AGE.match(c.after):
            score -= 4.0
    return score
