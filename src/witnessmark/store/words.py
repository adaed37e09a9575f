"""The words of a text in any script, as both databases index them, and what a person looks for among them.

Neither database's own rules are used: they differ, and break words apart at vowel signs. Letters are folded
(case, accents, Arabic vowel marks and hamzas); where a script puts no spaces between words every letter is a
word, and a word looked for is a row of them.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

# Han, kana, Thai, Lao, Tibetan, Burmese, Khmer: scripts that put no spaces between words (UAX 29, table 3).
_UNSPACED = (
    "\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"
)
_TATWEEL = "\u0640"  # stretches an Arabic word and says nothing
_LONGEST = 200  # letters of a word; one that is longer is cut
# Marks that stand over or under a letter belong to no other class of combination than these and above
# (Unicode 16, 4.3): accents, Hebrew points, Arabic vowel marks. Below are those that make a letter another.
_ACCENT = 10


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words in a row that a text has to have; of a `prefix`, the last one may go on."""

    words: tuple[str, ...]
    prefix: bool = False


def words(text: str) -> list[str]:
    """The words of a text, in their order."""
    return [found[:_LONGEST] for found in _pattern().findall(folded(text))]


def wanted(text: str) -> list[Wanted]:
    """What a person asks for: words, "words in a row", and beginnings of words with an asterisk.

    Nothing that is typed is wrong; without any letter or digit nothing is asked for.
    """
    return [Wanted(found, ended) for piece, ended in _pieces(text) if (found := tuple(words(piece)))]


def folded(text: str) -> str:
    """The text without what people leave out or write in two ways."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    plain = _accents().sub("", apart).replace(_TATWEEL, "")
    return unicodedata.normalize("NFC", plain)


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»\uff02", '"'))
_PIECE = re.compile(r'"([^"]*)"?(\*)?|([^\s"]+)')


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for quoted, star, word in _PIECE.findall(text.translate(_QUOTES)):
        yield (word, word.endswith("*")) if word else (quoted, bool(star))


@cache
def _accents() -> re.Pattern[str]:
    return _any_of([c for c in _marks() if unicodedata.combining(c) >= _ACCENT])


@cache
def _pattern() -> re.Pattern[str]:
    marks = _listed(_marks())
    return re.compile(rf"[{_UNSPACED}]|(?:[^\W_{_UNSPACED}][{marks}]*)+")


@cache
def _marks() -> list[str]:
    """The combining marks of the basic plane, where those of living scripts are."""
    return [c for c in map(chr, range(0x300, 0x10000)) if unicodedata.category(c).startswith("M")]


def _any_of(letters: Sequence[str]) -> re.Pattern[str]:
    return re.compile(f"[{_listed(letters)}]+")


def _listed(letters: Sequence[str]) -> str:
    """Letters as they are written between square brackets: runs as ranges."""
    runs: list[list[int]] = []
    for number in map(ord, letters):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)
