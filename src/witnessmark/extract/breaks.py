"""Where sentences end that no full stop ends: a title, a date line or a block run together with the story.

Pages copied as one line keep their title and date line in front of the first sentence; read as one sentence
with it, the title's figures and the story's would share a clause.
"""

import re
from bisect import insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

from witnessmark.model.document import Document, PublishedHow
from witnessmark.model.when import Timex
from witnessmark.text.sentences import sentences
from witnessmark.text.spans import Span, trimmed

# Blanks in a row that stand where a page had a new block; two are typists' and end a sentence anyway.
_WIDE_GAP = re.compile(r"[ \t]{3,}")
_LINE_END = re.compile(r"\n")
_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_NEXT_SENTENCE = re.compile(r"[.!?][\"')]? [A-Z]")
# A title or a date line above the story is over by then, in characters (as in `date.publication`).
_OPENING = 400


def cuts(document: Document, plain: str, timexes: Iterable[Timex]) -> list[int]:
    """The offsets at which a sentence ends whatever stands there, in order."""
    out = [m.start() for m in _WIDE_GAP.finditer(plain)]
    if document.published.how is PublishedHow.STATED:
        for t in timexes:
            if t.start > _OPENING:
                break
            if plain[t.start : t.end] == document.published.evidence:
                insort(out, t.start)
                insort(out, t.end)
    return out


def paragraph_ends(text: str) -> re.Pattern[str]:
    """What ends a paragraph in a text: a line end, or wide blanks in a text without line ends."""
    flattened = "\n" not in text.strip() and _NEXT_SENTENCE.search(text) and _GAP.search(text)
    return _GAP if flattened else _LINE_END


def spans(plain: str, start: int, end: int, language: str, at: Sequence[int]) -> list[Span]:
    """The sentences of `plain[start:end]`, ended at the offsets `at` too."""
    out: list[Span] = []
    for s in sentences(plain, start, end, language):
        edges = [s.start, *(a for a in at if s.start < a < s.end), s.end]
        parts = (trimmed(plain, a, b) for a, b in pairwise(edges))
        out.extend(p for p in parts if p.start < p.end)
    return out
