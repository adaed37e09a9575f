"""Who says so: for each sentence the chain of claimants, origin first, and their modality.

A reporting verb with its subject, "according to", or an accusation opens an attribution; its scope is what
it introduces, or, when it comes after, what stands before it. What no attribution covers is said by the
speaker of the same quotation, by the speaker the paragraph goes on with (marked not explicit), or by the
publisher.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from witnessmark import codebook
from witnessmark.extract import labels, retelling, subject, voices
from witnessmark.extract.attribution import Attribution, Spoken, modality_of, says_more, scoped
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.dialogue import turn_of, turns
from witnessmark.extract.digest import Digest
from witnessmark.extract.openings import opening
from witnessmark.extract.reaching import pointing, reaching_back
from witnessmark.model.claim import Modality
from witnessmark.model.when import TimePrecision
from witnessmark.text.normalise import fold

_CONTENT = frozenset("NFAMOWTtIDVXJCE")
# What an attribution hangs on: a verb of saying, "according to", "was reported" with its "by".
_OF_SPEECH = re.compile("[Rc]|H(?=y)")
# How far from its verb "by" and its source may stand, in chunks.
_REACH = 12


def spoken(sentences: Sequence[Sentence], text: str) -> list[Spoken]:
    """Who speaks in each sentence of a document, in order."""
    cast = Cast(fold(text))
    speakers = Speakers(cast, turns=turns(cast.text, cast))
    return reaching_back(sentences, [speakers.sentence(s) for s in sentences])


@dataclass
class Speakers:
    """What a document has said so far about who speaks: state that later sentences refer back to."""

    cast: Cast
    current: Attribution | None = None
    paragraph: int = -1
    turns: Mapping[int, Voice | None] = field(default_factory=dict)  # of a transcript, by where they begin
    turn: Attribution | None = None
    digest: Digest = field(default_factory=Digest)
    _spoke: str | None = None  # the last to speak or to be named as a speaker
    _verbs: list[Attribution] = field(default_factory=list)  # of this sentence so far

    def sentence(self, sentence: Sentence) -> Spoken:
        """The attributions a sentence makes, in order; remembers them for the sentences after it."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            if not sentence.symbols.startswith("q"):
                self.current = self.turn or self.digest.carried
        found = self._found(sentence)
        sentence.speech = frozenset(i for a in found if not a.local for i in a.speech)
        found = retelling.nested(sentence, scoped(found), self.current, self.cast)
        if self.turn and not _quotes(sentence):
            self.current = self.turn  # a turn goes on after what it retold
        speaking = [a for a in found if not a.within]
        before, self.current = self.current, speaking[-1] if speaking else self.current
        self.digest.hear(sentence, found, self.cast)
        if speaking:
            self._spoke = speaking[-1].names[-1]
        if "S" in sentence.symbols:
            self._mentions(sentence)
        # What follows "the police blamed the rebels." is not alleged by the police.
        carried = None if found or (before and before.accusing) else before
        return Spoken(tuple(found), carried, self._party())

    def _mentions(self, sentence: Sentence) -> None:
        """Remember the speakers a sentence names; who spoke in it is still the one "it" goes back to."""
        speaking = self.cast.known[-1] if any(not a.within for a in self._verbs) else None
        for c in sentence.chunks:
            if c.speaker and c.kind == "S" and c.capital:
                self.cast.add(Voice((c.speaker,), frozenset(c.word.split())))
                self._spoke = c.speaker  # "it" may be this one now
        if speaking:
            self.cast.add(speaking)

    def _found(self, sentence: Sentence) -> list[Attribution]:
        """The attributions of a sentence by its verbs of saying, or what it stands beside; scopes uncut."""
        self._verbs = []
        for m in _OF_SPEECH.finditer(sentence.symbols):
            i = m.start()
            if not sentence.in_quotes(sentence.chunks[i].start) and not self._asked_for(sentence, i):
                one = self._attribution(sentence, i)
                if one:
                    self._verbs.append(one)
        found = retelling.retold(sentence, self._verbs)
        begins = turn_of(sentence, self.turns)
        if begins is not None:
            self.turn = self.current = begins.said
            return [begins.said, *found] if begins.said else found
        found = pointing(sentence, self.cast) or found or labels.headline(sentence, self.cast)
        found = found or labels.accusers(sentence, self.cast)
        if not found and (body := opening(sentence, self.cast)):
            self.cast.add(body)
        return found

    def _asked_for(self, sentence: Sentence, verb: int) -> bool:
        """Whether somebody is only asked to say it: "called on the council to condemn the attack"."""
        before = verb - 1 - sentence.chunks[verb - 1].word.endswith("ly")  # "to plainly name"
        to = before > 0 and sentence.chunks[before].code("grammar") == "to"
        return to and any(a.modality is Modality.DEMAND for a in self._verbs)

    def _party(self) -> str | None:
        """The party that spoke last, where it was one."""
        return self._spoke if self._spoke in codebook.load().parties else None

    def _attribution(self, sentence: Sentence, verb: int) -> Attribution | None:
        chunk = sentence.chunks[verb]
        if chunk.kind == "H" and (chunk.code("hedges") != "reported" or not chunk.word.endswith("ed")):
            return None
        if chunk.kind in "cH":
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
        modality = modality_of(chunk.code("reporting"))
        return Attribution(voice.names, modality, *span, verb, _accusing(chunk), **more)

    def _according(self, sentence: Sentence, verb: int) -> Attribution | None:
        reported = sentence.chunks[verb].kind == "H"
        spans = subject.after(sentence, verb + 1 + reported, closed=False)
        voice = voices.read(sentence, spans, self.cast)
        if voice is None:
            return None
        if reported:
            sentence.recast(verb, "x")  # no hedge: it is told by whom
        end = len(sentence.chunks)
        speech = range(verb, spans[0].stop)
        post = verb > 1
        blamed = sentence.chunks[verb].code("reporting") == "alleged"
        first = sentence.symbols.rfind(";", 0, verb) + 1 if blamed else 0
        return self._made(
            sentence, verb, voice, (first if post else verb, end), post=post, speech=speech, aside=post
        )

    def _passive(self, sentence: Sentence, verb: int) -> Attribution | None:
        voice = voices.read(sentence, _by(sentence, verb), self.cast)
        if voice:
            accused = _accusing(sentence.chunks[verb])
            return self._made(sentence, verb, voice, (0 if accused else verb, len(sentence.chunks)))
        body = self.cast.last(person=False)
        if body is None or body.names[-1] not in codebook.load().claimants:
            return None  # "were recorded": by whoever counts here
        return self._made(sentence, verb, body, (0, len(sentence.chunks)), explicit=False)

    def _active(self, sentence: Sentence, verb: int) -> Attribution | None:
        chunks = sentence.chunks
        end = len(chunks)
        # Behind a verb of telling or accusing stands whom it is told to or who is accused.
        inverts = chunks[verb].attr("reporting", "hearer") != "true" and not _accusing(chunks[verb])
        if (verb == 0 or chunks[verb - 1].kind in ",q-;:") and inverts:  # "..., says the centre"
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
            modality, accusing = modality_of(chunks[verb].code("reporting")), _accusing(chunks[verb])
            return replace(last, modality=modality, first=verb, last=end, verb=verb, accusing=accusing,
                           post=False, speech=range(0))  # fmt: skip
        spans = subject.before(sentence, verb)
        if verb > 1 and chunks[verb - 1].word == "who" and chunks[verb - 2].speaker:
            return self._within(sentence, spans, verb)
        if sentence.symbols[max(0, verb - 2) : verb] == "hn":  # "groups shared fuses which they say are"
            teller = opening(sentence, self.cast, speaks=True)
            if teller:
                return self._made(sentence, verb, teller, (max(0, verb - 3), end))
        voice = self._speaks(sentence, spans, verb)
        if voice is None and chunks[verb - 1].kind == "," and (spans := subject.shared(sentence, verb)):
            voice = self._speaks(sentence, spans, verb)
            return self._made(sentence, verb, voice, (verb, end), speech=spans[0]) if voice else None
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

    def _within(self, sentence: Sentence, spans: Sequence[range], verb: int) -> Attribution | None:
        """What a relative clause says its head said: "the envoy who called for an end to the siege"."""
        voice = voices.read(sentence, spans, self.cast)
        if voice is None:
            return None
        end = sentence.find("h,;:", verb + 2, len(sentence.chunks)) or len(sentence.chunks)
        modality = modality_of(sentence.chunks[verb].code("reporting"))
        return Attribution(voice.names, modality, verb, end, verb, speech=spans[0], within=True)

    def _speaks(self, sentence: Sentence, spans: Sequence[range], verb: int) -> Voice | None:
        """The voice of a subject, where it is one that this verb can have."""
        voice = voices.read(sentence, spans, self.cast)
        if voice is None or voice.sure or sentence.chunks[verb].attr("reporting", "voice") == "any":
            return voice
        return None


def _accusing(verb: Chunk) -> bool:
    """Whether the object of a verb of saying is spoken of, not spoken to."""
    return verb.attr("reporting", "addressee") == "true"


def _quotes(sentence: Sentence) -> bool:
    """Whether a sentence may be in the words of who spoke last: it quotes, or says "he" or "they"."""
    return "q" in sentence.symbols or sentence.symbols.startswith("n")


def _day(chunk: Chunk) -> bool:
    return chunk.timex is not None and chunk.timex.precision is TimePrecision.DAY


def _by(sentence: Sentence, verb: int) -> list[range]:
    """The source that a passive names: "confirmed by the agency", "accused of ... by the centre"."""
    accused = _accusing(sentence.chunks[verb])
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
    if _accusing(chunks[verb]) and after is not None and after.kind == "o":
        return True  # "accused of" in a headline: the auxiliary is left out
    perfect = before is not None and before.code("grammar") == "have"
    participle = any(t.has("form", "participle") for t in chunks[verb].terms)
    return before is not None and before.kind == "B" and not perfect and participle
