"""What a grade asks about those who speak: are they named, do they investigate, do they set a standard."""

from enum import IntEnum
from functools import cache

from witnessmark import codebook
from witnessmark.model.claim import Claim, ClaimKind, Modality


class Weight(IntEnum):
    """What a voice brings, least first."""

    NOBODY = 0  # unnamed reports, or a publisher nobody names
    NAMED = 1  # an identified voice
    INVESTIGATES = 2  # publishes its own investigation with its method
    FINDS = 3  # finds to a stated standard of proof


# Names the contract gives where a text names nobody; `publisher of` where no publisher is known either.
_NOBODY = ("UNNAMED", "UNKNOWN", "publisher of ")
# Kinds of speaker in the codebook's claimants, as domain 3.5 ranks them: a commission of inquiry, a court or
# a treaty body finds to a standard; Amnesty-like organisations publish investigations; monitors and media
# speak as one named voice unless the text says how they know.
_KINDS = {
    "unnamed": Weight.NOBODY,
    "ngo_investigative": Weight.INVESTIGATES,
    "investigative": Weight.INVESTIGATES,
    "inquiry": Weight.FINDS,
    "court": Weight.FINDS,
    "treaty_body": Weight.FINDS,
}
_OWN_INQUIRY = frozenset({Modality.DOCUMENTED_BY_CLAIMANT, Modality.VERIFIED_BY_CLAIMANT})


@cache
def weight(name: str) -> Weight:
    """The weight a voice has by what it is, whatever it says."""
    if name.startswith(_NOBODY):
        return Weight.NOBODY
    known = codebook.load().claimants.get(name)
    return _KINDS.get(known.kind, Weight.NAMED) if known is not None else Weight.NAMED


def investigated(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim rests on its voice's own investigation: by what the voice is, or says it did."""
    if claim.modality in _OWN_INQUIRY or claim.kind is ClaimKind.EVIDENCE:
        return True
    return any(weight(v) is Weight.INVESTIGATES for v in voices)


def unfounded(claim: Claim, voices: tuple[str, ...]) -> bool:
    """Whether a claim is a bare allegation: nobody named says it, or who says it says it is not verified."""
    return claim.modality is Modality.NEEDS_VERIFICATION or all(weight(v) is Weight.NOBODY for v in voices)
