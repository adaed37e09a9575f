"""How a statement is said: in the speaker's own words, as an allegation, as a judgement."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.statements import Statement
from witnessmark.model.claim import Claimant, ClaimKind, Modality
from witnessmark.model.document import TITLES

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
    quoted = _quoted_words(sentence, said)
    if kind is ClaimKind.OPINION:
        return Modality.QUOTED_OPINION if quoted else Modality.OPINION
    if quoted and sentence.zone in TITLES and said.modality is None:
        return Modality.REPORTED  # a headline quotes what it will not say itself
    if quoted >= _UTTERANCE_WORDS:
        return Modality.DIRECT_QUOTE
    if kind is ClaimKind.EVIDENCE and names and names[0].name in codebook.load().parties:
        return Modality.ALLEGED  # what a party shows against its enemy
    if kind is ClaimKind.LEGAL_RULE_STATEMENT:
        return Modality.ASSERTED  # an accusation around it is of an act, not of the law
    if kind is ClaimKind.STATED_INTENT and spoken is Modality.THREATENED:
        return Modality.ASSERTED  # a promise, where no harm is promised
    if said.modality is not None:
        return said.modality
    # What a demand, a denial or a forecast takes for granted is told by it.
    return Modality.ASSERTED if spoken is Modality.DEMAND else spoken


def _quoted_words(sentence: Sentence, said: Statement) -> int:
    """How many words the quotation has that holds the word of weight, or most of the statement; else none."""
    start, end = sentence.chunks[said.first].start, sentence.chunks[said.last - 1].end
    at = sentence.chunks[said.at].start
    told = [
        (a, b) for a, b in sentence.quoted if a <= at < b or 2 * (min(b, end) - max(a, start)) > end - start
    ]
    return max((_words(sentence, a, b) for a, b in told), default=0)


def _words(sentence: Sentence, start: int, end: int) -> int:
    """The words between two quotation marks; those that stand in other sentences make it an utterance."""
    words = " ".join(c.word for c in sentence.chunks if start <= c.start < end and c.kind not in "q,")
    inside = sentence.start <= start and end <= sentence.end
    return len(words.split()) if inside else _UTTERANCE_WORDS
