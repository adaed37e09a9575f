"""The dimensions of a grade, each with the claims that speak to it (domain 3.5)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from witnessmark import codebook
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind

# Groups that leave open whether the people were civilians.
_OPEN_STATUS = "person"

_ABOUT_IT = frozenset(
    {
        ClaimKind.INCIDENT,
        ClaimKind.INCIDENT_UNSPECIFIED,
        ClaimKind.AGGREGATE_TALLY,
        ClaimKind.CONTEXT_FIGURE,
        ClaimKind.SITUATION,
        ClaimKind.PROTECTIVE_MEASURE,
        ClaimKind.EVIDENCE,
        ClaimKind.PATTERN,
    }
)


def _occurrence(claim: Claim) -> bool:
    return claim.kind in _ABOUT_IT


def _place_time(claim: Claim) -> bool:
    return _occurrence(claim) and claim.location is not None and claim.date is not None


def _method(claim: Claim) -> bool:
    methods = codebook.load().taxonomy("methods")
    named = any(m in methods and not methods[m].extra.get("covers") for m in claim.event_type)
    return _occurrence(claim) and (named or bool(claim.weapon))


def _object(claim: Claim) -> bool:
    return _occurrence(claim) and bool(claim.target)


def blames(claim: Claim) -> frozenset[str]:
    """The parties a claim itself names as attackers; none in a denial, none carried over from elsewhere."""
    if claim.kind is ClaimKind.DENIAL:
        return frozenset()
    return frozenset(
        a.norm for a in claim.actors if a.role is Role.PERPETRATOR and a.norm and not a.inherited
    )


def _attribution(claim: Claim) -> bool:
    return bool(blames(claim))


def _numbers(claim: Claim) -> bool:
    return _occurrence(claim) and claim.count is not None


def _victim_status(claim: Claim) -> bool:
    groups = {*claim.victim_group, *([claim.count.group] if claim.count and claim.count.group else [])}
    return _occurrence(claim) and any(_tells_status(g) for g in groups)


@cache
def _tells_status(group: str) -> bool:
    """Whether the codebook knows the group as people and as more than people of unknown status."""
    return group != _OPEN_STATUS and group in codebook.load().taxonomy("groups")


@dataclass(frozen=True, slots=True)
class Dimension:
    """`speaks` tells whether a claim says something on it, `silent` what is said where none does."""

    name: str
    speaks: Callable[[Claim], bool]
    silent: str


# In the order of the codebook's `dimensions`.
DIMENSIONS = (
    Dimension("occurrence", _occurrence, "no claim says that it happened"),
    Dimension("place_time", _place_time, "no claim gives both place and time"),
    Dimension("method_weapon", _method, "no claim says how"),
    Dimension("object", _object, "no claim says what was hit"),
    Dimension("attribution", _attribution, "no claim names who did it"),
    Dimension("numbers", _numbers, "no claim gives a number"),
    Dimension("victim_status", _victim_status, "no claim says who the people were"),
)
# An investigation shows that, where and when it happened; who did it, to how many, and who they were, each
# take evidence of their own, so a single investigator's word on them stays one voice's word.
INVESTIGABLE = frozenset({"occurrence", "place_time"})
# What the party to whom an attack is attributed can admit; its own count of the dead is one voice's count.
ADMITTABLE = frozenset({"occurrence", "attribution"})
