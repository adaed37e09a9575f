"""What a grade asks about those who speak: are they named, do they investigate, do they set a standard."""

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
    FINDS = 3  # finds to a stated standard of proof


_VOICES = Path(__file__).parent / "data" / "voices.yaml"
# Names the contract gives where a text names nobody; `publisher of` where no publisher is known either.
_NOBODY = ("UNNAMED", "UNKNOWN", "publisher of ")
# The codebook's kinds of speaker who pass on what others say.
_PASSING_ON = frozenset({"wire", "media"})
_OWN_INQUIRY = frozenset({Modality.DOCUMENTED_BY_CLAIMANT, Modality.VERIFIED_BY_CLAIMANT})


@cache
def weight(name: str) -> Weight:
    """The weight a voice has by what it is, whatever it says."""
    if name.startswith(_NOBODY) or _kind(name) == "unnamed":
        return Weight.NOBODY
    finds, investigates = _listed()
    if name in finds:
        return Weight.FINDS
    return Weight.INVESTIGATES if name in investigates else Weight.NAMED


@cache
def party(name: str) -> str:
    """The party a voice is an organ of, or the voice itself."""
    known = codebook.load().claimants.get(name)
    return known.alignment if known is not None and known.alignment else name


def investigated(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim rests on its voice's own investigation: by what the voice is, or says it did."""
    if claim.modality in _OWN_INQUIRY or claim.kind is ClaimKind.EVIDENCE:
        return True
    return any(weight(v) is Weight.INVESTIGATES for v in voices)


def unfounded(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim is a bare allegation: nobody named says it, or who says it says it is not verified."""
    if claim.modality is Modality.NEEDS_VERIFICATION or all(weight(v) is Weight.NOBODY for v in voices):
        return True
    names = [c.name for c in claim.claimants]
    relayed = all(weight(n) is Weight.NOBODY or _kind(n) in _PASSING_ON for n in names[:-1])
    return len(names) > 1 and weight(names[0]) is Weight.NOBODY and relayed


def _kind(name: str) -> str | None:
    known = codebook.load().claimants.get(name)
    return known.kind if known is not None else None


@cache
def _listed() -> tuple[frozenset[str], frozenset[str]]:
    """Voices that find, and voices that investigate."""
    import yaml

    data = yaml.safe_load(_VOICES.read_text(encoding="utf-8"))
    listed = frozenset(data["finds"]), frozenset(data["investigates"])
    strangers = (listed[0] | listed[1]) - codebook.load().claimants.keys()
    if strangers:
        raise UsageError(f"{_VOICES}: not among the codebook's claimants: {', '.join(sorted(strangers))}")
    return listed
