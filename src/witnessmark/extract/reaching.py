"""Who said what was told before: "The figure came from the clinic", one voice before and after."""

from collections.abc import Sequence
from dataclasses import replace

from witnessmark.extract import subject, voices
from witnessmark.extract.attribution import Attribution, Spoken
from witnessmark.extract.cast import Cast
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.name_words import is_word_for
from witnessmark.model.claim import Modality

# What points at a figure, what leads from it to its source, and how far into the sentence.
_POINTERS = frozenset({"the", "that", "this", "these", "those", "both"})
_FROM = frozenset({"from", "by"})
_REACH = 6
# What cannot stand between: a count, an act, a party, a denial ("the figure was disputed by").
_OTHER = frozenset("NTtVMAP!?,;:q")


def pointing(sentence: Sentence, cast: Cast) -> list[Attribution]:
    """The attribution of a sentence that only says whose figure the one before was."""
    chunks = sentence.chunks
    first = _points(sentence)
    if first is None:
        return []
    stop = min(len(chunks), first + _REACH)
    source = next((i for i in range(first + 1, stop) if chunks[i].word in _FROM), None)
    if source is None or _OTHER & set(sentence.symbols[first:source]):
        return []
    if any(c.kind == "R" and c.code("reporting") != "asserted" for c in chunks[first:source]):
        return []
    spans = subject.after(sentence, source + 1, closed=False)
    voice = voices.read(sentence, spans, cast)
    if voice is None or not voice.sure:
        return []
    cast.add(voice)
    speech = range(source, spans[-1].stop)
    said = Attribution(voice.names, Modality.ASSERTED, 0, len(chunks), source, post=True, speech=speech)
    return [said if first else replace(said, back=True)]


def _points(sentence: Sentence) -> int | None:
    """Where it speaks of a figure as such: "the figure", "that toll", "that" before "is", "..., which"."""
    chunks = sentence.chunks
    if len(chunks) < 3:
        return None
    which = sentence.symbols.rfind(",h")
    if which > 0 and _tallies(chunks[:which]):
        return which + 1
    if chunks[0].word not in _POINTERS:
        return None
    if chunks[1].kind == "B":
        return None if chunks[0].word == "the" else 0
    return 0 if _tallies(chunks[1:3]) else None


def _tallies(chunks: Sequence[Chunk]) -> bool:
    return any(is_word_for(w, "tally") for c in chunks for w in c.word.split())


def reaching_back(sentences: Sequence[Sentence], said: Sequence[Spoken]) -> list[Spoken]:
    """The speakers with what the sentence before left open given to whom a figure "came from".

    A paragraph that begins without a speaker, between two sentences of one voice, is that voice's too.
    """
    out = list(said)
    for i in range(1, len(out)):
        if out[i].found and out[i].found[0].back:
            if not out[i - 1].found and _near(sentences[i - 1], sentences[i]):
                out[i - 1] = replace(out[i - 1], carried=replace(out[i].found[0], back=False))
        elif not out[i].found and out[i].carried is None and (voice := _between(sentences, out, i)):
            out[i] = replace(out[i], carried=voice)
    return out


def _near(one: Sentence, other: Sentence) -> bool:
    return one.paragraph == other.paragraph and one.zone is other.zone


def _between(sentences: Sequence[Sentence], said: Sequence[Spoken], i: int) -> Attribution | None:
    """The voice that speaks right before the paragraph of a sentence and goes on within it."""
    opens = sentences[i].paragraph != sentences[i - 1].paragraph
    before = said[i - 1].found[-1] if opens and said[i - 1].found else said[i - 1].carried
    if before is None or before.aside or sentences[i - 1].zone is not sentences[i].zone:
        return None
    k = next((k for k in range(i + 1, len(said)) if said[k].found), None)
    if (
        k is None
        or sentences[k].paragraph != sentences[i].paragraph
        or said[k].found[0].names != before.names
    ):
        return None
    return replace(before, modality=Modality.ASSERTED, explicit=False, accusing=False)
