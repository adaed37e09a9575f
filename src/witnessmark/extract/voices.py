"""Who a noun phrase names where it speaks: a person with their body, a body, persons without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from witnessmark import codebook
from witnessmark.extract import subject
from witnessmark.extract.attribution import is_unnamed
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.conflict import HOST_COUNTRY
from witnessmark.text.normalise import fold, lower

_WORD = re.compile(r"[^\W_](?:[\w.'&/-]*[^\W_])?")
# Small words that join the capitals of one name ("Centre for the Study of War", "Salwa al-Mikhlafi").
_JOINS = frozenset(
    {"of", "for", "and", "the", "to", "in", "on", "de", "del", "la", "du", "des", "von", "van"}
)
_ARTICLES = frozenset(
    {"a", "an", "the", "this", "that", "its", "their", "his", "her", "our", "one", "another", "some"}
)
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "her"})
_NAME_WORDS = range(2, 5)  # of a person's name as news gives it
_HE = frozenset({"he", "she", "him", "himself", "herself"})
# Words between capitals and brackets ("Norwatch Monitoring Group (NMG)").
_BRACKETS = re.compile(r"\([^)]*\)?")
_ACRONYM = re.compile(
    r"\b((?:[A-Z][\w'-]*\s(?:(?:of|for|and|the|in|to|on)\s){0,2}){2,8})\(([A-Z][A-Za-z]{1,7})\)"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: `names` from origin outwards, the `words` that name or describe them.

    `sure` tells that the words can only be a speaker; others need a verb that only people are subject of.
    """

    names: tuple[str, ...]
    words: frozenset[str] = frozenset()
    person: bool = False
    sure: bool = True


@dataclass(slots=True)
class Cast:
    """Who has spoken in a document so far, and the names its text spells out."""

    text: str  # folded
    known: list[Voice] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if "(" in self.text:
            for m in _ACRONYM.finditer(self.text):
                self.acronyms.setdefault(m[2], _initialled(m[1].split(), m[2][0]))

    def add(self, voice: Voice) -> Voice:
        """Remember a voice as the last that spoke."""
        if voice in self.known:
            self.known.remove(voice)
        self.known.append(voice)
        return voice

    def last(self, *, person: bool) -> Voice | None:
        """The last person, or the last body."""
        return next((v for v in reversed(self.known) if v.person is person), None)

    def described(self, words: frozenset[str]) -> Voice | None:
        """The last voice that all these words name or describe."""
        return next((v for v in reversed(self.known) if words <= v.words), None) if words else None

    def bearer(self, name: str) -> Voice | None:
        """The person known by this surname or one name."""
        last = lower(name)
        return next((v for v in reversed(self.known) if v.person and last in lower(v.names[0]).split()), None)

    def spelled(self, name: str) -> str:
        """A single name as the text spells it out elsewhere ("Darwa" -> "Amina Darwa"), else as it is."""
        full = re.compile(rf"((?:[A-Z][\w'-]*[^\W_]\s){{1,3}})((?i:{re.escape(name)}))(?![\w-])")
        for m in full.finditer(self.text):
            words = _untitled(m[1].split())
            if words and not any(_is(w, "body") or lower(w) in _ARTICLES | _JOINS for w in words):
                return " ".join([*words, m[2]])
        return name


def _initialled(words: list[str], initial: str) -> str:
    """The words from the last but matching capital on: the name an acronym stands for."""
    first = next((i for i, w in enumerate(words) if w[0] == initial), 0)
    return " ".join(words[first:])


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {lower(word): classes for word, classes in codebook.load().voices.items()}


def _is(word: str, *classes: str) -> bool:
    """Whether a noun is of one of these classes; a possessive counts as its noun."""
    return any(c in classes for c in _classes().get(lower(word).removesuffix("'s"), ()))


def _untitled(words: Sequence[str]) -> list[str]:
    rest = list(words)
    while rest and _is(rest[0].rstrip("."), "title"):
        rest.pop(0)
    return rest


