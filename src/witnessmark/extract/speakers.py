"""Who says so: for each sentence the chain of claimants, origin first, and their modality.

A reporting verb with its subject, "according to", or an accusation opens an attribution; its scope is what
it introduces, or, when it comes after, what stands before it. What no attribution covers is said by the
speaker of the same quotation, by the speaker the paragraph goes on with (marked not explicit), or by the
publisher.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from witnessmark import codebook
from witnessmark.extract import labels, subject, voices
from witnessmark.extract.attribution import Attribution, Spoken, modality_of, says_more, scoped
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.when import TimePrecision
from witnessmark.text.normalise import fold

_CONTENT = frozenset("NFAMOWTtIDVXJCE")
# What an attribution hangs on: a verb of saying, "according to".
_OF_SPEECH = re.compile("[Rc]")
# How far from its verb "by" and its source may stand, in chunks.
_REACH = 12


def spoken(sentences: Sequence[Sentence], text: str) -> list[Spoken]:
    """Who speaks in each sentence of a document, in order."""
    speakers = Speakers(Cast(fold(text)))
    return [speakers.sentence(s) for s in sentences]


@dataclass
class Speakers:
    """What a document has said so far about who speaks: state that later sentences refer back to."""

    cast: Cast
    current: Attribution | None = None
    paragraph: int = -1
    _verbs: list[Attribution] = field(default_factory=list)  # of this sentence so far

    def sentence(self, sentence: Sentence) -> Spoken:
        """The attributions a sentence makes, in order; remembers them for the sentences after it."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.current = None if not sentence.symbols.startswith("q") else self.current
        self._verbs = []
        for m in _OF_SPEECH.finditer(sentence.symbols):
            i = m.start()
            if not sentence.in_quotes(sentence.chunks[i].start):
                one = self._attribution(sentence, i)
                if one:
                    self._verbs.append(one)
        found = self._verbs or labels.headline(sentence, self.cast)
        sentence.speech = frozenset(i for a in found if not a.local for i in a.speech)
        found = scoped(found)
        before, self.current = self.current, found[-1] if found else self.current
        for c in sentence.chunks if "S" in sentence.symbols else ():
            if c.speaker and c.kind == "S" and c.capital:
                self.cast.add(Voice((c.speaker,), frozenset(c.word.split())))
        # What follows "the police blamed the rebels." is not alleged by the police.
        carried = None if found or (before and before.accusing) else before
        return Spoken(tuple(found), carried, self._party())

    def _party(self) -> str | None:
        """The party that spoke last, where it was one."""
        said = self.cast.known[-1].names[-1] if self.cast.known else None
        return said if said in codebook.load().parties else None

    def _attribution(self, sentence: Sentence, verb: int) -> Attribution | None:
        chunk = sentence.chunks[verb]
        if chunk.kind == "c":
            return self._according(sentence, verb)
        if _passive(sentence.chunks, verb):
            return self._passive(sentence, verb)
        return self._active(sentence, verb)

    def _made(
        self,
        sentence: Sentence,
        verb: int,
        voice: Voice,
        span: tuple[int, int],
        **more: Any,  # noqa: ANN401  (fields of an attribution)
    ) -> Attribution:
        """The attribution that a verb makes to a voice over the chunks `span`; the voice is remembered."""
        self.cast.add(voice)
        chunk = sentence.chunks[verb]
        accusing = chunk.attr("reporting", "addressee") == "true"
        modality = modality_of(chunk.code("reporting"))
        return Attribution(voice.names, modality, *span, verb, accusing, **more)

    def _according(self, sentence: Sentence, verb: int) -> Attribution | None:
        spans = subject.after(sentence, verb + 1, closed=False)
        voice = voices.read(sentence, spans, self.cast)
        if voice is None:
            return None
        end = len(sentence.chunks)
        speech = range(verb, spans[0].stop)
        post = verb > 1
        return self._made(sentence, verb, voice, (0 if post else verb, end), post=post, speech=speech)

    def _passive(self, sentence: Sentence, verb: int) -> Attribution | None:
        voice = voices.read(sentence, _by(sentence, verb), self.cast)
        if voice:
            return self._made(sentence, verb, voice, (verb, len(sentence.chunks)))
        body = self.cast.last(person=False)
        if body is None or body.names[-1] not in codebook.load().claimants:
            return None  # "were recorded": by whoever counts here
        return self._made(sentence, verb, body, (0, len(sentence.chunks)), explicit=False)

    def _active(self, sentence: Sentence, verb: int) -> Attribution | None:
        chunks = sentence.chunks
        end = len(chunks)
        hearer = chunks[verb].attr("reporting", "hearer") == "true"
        if (verb == 0 or chunks[verb - 1].kind in ",q-;:") and not hearer:  # "..., says the centre"
            first = subject.before(sentence, verb)
            spans = [] if first and first[0].start == 0 else subject.after(sentence, verb + 1, closed=True)
            voice = self._speaks(sentence, spans, verb)
            if voice:
                speech = range(verb, spans[0].stop)
                post = verb > 0
                return self._made(sentence, verb, voice, (0 if post else 1, end), post=post, speech=speech)
        if (
            chunks[verb - 1].kind == "&" and self._verbs
        ):  # "blamed the rebels and said": one subject, two verbs
            last = self._verbs[-1]
            return replace(last, modality=modality_of(chunks[verb].code("reporting")), first=verb, last=end,
                           verb=verb, post=False, speech=range(0))  # fmt: skip
        spans = subject.before(sentence, verb)
        voice = self._speaks(sentence, spans, verb)
        if voice is None:
            return None
        start = spans[0].start
        told = any(c.kind in _CONTENT for c in chunks[:start])
        said = told or any(c.kind in "lq" for c in chunks[:start])
        set_off = start > 0 and chunks[start - 1].kind in ",q-e;" and not says_more(sentence, verb)
        post = (said and set_off) or (told and subject.run_on(sentence, start, verb))
        start -= start == 1 and _day(chunks[0])  # "On Sunday the ministry said": the day of saying so
        stop = end if post and _day(chunks[-1]) else verb
        local = voice.person and len(spans) > 1
        return self._made(
            sentence, verb, voice, (0 if post else verb, end),
            post=post, speech=range(start, stop), local=local,
        )  # fmt: skip

    def _speaks(self, sentence: Sentence, spans: Sequence[range], verb: int) -> Voice | None:
        """The voice of a subject, where it is one that this verb can have."""
        voice = voices.read(sentence, spans, self.cast)
        if voice is None or voice.sure or sentence.chunks[verb].attr("reporting", "voice") == "any":
            return voice
        return None


