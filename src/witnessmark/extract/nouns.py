"""Noun phrases over chunks: what stands before or after a verb, whole, without its article and its clauses.

There is no tagger of parts of speech: a phrase runs over the words that can be inside one and stops at
prepositions, verbs the codebook knows, commas and times.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.extract.readings import UNKNOWN_ACTOR

# Nouns, names and what qualifies them; an act noun only where it is a thing too ("bus").
_INSIDE = frozenset("GPKOfDSlmNFJUCMW'-")
_NO_PART = frozenset(
    {"adverb", "aspect", "occurring", "publishing", "anonymity", "wide", "both", "either", "trading_blame"}
)
_PARTICLES = frozenset({"de", "del", "la", "las", "los", "da", "dos", "van", "von", "bin", "al", "el", "y"})
_PLACES = 3  # phrases of place between a subject and its verb
_LONGEST = 14  # chunks; a longer run is a list or a sentence the grammar did not take apart


@dataclass(frozen=True, slots=True)
class Noun:
    """The chunks `first` to `last` (exclusive); its head is the chunk before `of`, else its last."""

    first: int
    last: int
    head: int


def after(sentence: Sentence, at: int) -> Noun | None:
    """The noun phrase that begins at a chunk, past its article."""
    chunks = sentence.chunks
    first = at
    while first < len(chunks) and (
        chunks[first].kind in "eH" or _light(chunks[first]) or _supposed(chunks[first])
    ):
        first += 1
    last = _forward(chunks, first)
    if last == first:
        return None
    head = last - 1
    if last < len(chunks) and chunks[last].kind == "o":
        begin = last + 1
        while begin < len(chunks) and chunks[begin].kind == "e":
            begin += 1
        end = _forward(chunks, begin)
        last = end if end > begin else last
        if chunks[head].kind == "N":
            head = last - 1  # "one of the demonstrators"
    return Noun(first, last, head)


def _supposed(chunk: Chunk) -> bool:
    """Whether a participle only says that somebody is taken for what the noun says ("alleged guerrillas")."""
    return chunk.kind == "R" and chunk.code("hedges") in {"alleged", "suspected"}


def before(sentence: Sentence, at: int) -> Noun | None:
    """The noun phrase that ends before a chunk: with what it is of, without its place or relative clause."""
    chunks = sentence.chunks
    last = at
    while last and (chunks[last - 1].kind in "dH,!" or _light(chunks[last - 1])):
        last -= 1
    for _ in range(_PLACES):
        found, stop = _ending(chunks, last)
        if found is None or stop < 0 or chunks[stop].kind not in "pr":
            return found
        rest = found.first
        while rest < found.last and _is_place(chunks[rest]):
            rest += 1
        if found.first < rest < found.last:  # "in the town gunmen killed"
            return Noun(rest, found.last, found.head)
        last = stop  # "gunmen on a motorcycle killed"
    return None


def _ending(chunks: Sequence[Chunk], last: int) -> tuple[Noun | None, int]:
    """The phrase that ends at `last`, and the chunk before its article."""
    while last > 1 and _doing(chunks[last - 1]) and chunks[last - 2].kind in "GKx":
        last -= 1  # "men riding on a motorcycle"
    first = _backward(chunks, last)
    if first == last:
        return None, -1
    head = last - 1
    stop = _past_article(chunks, first)
    while stop > 0 and chunks[stop].kind == "o":
        own = _backward(chunks, stop)
        if own == stop:
            break
        head = head if chunks[stop - 1].kind == "N" else stop - 1
        first, stop = own, _past_article(chunks, own)
    return Noun(first, last, head), stop


def _doing(chunk: Chunk) -> bool:
    return chunk.kind == "x" and chunk.word.endswith("ing") and not chunk.capital


def _past_article(chunks: Sequence[Chunk], first: int) -> int:
    stop = first - 1
    while stop >= 0 and chunks[stop].kind == "e":
        stop -= 1
    return stop


def around(sentence: Sentence, at: int) -> Noun:
    """The noun phrase that holds the chunk at `at` as its head, with what it is of."""
    found = after(sentence, _backward(sentence.chunks, at + 1))
    return found if found and found.first <= at < found.last else Noun(at, at + 1, at)


def name_in(sentence: Sentence, noun: Noun, *, alone: bool = False) -> tuple[int, int] | None:
    """The chunks of the personal name a phrase ends with, without title, office and nationality.

    One word is a name only behind a title, or where `alone` says that only a person can stand here.
    """
    chunks = sentence.chunks
    stop = noun.head + 1
    first = stop
    while first > noun.first and (_named(chunks[first - 1]) or _joins(chunks, first - 1, stop)):
        first -= 1
    titled = first > noun.first and _titles(chunks[first - 1])
    while first < stop and (_titles(chunks[first]) or not _named(chunks[first]) or _people(chunks[first])):
        titled = titled or _titles(chunks[first])
        first += 1
    words = [c for c in chunks[first:stop] if c.word.isalpha()]
    own = [c for c in words if c.kind == "x" and len(c.word) > 1]
    if not own or len(words) < (1 if titled or alone else 2):
        return None
    return first, stop


def is_person(chunk: Chunk) -> bool:
    """Whether a word is a noun of persons ("gunmen", "teacher"), not of what they fly or drive."""
    unknown = chunk.code("relations") == UNKNOWN_ACTOR and " " in chunk.word
    return chunk.kind == "G" or chunk.code("groups") is not None or (unknown and not chunk.code("platforms"))


def _forward(chunks: Sequence[Chunk], at: int) -> int:
    last = at
    while last < len(chunks) and last - at < _LONGEST and _inside(chunks, last):
        if last > at and _opens_clause(chunks, last):
            break
        last += 1
    while last > at and (chunks[last - 1].kind in "-'" or not chunks[last - 1].word[:1].isalnum()):
        last -= 1
    return last


def _opens_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a participle begins what more is said of a noun ("a truck owned by", "men wearing masks")."""
    chunk = chunks[at]
    if _doing(chunk) and chunks[at - 1].kind in "GK":
        return True
    participle = chunk.kind == "x" and not chunk.capital and chunk.word.endswith(("ed", "ing"))
    return participle and at + 1 < len(chunks) and chunks[at + 1].kind in "ypdr"


