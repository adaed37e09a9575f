"""Tokens: words, numbers and punctuation marks with their offsets.

A word keeps inner apostrophes ("Dara'a", "group's") and inner full stops of initials ("U.S.", "a.m."); it
ends at a hyphen, which is a token, and the part after it says so (`hyphen`). A number keeps its grouping and
its decimals ("1,068", "1.5", "1 068" with a fixed space). Any other mark is a token of its own.
"""

import re
from typing import NamedTuple

from witnessmark.text.normalise import lower

_TOKEN = re.compile(
    r"""
    \d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:\.\d+)?(?!\d)   # grouped number
    | \d+(?:\.\d+)?                                          # plain number
    | (?:[^\W\d_]\.){2,}                                     # initials
    | [^\W\d_]+(?:['\u2019\u02bc][^\W\d_]+)*                 # word
    | [^\s\w] | _                                            # mark
    """,
    re.VERBOSE,
)
_HYPHENS = "-\u2010\u2011"


class Token(NamedTuple):
    """`text` is verbatim; `hyphen`: only a hyphen stands between this token and the word or number before."""

    start: int
    end: int
    text: str
    lower: str
    hyphen: bool


def tokens(text: str) -> list[Token]:
    """Every token of `text` in order; white space lies between them and is none."""
    lowered = lower(text)
    out: list[Token] = []
    for m in _TOKEN.finditer(text):
        start, end = m.span()
        joined = (
            text[start - 1] in _HYPHENS and start > 1 and text[start - 2].isalnum() and text[start].isalnum()
        )
        out.append(Token(start, end, text[start:end], lowered[start:end], joined))
    return out
