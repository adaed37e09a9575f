"""Numbers in running text, with what their wording makes certain.

The words are data (`NumberWords`); the grammar is here: digits and their grouping, number words, scales,
ranges, vague quantities, fractions and percentages, ordinals, and the qualifiers before and after. Bounds
follow model/count.py: "at least 108" is low 108, "almost 500" is high 499, "about 500" has open ends.

Never numbers: parts of designations ("Su-24", "M5", "122mm"), of compounds ("9-year-old"), times ("17:36"),
dates with separators, sums of money, decimals without a scale ("7.62"). Years and ages without a hyphen are
plain numbers here; who reads the sentence knows better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from witnessmark.model.count import Bounds, Qualifier
from witnessmark.text.number_atoms import Atom, AtomKind, scanner
from witnessmark.text.number_compose import Quantity, composer
from witnessmark.text.number_qualifiers import bounds, qualifiers, range_bounds, vague_bounds
from witnessmark.text.number_words import Glue, NumberWords, glue

__all__ = ["Glue", "Number", "NumberKind", "NumberWords", "glue", "numbers"]

_CARDINAL = (AtomKind.DIGITS, AtomKind.UNIT)


class NumberKind(StrEnum):
    """What a number is; ordinals are found so that callers can pass over them."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    RANGE = "range"
    VAGUE = "vague"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class Number:
    """`text[start:end]` with its qualifiers, `text[core_start:core_end]` without.

    `fraction` is the share of a whole (None where only "more than half" is known), `vague_term` the words
    of a vague quantity.
    """

    start: int
    end: int
    bounds: Bounds
    core_start: int
    core_end: int
    kind: NumberKind
    fraction: float | None = None
    vague_term: str | None = None


def numbers(folded_lower_text: str, words: NumberWords) -> list[Number]:
    """Every number of a folded, lower-cased text (see text.normalise), in order; none overlap."""
    reader = _Reader(folded_lower_text, words)
    out: list[Number] = []
    i = 0
    while i < len(reader.atoms):
        used, number = reader.at(i)
        i += used
        if number is not None:
            out.append(number)
    return out


class _Reader:
    """One text being read."""

    def __init__(self, text: str, words: NumberWords) -> None:
        self.text = text
        self.atoms: Sequence[Atom] = scanner(words).atoms(text)
        self._glue = words.glue
        self._composer = composer(words)
        self._qualifiers = qualifiers(words)
        self._percents = tuple(f"{gap}{phrase}" for phrase in words.glue.percent for gap in ("", " ", "-"))
        # Two spaces and an article may stand beside the joining word.
        self._reach = 5 + max(map(len, (*words.glue.range_joins, *words.glue.and_, "-")))

    def at(self, i: int) -> tuple[int, Number | None]:
        """How many atoms the reading at atom `i` used up, and the number read there, if it is one."""
        first = self._composer.read(self.text, self.atoms, i)
        if first is None:
            return 1, None
        if first.kind in _CARDINAL and self._neighbour(first.end, i + first.used):
            second = self._composer.read(self.text, self.atoms, i + first.used)
            if second is not None and second.kind in _CARDINAL:
                low, opened = self._joined(first, second)
                if low is not None:
                    return first.used + second.used, self._range(first, second, low, opened)
        return first.used, self._single(first)

    def _neighbour(self, end: int, i: int) -> bool:
        """Whether atom `i` is near enough to what ends at `end` to be the other end of a range."""
        return i < len(self.atoms) and self.atoms[i].start - end <= self._reach

    def _joined(self, first: Quantity, second: Quantity) -> tuple[int | None, int]:
        """The low end where the two are one range, and where the range begins with its opener."""
        gap = self.text[first.end : second.start]
        start, low, high = first.start, first.value or 0, second.value or 0
        if first.factor == 1 < second.factor and low < high / second.factor:
            low *= second.factor  # "two or three hundred"
        if (
            low >= high
            or low != int(low)
            or _broken(second)
            or (gap.strip() not in ("-", *self._glue.range_joins, *self._glue.and_))
        ):
            return None, start
        opened = self._before(start, self._glue.range_openers)
        if gap.strip() in self._glue.and_ and opened == start:
            return None, start
        if opened == start and gap.strip() != "-" and self._before(start, self._glue.change_openers) < start:
            return None, start
        return int(low), opened

    def _range(self, first: Quantity, second: Quantity, low: int, opened: int) -> Number | None:
        if self._glued(first.start, second.end) or self._percent(second.end):
            return None
        around = self._qualifiers.around(self.text, opened, second.end)
        limits = range_bounds(low, int(second.value or 0), around.qualifier)
        return Number(around.start, around.end, limits, first.start, second.end, NumberKind.RANGE)

    def _single(self, q: Quantity) -> Number | None:
        if q.kind is AtomKind.ORDINAL:
            order = Bounds(int(q.value or 0), None, None, Qualifier.EXACTLY)
            return Number(q.start, q.end, order, q.start, q.end, NumberKind.ORDINAL)
        around = self._qualifiers.around(self.text, q.start, q.end)
        share = Bounds(None, None, None, Qualifier.FRACTION)
        percent = self._percent(q.end)
        if percent:
            stop, divisor = percent
            part = (q.value or 0) / divisor
            return Number(around.start, stop, share, q.start, stop, NumberKind.FRACTION, fraction=part)
        if (around.end == q.end and self._glued(q.start, q.end)) or _broken(q):
            return None
        if q.kind is AtomKind.FRACTION:
            return Number(
                around.start, around.end, share, q.start, q.end, NumberKind.FRACTION, fraction=q.value
            )
        if q.kind is AtomKind.VAGUE:
            limits, term = vague_bounds(int(q.value or 0), around.qualifier), self.text[q.start : q.end]
            return Number(around.start, around.end, limits, q.start, q.end, NumberKind.VAGUE, vague_term=term)
        limits = bounds(int(q.value or 0), around.qualifier)
        return Number(around.start, around.end, limits, q.start, q.end, NumberKind.CARDINAL)

    def _before(self, start: int, phrases: Sequence[str]) -> int:
        """Where the longest of the phrases that ends just before `start` begins; `start` if none does."""
        found = start
        for phrase in phrases:
            left = start - len(phrase) - 1
            if self.text.startswith(f"{phrase} ", max(left, 0)) and left >= 0:
                found = found if left and self.text[left - 1].isalnum() else min(found, left)
        return found

    def _percent(self, end: int) -> tuple[int, int] | None:
        """The end and the divisor of a percentage sign or word right after a number."""
        if not self.text.startswith(self._percents, end):
            return None
        at = end + 1 if self.text.startswith((" ", "-"), end) else end
        for phrase, divisor in self._glue.percent.items():
            stop = at + len(phrase)
            if self.text.startswith(phrase, at) and not (
                phrase[-1].isalnum() and self.text[stop : stop + 1].isalnum()
            ):
                return stop, divisor
        return None

    def _glued(self, start: int, end: int) -> bool:
        """Whether hyphens make the number a part of something else ("su-24", "9-year-old")."""
        text = self.text
        before = start > 1 and text[start].isdigit() and text[start - 1] == "-" and text[start - 2].isalnum()
        return before or (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum())


def _broken(q: Quantity) -> bool:
    """A cardinal that is not whole: a measurement, never a count."""
    return q.kind in _CARDINAL and q.value != int(q.value or 0)
