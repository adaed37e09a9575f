"""A case as a grade weighs it: each claim with the voices it goes back to, copies settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from witnessmark import codebook
from witnessmark.grade.dimensions import blames
from witnessmark.grade.sources import house, unfounded
from witnessmark.model.claim import Claim, ClaimKind, Modality

# The rule of extraction that reads a voice taking back what it said itself.
_TAKES_BACK = "retraction"


@dataclass(frozen=True, slots=True)
class Told:
    """One claim: `voices` it goes back to, `line` the lineage it is printed in."""

    claim: Claim
    voices: tuple[str, ...]
    line: str

    @property
    def houses(self) -> frozenset[str]:
        return frozenset(map(house, self.voices))


@dataclass(frozen=True)
class Case:
    """Everything told of one incident, in an order that is its own."""

    told: tuple[Told, ...]
    accused: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()  # numbers that the figures set aside for others: no numbers of it

    @cached_property
    def said(self) -> tuple[Told, ...]:
        """What is told as having been, denials left out."""
        return tuple(t for t in self.told if not _denies(t.claim))

    @cached_property
    def numbers(self) -> tuple[Told, ...]:
        """What is told, without the numbers that no longer hold or never did."""
        return tuple(t for t in self.said if t.claim.id not in self.outdated)

    @cached_property
    def denials(self) -> tuple[Told, ...]:
        """What is denied; who takes back its own words denies nothing of others."""
        return tuple(t for t in self.told if _denies(t.claim) and not self._own(t))

    @cached_property
    def takers_back(self) -> frozenset[str]:
        """The houses that took back what they had said of it."""
        return frozenset(h for t in self.told if self._own(t) for h in t.houses)

    def _own(self, told: Told) -> bool:
        return told.claim.rule == _TAKES_BACK and bool(told.houses & self._spoke)

    @cached_property
    def _spoke(self) -> frozenset[str]:
        return frozenset(h for t in self.said for h in t.houses)

    def taken_back(self, told: Told) -> bool:
        return bool(told.houses) and told.houses <= self.takers_back

    def founded(self, told: Told) -> bool:
        """Whether an identified voice says it, stands by it, and reports it as more than unverified."""
        return not unfounded(told.claim, told.voices) and not self.taken_back(told)

    @cached_property
    def sure(self) -> frozenset[str]:
        """The voices that a text names for a claim, rather than a paragraph that goes on with a speaker."""
        return frozenset(v for t in self.said if _named(t.claim) for v in t.voices)

    @cached_property
    def accounts(self) -> Mapping[str, tuple[Told, ...]]:
        """All that each voice says of it."""
        found: dict[str, list[Told]] = {}
        for t in self.said:
            for voice in t.voices:
                found.setdefault(voice, []).append(t)
        return {voice: tuple(told) for voice, told in found.items()}

    @cached_property
    def rivals(self) -> tuple[Told, ...]:
        """The claims of voices that blame only parties which another voice leaves out."""
        blamed: dict[frozenset[str], set[str]] = {}
        for t in self.said:
            if blames(t.claim) and self.founded(t):
                blamed.setdefault(t.houses, set()).update(blames(t.claim))
        sides = list(blamed.items())
        apart = {h for h, a in sides for _, b in sides if not _may_agree(a, b)}
        return tuple(t for t in self.said if t.houses in apart and blames(t.claim))


def _denies(claim: Claim) -> bool:
    return claim.kind is ClaimKind.DENIAL or claim.modality is Modality.DENIED


def _named(claim: Claim) -> bool:
    """Whether the origin is named, or is the publisher speaking for itself."""
    return len(claim.claimants) < 2 or claim.claimants[0].explicit


def _may_agree(one: Iterable[str], other: Iterable[str]) -> bool:
    rest = tuple(other)
    return any(_may_be(a, b) for a in one for b in rest)


def _may_be(one: str, other: str) -> bool:
    """Whether two names may mean one attacker: the same, or one stands for all groups of the other's kind."""
    known = codebook.load().parties
    a, b = known.get(one), known.get(other)
    if one == other:
        return True
    return a is not None and b is not None and (a.umbrella or b.umbrella) and a.type == b.type


def case(
    claims: Sequence[Claim],
    voices: Mapping[str, tuple[str, ...]],
    line: Mapping[str, str],
    accused: Iterable[str] = (),
    outdated: Iterable[str] = (),
) -> Case:
    """The case of these claims; without settled voices a claim's first claimant stands for it."""
    ordered = sorted(claims, key=lambda c: (c.doc, c.start, c.end, c.id))
    told = tuple(Told(c, voices.get(c.id) or _first(c), line.get(c.doc, c.doc)) for c in ordered)
    return Case(told, frozenset(accused), frozenset(outdated))


def _first(claim: Claim) -> tuple[str, ...]:
    return (claim.claimants[0].name,) if claim.claimants else (codebook.UNNAMED,)
