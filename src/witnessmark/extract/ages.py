"""One person told by an age alone: "an 11-year-old was shot", "killed a four-month-old"."""

import re

from witnessmark.extract.chunks import Chunk, Sentence

# An article, a word or two, the age; nothing behind it that the age is only an adjective of.
_OPENED = re.compile(r"e[xDlPJ]{0,3}?[xN]-?(?P<age>U)(?![-GAWOUMCf'x])")
_BARE = re.compile(r"[xN]-?(?P<age>U)(?![-GAWOUMCf'x])")
# "Otto Brandis, 66 and Ida Brandis, 64": two names with an age each.
_TWO = re.compile(r"(?P<one>[xlSG]),N,?&[xlSG]{0,2}(?P<two>[xlSG]),N$")
_OF_AGE = 18  # under it a person is a child, as the codebook's group says


def one_of_age(sentence: Sentence, index: int) -> tuple[Chunk, int] | None:
    """The head an age makes for the noun phrase that an article opens, and the chunk after it."""
    return _head(sentence, _OPENED.match(sentence.symbols, index))


def bare_age(sentence: Sentence, index: int) -> tuple[Chunk, int] | None:
    """The same where a headline leaves the article out: "15-year-old killed in ..."."""
    first = next((i for i in (index - 2, index - 1) if i >= 0 and _BARE.match(sentence.symbols, i)), None)
    if first is None or (first and sentence.chunks[first - 1].kind not in ";:T,"):
        return None
    return _head(sentence, _BARE.match(sentence.symbols, first))


def aged_too(sentence: Sentence, number: int) -> bool:
    """Whether a bare number is the age of the second of two who are named: what follows is of both."""
    found = _TWO.search(sentence.symbols[: number + 1])
    return found is not None and all(sentence.chunks[found.start(g)].capital for g in ("one", "two"))


def _head(sentence: Sentence, found: re.Match[str] | None) -> tuple[Chunk, int] | None:
    if found is None:
        return None
    at = found.start("age")
    unit = sentence.chunks[at]
    if unit.code("units") != "age" or not unit.word.endswith("old"):
        return None
    years = sentence.chunks[at - 2 if sentence.symbols[at - 1] == "-" else at - 1]
    group = unit.attr("units", "whom") or _group(years)
    return Chunk("G", unit.start, unit.end, unit.word, codes={"groups": group}), at + 1


def _group(years: Chunk) -> str:
    value = years.number.bounds.value if years.number else int(years.word) if years.word.isdecimal() else None
    return "child" if value is not None and value < _OF_AGE else "person"
