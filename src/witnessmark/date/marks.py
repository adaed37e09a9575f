"""Marks: the words and figures a time expression can be made of, and the row of letters they form.

The row has two letters a mark: how it stands to the mark before it, and what it is. Between marks: `_` white
space, `,` a comma, `-` a hyphen or dash, `~` a few words, `|` anything else. patterns.py lists the rest.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from witnessmark.date.hijri import YEARS as HIJRI_YEARS
from witnessmark.date.language import Found, Language, Word
from witnessmark.date.numerals import NUMERAL, numeral
from witnessmark.date.old_years import may_be_old_year, old_years
from witnessmark.date.patterns import TELLING

_NAMES = frozenset("MmWwOIv")
_JOINED = _NAMES | {"E"}
_GAPS = {
    " ": "_",
    "\n": "_",
    ", ": ",",
    ",": ",",
    "\u060c ": ",",
    " '": "_",
    ",\n": ",",
    "-": "-",
    " - ": "-",
}
# "since the fighting began in 2011": at most three plain words may stand between two marks of one expression.
_FEW_WORDS = re.compile(r"\s(?:[^\W\d_]+\s){1,3}\Z")
_LONGEST_GAP = 28
_WORD_AND_HYPHEN = re.compile(r"([^\W\d_]+)-\Z")
_LONGEST_NAME = 16
# Two figures below this are of the 2000s, as POSIX reads them (strptime %y).
_PIVOT = 69


class Mark(NamedTuple):
    """`text[start:end]`: its letter, and a number or a code (an ISO date, a clock time) where it has one."""

    start: int
    end: int
    letter: str
    value: int = 0
    code: str = ""


Marks = Sequence[Mark]


def first_of(found: Marks, letters: str) -> Mark | None:
    """The first mark with one of these letters."""
    for mark in found:
        if mark.letter in letters:
            return mark
    return None


def value_of(found: Marks, letters: str) -> int:
    """The number of the first mark with one of these letters. Raises ValueError where there is none."""
    mark = first_of(found, letters)
    if mark is None:
        raise ValueError(f"no mark of {letters}")
    return mark.value


def find(text: str, lowered: str, language: Language) -> list[Found]:
    """The words and figures of a folded text in order; names of months and weekdays only in their case.

    Those of its stretches only: what stands elsewhere can be in no expression.
    """
    words, cased = language.words, language.cased
    figures = _figures(lowered, language)
    telling = [(f[0], f[1]) for f in figures if f[2].letter in TELLING or may_be_old_year(f, lowered)]
    found: list[Found] = []
    for stretch in language.stretches.find(lowered, telling):
        found += [(start, end, words[form]) for start, end, form in language.known.within(lowered, *stretch)]
        found += figures[bisect_left(figures, stretch[:1]) : bisect_left(figures, stretch[1:])]
    if cased:
        found = [f for f in found if f[2].letter not in _NAMES or text[f[0]].isupper()]
    if figures:
        found = _apart(sorted(found))
        _short_years(found, text)
    old_years(found, text)
    if len(language.locales) > 1:
        _two_names(found, text)
    if any(word.letter in "Iv" for _, _, word in found):
        _hijri_years(found, lowered, language)
    return found


def _two_names(found: list[Found], text: str) -> None:
    """One month under the names of two regions ("Ayyar/Mayu") is one."""
    for i in range(len(found) - 1, 0, -1):
        (start, one_end, one), (two_start, end, two) = found[i - 1], found[i]
        if one.letter == "M" and one == two and text[one_end:two_start] == "/":
            found[i - 1 : i + 1] = [(start, end, one)]


def _figures(lowered: str, language: Language) -> list[Found]:
    """The figures in order, and the words a language writes in one with them."""
    figures: list[Found] = []
    for m in NUMERAL.finditer(lowered):
        start, end = m.span()
        before = lowered[start - 1 : start]
        if before != " ":  # which most figures follow, and which joins them to nothing
            if _inside(lowered, start, language):
                continue
            if joined := language.attached.get(before):
                figures.append((start - 1, start, joined))
        figures.append((start, end, numeral(m, language)))
    return figures


def _hijri_years(found: list[Found], lowered: str, language: Language) -> None:
    """Four figures behind a Hijri month are a year of its calendar, with its era where that follows."""
    for i in range(1, len(found)):
        start, end, figure = found[i]
        before, gap = found[i - 1][2], lowered[found[i - 1][1] : start]
        if before.letter in "Iv" and figure.letter == "#" and gap in (" ", ", ") and end - start == 4:
            number = lowered[start:end]
            if number.isdigit() and int(number) in HIJRI_YEARS:
                era = language.hijri.match(lowered, end)
                found[i] = (start, era.end() if era else end, Word("y", int(number)))


def _apart(found: list[Found]) -> list[Found]:
    """Without words inside a figure ("a" in "9 a.m.")."""
    out: list[Found] = []
    end = 0
    for item in found:
        if item[0] >= end:
            out.append(item)
            end = item[1]
    return out


def _short_years(found: list[Found], text: str) -> None:
    """Two figures after a month are a year.

    In capitals ("3 JAN 90"), as in cables, of the last century; behind an apostrophe ("March '19") of either.
    """
    for i in range(1, len(found)):
        start, end, figure = found[i]
        if figure.letter not in "NJ" or end - start != 2:
            continue
        _, before, month = found[i - 1]
        between, name = text[before:start], text[slice(*found[i - 1][:2])]
        if between == " '" and "M" in {month.letter.upper(), found[i - 2][2].letter.upper() if i > 1 else ""}:
            found[i] = (start, end, Word("Y", figure.value + (2000 if figure.value < _PIVOT else 1900)))
        elif figure.value > 31 and month.letter in "Mm" and name.isupper() and between in (" ", "-"):
            found[i] = (start, end, Word("Y", 1900 + figure.value))


def row(lowered: str, found: Sequence[Found]) -> str:
    """The letters of what was found and of the gaps before it: item `i` is at `2 * i + 1`."""
    out = []
    last, letter = 0, ""
    for start, end, word in found:
        gap = lowered[last:start]
        out.append(_GAPS.get(gap) or _gap(gap, letter))
        letter, last = word.letter, end
        out.append(letter)
    return "".join(out)


def _gap(gap: str, letter: str) -> str:
    """The letter of a gap behind a mark's letter; words may stand only in clauses with "since"."""
    if not gap:
        return "_" if letter == "j" else "|"  # "and" written in one with a figure
    if gap.isspace():
        return "|" if gap.count("\n") > 1 else "_"
    return "~" if letter in "se" and len(gap) <= _LONGEST_GAP and _FEW_WORDS.match(gap) else "|"


def _inside(lowered: str, start: int, language: Language) -> bool:
    """Whether a figure is a part of something else: a word, a sum, a designation ("su-24")."""
    if not start:
        return False
    before = lowered[start - 1]
    if before in language.attached:
        return start > 1 and lowered[start - 2].isalnum()
    if before.isalnum() or before in "_$€£#":
        return True
    if before == "-" and lowered[start - 2 : start - 1].isalpha():
        word = _WORD_AND_HYPHEN.search(lowered, max(0, start - _LONGEST_NAME), start)
        known = language.words.get(word[1]) if word else None
        return known is None or known.letter not in _JOINED  # "mid-2018", "15-Sep-2018"
    return before in ".,:/" and lowered[start - 2 : start - 1].isdigit()
