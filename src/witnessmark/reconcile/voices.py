"""What the rules ask about a voice: how near to events it counts, and whether it is a party's."""

from functools import cache

from witnessmark import codebook
from witnessmark.model.claim import Claim, Modality
from witnessmark.text.normalise import lower

# Nearer than any kind of speaker: who says how the figure was found out (modalities of the contract).
DOCUMENTED = 4
_OWN_INQUIRY = frozenset({Modality.DOCUMENTED_BY_CLAIMANT, Modality.VERIFIED_BY_CLAIMANT})
_AT_THE_SCENE = 3  # as near as a kind of speaker can be: `closeness` of the codebook's speaker kinds
_SCENE = "scene"  # the codebook's class of words for people and bodies that see the harm done
_NAMED = 1  # a name the codebook does not know: somebody a reader could ask


def closeness(claim: Claim, voices: tuple[str, ...], *, passed_on: bool) -> int:
    """How near to the event a claim was counted; 0 where nobody but a publisher stands behind it."""
    if passed_on:
        return 0
    if claim.modality in _OWN_INQUIRY:
        return DOCUMENTED
    return max((_kind_closeness(v) for v in voices), default=0)


def nobody(voices: tuple[str, ...]) -> bool:
    """Whether none of them is somebody a reader could ask."""
    return all(codebook.names_nobody(v) for v in voices)


@cache
def party(voice: str) -> str:
    """The party a voice is an organ of, or the voice itself."""
    known = codebook.load().claimants.get(voice)
    return known.alignment if known is not None and known.alignment else voice


@cache
def _kind_closeness(voice: str) -> int:
    if codebook.names_nobody(voice):
        return 0
    known = codebook.load().claimants.get(voice)
    if known is None:
        return _AT_THE_SCENE if _at_the_scene(voice) else _NAMED
    near = codebook.load().taxonomy("speaker_kinds")[known.kind].extra.get("closeness", 0)
    return near if isinstance(near, int) else 0


def _at_the_scene(voice: str) -> bool:
    """Whether a name that the codebook does not list says that its bearer was where the harm was seen."""
    named = codebook.load().voices
    return any(_SCENE in named.get(lower(word), ()) for word in voice.split())