def read(sentence: Sentence, spans: Sequence[range], cast: Cast) -> Voice | None:
    """The voice that a subject and its appositions name; None where they name nobody who could speak."""
    if not spans:
        return None
    spans = [_first(sentence, spans[0]), *spans[1:]]
    said = [_words(sentence, span, cast.text) for span in spans]
    words = frozenset(lower(w).removesuffix("'s") for ws in said for w in ws) - _JOINS - _ARTICLES
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
    if said[0] and _is(said[0][-1], "document"):
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
    if not blank or not any(_named(c) for c in chunks):
        return _WORD.findall(_BRACKETS.sub("", text[chunks[0].start : chunks[-1].end]))
    return [
        w
        for i, c in enumerate(chunks)
        for w in (["a"] if _named(c) and not _inner(chunks, i) else _WORD.findall(text[c.start : c.end]))
    ]


def _named(chunk: Chunk) -> bool:
    return bool(chunk.party) or (chunk.speaker is not None and not is_unnamed(chunk.speaker))


def _pronoun(chunk: Chunk, cast: Cast) -> Voice | None:
    if chunk.code("grammar") == "first_person":
        return None
    if chunk.word in _HE:
        return cast.last(person=True) or (cast.known[-1] if cast.known else None)
    return cast.last(person=False) if chunk.word == "it" else (cast.known[-1] if cast.known else None)


def _person(words: Sequence[str], cast: Cast) -> str | None:
    """A personal name among words: two to four capitals in a row without a word for a body, or one known."""
    for run, first in _runs(words):
        rest = _untitled(run)
        if not rest or any(_is(w, "body", "document", "tally") or w in _JOINS for w in rest):
            continue
        if first and words[first - 1] in _JOINS:
            continue  # "the Observatory of Human Rights"
        titled = len(rest) < len(run) or (first and _is(words[first - 1], "person", "title"))
        if any(w.isupper() and len(w) > 1 for w in rest) and not titled:
            continue
        if len(rest) in _NAME_WORDS and not (_is(rest[-1], "person") or rest[-1].endswith("'s")):
            return " ".join(rest)
        if len(rest) == 1 and first + len(run) == len(words):
            if known := cast.bearer(rest[0]):
                return known.names[0]
            full = cast.spelled(rest[0])
            if titled or full != rest[0]:
                return full
    return None


def _runs(words: Sequence[str]) -> list[tuple[list[str], int]]:
    """The names among words: capitals in a row with small words between, and where each begins."""
    out: list[tuple[list[str], int]] = []
    i = 0
    while i < len(words):
        if not _capital(words[i]) or lower(words[i]) in _ARTICLES:
            i += 1
            continue
        last = i + 1
        while last < len(words):
            step = last
            while step < len(words) and step - last < 2 and words[step] in _JOINS:
                step += 1
            if step == len(words) or not _capital(words[step]):
                break
            last = step + 1
        out.append((list(words[i:last]), i))
        i = last
    return out


def _capital(word: str) -> bool:
    return word[0].isupper() or (
        word[:3].lower() in {"al-", "el-", "ad-", "an-", "as-"} and word[3:4].isupper()
    )


def _body(sentence: Sentence, span: range, cast: Cast) -> Voice | None:
    """A body, or persons without a name: the codebook's, one named before, a name, a plain noun."""
    chunks = [sentence.chunks[i] for i in span]
    words = _words(sentence, span, cast.text)
    if not words:
        return None
    if known := _known(chunks):
        return known
    bare = [w for w in words if lower(w) not in _ARTICLES]
    head = _head(bare)
    definite = lower(words[0]) in _DEFINITE or words[0][0].isupper()
    if not head:
        return None
    told = _of_before(head, cast) if definite else None
    if told or _is(head[-1], "document"):
        return told
    run = next((run for run, first in _runs(head) if _ends(run, head[first + len(run) :])), None)
    if run and (len(run) > 1 or run[0].isupper() or span.start):
        name = cast.acronyms.get(" ".join(run), " ".join(run))
        if not _place(chunks, name):
            return Voice((name,), sure=len(run) > 1 or name != run[0] or name.isupper())
    if unnamed := next((c.speaker for c in chunks if c.speaker and _heads(c, head)), None):
        return Voice((unnamed,), person=_single(head[-1]))
    if not any(w[0].isalpha() for w in head):
        return None
    sure = _is(head[-1], "body", "person") or lower(head[-1]) in _descriptions()
    return Voice((" ".join(bare),), person=_single(head[-1]), sure=sure)


