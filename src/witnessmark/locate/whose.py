"""Whose name it is: a place's or a person's, by what the whole document shows of it."""

from collections import Counter

from witnessmark.locate import accept
from witnessmark.locate.around import Around
from witnessmark.locate.candidate import Candidate
from witnessmark.locate.find import Beside
from witnessmark.locate.patterns import AGE, DATELINE
from witnessmark.locate.words import Words

SPEAKS = 4.0  # points of size; a city of half a million "says" what is decided there
NAMED = (Beside.BODY, Beside.FACILITY)
TOLD = 2.0  # points of the words before a name from which on they ask for a place


def settle(around: Around, words: Words) -> set[str]:
    """The names that are persons', and the doubtful namings of places added to the candidates.

    A name counts as a person's where it is shown as one oftener than as a place. "Millbrook Veterans" alone
    may be a person; where "in Millbrook" stands beside it, it is the town.
    """
    placed = Counter(c.folded for c in around.candidates if shown(c, words))
    people = around.persons.copy()
    people.update(c.folded for c in around.candidates if _acts(c, words))
    persons = {name for name, times in people.items() if times > placed[name]}
    for candidate in around.doubtful:
        if (placed[candidate.folded] or shown(candidate, words)) and candidate.folded not in persons:
            around.candidates.append(candidate)
        else:
            persons.update(candidate.folded.split())
    around.candidates.sort(key=lambda c: c.start)
    return persons


def shown(c: Candidate, words: Words) -> bool:
    """Whether the words around it say that this is a place."""
    if c.within or c.holds or c.beside in NAMED or (c.opens and DATELINE.match(c.after)):
        return True
    near = (words.unit, words.body, words.facility)
    return any(c.right in kind for kind in near) or accept.asks(c, words) >= TOLD


def _acts(c: Candidate, words: Words) -> bool:
    """Whether it speaks or has an age; that a large place speaks says nothing."""
    if c.extent.large or c.extent.size > SPEAKS or shown(c, words):
        return False
    return c.right in words.person_after or bool(AGE.match(c.after))
