"""The wounded who died: "A boy was found with a gunshot wound. He died in hospital." tells of one person.

The death supersedes the wound, so that nobody counts the same person among the injured too. Only where a
pronoun ties the two: a dead and a wounded man in one text may as well be two.

Who died later of what an event did ("five of the wounded died overnight") is a victim of that event and of
its day, and of a toll that is said to have risen they are a part.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from witnessmark.extract.phrases import Draft
from witnessmark.extract.pronouns import RULE
from witnessmark.model.claim import Relation, RelationType

_DEAD, _HURT = "killed", "injured"
# "Died of their injuries", "succumbed to wounds": what they died of, right behind the verb.
_OF_WOUNDS = re.compile(r"[opx]e?[xJD]?(?P<wound>[MT])")
# How far from the death, in characters, the toll stands that rose by it: about two sentences.
_NEAR = 500


def succumbed(drafts: Sequence[Draft], of: Mapping[int, str]) -> Iterator[Relation]:
    """Relations from a death told with "he" or "she" to the wound of the one meant; `of`: their claims."""
    for hurt, dead in pairwise(d for d in drafts if d.head == "person"):
        if dead.rule == RULE and hurt.count.measure == _HURT:
            yield Relation(RelationType.SUPERSEDES, (of[id(dead)],), of[id(hurt)], "died of it")


def died_later(draft: Draft) -> bool:
    """Whether a count is of dead who had been hurt before: "five of the wounded", "died of injuries"."""
    if draft.head != "person" or draft.count.measure != _DEAD:
        return False
    s = draft.sentence
    if any(c.attr("grammar", "part_of") == _HURT for c in s.chunks[draft.index : draft.last + 1]):
        return True
    wounds = _OF_WOUNDS.match(s.symbols, draft.verb + 1) if draft.verb is not None else None
    return wounds is not None and s.chunks[wounds.start("wound")].code("triggers") == _HURT


def join_toll(drafts: Sequence[Draft]) -> None:
    """Make those who died later a part of the toll near them that is said to have risen."""
    for dead in drafts:
        if dead.parent is not None or not died_later(dead):
            continue
        risen = [d for d in drafts if d.parent in (None, dead) and _may_hold(d, dead)]
        if risen:
            toll = min(risen, key=lambda d: _gap(d, dead))
            dead.parent, dead.relation = toll, "subset"
            toll.parent = toll.relation = None  # "of the wounded" makes nobody a part of fewer


def _may_hold(toll: Draft, dead: Draft) -> bool:
    if toll is dead or toll.count.measure != _DEAD or toll.head != "person" or _gap(toll, dead) > _NEAR:
        return False
    whole, part = toll.count.value, dead.count.value
    fits = whole is not None and part is not None and part < whole
    clause = toll.sentence.clause(toll.index)
    moved = any(toll.sentence.chunks[i].code("relations") == "supersedes" for i in clause)
    return fits and (moved or toll.parent is dead) and not died_later(toll)


def _gap(one: Draft, other: Draft) -> int:
    return abs(_at(one) - _at(other))


def _at(draft: Draft) -> int:
    return draft.sentence.chunks[draft.index].start
