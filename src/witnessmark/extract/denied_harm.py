"""Nobody harmed, says who denies the attack: a denial of harm, no event of its own and no count of it.

"Nobody was killed" by those who do not deny anything is a figure like any other, and so is what a
side says of its own fighters, or of another day.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from witnessmark import codebook
from witnessmark.extract.kinds import is_measure
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.document import Document

_TOLD_AS_FACT = frozenset({ClaimKind.INCIDENT, ClaimKind.INCIDENT_UNSPECIFIED, ClaimKind.AGGREGATE_TALLY})
_FIGHTERS = "combatant"  # the codebook's group, with those inside it
_OWN = frozenset({"its", "their", "our"})  # "none of its members": losses that it would have suffered
_PARAGRAPH = "\n\n"


def denied_harm(claims: Sequence[Claim], document: Document) -> list[Claim]:
    """The claims, those of no harm as denials where the same voice denies the attack they are of."""
    denials: dict[str | None, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.kind is ClaimKind.DENIAL and _origin(c) is not None:
            denials[_origin(c)].append(c)
    if not denials:
        return list(claims)
    return [
        replace(c, kind=ClaimKind.DENIAL, modality=Modality.DENIED)
        if _of_no_harm(c) and any(_of_one(c, d, document.text) for d in denials.get(_origin(c), ()))
        else c
        for c in claims
    ]


def _of_no_harm(claim: Claim) -> bool:
    count = claim.count
    if count is None or claim.kind not in _TOLD_AS_FACT or count.value != 0 or count.high != 0:
        return False
    own = not _OWN.isdisjoint(count.verbatim.lower().split())
    return is_measure(count.measure, "harm") and not own and not _fighters(count.group)


def _fighters(group: str | None) -> bool:
    entries = codebook.load().taxonomy("groups")
    while group is not None and group != _FIGHTERS:
        group = entries[group].parent if group in entries else None
    return group == _FIGHTERS


def _of_one(claim: Claim, denial: Claim, text: str) -> bool:
    """Whether two claims may be of one attack: of one paragraph, or of the same day, or both of none."""
    first, last = sorted((claim, denial), key=lambda c: c.start)
    if _PARAGRAPH not in text[first.end : last.start]:
        return True
    return (claim.date.start if claim.date else None) == (denial.date.start if denial.date else None)


def _origin(claim: Claim) -> str | None:
    """Who says it, where the text names somebody besides the publisher."""
    return claim.claimants[0].name if len(claim.claimants) > 1 else None
