"""Spans of code points in a text: half-open, ordered by start, then by end."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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


def merged(spans: Iterable[tuple[int, int]]) -> list[Span]:
    """What any of the spans covers, as ordered spans that do not overlap."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return out


def covering(spans: Sequence[Span], offset: int) -> int | None:
    """The index of the span that holds `offset`, in ordered spans that do not overlap; else None."""
    i = bisect_right(spans, (offset, float("inf"))) - 1
    return i if i >= 0 and spans[i].start <= offset < spans[i].end else None
