"""The one wounded who died: earlier reports tell of one wounded, later ones of one dead, and none of two.

The reports then tell of one person, who is not among the wounded any more. Only where nobody counts more
than one dead or wounded, no report tells of both, and no report after the first of the death tells of a
wound: whatever else is told stays two people. What we make of it is labelled `derived`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from witnessmark.model.claim import Claim
from witnessmark.model.figure import Figure, worked_out
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.bounds import apart, inside_group
from witnessmark.reconcile.figures import NOT_ASSERTED
from witnessmark.reconcile.ledger import Ledger
from witnessmark.reconcile.survivors import DEAD, HIT, HURT
from witnessmark.reconcile.together import Rows

_FIGHTERS = "combatant"


def one_victim(ledger: Ledger, inside: Sequence[str], found: Rows) -> Iterator[Figure]:
    """The figures of the wounded with nobody left, where the one wounded is the one who died."""
    harm = [f for f in found.values() if f.measure in (DEAD, HURT, HIT)]
    if any((f.best or f.low or 0) > 1 for f in harm):
        return
    told = [c for c in (ledger.claims[i] for i in inside) if _of_one(c)]
    dead, hurt = ([c for c in told if c.count and c.count.measure == m] for m in (DEAD, HURT))
    if not (dead and hurt and _died_later(ledger, dead, hurt) and _may_be_one(dead, hurt)):
        return
    first = min(dead, key=lambda c: (str(ledger.as_of(c)), c.id))
    for f in harm:
        if f.measure == HURT and f.best == 1:
            yield replace(
                f,
                low=0,
                best=0,
                rule=worked_out(sentence("1 wounded - 1 who died")),
                claims=(*f.claims, first.id),
            )


def _of_one(claim: Claim) -> bool:
    count = claim.count
    return count is not None and count.value == 1 and claim.modality not in NOT_ASSERTED


def _died_later(ledger: Ledger, dead: Sequence[Claim], hurt: Sequence[Claim]) -> bool:
    """Whether no report tells of both, and all that tell of the wound came out before those of the death."""
    both = {ledger.line.get(c.doc, c.doc) for c in dead} & {ledger.line.get(c.doc, c.doc) for c in hurt}
    died, wounded = ([ledger.as_of(c) for c in claims] for claims in (dead, hurt))
    known_died, known_wounded = [d for d in died if d], [d for d in wounded if d]
    known = len(known_died) == len(died) and len(known_wounded) == len(wounded)
    return not both and known and max(known_wounded) <= min(known_died)


def _may_be_one(dead: Sequence[Claim], hurt: Sequence[Claim]) -> bool:
    """Whether the groups told of can all be of one person."""
    groups = {c.count.group for c in (*dead, *hurt) if c.count}
    fighters = {g for g in groups if g == _FIGHTERS or inside_group(g, _FIGHTERS)}
    kinds = {g for g in groups if apart(g)}
    one_kind = all(
        apart(a) != apart(b) or a == b or inside_group(a, b) or inside_group(b, a)
        for a in kinds
        for b in kinds
    )
    return one_kind and (not fighters or fighters == groups)