def _day(chunk: Chunk) -> bool:
    return chunk.timex is not None and chunk.timex.precision is TimePrecision.DAY


def _by(sentence: Sentence, verb: int) -> list[range]:
    """The source that a passive names: "confirmed by the agency", "accused of ... by the centre"."""
    accused = sentence.chunks[verb].attr("reporting", "addressee") == "true"
    for i in range(verb + 1, min(len(sentence.chunks), verb + _REACH)):
        if sentence.chunks[i].kind == "y":
            return subject.after(sentence, i + 1, closed=False)
        if sentence.chunks[i].kind in ",N;:w" and not accused:
            break
    return []


def _passive(chunks: Sequence[Chunk], verb: int) -> bool:
    """Whether a verb of saying is in the passive ("was accused"), not in the perfect ("has confirmed")."""
    before = chunks[verb - 1] if verb else None
    after = chunks[verb + 1] if verb + 1 < len(chunks) else None
    if chunks[verb].attr("reporting", "addressee") == "true" and after is not None and after.kind == "o":
        return True  # "accused of" in a headline: the auxiliary is left out
    perfect = before is not None and before.code("grammar") == "have"
    participle = any(t.has("form", "participle") for t in chunks[verb].terms)
    return before is not None and before.kind == "B" and not perfect and participle
