"""Speakers named in front of what they say: "Army: 12 killed"."""

from collections.abc import Sequence

from witnessmark.extract import voices
from witnessmark.extract.attribution import Attribution
from witnessmark.extract.cast import Cast
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.model.claim import Modality

# The longest label, in chunks: an office with its place.
_LONGEST = 6


def headline(sentence: Sentence, cast: Cast) -> list[Attribution]:
    """The attribution of a headline that sets its source off with a colon."""
    chunks = sentence.chunks
    end = len(chunks)
    colon = sentence.find(":", 1, min(end, _LONGEST + 1))
    if colon is not None:
        spans = [range(colon)]
        if not set(sentence.symbols[:colon]) & set("NpRTtVXI,-dl"):
            voice = None if _topic(chunks[:colon]) else voices.read(sentence, spans, cast)
            if voice and voice.sure:
                cast.add(voice)
                return [Attribution(voice.names, Modality.ASSERTED, colon, end, colon, speech=spans[0])]
    return []


def _topic(label: Sequence[Chunk]) -> bool:
    """Whether a label says what the text is about: a country ("Mali: Army Kills 12"), "BREAKING"."""
    if any(c.code("grammar") == "label" for c in label):
        return True
    party = label[-1].party
    return len(label) == 1 and party is not None and party[1].use in {"country", HOST_COUNTRY}
