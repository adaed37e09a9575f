# ruff: noqa: RUF001  (the typographic apostrophe is part of names)
"""Names of settlements behind a generic word where capitals tell nothing: "قرية X في", "قرى X وY"."""

import re
from collections.abc import Iterator, Sequence

from witnessmark.locate.unlisted_words import cues
from witnessmark.model.place import PlaceMention
from witnessmark.text.names import fold

WORDS = 3  # of a name that a following word ends; without such a word a name has one, or two
AND = "و"
SHORTEST = 4  # letters of a word that may begin with "and"
_WORD = re.compile(r"[^\W\d_][\w\u064b-\u0652'’-]*")
_ARABIC = re.compile("[\u0621-\u064a]")
_SPACE = re.compile(r"[ \u00a0]{1,2}")
_JOIN = re.compile(r"\s*،\s*|\s+")


def has_generic(text: str) -> bool:
    """Whether a text in Arabic calls anything a village or town."""
    return not text.isascii() and bool(_ARABIC.search(text)) and bool(cues().arabic.search(text))


def arabic_names(
    text: str, start: int, end: int, mentions: Sequence[PlaceMention]
) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each name and whether it is one of a list, in text[start:end]."""
    if text.isascii():
        return
    starts = {m.start: m.end for m in mentions}
    for cue in cues().arabic.finditer(text, start, end):
        many = cue["many"] is not None
        at = cue.end()
        while True:
            if (known := starts.get(at)) is not None:
                stop = known
            elif (stop := _name_end(text, at, end, starts)) > at:
                yield at, stop, many
            else:
                break
            joined = _JOIN.match(text, stop, end) if many else None
            if joined is None or (text[joined.end() : joined.end() + 1] != AND and "،" not in joined.group()):
                break
            at = joined.end() + (text[joined.end() : joined.end() + 1] == AND)


def _name_end(text: str, at: int, end: int, known: dict[int, int]) -> int:
    """Where the name that begins at `at` ends; `at` itself where there is none."""
    c = cues()
    ends: list[int] = []
    first = ""
    while len(ends) <= WORDS:
        word = _WORD.match(text, at, end)
        if word is None:
            break
        said = fold(word.group())
        if _breaks(word, said, known) or (ends and _and(word.group())):
            return ends[-1] if ends else at
        if not ends:
            if said in c.never:
                return at
            first = said
        ends.append(word.end())
        space = _SPACE.match(text, word.end(), end)
        if space is None:
            return ends[-1] if len(ends) <= WORDS else ends[0]
        at = space.end()
    if not ends:
        return at
    return ends[1] if first in c.first and len(ends) > 1 else ends[0]


def _breaks(word: re.Match[str], said: str, known: dict[int, int]) -> bool:
    return said in cues().stop or word.start() in known or word.start() + 1 in known


def _and(word: str) -> bool:
    return word.startswith(AND) and (len(word) >= SHORTEST or fold(word[1:]) in cues().first)
