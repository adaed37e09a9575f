"""Figures of the party to whom an attack is attributed, or who denies it: shown beside, never mixed."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from witnessmark import codebook
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind
from witnessmark.reconcile.voices import party

# A party's count of fighters it says it killed is no concession (the codebook's group and those inside it).
_FIGHTERS = "combatant"


def conceding(
    claims: Sequence[Claim],
    voices: Mapping[str, tuple[str, ...]],
    accused: Collection[str],
    denying: Collection[str] = (),
) -> dict[str, list[Claim]]:
    """The claims by which a party counts harm to people that it is said, or says, to have done; by party.

    Of those who only deny it, be they a party or not, the claims that nobody was harmed.
    """
    out: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        said_by = {party(v) for v in voices.get(claim.id, ())}
        blamed = {*accused, *(a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm)}
        blamed.update(denying if of_none([claim]) else ())
        if said_by and said_by <= blamed and _harm_to_people(claim):
            out[min(said_by)].append(claim)
    return out


def deniers(claims: Sequence[Claim], voices: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The parties, or others, who deny the attack that these claims tell of."""
    return frozenset(party(v) for c in claims if c.kind is ClaimKind.DENIAL for v in voices.get(c.id, ()))


def of_none(claims: Sequence[Claim]) -> bool:
    """Whether these claims say that nobody was harmed."""
    return all(c.count is not None and c.count.value == 0 and c.count.high == 0 for c in claims)


def _harm_to_people(claim: Claim) -> bool:
    count = claim.count
    return count is not None and _harm(count.measure) and not _fighters(count.group)


@cache
def _harm(measure: str) -> bool:
    entry = codebook.load().taxonomy("measures").get(measure)
    return entry is not None and entry.extra.get("harm") is True


@cache
def _fighters(group: str | None) -> bool:
    entries = codebook.load().taxonomy("groups")
    while group is not None and group != _FIGHTERS:
        group = entries[group].parent if group in entries else None
    return group == _FIGHTERS
