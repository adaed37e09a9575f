"""Normal forms that never move an offset: every function here returns as many code points as it was given.

`fold` makes typographic variants one (spaces, quotes, dashes, digits), `lower` lower-cases, `unwrap` turns
the line ends of hard-wrapped text into spaces. They may be applied in any order; rules and lexicons read the
result, quotes are always cut from the original.
"""

import re
from itertools import pairwise

# Unicode general categories Zs, Pd and Pi/Pf/Po quotes that stand for an ASCII character in running text.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u275d\u275e\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u00b4\u02bc\u275b\u275c\uff07"
_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"
_DIGIT_ZEROS = "\u0660\u06f0\u0966\uff10"  # Arabic, extended Arabic (Persian), Devanagari, full width
_ASCII = (
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DASHES, "-")
    | {chr(ord(zero) + i): str(i) for zero in _DIGIT_ZEROS for i in range(10)}
    | {"\u066c": ",", "\u066b": "."}  # Arabic thousands and decimal separators
)
# Few code points of a text fold, so a pattern that skips to them is ten times as fast as str.translate.
_FOLDED = re.compile(f"[{''.join(_ASCII)}]")
# An em dash with no space beside it ends a clause; as "-" it would read as a hyphen ("14-including").
_SPACED_DASH = re.compile(r"(?<=\s)[\u2014\u2015]|[\u2014\u2015](?=\s)")
# A space that may not break a line, between digits and a group of three: "1 068". SI brochure, 5.4.4.
_FIXED_SPACES = "\u00a0\u2009\u202f"
_GROUP = re.compile(rf"(?<=\d)[{_FIXED_SPACES}](?=\d{{3}}(?!\d))")
# Widest line taken for hard wrapping: printers' and mailers' widths run from 60 to 100 columns.
_WIDEST = 110
_NARROWEST = 40
# Share of line ends that must be where the next word no longer fitted before a text counts as hard-wrapped.
_WRAPPED_SHARE = 0.6
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def fold(text: str) -> str:
    """`text` with ASCII spaces, quotes, dashes and digits, case kept.

    A fixed space between digit groups becomes a comma ("1 068" reads "1,068"); an em dash with no space
    beside it stays.
    """
    if text.isascii():
        return text
    if "\u2014" in text or "\u2015" in text:
        text = _SPACED_DASH.sub("-", text)
    if any(space in text for space in _FIXED_SPACES):
        text = _GROUP.sub(",", text)
    return _FOLDED.sub(lambda m: _ASCII[m.group()], text)


def lower(text: str) -> str:
    """`text` in lower case; a code point whose lower case is longer stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):  # lower-casing never shortens, so equal length means equal offsets
        return lowered
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


# What ends a sentence, or introduces the items of a list.
_STOPS = frozenset(".!?:;")


def unwrap(text: str) -> str:
    """`text` with the line ends of hard-wrapped paragraphs as spaces; other texts come back unchanged.

    A line end is soft where the next line's first word would not have fitted in the text's widest line; a
    text is hard-wrapped when most of its line ends inside paragraphs are soft. In such a text a line that
    goes on in lower case is soft too, however short: editors wrap unevenly.
    """
    lines = _LINE.findall(text)
    if len(lines) < 4:
        return text
    width = max(map(len, map(str.rstrip, lines)))
    if not _NARROWEST <= width <= _WIDEST:
        return text
    soft = [_is_soft(here, after, width) for here, after in pairwise(lines)]
    inner = sum(s is not None for s in soft)
    if inner < 3 or soft.count(True) < _WRAPPED_SHARE * inner:
        return text
    soft = [s or (s is False and _goes_on(*two)) for s, two in zip(soft, pairwise(lines), strict=True)]
    joined = [line[:-1] + " " if s else line for line, s in zip(lines, soft, strict=False)]
    return "".join([*joined, lines[-1]])


def _goes_on(here: str, after: str) -> bool:
    """Whether a line stops inside a sentence that the next goes on with."""
    return here.rstrip()[-1] not in _STOPS and after[0].islower()


def _is_soft(here: str, after: str, width: int) -> bool | None:
    """Whether the line end is soft; None where one of the lines is blank (no line end inside a paragraph)."""
    if not here.strip() or not after.strip():
        return None
    if after[0] in " \t":  # an indented line begins a paragraph
        return False
    return len(here.rstrip()) + 1 + len(after.split(None, 1)[0]) > width
