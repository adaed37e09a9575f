"""Casing: text written all in capitals as it would stand in running text, at the same length.

Where every letter is a capital, capitals say nothing: "THREE MEN ATTACKED SAN PEDRO" names one place, and
only a dictionary tells which. Words an English dictionary knows in small letters lose their capitals, names
and acronyms keep theirs. Offsets never move, so rules read the result and quotes are cut from the original.
"""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Protocol

# A stretch without a small letter, and how many longer words it must have to be shouted: a row of acronyms
# or a heading of two words says too little.
_STRETCH = re.compile(r"[^a-z]{24,}")
_LONGER = re.compile(r"[A-Z][A-Z]{3,}")  # the engine skips to a first letter, not to a repetition
_ENOUGH = 4
_WORD = re.compile(r"[A-Z]+(?:'[A-Z]+)*")
# What a sentence begins after: a mark of its end behind a word (not an initial), a bracket, a blank line.
# Blanks are gone over once (`(?>`, `*+`), however many lines of them there are.
_OPENS = re.compile(
    r"(?:^|(?<=[a-z0-9\])\"]{2})[.!?]['\")\]]*\s|(?<!\s)(?>\s*?\n[^\S\n]*\n))[\s\"'(\[]*+([a-z])"
)
# Cables are wrapped by hand at 60 to 80 columns: the end of a line as long as that is a space.
_WRAPPED = re.compile(r"(?<=[^\n]{50})\n(?=[^\s])")
# "LA PAZ": an article that no name precedes begins one; between names ("Juan de la Cruz") it stays small.
_ARTICLE = re.compile(r"((?:\b[A-Z]\w+ |\bde )?)\b(la|las|los|el)(?= [A-Z][a-z])")
_VOWEL = re.compile("[AEIOUY]")


class Dictionary(Protocol):
    """What casing asks of a dictionary."""

    def spell(self, word: str) -> bool: ...


def cased(text: str, acronyms: Collection[str] = ()) -> str:
    """`text` with its stretches in capitals in common case; any other text comes back unchanged.

    `acronyms` are words that stay as they are unless they are ordinary words too.
    """
    if len(_LONGER.findall(text)) < _ENOUGH:
        return text
    out: list[str] = []
    at = 0
    for stretch in _STRETCH.finditer(text):
        if len(_LONGER.findall(stretch.group())) < _ENOUGH:
            continue
        start = stretch.start()
        if start and text[start - 1].isalpha() and text[start].isalpha():
            start = max(at, text.rfind(" ", 0, start) + 1)
        out += [text[at:start], _stretch(text[start : stretch.end()], acronyms)]
        at = stretch.end()
    return "".join([*out, text[at:]]) if out else text


def _stretch(shouted: str, acronyms: Collection[str]) -> str:
    plain = _WORD.sub(lambda m: _word(m, acronyms), _WRAPPED.sub(" ", shouted))
    plain = _ARTICLE.sub(lambda m: m.group() if m.group(1) else m.group().capitalize(), plain)
    return _OPENS.sub(lambda m: m.group()[:-1] + m.group(1).upper(), plain)


def _word(m: re.Match[str], acronyms: Collection[str]) -> str:
    word = m.group()
    if len(word) == 1:
        initial = m.string[m.end() : m.end() + 1] in {".", "-"}
        return word if initial or word != "A" else "a"
    common = _common(word)
    return word if word in acronyms and not common.islower() else common


@lru_cache(maxsize=1 << 16)  # as many words as a language has; a stream of documents holds no more of them
def _common(word: str) -> str:
    """A word in capitals as a dictionary writes it; unknown ones are names, without a vowel acronyms."""
    small, name = word.lower(), word[0] + word[1:].lower()
    dictionary = _dictionary()
    stem, _, ending = small.partition("'")
    if dictionary.spell(small) or (ending == "s" and dictionary.spell(stem)):
        return small
    if dictionary.spell(name):
        return name
    return word if dictionary.spell(word) or not _VOWEL.search(word) else name


@cache
def _dictionary() -> "Dictionary":
    """Hunspell's English dictionary, which writes names with their capital; read at the first use."""
    import hunspell

    known: Dictionary = hunspell.Hunspell("en_US")
    return known
