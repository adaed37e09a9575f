"""Entries: the lines of a list, each of which tells of its own place and day, and the line that heads it.

A digest ("- 12 March, Harn: shelling of a market") or a table in lines ("Harn: 16") is told entry by entry.
What one entry says of place, day, method or who did it is not said of the next; what the line above the
list says is said of all of them. A story told in points, whose later points name no place of their own, is
told on from point to point, and nothing here keeps that apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from witnessmark.extract.chunks import Chunk, Sentence
from witnessmark.model.document import TITLES, ZoneKind

# What a point of a list begins with: a bullet, a number, a letter.
_MARK = re.compile(
    r"(?P<bullet>[-*•‣▪●◦·\u2013\u2014])\s+\S|(?P<number>\(?\d{1,3}[.)])\s|(?P<letter>\(?[a-z][.)])\s"
)
# "3 May - Harn: …", "July 26, Harn: …": a line that opens with its day.
_DAY = re.compile(r"d(?:,d)?(?:[-:]|,[lPxU]{1,4}(?:,[lPxU]{1,3})?[-:])")
# "Harn: …", "Harn district - …": one that opens with its place, or with any other label.
_PLACE = re.compile(r"[lP](?:,?[lPxU]){0,3}(?:[-:]|[(x]?N[)x]?$)")
_LABEL = re.compile(r"[^.;:?!NBRhwq-]{1,5}:")
_NAMED = re.compile(r"(?:-|\([ex]\)|[xe]\)|d-)?(?P<name>x{1,3})[:-]")
# What a label tells that is no place: harm, acts, things, a day, "by" what is divided.
_TELLING = frozenset("ltTMAOWUyd")
# How many chunks the opening of an entry has: its mark, "on" and its day, or its place and its day.
_OPENING = 5
# Lines from one entry to the next: its own, and an empty one between.
_STEP = 2
_FEWEST = 2  # one line is no list


@dataclass(slots=True)
class Listing:
    """A list: the sentences that head it, and whether its entries name places and days of their own."""

    heads: Sequence[Sentence]
    placed: bool = False
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list, by the order of its list's entries."""

    of: Listing = field(repr=False)
    at: int


@dataclass(slots=True)
class _Line:
    sentences: list[Sentence]
    shape: str
    telling: bool = False


def find_entries(sentences: Sequence[Sentence], text: str) -> None:
    """Give each sentence that stands in a list its entry."""
    lines = [_line(list(own), text) for _, own in groupby(sentences, key=lambda s: s.paragraph)]
    titles = [s for s in sentences if s.zone in TITLES]
    for first, last in _runs(lines):
        above = _heading(lines[first - 1].sentences[-1:]) if first else []
        heads = [*(t for t in titles if t not in above), *above]
        own = lines[first:last]
        known = Listing(heads, _placed(own), _dated(own))
        for i, line in enumerate(own):
            for s in line.sentences:
                s.entry = Entry(known, i)


def _heading(above: list[Sentence]) -> list[Sentence]:
    """The last sentence above a list if it heads it: no full stop ends it."""
    return [s for s in above if s.chunks and s.chunks[-1].word not in {".", "!", "?"}]


def _line(own: list[Sentence], text: str) -> _Line:
    first = own[0]
    if first.zone is ZoneKind.TITLE or own[-1].symbols.endswith(":"):
        return _Line(own, "")
    mark = _MARK.match(text, first.start)
    if mark is not None:
        return _Line(own, str(mark.lastgroup) + (mark["bullet"] or ""))
    if _DAY.match(first.symbols) and _is_day(first.chunks[0]):
        return _Line(own, "day")
    label = _PLACE.match(first.symbols) or _LABEL.match(first.symbols)
    if label is None and not _unknown(first):
        return _Line(own, "")
    return _Line(own, "label", telling=label is not None and _is_told(first, label.end()))


def _is_told(first: Sentence, end: int) -> bool:
    """Whether a label names a place or what is counted, as no speaker's does."""
    label = first.chunks[:end]
    return any(c.place for c in label) or any(c.kind in _TELLING for c in label)


def _is_list(lines: Sequence[_Line]) -> bool:
    """Whether lines alike are a list; labels are where they tell something, each another: speakers return."""
    if len(lines) < _FEWEST or not lines[0].shape:
        return False
    if lines[0].shape != "label":
        return True
    labels = {tuple(c.word for c in line.sentences[0].chunks[:2]) for line in lines}
    return len(labels) == len(lines) and sum(line.telling for line in lines) * 2 > len(lines)


def _runs(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """The first line of each list and the one after its last."""
    first = 0
    for i in range(1, len(lines) + 1):
        before = lines[i - 1]
        near = i < len(lines) and lines[i].sentences[0].paragraph - before.sentences[0].paragraph <= _STEP
        if near and lines[i].shape and lines[i].shape == before.shape:
            continue
        if _is_list(lines[first:i]):
            yield first, i
        first = i


def _dated(lines: Sequence[_Line]) -> bool:
    """Whether more than half of the entries open with a day."""
    opening = (any(_is_day(c) for s in line.sentences[:2] for c in s.chunks[:_OPENING]) for line in lines)
    return sum(opening) * 2 > len(lines)


def _is_day(chunk: Chunk) -> bool:
    """Whether a time says which day: the hours of a running report are all of one."""
    return chunk.timex is not None and chunk.timex.value_start is not None


def _placed(lines: Sequence[_Line]) -> bool:
    """Whether more than half of the entries name a place of their own."""
    naming = sum(any(c.place for s in line.sentences for c in s.chunks) for line in lines)
    if naming:
        naming += sum(_unknown(line.sentences[0]) for line in lines)
    return naming * 2 > len(lines)


def _unknown(first: Sentence) -> bool:
    """Whether an entry opens with a name that no list knows, as its neighbours do with places: "Umdol: …"."""
    hit = _NAMED.match(first.symbols)
    return hit is not None and all(first.chunks[i].capital for i in range(*hit.span("name")))