def _backward(chunks: Sequence[Chunk], last: int) -> int:
    first = last
    while first and last - first < _LONGEST and _inside(chunks, first - 1):
        first -= 1
    while first < last and (chunks[first].kind in "-'" or not chunks[first].word[:1].isalnum()):
        first += 1
    return first


def _inside(chunks: Sequence[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.kind == "x":
        if chunk.word == ".":
            return (
                at > 0 and chunks[at - 1].capital and len(chunks[at - 1].word) <= 4 and _goes_on(chunks, at)
            )
        return chunk.word[0].isalnum() and not _light(chunk)
    return chunk.kind in _INSIDE or (chunk.kind == "A" and chunk.code("objects") is not None)


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    return at + 1 < len(chunks) and chunks[at + 1].capital


def _light(chunk: Chunk) -> bool:
    """Whether a word only says how, when or whether."""
    return chunk.kind == "x" and (
        chunk.code("grammar") in _NO_PART or (chunk.word.endswith("ly") and not chunk.capital)
    )


def _is_place(chunk: Chunk) -> bool:
    return chunk.kind == "l" or (chunk.kind == "P" and chunk.place is not None)


def _named(chunk: Chunk) -> bool:
    return chunk.capital and chunk.kind in "xlPS"


def _joins(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    """Whether a small word or a dot is part of a name ("Ana de la Rosa", "J. R. Ewald")."""
    if at + 1 >= stop:
        return False
    return chunks[at].word in _PARTICLES or (chunks[at].word in {".", "-"} and chunks[at + 1].capital)


def _titles(chunk: Chunk) -> bool:
    return (
        chunk.kind in "GK" or chunk.code("grammar") in {"title", "office"} or chunk.code("groups") is not None
    )


def _people(chunk: Chunk) -> bool:
    return chunk.kind == "P" and chunk.party is not None and chunk.party[1].use in {"adjective", "country"}