def _heads(chunk: Chunk, head: Sequence[str]) -> bool:
    """Whether a chunk holds the noun of a phrase: no hospital speaks in "the hospital's director"."""
    return chunk.word.split()[-1].endswith(lower(head[-1]))


def _single(noun: str) -> bool:
    """Whether a noun is one person, whom "he" or "she" may mean."""
    return _is(noun, "person") and not noun.endswith("s")


def _ends(run: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a name is the whole of a phrase but for a verb after it ("the Lantern Centre published")."""
    return not rest or (len(run) > 1 and not _is(rest[-1], "body", "person", "document"))


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


def _known(chunks: Sequence[Chunk]) -> Voice | None:
    """A speaker or party the codebook knows by name."""
    for c in chunks:
        if c.speaker and not is_unnamed(c.speaker) and (c.capital or " " in c.word):
            return Voice((c.speaker,))
    for i, c in enumerate(chunks):
        if i and chunks[i - 1].kind in "po":
            continue  # "the organisation in London" does not make London speak
        if _inner(chunks, i):
            continue
        office = _office(chunks, i) if c.kind in "Pl" else None
        if c.kind == "l" and office:
            return Voice((office,), person=True)
        if c.kind == "P" and c.party and not office and (other := _of_a_country(chunks, i)):
            return Voice((other,))
        if c.kind in "PK" and c.party and not (c.kind == "K" and c.speaker):
            return Voice((office or c.party[0],), person=office is not None)
    return None


def _inner(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a party's name only begins a longer one ("Joint Forces Command", "the Kabul-based monitor")."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    party = chunks[at].party
    if at and party and party[1].use == "leader" and chunks[at - 1].capital and chunks[at - 1].kind == "x":
        return not _is(chunks[at - 1].word, "title")  # somebody else of a leader's surname
    if after is None:
        return False
    if after.kind == "-":
        return after.start == chunks[at].end
    return after.capital and after.kind not in "PS" and _is(chunks[-1].word, "body") and chunks[-1].capital


def _of_before(head: Sequence[str], cast: Cast) -> Voice | None:
    """The voice that a definite phrase refers back to: by its words, as its document, by its kind."""
    words = frozenset(lower(w).removesuffix("'s") for w in head)
    if found := cast.described(words):
        return found
    if _is(head[-1], "document") and cast.known:
        if owner := cast.described(words - {lower(head[-1])}):
            return owner
        return cast.last(person=False) or cast.known[-1]
    kinds = {
        kind for n in range(1, len(head) + 1) for kind in _descriptions().get(lower(" ".join(head[-n:])), ())
    }
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


@cache
def _descriptions() -> dict[str, tuple[str, ...]]:
    """Words that may stand for a speaker, in lower case, with the kinds of speaker they fit."""
    return {lower(word): kinds for word, kinds in codebook.load().descriptions.items()}


def _of_a_country(chunks: Sequence[Chunk], at: int) -> str | None:
    """Somebody whom a country's name only describes ("a Syrian activist"): no voice of its government."""
    party, after = chunks[at].party, chunks[at + 1] if at + 1 < len(chunks) else None
    if party is None or after is None or after.capital or after.kind not in "GxSR":
        return None
    described = after.kind not in "xR" or party[1].use == "adjective" or after.word in _descriptions()
    if party[1].use not in {"adjective", "country", HOST_COUNTRY} or not described or after.code("grammar"):
        return None
    return f"{chunks[at].word.title()} {after.word}"


def _office(chunks: Sequence[Chunk], at: int) -> str | None:
    """An office of a state that speaks ("France's foreign minister"), else None."""
    own = [c for c in chunks[at + 1 : at + 5] if c.kind in "xKS"]
    offices = [
        i for i, c in enumerate(own) if c.code("grammar") == "office" or (c.speaker and is_unnamed(c.speaker))
    ]
    if not offices:
        return None
    return " ".join([chunks[at].word.title(), *(c.word for c in own[: offices[-1] + 1])])
