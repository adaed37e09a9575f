"""Statements that answer others: denials, retractions and reservations, each pointing at what it answers."""

from collections.abc import Iterable, Sequence

from witnessmark.model.claim import Claim, ClaimKind, Relation, RelationType

# A denial without a word of its act answers what was said close before it; set on reports that give the
# accusation and the reply in neighbouring sentences.
_NEAR = 400
_ANSWERS = frozenset({ClaimKind.DENIAL, ClaimKind.MODALITY_QUALIFIER, ClaimKind.STATED_INTENT})
_ACCUSES = frozenset(
    {
        ClaimKind.ATTRIBUTION,
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.PATTERN,
        ClaimKind.LEGAL_CHARACTERISATION,
        ClaimKind.AGGREGATE_TALLY,
    }
)


def answers(claims: Sequence[Claim]) -> Iterable[Relation]:
    """`denies` and `modifies_modality` inside a document; where nothing is said before, there is none."""
    ordered = sorted(claims, key=lambda c: (c.start, c.end))
    for i, c in enumerate(ordered):
        if c.kind not in _ANSWERS:
            continue
        before = [b for b in ordered[:i] if b.doc == c.doc and b.kind not in _ANSWERS]
        if c.kind is ClaimKind.MODALITY_QUALIFIER and before:
            yield Relation(RelationType.MODIFIES_MODALITY, (c.id,), before[-1].id)
        if c.kind is ClaimKind.DENIAL and (said := _denied(c, before)) is not None:
            yield Relation(RelationType.DENIES, (c.id,), said.id)


def _denied(denial: Claim, before: Sequence[Claim]) -> Claim | None:
    """What a denial denies: the nearest claim of its act, weapon or object, else what it is accused of."""
    about = _about(denial)
    if about:
        said = [b for b in before if about & _about(b)]
        if said:
            return said[-1]
    party = {x.name for x in denial.claimants[:-1]}
    accused = [b for b in before if party & {a.norm for a in b.actors}]
    if accused:
        return accused[-1]
    near = [b for b in before if b.kind in _ACCUSES and denial.start - b.end < _NEAR]
    return near[-1] if near and not about else None


def _about(c: Claim) -> set[str]:
    return {*c.event_type, *c.weapon, *c.target, *c.target_near}
