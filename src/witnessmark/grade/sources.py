"""What a grade asks about those who speak: are they named, do they investigate, do they set a standard."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from witnessmark import codebook
from witnessmark.errors import UsageError
from witnessmark.model.claim import Claim, ClaimKind, Modality


class Weight(IntEnum):
    """What a voice brings, least first."""

    NOBODY = 0  # unnamed reports, or a publisher nobody names
    NAMED = 1  # an identified voice
    INVESTIGATES = 2  # publishes its own investigation with its method


@dataclass(frozen=True, slots=True)
class Mandate:
    """The standard of proof a body states for its findings, and the dimensions it finds on; empty: all."""

    standard: str
    covers: frozenset[str] = frozenset()

    def on(self, dimension: str) -> bool:
        return not self.covers or dimension in self.covers


_VOICES = Path(__file__).parent / "data" / "voices.yaml"
# The codebook's kinds of speaker who pass on what others say.
_PASSING_ON = frozenset({"wire", "media"})
_OWN_INQUIRY = frozenset({Modality.DOCUMENTED_BY_CLAIMANT, Modality.VERIFIED_BY_CLAIMANT})
# What a party shows against its enemy is read as alleged; what is held likely is not shown.
_NOT_SHOWN = frozenset({Modality.ALLEGED, Modality.SUSPECTED, Modality.NEEDS_VERIFICATION, Modality.DENIED})


@cache
def weight(name: str) -> Weight:
    """The weight a voice has by what it is, whatever it says."""
    if codebook.names_nobody(name):
        return Weight.NOBODY
    return Weight.INVESTIGATES if name in _listed()[1] else Weight.NAMED


def mandate(name: str) -> Mandate | None:
    """The standard a body finds to; None for a voice that states none."""
    return _listed()[0].get(name)


def standards() -> frozenset[str]:
    """The standards of proof that bodies state, in words."""
    return frozenset(m.standard for m in _listed()[0].values())


@cache
def house(name: str) -> str:
    """The party a voice is an organ of, or the voice itself: two organs of one party are one origin."""
    known = codebook.load().claimants.get(name)
    return known.alignment if known is not None and known.alignment else name


def shown(claim: Claim) -> bool:
    """Whether a claim is evidence that its voice has found itself and shows."""
    return claim.kind is ClaimKind.EVIDENCE and claim.modality not in _NOT_SHOWN


def investigated(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim rests on its voice's own investigation: by what the voice is, or says it did."""
    if claim.modality in _OWN_INQUIRY or shown(claim):
        return True
    return any(weight(v) is Weight.INVESTIGATES or mandate(v) is not None for v in voices)


def unfounded(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim is a bare allegation: nobody named says it, or who says it says it is not verified."""
    if claim.modality is Modality.NEEDS_VERIFICATION or all(weight(v) is Weight.NOBODY for v in voices):
        return True
    names = [c.name for c in claim.claimants]
    relayed = all(weight(n) is Weight.NOBODY or passes_on(n) for n in names[:-1])
    return len(names) > 1 and weight(names[0]) is Weight.NOBODY and relayed


def passes_on(name: str) -> bool:
    """Whether a voice is one whose trade is to pass on what others say."""
    return _kind(name) in _PASSING_ON


def is_known(name: str) -> bool:
    """Whether the codebook knows the voice."""
    return name in codebook.load().claimants


def _kind(name: str) -> str | None:
    known = codebook.load().claimants.get(name)
    return known.kind if known is not None else None


@cache
def _listed() -> tuple[Mapping[str, Mandate], frozenset[str]]:
    """Voices that find, with their mandate, and voices that investigate."""
    import yaml

    data = yaml.safe_load(_VOICES.read_text(encoding="utf-8"))
    finds = {
        name: Mandate(item["standard"], frozenset() if item["covers"] == "all" else frozenset(item["covers"]))
        for name, item in data["finds"].items()
    }
    investigates = frozenset(data["investigates"])
    strangers = (finds.keys() | investigates) - codebook.load().claimants.keys()
    if strangers:
        raise UsageError(f"{_VOICES}: not among the codebook's claimants: {', '.join(sorted(strangers))}")
    return finds, investigates
