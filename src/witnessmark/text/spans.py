"""Spans of code points in a text: half-open, ordered by start, then by end."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """`text[start:end]`; a NamedTuple because readers make hundreds of them a document."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; empty at `start` where nothing else is in it."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return Span(start + left, start + left + len(inner.strip())) if inner.strip() else Span(start, start)


def covering(spans: Sequence[Span], offset: int) -> int | None:
    """The index of the span that holds `offset`, in ordered spans that do not overlap; else None."""
    i = bisect_right(spans, (offset, float("inf"))) - 1
    return i if i >= 0 and spans[i].start <= offset < spans[i].end else None
