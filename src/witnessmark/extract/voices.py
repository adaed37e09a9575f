"""Who a noun phrase names where it speaks: a person with their body, a body, persons without a name."""

import re
from collections.abc import Sequence

from witnessmark import codebook
from witnessmark.extract import subject
from witnessmark.extract.cast import Cast, Voice
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.known_voices import begins_name, by_name, descriptions, named
from witnessmark.extract.name_words import ARTICLES, JOINS, is_word_for, runs, untitled
from witnessmark.extract.spokespersons import spoken_for
from witnessmark.text.normalise import fold, lower

_WORD = re.compile(r"[^\W_](?:[\w.'&/-]*[^\W_])?")
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})
_OWN = frozenset({"its", "their"})
_NAME_WORDS = range(2, 5)  # of a person's name as news gives it
_HE = frozenset({"he", "she", "him", "himself", "herself"})
_BRACKETS = re.compile(r"\([^)]*\)?")


def read(sentence: Sentence, spans: Sequence[range], cast: Cast) -> Voice | None:
    """The voice that a subject and its appositions name; None where they name nobody who could speak."""
    if not spans:
        return None
    spans = [_first(sentence, spans[0]), *spans[1:]]
    said = [_words(sentence, span, cast.text) for span in spans]
    words = frozenset(lower(w).removesuffix("'s") for ws in said for w in ws) - JOINS - ARTICLES
    chunks = [sentence.chunks[i] for i in spans[0]]
    if len(chunks) == 1 and chunks[0].kind == "n":
        return _pronoun(chunks[0], cast)
    for span in spans:
        if person := _person(_words(sentence, span, cast.text, blank=True), cast):
            known = cast.bearer(person.split()[-1])
            if known and (person == known.names[0] or " " not in person):
                return Voice(known.names, known.words | words, person=True)
            bodies = [_body(sentence, span, cast) for span in spans]
            body = next((b.names[-1] for b in bodies if b and b.sure and b.names[0] != person), None)
            return Voice((person, body) if body else (person,), words, person=True)
    voice = _body(sentence, spans[0], cast)
    if said[0] and is_word_for(said[0][-1], "document"):
        voice = _issuer(sentence, spans[0], cast) or voice
    if voice is None:
        return None
    return Voice(voice.names, voice.words | words, voice.person, voice.sure)


def _first(sentence: Sentence, span: range) -> range:
    """The first of several speakers of one figure ("two residents and a nurse"): it is the origin."""
    chunks = sentence.chunks
    for i in span[1:-1]:
        if chunks[i].kind == "&" and not (chunks[i - 1].capital and chunks[i + 1].capital):
            return range(span.start, i)
    return span


def _issuer(sentence: Sentence, document: range, cast: Cast) -> Voice | None:
    """Who issued a document that speaks: "says a report that the centre published", "a statement by"."""
    after = sentence.chunks[document.stop : document.stop + 1]
    if not after or after[0].kind not in "yph":
        return None
    spans = subject.after(sentence, document.stop + 1, closed=False)
    voice = _body(sentence, spans[0], cast) if spans else None
    return voice if voice and voice.sure else None


def _words(sentence: Sentence, span: range, text: str, *, blank: bool = False) -> list[str]:
    """The words of a stretch; `blank` puts an article for each body and party that the codebook knows."""
    if not len(span):
        return []
    chunks = sentence.chunks[span.start : span.stop]
    if not blank or not any(named(c) for c in chunks):
        return _WORD.findall(_BRACKETS.sub("", text[chunks[0].start : chunks[-1].end]))
    return [
        w
        for i, c in enumerate(chunks)
        for w in (["a"] if named(c) and not begins_name(chunks, i) else _WORD.findall(text[c.start : c.end]))
    ]


def _pronoun(chunk: Chunk, cast: Cast) -> Voice | None:
    if chunk.code("grammar") == "first_person":
        return None
    if chunk.word in _HE:
        return cast.last(person=True) or (cast.known[-1] if cast.known else None)
    return cast.last(person=False) if chunk.word == "it" else (cast.known[-1] if cast.known else None)


def _person(words: Sequence[str], cast: Cast) -> str | None:
    """A personal name among words: two to four capitals in a row without a word for a body, or one known."""
    for run, first in runs(words):
        rest = untitled(run)
        if not rest or any(is_word_for(w, "body", "document", "tally") or w in JOINS for w in rest):
            continue
        if first and words[first - 1] in JOINS:
            continue  # "the Observatory of Human Rights"
        titled = len(rest) < len(run) or (first and is_word_for(words[first - 1], "person", "title"))
        if any(w.isupper() and len(w) > 1 for w in rest) and not titled:
            continue
        if len(rest) in _NAME_WORDS and not (is_word_for(rest[-1], "person") or rest[-1].endswith("'s")):
            return " ".join(rest)
        if len(rest) == 1 and first + len(run) == len(words):
            if known := cast.bearer(rest[0]):
                return known.names[0]
            full = cast.spelled(rest[0])
            if titled or full != rest[0]:
                return full
    return None


