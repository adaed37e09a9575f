"""How a statement is said: in the speaker's own words, as an allegation, as a judgement."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.marks import TITLES
from witnessmark.extract.statements import Statement
from witnessmark.model.claim import Claimant, ClaimKind, Modality

# What a statement is, however it is worded: a quoted demand is a demand.
_FIRM = frozenset(
    {
        Modality.DEMAND,
        Modality.DENIED,
        Modality.FORECAST,
        Modality.THREATENED,
        Modality.NEEDS_VERIFICATION,
    }
)
# Fewer quoted words are a term the writer keeps at a distance, not an utterance.
_UTTERANCE_WORDS = 4


def modality_of_statement(
    sentence: Sentence, said: Statement, kind: ClaimKind, spoken: Modality, names: Sequence[Claimant]
) -> Modality:
    """The modality of a statement; `spoken` is that of the words that introduce it."""
    if said.modality in _FIRM:
        return said.modality
    quoted = _quoted_words(sentence, said.at)
    if kind is ClaimKind.OPINION:
        return Modality.QUOTED_OPINION if quoted else Modality.OPINION
    if quoted and sentence.zone in TITLES and said.modality is None:
        return Modality.REPORTED  # a headline quotes what it will not say itself
    if quoted >= _UTTERANCE_WORDS:
        return Modality.DIRECT_QUOTE
    if kind is ClaimKind.EVIDENCE and names and names[0].name in codebook.load().parties:
        return Modality.ALLEGED  # what a party shows against its enemy
    if kind is ClaimKind.STATED_INTENT and spoken is Modality.THREATENED:
        return Modality.ASSERTED  # a promise, where no harm is promised
    if said.modality is not None:
        return said.modality
    # What a demand, a denial or a forecast takes for granted is told by it.
    return Modality.ASSERTED if spoken is Modality.DEMAND else spoken


def _quoted_words(sentence: Sentence, at: int) -> int:
    """How many words stand in the same quotation marks; none outside quotation marks."""
    position = sentence.chunks[at].start
    inside = [(a, b) for a, b in sentence.quoted if a <= position < b]
    if not inside:
        return 0
    a, b = inside[0]
    words = " ".join(c.word for c in sentence.chunks if a <= c.start < b and c.kind not in "q,")
    return len(words.split()) if b <= sentence.end and a >= sentence.start else _UTTERANCE_WORDS
