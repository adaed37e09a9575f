"""Shapes: what the grammar makes of a row of letters, remembered: the same few rows fill most texts."""

import re
from functools import lru_cache
from typing import NamedTuple

from witnessmark.date.patterns import GRAMMAR, RULES, TELLING

_TELLING = re.compile(f"[{TELLING}]")
_POINTS = tuple(name for name in GRAMMAR.groupindex if name not in RULES)
_COMMON = 40  # letters; longer rows are seldom seen twice


class Shape(NamedTuple):
    """A rule's match at `letters[start:end]`, and the points inside it: group name, start and end."""

    rule: str
    start: int
    end: int
    points: tuple[tuple[str, int, int], ...]


def shapes(letters: str) -> tuple[Shape, ...]:
    """The rules' matches in a row of letters from the first to the last; none overlap."""
    return _known(letters) if len(letters) <= _COMMON else _shapes(letters)


def shorter(letters: str, shape: Shape) -> Shape | None:
    """The longest match that begins where this one does and ends before its last mark."""
    found = GRAMMAR.match(letters, shape.start, shape.end - 2)
    return _shape(found) if found else None


def _shapes(letters: str) -> tuple[Shape, ...]:
    return tuple(map(_shape, GRAMMAR.finditer(letters))) if _TELLING.search(letters) else ()


_known = lru_cache(maxsize=1 << 14)(_shapes)


def _shape(m: re.Match[str]) -> Shape:
    spans = ((name, *m.span(name)) for name in _POINTS)
    return Shape(m.lastgroup or "", m.start(), m.end(), tuple(s for s in spans if s[1] >= 0))
