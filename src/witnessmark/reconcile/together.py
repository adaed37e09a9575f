"""How many people in all, where the texts count them by groups only: "four men and two women".

Two kinds of figure of our own, both labelled `derived`: the sum of counts that a text tells side by side,
and a group's number where that of people in all is smaller, for those of a group are people. A number of
fighters raises that of people only where the same voice gives both: what one side calls fighters, another
counts as people.
"""

from collections.abc import Mapping, Sequence

from witnessmark.model.claim import Claim
from witnessmark.model.figure import Figure, worked_out
from witnessmark.model.sentence import sentence
from witnessmark.reconcile.bounds import inside_group
from witnessmark.reconcile.figures import NOT_ASSERTED
from witnessmark.reconcile.ledger import Ledger

WHOLE = "person"
_FIGHTERS = "combatant"
Rows = Mapping[tuple[str, str | None], Figure]


def in_all(ledger: Ledger, inside: Sequence[str], found: Rows, measures: Sequence[str]) -> list[Figure]:
    """The figures of people in all that are larger than any found, for each of the measures."""
    out = []
    for measure in measures:
        stated = found.get((measure, WHOLE))
        sums = [_added(parts) for parts in _side_by_side(ledger, inside, measure)]
        counted = [f for f in found.values() if f.measure == measure and _of_people(f)]
        groups = [_as_people(f) for f in counted if not _fighters_of_another(ledger, f, stated)]
        widest = max((*sums, *groups), key=lambda f: (f.best or 0, f.claims), default=None)
        known = stated.best if stated is not None and stated.best is not None else stated.low if stated else 0
        if widest is not None and (widest.best or 0) > (known or 0) and (stated or widest in sums):
            out.append(widest)
    return out


def _side_by_side(ledger: Ledger, inside: Sequence[str], measure: str) -> list[list[Claim]]:
    among = set(inside)
    rows = [[ledger.claims[a] for a in rel.a] for rel in ledger.beside if among.issuperset(rel.a)]
    return [row for row in rows if all(_counts(c, measure) for c in row)]


def _counts(claim: Claim, measure: str) -> bool:
    count = claim.count
    told = count is not None and count.measure == measure and count.value is not None
    return told and claim.modality not in NOT_ASSERTED


def _added(parts: Sequence[Claim]) -> Figure:
    values = [c.count.value or 0 for c in parts if c.count is not None]
    measure = parts[0].count.measure if parts[0].count is not None else ""
    total = sum(values)
    words = " + ".join(f"{v:,}" for v in values)
    return Figure(measure, WHOLE, total, total, total, worked_out(words), tuple(c.id for c in parts))


def _fighters_of_another(ledger: Ledger, f: Figure, stated: Figure | None) -> bool:
    """Whether one voice's fighters would be added to what others say of people."""
    if stated is None or not (f.group == _FIGHTERS or inside_group(f.group, _FIGHTERS)):
        return False
    said, other = ({v for c in x.claims for v in ledger.voices.get(c, ())} for x in (f, stated))
    return not said & other


def _of_people(f: Figure) -> bool:
    return f.best is not None and inside_group(f.group, WHOLE)


def _as_people(f: Figure) -> Figure:
    rule = worked_out(sentence("all of them {group}", group=f.group))
    return Figure(f.measure, WHOLE, f.low, f.best, None, rule, f.claims)
