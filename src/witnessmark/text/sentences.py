"""Sentences: sentencex's boundaries, with the wrong ones taken back.

A line end always ends a sentence (but see `normalise.unwrap`); a closing quotation mark stays with its
sentence; what goes on without an end is cut. Source of the splitter: Wikimedia's sentencex, rules for some
240 languages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from witnessmark.text.spans import Span, trimmed

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029\f\v]+")
_LONGEST = 12  # characters; longer than any abbreviation listed
# Characters. Twice the longest of 65,000 sentences of news; tables and lists run on, and rules that
# look over a whole sentence for each number in it would take minutes there.
_ENDLESS = 1300
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.\Z")


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    always: frozenset[str]
    before_name: frozenset[str]
    before_digit: frozenset[str]


def sentences(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Span]:
    """The sentences of `text[start:end]`, in order, without white space at their ends.

    Offsets count from the start of `text`. An unknown `language` falls back on the splitter's default rules.
    """
    stop = len(text) if end is None else end
    out: list[Span] = []
    for line in _LINE.finditer(text, start, stop):
        for span in _in_line(text, line.start(), line.end(), language):
            out.extend(_cut(text, span))
    return out


def _cut(text: str, span: Span) -> Iterator[Span]:
    """The span itself, or in pieces between words where no sentence is that long."""
    start = span.start
    while span.end - start > _ENDLESS:
        blank = text.rfind(" ", start + 1, start + _ENDLESS)
        stop = blank if blank > 0 else start + _ENDLESS
        piece = trimmed(text, start, stop)
        if piece.start < piece.end:
            yield piece
        start = stop
    yield trimmed(text, start, span.end)


def _in_line(text: str, start: int, end: int, language: str) -> list[Span]:
    from sentencex import segment

    known = _abbreviations(language)
    out: list[Span] = []
    at = start
    for piece in segment(language, text[start:end]):
        span = trimmed(text, at, at + len(piece))
        at += len(piece)
        if out and not _breaks(text, out[-1], span, known):
            out[-1] = Span(out[-1].start, span.end)
        elif span.start < span.end:
            out.append(span)
    return out


def _breaks(text: str, before: Span, after: Span, known: _Abbreviations) -> bool:
    """Whether a sentence really ends between two neighbouring pieces."""
    if after.start == after.end or text[before.end - 1] != ".":
        return True
    first = text[after.start]
    if first.islower():
        return False
    word = _LAST_WORD.search(text, max(before.start, before.end - _LONGEST), before.end)
    if word is None:
        return True
    name = word.group(1).lower()
    if name in known.always or (name in known.before_name and first.isupper()):
        return False
    return not (name in known.before_digit and first.isdigit())


@cache
def _abbreviations(language: str) -> _Abbreviations:
    import yaml

    path = files("witnessmark.text") / "data" / "abbreviations.yaml"
    lists = yaml.safe_load(path.read_text(encoding="utf-8")).get(language, {})
    return _Abbreviations(
        *(frozenset(lists.get(key, ())) for key in ("always", "before_name", "before_digit"))
    )
