"""Strikes on one place within hours, as texts tell them in turn: each is an event of its own.

A claim's turn is 1 where another strike is said to have followed it, one more than that of the strike it
followed where it is such a one itself, and None where nothing is said.
"""

from collections.abc import Iterable, Mapping

from witnessmark.model.claim import Relation, RelationType

# No text tells of more strikes in a row; a bound on what a circle of relations could make.
_MOST = 9


def turns(relations: Iterable[Relation]) -> dict[str, int]:
    """The turn of every claim that has one."""
    before = {
        a: rel.b
        for rel in relations
        if rel.type is RelationType.FOLLOW_UP_STRIKE_OF and rel.b is not None
        for a in rel.a
    }
    out = dict.fromkeys(before.values(), 1)
    for claim in before:
        turn, at = 1, claim
        while at in before and turn < _MOST:
            turn, at = turn + 1, before[at]
        out[claim] = turn
    return out


def turn_of(claims: Iterable[str], known: Mapping[str, int]) -> int | None:
    """The turn that some of these claims have, the latest of several."""
    return max((known[c] for c in claims if c in known), default=None)


def in_turn(one: int | None, other: int | None) -> bool:
    """Whether two are told as different strikes of a row."""
    return one is not None and other is not None and one != other