def _body(sentence: Sentence, span: range, cast: Cast) -> Voice | None:
    """A body, or persons without a name: the codebook's, one named before, a name, a plain noun."""
    chunks = [sentence.chunks[i] for i in span]
    words = _words(sentence, span, cast.text)
    if not words:
        return None
    if known := by_name(chunks):
        return known
    bare = [w for w in words if lower(w) not in ARTICLES]
    head = _document(_head(bare))
    definite = lower(words[0]) in _DEFINITE or words[0][0].isupper()
    if not head:
        return None
    if lower(words[0]) in _OWN and is_word_for(head[-1], "member"):
        return cast.last(person=False)
    told = spoken_for(bare, cast) or (_of_before(head, cast) if definite else None)
    if told or is_word_for(head[-1], "document"):
        return told
    run = next((run for run, first in runs(head) if _ends(run, head[first + len(run) :])), None)
    if run and (len(run) > 1 or run[0].isupper() or span.start):
        name = cast.acronyms.get(" ".join(run), " ".join(run))
        if not _place(chunks, name):
            return Voice((name,), sure=len(run) > 1 or name != run[0] or name.isupper())
    if unnamed := next((c.speaker for c in chunks if c.speaker and _heads(c, head)), None):
        return Voice((unnamed,), person=_single(head[-1]))
    if not any(w[0].isalpha() for w in head):
        return None
    sure = is_word_for(head[-1], "body", "person") or lower(head[-1]) in descriptions()
    return Voice((" ".join(bare),), person=_single(head[-1]), sure=sure)


def _heads(chunk: Chunk, head: Sequence[str]) -> bool:
    """Whether a chunk holds the noun of a phrase: no hospital speaks in "the hospital's director"."""
    return chunk.word.split()[-1].endswith(lower(head[-1]))


def _single(noun: str) -> bool:
    """Whether a noun is one person, whom "he" or "she" may mean."""
    return is_word_for(noun, "person") and not noun.endswith("s")


def _ends(run: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a name is the whole of a phrase but for a verb after it ("the Lantern Centre published")."""
    return not rest or (len(run) > 1 and not is_word_for(rest[-1], "body", "person", "document"))


def _head(words: Sequence[str]) -> list[str]:
    """The words up to the first preposition after the noun: "surgeon" of "surgeon at the clinic"."""
    for i, w in enumerate(words):
        if (
            i
            and w in {"of", "in", "at", "for", "from", "with", "on", "to", "near"}
            and not (
                words[i - 1][0].isupper()
                and i + 1 < len(words)
                and any(x[0].isupper() for x in words[i + 1 : i + 3])
            )
        ):
            return list(words[:i])
    return list(words)


def _document(head: list[str]) -> list[str]:
    """The words up to a document: "summary" of "summary published"."""
    if not head or is_word_for(head[-1], "body", "person"):
        return head
    for i, w in enumerate(head[:-1]):
        if is_word_for(w, "compilation") and head[i + 1][0].islower():
            return head[: i + 1]
    return head


def _of_before(head: Sequence[str], cast: Cast) -> Voice | None:
    """The voice that a definite phrase refers back to: by its words, as its document, by its kind."""
    words = frozenset(lower(w).removesuffix("'s") for w in head)
    if found := cast.described(words):
        return found
    if is_word_for(head[-1], "document") and cast.known:
        if owner := cast.described(words - {lower(head[-1])}):
            return owner
        return cast.last(person=False) or cast.known[-1]
    if any(w.endswith(("'s", "s'")) for w in head[:-1]):
        return None  # "the prosecutor's office", "the town's burial committee"
    fits = {n: descriptions().get(lower(" ".join(head[-n:])), ()) for n in range(1, len(head) + 1)}
    described = max((n for n, kind in fits.items() if kind), default=1)
    if head[-1][0].isupper() and any(w[0].isupper() for w in head[:-described]):
        return None  # "the Logistics Group" has a name of its own
    kinds = {kind for found in fits.values() for kind in found}
    book = codebook.load()
    for voice in reversed(cast.known):
        speaker = book.claimants.get(voice.names[-1])
        if speaker and (speaker.kind in kinds or any(f"the {w}" in speaker.descriptions for w in words)):
            return voice
        if not speaker and not voice.person and kinds & {"ngo_field", "ngo_remote"} and _invented(voice):
            return voice
    return None


def _invented(voice: Voice) -> bool:
    """Whether a voice is a body with a name that the codebook does not know."""
    name = voice.names[-1]
    return " " in name and name[0].isupper() and name not in codebook.load().parties


def _place(chunks: Sequence[Chunk], name: str) -> bool:
    """Whether a name is just a place."""
    return any(c.kind == "l" and c.word == lower(fold(name)) for c in chunks)
