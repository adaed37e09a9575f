"""The facts of a text that survive translation, in the order it tells them: numbers, days, places, names.

A translation, by a person or a machine, changes every word and keeps these, and it keeps their order. Two
reporters of one event share its place, its day and its toll; they hardly ever share a long row of facts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from witnessmark.link import places
from witnessmark.link.sameness import number_bits
from witnessmark.link.telling import rarity
from witnessmark.model.reading import Reading
from witnessmark.model.when import TimePrecision
from witnessmark.text.spans import Span, covering, merged

# Facts of a text that are compared: a long feature repeats its facts, and says the main ones early.
MOST = 60
# A number of less than this many bits (below ten, or round) is written as a word in one house and as a
# figure in the next.
LEAST_NUMBER_BITS = 3.3
# What a day or a settlement in common is worth: all reports of a week and a province share a few of them.
DAY_BITS, PLACE_BITS, NAME_BITS = 2.0, 2.0, 3.0
# Zipf frequency below which a capitalised word is a name and no heading.
NAME_RARITY = 3.0

# Both begin with the sign they are about and look back from it: a third of the time of looking back first.
_NUMBER = re.compile(r"(\d(?<![\w.,:/-]\d)(?:\d{0,2}(?:[,.\u00a0\u202f ]\d{3})+|\d*))(?![\w:/]|[.,]\d|-\d)")
_NAME = re.compile(r"[A-Z\u00c0-\u00de](?<=[^\W\d_] [A-Z\u00c0-\u00de])[a-z\u00df-\u00ff'-]{3,}")
_GROUPING = re.compile(r"[,.\u00a0\u202f ]")
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact by its first mention; `bits` is how unlikely it is that another text has it by chance."""

    sort: str  # number | day | place | name
    value: str
    bits: float


def facts_of(reading: Reading) -> tuple[Fact, ...]:
    """The facts of a document, each once, in reading order."""
    found: dict[tuple[str, str], tuple[int, Fact]] = {}
    for at, fact in sorted(_facts(reading), key=lambda f: (f[0], f[1].sort, f[1].value)):
        found.setdefault((fact.sort, fact.value), (at, fact))
    return tuple(fact for _, fact in list(found.values())[:MOST])


def _facts(reading: Reading) -> Iterator[tuple[int, Fact]]:
    dated, placed = [(t.start, t.end) for t in reading.timexes], [(m.start, m.end) for m in reading.places]
    taken = merged((*dated, *placed))
    zones = [(z.start, z.end) for z in reading.document.zones if z.claims_allowed]
    zones = zones or [(0, len(reading.document.text))]
    told = merged(zones)
    for t in reading.timexes:
        day = t.value_start if t.precision is TimePrecision.DAY else None
        if day is not None and covering(told, t.start) is not None:
            yield t.start, Fact("day", day.isoformat(), DAY_BITS)
    for m in reading.places:
        if m.place is not None and places.is_point(m.place) and covering(told, m.start) is not None:
            yield m.start, Fact("place", m.place.name.casefold(), PLACE_BITS)
    for start, end in zones:
        yield from _numbers(reading.document.text, start, end, taken)
        yield from _names(reading, start, end, taken)


def _numbers(text: str, start: int, end: int, taken: Sequence[Span]) -> Iterator[tuple[int, Fact]]:
    for m in _NUMBER.finditer(text, start, end):
        digits = m.group(1)
        value = int(digits if digits.isdecimal() else _GROUPING.sub("", digits)) if len(digits) < 16 else 0
        bits = number_bits(value)
        if bits >= LEAST_NUMBER_BITS and value not in _YEARS and covering(taken, m.start()) is None:
            yield m.start(), Fact("number", str(value), bits)


def _names(reading: Reading, start: int, end: int, taken: Sequence[Span]) -> Iterator[tuple[int, Fact]]:
    """Words in capitals within a sentence that their language does not know as words."""
    document = reading.document
    for m in _NAME.finditer(document.text, start, end):
        name = m.group().casefold()
        if rarity(name, document.language) < NAME_RARITY and covering(taken, m.start()) is None:
            yield m.start(), Fact("name", name, NAME_BITS)


@dataclass(frozen=True, slots=True)
class Row:
    """The longest row of facts that two texts tell in one order, and its share of the poorer one's bits."""

    facts: tuple[Fact, ...]
    covered: float

    @property
    def bits(self) -> float:
        return sum(f.bits for f in self.facts)

    def of(self, sort: str) -> tuple[Fact, ...]:
        return tuple(f for f in self.facts if f.sort == sort)


NO_ROW = Row((), 0.0)


def common_row(a: Sequence[Fact], b: Sequence[Fact], *, least: float) -> Row:
    """The common row of two texts, `NO_ROW` where it cannot reach `least` bits.

    A sort of fact that only one of the two has at all (names, between two scripts) is not asked of it.
    """
    sorts = {f.sort for f in a} & {f.sort for f in b}
    one, other = ([f for f in facts if f.sort in sorts] for facts in (a, b))
    shared = set(other)
    if sum(f.bits for f in one if f in shared) < least:
        return NO_ROW
    row = _heaviest_row(one, other)
    poorer = min(sum(f.bits for f in one), sum(f.bits for f in other))
    return Row(row, sum(f.bits for f in row) / poorer)


def _heaviest_row(one: Sequence[Fact], other: Sequence[Fact]) -> tuple[Fact, ...]:
    """Of all rows in the order of both, the one of most bits; each fact stands once in a text."""
    at = {fact: n for n, fact in enumerate(other)}
    best: list[tuple[float, int, int, Fact]] = []  # bits of the row that ends here, its place, before, fact
    for fact in one:
        place = at.get(fact)
        if place is None:
            continue
        before = [(bits, n) for n, (bits, p, _, _) in enumerate(best) if p < place]
        bits, last = max(before, key=lambda x: (x[0], -x[1]), default=(0.0, -1))
        best.append((bits + fact.bits, place, last, fact))
    n = max(range(len(best)), key=lambda i: (best[i][0], -i), default=-1)
    row: list[Fact] = []
    while n >= 0:
        row.append(best[n][3])
        n = best[n][2]
    return tuple(reversed(row))
