"""A number's noun phrase, and the draft of a count that is made from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from witnessmark.extract.ages import bare_age, one_of_age
from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.count import Bounds, Count, Qualifier
from witnessmark.model.document import TITLES

# A number, "of the", words that may qualify the head, and the head: one or more nouns in a row.
_PHRASE = re.compile(r"[NF](?P<of>oe?)?(?P<mod>[xPDtmleJS'K]{0,4}?)(?P<head>[GMAOWUCf]+)")
# "69 of them children", "11 of whom were women": what follows says who the part are.
# "15 young Assyrians had been killed": a plural that no list knows, before what befell them.
_UNKNOWN = re.compile(r"Nx{1,3}(?=[xH]?(?:B[xH!]{0,3}){0,3}[tI])")
# "91 cases of shelling": the acts are counted.
_CASES = re.compile(r"[NF]x?(?P<unit>U)ox?(?P<head>[AM])")
_PREDICATE = re.compile(r"k(?:B|e|x){0,3}(?P<head>[GM])")
# "Nine of the 14 people": the first number is counted, the second only says of how many.
_PARTITIVE = re.compile(r"NoeN|NoN")
# "A rebel" is a person, "a rebel town" is none.
_ONE = re.compile(r"[em](?:NU|[xDUlPJtO-]){0,5}G(?![AWOUfC]|'G)")
# "A man and woman": the second without an article of its own.
_ONE_AND = re.compile(r"e[xDUlPJt-]{0,5}G&$")
# What a number after an unknown name counts all the same ("in Tudun 12 people").
_COUNTED = frozenset("GMA")
# The age of one person between commas, and what befell them.
_AGE = re.compile(r"(?:^|[^e])[xN]-?U$")
_BEFALLEN = re.compile(r"(?:,N,)?(?:B[xH!]{0,2}){0,3}[tDI]")
_NAMED = 3  # words of a place's name in front of a person
_HALF = 0.5  # never the place in a row
_ARE = re.compile(r"Be?(?P<head>G)")


@dataclass
class Draft:
    """A count found in a sentence, before the frame of its claim is filled in."""

    sentence: Sentence
    index: int  # of the number's chunk
    last: int  # chunk after its noun phrase
    count: Count
    rule: str
    head: str  # "person", "act" or "object": only like parts of like
    parent: "Draft | None" = None
    relation: Literal["subset", "target"] | None = None
    objects: tuple[str, ...] = ()
    verb: int | None = None
    cue: int | None = None  # index of the word that makes it a part ("including")
    item: range | None = None  # the chunks of a list's item that alone speak of it
    order: tuple[int, int] | None = None  # which of how many "respectively" counts


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number's noun phrase: `last` is the chunk after it, `heads` its nouns."""

    number: int
    last: int
    heads: tuple[Chunk, ...]
    modifiers: tuple[Chunk, ...]
    definite: bool = False  # of a whole told before: "163 of the deaths"

    def head(self, kinds: str) -> Chunk | None:
        for h in reversed(self.heads):
            if h.kind in kinds:
                return h
        return None


def phrase(sentence: Sentence, index: int) -> Phrase:
    """The noun phrase a number opens; without a head where the number stands alone ("71 were …")."""
    of_how_many = _PARTITIVE.match(sentence.symbols, index)
    found = _PHRASE.match(sentence.symbols, of_how_many.end() - 1 if of_how_many else index)
    chunks = sentence.chunks
    if index and _in_a_name(chunks, index) and not (found and set(found["head"]) & _COUNTED):
        return Phrase(index, index + 1, (), ())
    said = _PREDICATE.match(sentence.symbols, index + 1)
    opens = sentence.symbols.startswith(("oN", "oeN"))  # "Of the 31 people killed, 19 were women"
    if said is None and (
        opens or {"i", "k"} & {*sentence.symbols[:4]} or sentence.symbols[max(0, index - 1)] == "k"
    ):
        said = _ARE.match(sentence.symbols, index + 1)  # "Of these, 24 were children"
    if said:
        return Phrase(index, said.end(), (chunks[said.start("head")],), ())
    cases = _CASES.match(sentence.symbols, index)
    if cases and chunks[cases.start("unit")].code("units") == "occurrences":
        return Phrase(index, cases.end(), (chunks[cases.start("head")],), ())
    unknown = _UNKNOWN.match(sentence.symbols, index) if found is None else None
    if unknown and chunks[unknown.end() - 1].word.endswith("s"):
        return Phrase(index, unknown.end(), (), ())
    if found is None or (found["of"] and _singular(chunks[index])):
        last = index + 1
        while last < len(chunks) and chunks[last].kind in "mk":
            last += 1
        return Phrase(index, last, (), ())
    if any(c.code("grammar") == "article" for c in chunks[found.start("mod") : found.end("mod")]):
        return Phrase(index, index + 1, (), ())  # "40 injured after a raid": the noun is of another phrase
    last = _before_age(chunks, found.start("head"), found.end("head"))
    heads = tuple(chunks[found.start("head") : last])
    definite = found["of"] == "oe" and chunks[index + 2].code("grammar") == "definite"
    return Phrase(index, last, heads, tuple(chunks[found.start("mod") : found.end("mod")]), definite)


