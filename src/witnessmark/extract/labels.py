"""Speakers named in front of what they say ("Army: 12 killed") or behind it ("12 killed: police")."""

from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract import subject, voices
from witnessmark.extract.attribution import Attribution
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.model.claim import Modality

# The longest label, in chunks: an office with its place.
_LONGEST = 6
# What a label cannot hold, in front and behind.
_NO_LABEL = frozenset("NpyRTtVXI,-dl")
_NO_LABEL_BEHIND = frozenset("NcRTtVXIAM?HB!,;:-()qdhwnk")
# What a headline must tell in front of a label behind it: harm, an attack, a count.
_TOLD = frozenset("NTtVXIDMA")
# Outlets whose name behind a dash is where the text stands, not who says so ("... - The Post").
_OUTLETS = frozenset({"media", "wire"})


def headline(sentence: Sentence, cast: Cast) -> list[Attribution]:
    """The attribution of a headline that sets its source off with a colon, or behind it with a dash too."""
    chunks = sentence.chunks
    end = len(chunks)
    colon = sentence.find(":", 1, min(end, _LONGEST + 1))
    if colon is not None:
        spans = [range(colon)]
        if not set(sentence.symbols[:colon]) & _NO_LABEL:
            voice = None if _topic(chunks[:colon]) else voices.read(sentence, spans, cast)
            if voice and voice.sure:
                cast.add(voice)
                return [Attribution(voice.names, Modality.ASSERTED, colon, end, colon, speech=spans[0])]
    return _behind(sentence, cast)


def _behind(sentence: Sentence, cast: Cast) -> list[Attribution]:
    """The attribution of a headline whose source stands behind a colon or a spaced dash, no stop after it."""
    chunks = sentence.chunks
    end = len(chunks)
    mark = sentence.find(":-", end - 2, max(0, end - _LONGEST - 2), -1)
    if mark is None or not _TOLD & set(sentence.symbols[:mark]):
        return []
    if _NO_LABEL_BEHIND & set(sentence.symbols[mark + 1 :]):
        return []
    dash = chunks[mark].kind == "-"
    if chunks[-1].word in {".", "!", "?"} or (dash and not _spaced(chunks, mark)):
        return []
    spans = [range(mark + 1, end)]
    voice = None if _topic(chunks[mark + 1 :]) else voices.read(sentence, spans, cast)
    if voice is None or not voice.sure or (dash and _outlet(voice)):
        return []
    cast.add(voice)
    return [Attribution(voice.names, Modality.ASSERTED, 0, end, mark, post=True, speech=range(mark, end))]


def _spaced(chunks: Sequence[Chunk], mark: int) -> bool:
    return chunks[mark - 1].end < chunks[mark].start and chunks[mark].end < chunks[mark + 1].start


def _outlet(voice: Voice) -> bool:
    speaker = codebook.load().claimants.get(voice.names[0])
    return speaker is not None and speaker.kind in _OUTLETS


def _topic(label: Sequence[Chunk]) -> bool:
    """Whether a label says what the text is about: a country ("Mali: Army Kills 12"), "BREAKING"."""
    if any(c.code("grammar") == "label" for c in label):
        return True
    party = label[-1].party
    return len(label) == 1 and party is not None and party[1].use in {"country", HOST_COUNTRY}


def accusers(sentence: Sentence, cast: Cast) -> list[Attribution]:
    """Who accuses in a headline without a verb: "Army accused of killing 12 villagers by rights groups".

    A party behind "by" may as well be who did it, and is left to the rules of who acts.
    """
    chunks = sentence.chunks
    accused = next((i for i, c in enumerate(chunks) if c.attr("hedges", "accuses") == "true"), None)
    by = None if accused is None else sentence.find("y", accused + 1, len(chunks))
    if accused is None or by is None:
        return []
    spans = subject.after(sentence, by + 1, closed=False)
    voice = voices.read(sentence, spans, cast)
    if voice is None or not voice.sure or voice.names[-1] in codebook.load().parties:
        return []
    cast.add(voice)
    speech = range(by, spans[-1].stop)
    return [Attribution(voice.names, Modality.ALLEGED, 0, len(chunks), accused, accusing=True, speech=speech)]
