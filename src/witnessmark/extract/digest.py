"""Digests: texts that retell one body's report, paragraph after paragraph, without naming it each time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from witnessmark.extract import subject, voices
from witnessmark.extract.attribution import Attribution
from witnessmark.extract.cast import Cast
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.name_words import is_word_for
from witnessmark.model.claim import Modality

# What a text retells stands in its title, its lead or the paragraph after: attributions looked at.
_OPENING = 2
# How far behind a report "by" and its issuer stand, in chunks.
_REACH = 4


@dataclass(slots=True)
class Digest:
    """Whose report a text retells, and whether it still does: until somebody else gets the word."""

    source: Attribution | None = None
    going_on: bool = False
    _heard: int = 0

    @property
    def carried(self) -> Attribution | None:
        """Who says what a new paragraph tells without a speaker."""
        return self.source if self.going_on else None

    def hear(self, sentence: Sentence, found: Sequence[Attribution], cast: Cast) -> None:
        """Heed who speaks in a sentence: the report's body goes on with it, any other subject ends it."""
        if not found:
            if self.source is None and (issuer := _issued(sentence, cast)):
                self.source, self.going_on = issuer, True
            return
        last = found[-1]
        if self.source is None and self._heard < _OPENING:
            of_body = cast.last(person=False)
            if last.explicit and of_body and of_body.names == last.names and _reports(sentence):
                self.source = replace(last, modality=Modality.ASSERTED, explicit=False, accusing=False)
            self._heard += 1
        if self.source is None:
            return
        if set(self.source.names) & set(last.names):
            self.going_on = True
        elif not last.post:
            self.going_on = False


def _reports(sentence: Sentence) -> bool:
    """Whether a sentence speaks of something written that holds many findings."""
    return any(
        c.code("grammar") == "listing" or is_word_for(c.word.split()[-1], "compilation")
        for c in sentence.chunks
    )


def _issued(sentence: Sentence, cast: Cast) -> Attribution | None:
    """Whose report a sentence introduces without a verb of saying: "the bulletin issued by the ministry"."""
    chunks = sentence.chunks
    paper = next((i for i, c in enumerate(chunks) if is_word_for(c.word, "compilation")), None)
    by = None if paper is None else sentence.find("y", paper + 1, min(len(chunks), paper + _REACH))
    if by is None:
        return None
    spans = subject.after(sentence, by + 1, closed=False)
    voice = voices.read(sentence, spans, cast)
    if voice is None or not voice.sure or voice.person:
        return None
    cast.add(voice)
    return Attribution(voice.names, Modality.ASSERTED, 0, len(chunks), by, explicit=False)