def _in_a_name(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether digits right after an unknown name belong to it ("Camp Rusayo 2")."""
    name = chunks[index - 1]
    return index > 1 and name.kind == "x" and name.capital and chunks[index].word.isdigit()


def _before_age(chunks: Sequence[Chunk], first: int, last: int) -> int:
    """The end of the heads: "aged" after persons begins their age ("three men aged 19, 24 and 61")."""
    return next((i for i in range(first + 1, last) if chunks[i].code("units") == "age"), last)


def single(sentence: Sentence, index: int) -> Phrase | None:
    """The noun phrase of one person that an article opens, if it is one."""
    chunks = sentence.chunks
    if chunks[index].kind == "G":
        return _in_headline(sentence, index)
    if chunks[index].kind == "U":
        return _by_age(index, bare_age(sentence, index))
    if chunks[index].kind == "F":
        return Phrase(index, index + 2, (chunks[index + 1],), ())
    if not _opens_one(chunks, index):
        return None
    found = _ONE.match(sentence.symbols, index)
    if found is None:
        return _by_age(index, one_of_age(sentence, index))
    head = chunks[found.end() - 1]
    if "singular" not in head.attr("groups", "number") or _are_many(head):
        return None
    return Phrase(index, found.end(), (head,), tuple(chunks[index + 1 : found.end() - 1]))


def _by_age(index: int, found: tuple[Chunk, int] | None) -> Phrase | None:
    return Phrase(index, found[1], (found[0],), ()) if found else None


def _opens_one(chunks: Sequence[Chunk], index: int) -> bool:
    """Whether an article opens one victim: "a judge", "a judge and his driver", "killing the driver"."""
    code = chunks[index].code("grammar")
    before = chunks[index - 1] if index else None
    if code == "determiner":  # "killed his sister", "a judge and his driver"
        return before is not None and (
            before.kind in "Tt" or (before.kind in "&," and chunks[index - 2].kind == "G")
        )
    if code == "more":  # "another man was shot"
        return bool(chunks[index].attr("grammar", "one"))
    return code in {"article", "definite"}


def _in_headline(sentence: Sentence, index: int) -> Phrase | None:
    """One person without an article, where a clause begins: "Boy, 10, killed in …"."""
    chunk = sentence.chunks[index]
    opens = index == 0 or sentence.chunks[index - 1].kind in ";:T" or _aged(sentence, index)
    opens = opens or _placed(sentence, index)
    opens = opens or _ONE_AND.search(sentence.symbols[:index]) is not None
    one = "singular" in chunk.attr("groups", "number") and not _are_many(chunk)
    verb = index and sentence.chunks[index - 1].kind == "T"
    if not (opens and one and (verb or _BEFALLEN.match(sentence.symbols, index + 1))):
        return None
    return Phrase(index, index + 1, (chunk,), ())


def _placed(sentence: Sentence, index: int) -> bool:
    """Whether only names stand before one person in a title: "Northfield teen dies after shooting"."""
    if sentence.zone not in TITLES or not 0 < index <= _NAMED:
        return False
    return all(c.kind == "l" or (c.kind == "x" and c.capital) for c in sentence.chunks[:index])


def _aged(sentence: Sentence, index: int) -> bool:
    """Whether an age without an article stands before one person: "11-year-old girl shot"."""
    age = _AGE.search(sentence.symbols[:index])
    return age is not None and sentence.chunks[index - 1].code("units") == "age"


def _are_many(head: Chunk) -> bool:
    """Whether one of these is several persons ("a family", "a displaced family"), or nobody in particular."""
    return head.code("groups") in {"family", None} or head.attr("groups", "unit") == "family"


def _singular(chunk: Chunk) -> bool:
    return chunk.number is not None and chunk.number.bounds.value == 1


def is_definite(sentence: Sentence, np: Phrase) -> bool:
    """Whether "the" opens one person who is no object of a verb: somebody told of before."""
    before = sentence.chunks[np.number - 1] if np.number else None
    after_verb = before is not None and before.kind in "Tt"
    return sentence.chunks[np.number].code("grammar") == "definite" and not after_verb


def one_in_a_row(sentence: Sentence, index: int) -> bool:
    """Whether a fraction only says which one somebody is: "a third person was wounded"."""
    number = sentence.chunks[index].number
    if sentence.symbols[index : index + 2] != "FG" or number is None or (number.fraction or 1) >= _HALF:
        return False
    return "singular" in sentence.chunks[index + 1].attr("groups", "number")


def drafted(sentence: Sentence, np: Phrase, measure: str, group: str | None, rule: str, head: str) -> Draft:
    """The draft of a count with the bounds of its number; `head` says which counts it may be part of."""
    chunk = sentence.chunks[np.number]
    number = None if one_in_a_row(sentence, np.number) else chunk.number
    b = number.bounds if number else Bounds(1, 1, 1, Qualifier.SINGULAR)
    before = sentence.chunks[np.number - 1] if np.number else None
    toll = before is not None and before.kind == "M" and rule == "toll"
    risen = toll or (before is not None and before.code("grammar") == "risen")
    if (
        risen and b.qualifier is Qualifier.AT_MOST and b.value is not None
    ):  # "gone up to seven", "toll up to 7"
        b = Bounds(b.value, b.value, b.value, Qualifier.EXACTLY)
    fraction = number.fraction if number else None
    count = Count(measure, group, b.value, b.low, b.high, Qualifier(b.qualifier), "", fraction)
    return Draft(sentence, np.number, np.last, count, rule, head)
