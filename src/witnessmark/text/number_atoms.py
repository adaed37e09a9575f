"""Number atoms: the smallest stretches a number is made of, found in one pass."""

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from witnessmark.text.number_words import NumberWords
from witnessmark.text.tokens import Phrases

# A longer row of digits is a telephone number or an identifier, not a count.
_MOST_DIGITS = 12
# Scales of so many letters may be attached to figures ("2bn"); a single letter is one only where the glue
# says so, because "50m" and "50 m" are metres as often as millions.
_SHORT = range(2, 4)
_MONEY = "$€£¥₺₽₪"
# After a first digit. Times, dates and versions are passed over whole, so that no part of them is a number.
_COMPOSED = r"\d*(?:[:/]\d+)+|\d*(?:\.\d+){2,}|\d{3}-\d\d-\d\d(?!\d)"
_DIGITS = r"\d{0,2}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{0,2}(?: \d{3})+(?!\d|,\d|\.\d)|\d*(?:\.\d+)?"
# Both patterns begin with what the engine can skip to; the left boundary is tested after the first letter.
_NUMERAL = re.compile(rf"[0-9](?:(?P<composed>{_COMPOSED})|(?P<digits>{_DIGITS}))(?P<suffix>\w*)")


class AtomKind(Enum):
    """What part of a number an atom is."""

    DIGITS = auto()
    UNIT = auto()
    SCALE = auto()
    VAGUE = auto()
    FRACTION = auto()
    ORDINAL = auto()
    OTHER = auto()  # looks like a number and is none: nothing may join across it


class Atom(NamedTuple):
    """`value` is the factor of a scale, the least of a vague word, the share of a fraction; None unknown."""

    start: int
    end: int
    kind: AtomKind
    value: float | None


class Scanner:
    """Finds the atoms of one language's number words."""

    def __init__(self, words: NumberWords) -> None:
        self._suffixes: dict[str, tuple[AtomKind, float]] = dict.fromkeys(
            words.glue.ordinal_suffixes, (AtomKind.ORDINAL, 1.0)
        )
        self._suffixes |= {s: (AtomKind.DIGITS, float(v)) for s, v in words.glue.scale_suffixes.items()}
        self._suffixes |= {
            s: (AtomKind.DIGITS, float(v)) for s, v in words.scales.items() if len(s) in _SHORT
        }
        self._meaning: dict[str, tuple[AtomKind, float | None]] = {}
        for kind, table in (
            (AtomKind.ORDINAL, words.glue.ordinals),
            (AtomKind.FRACTION, words.fractions),
            (AtomKind.VAGUE, words.vague),
            (AtomKind.SCALE, {s: v for s, v in words.scales.items() if len(s) > 1}),
            (AtomKind.UNIT, words.units),
            (AtomKind.OTHER, dict.fromkeys(words.glue.never)),
        ):
            self._meaning |= {word: (kind, value) for word, value in table.items()}
        self._word = Phrases(any_of(self._meaning) + r"(?!\w|'\w)", self._meaning, before="'")

    def atoms(self, text: str) -> list[Atom]:
        """Every atom in order; none overlap."""
        out = [self._numeral(m, text) for m in _NUMERAL.finditer(text)]
        for start, end, word in self._word.find(text):
            kind, value = self._meaning[word if word in self._meaning else " ".join(word.split())]
            out.append(Atom(start, end, kind, value))
        out.sort()
        return out

    def _numeral(self, m: re.Match[str], text: str) -> Atom:
        start, end = m.span()
        before = text[start - 1] if start else " "
        inside = (
            before.isalnum() or before == "_" or (before in ".,:/" and text[start - 2 : start - 1].isdigit())
        )
        if inside or m["composed"] is not None:
            return Atom(start, end, AtomKind.OTHER, None)
        return Atom(start, end, *self._digits(text[start : m.start("suffix")], m["suffix"], before))

    def _digits(self, digits: str, suffix: str, before: str) -> tuple[AtomKind, float | None]:
        kind, factor = self._suffixes.get(suffix, (AtomKind.OTHER, 1.0)) if suffix else (AtomKind.DIGITS, 1.0)
        plain = digits.replace(",", "").replace(" ", "")
        padded = len(plain) > 1 and plain[0] == "0" and plain[1] != "."
        if kind is AtomKind.OTHER or padded or len(plain) > _MOST_DIGITS or before in _MONEY:
            return AtomKind.OTHER, None
        return kind, float(plain) * factor


class _Node(dict[str, "_Node"]):
    """A letter's branches; an empty key says a phrase ends here."""


def any_of(phrases: Iterable[str], after: str = "") -> str:
    """A pattern for the longest of some phrases: a tree of letters, as fast for many phrases as for few.

    `after` is put behind the first letter, where a look-behind costs least.
    """
    tree = _Node()
    for phrase in phrases:
        node = tree
        for char in phrase:
            node = node.setdefault(char, _Node())
        node[""] = _Node()
    branches = [_letter(char) + after + _branch(below) for char, below in tree.items() if char]
    return f"(?:{'|'.join(branches)})" if branches else "(?!)"


def _branch(tree: _Node) -> str:
    ends = "" in tree
    branches = [_letter(char) + _branch(below) for char, below in tree.items() if char]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return inner + "?" if ends else inner


def _letter(char: str) -> str:
    return r"\s" if char == " " else re.escape(char)


@cache
def scanner(words: NumberWords) -> Scanner:
    """The scanner of these words, compiled once."""
    return Scanner(words)
