"""From atoms to quantities: number words and scales joined into one value, and ranges of two."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from witnessmark.text.number_atoms import Atom, AtomKind
from witnessmark.text.number_words import NumberWords

_HUNDRED, _THOUSAND = 100, 1000


class Quantity(NamedTuple):
    """A number without its qualifiers: `text[start:end]`, read from `used` atoms.

    `value` is a cardinal's or ordinal's number, a vague quantity's least, or the share of a fraction.
    A cardinal may still be broken ("1.5") where it is an end of a range or a percentage.
    `factor` is the last scale in it (1 where there is none), so that "two or three hundred" can share it.
    """

    start: int
    end: int
    kind: AtomKind  # DIGITS or UNIT for a cardinal, else the kind of the whole
    value: float | None
    used: int
    factor: int = 1


class Composer:
    """Joins the atoms of one language."""

    def __init__(self, words: NumberWords) -> None:
        glue = words.glue
        self._articles = tuple(f"{a} " for a in glue.articles)
        self._inner = {" ", "-", *(f" {a} " for a in glue.and_)}
        self._of = {" ", "-", *(f" {o} " for o in glue.of)}
        self._halves = sorted(((f" {h} ", v) for h, v in glue.halves.items()), key=lambda p: -len(p[0]))
        self._half_phrases = tuple(phrase for phrase, _ in self._halves)

    def read(self, text: str, atoms: Sequence[Atom], i: int) -> Quantity | None:
        """The longest quantity that begins at atom `i`; None where it is no number."""
        first = atoms[i]
        if first.kind in (AtomKind.DIGITS, AtomKind.UNIT):
            return self._cardinal(text, atoms, i)
        if first.kind is AtomKind.SCALE:
            return self._scale(text, atoms, i)
        if first.kind in (AtomKind.VAGUE, AtomKind.FRACTION):
            return self._times_scale(text, atoms, i)
        if first.kind is AtomKind.ORDINAL:
            return Quantity(first.start, first.end, AtomKind.ORDINAL, first.value, 1)
        return None

    def _scale(self, text: str, atoms: Sequence[Atom], i: int) -> Quantity | None:
        """A scale without a number: "a million", "a hundred and five"; alone only small ones ("dozen")."""
        start = self.article_before(text, atoms[i].start)
        if start == atoms[i].start and (atoms[i].value or 0) >= _HUNDRED:
            return None
        return self._cardinal(text, atoms, i)._replace(start=start)

    def article_before(self, text: str, at: int) -> int:
        """Where an article that ends just before `at` begins; `at` where there is none."""
        for article in self._articles:
            begin = at - len(article)
            if begin >= 0 and text.startswith(article, begin) and not (begin and text[begin - 1].isalnum()):
                return begin
        return at

    def _cardinal(self, text: str, atoms: Sequence[Atom], i: int) -> Quantity:
        total, current, factor, last = 0.0, 0.0, 1, 0.0
        k = i
        while k < len(atoms):
            atom, gap = atoms[k], text[atoms[k - 1].end : atoms[k].start] if k > i else ""
            value = atom.value or 0.0
            if k > i and not self._joins(atoms[k - 1], gap, atom, last):
                break
            if atom.kind is AtomKind.SCALE:
                current, factor = (current or 1.0) * value, int(value)
                if value >= _THOUSAND:
                    total, current = total + current, 0.0
            else:
                current, factor = current + value, 1
            last = value
            k += 1
        if k < len(atoms) and k == i + 1 and text.startswith(self._half_phrases, atoms[i].end):
            half = self._and_a_half(text, atoms, k, current)
            if half:
                return half
        value = total + current
        if (
            k < len(atoms)
            and atoms[k].kind is AtomKind.ORDINAL
            and text[atoms[k - 1].end : atoms[k].start] == "-"
        ):
            end = atoms[k].end
            return Quantity(atoms[i].start, end, AtomKind.ORDINAL, value + (atoms[k].value or 0), k + 1 - i)
        return Quantity(atoms[i].start, atoms[k - 1].end, AtomKind.UNIT, value, k - i, factor)

    def _joins(self, before: Atom, gap: str, atom: Atom, last: float) -> bool:
        """Whether `atom` continues the number that ends with `before`, whose value is `last`."""
        if gap not in self._inner:
            return False
        plain = gap in (" ", "-")
        if atom.kind is AtomKind.SCALE:
            value = atom.value or 0
            return plain and (before.kind is not AtomKind.SCALE or last < value >= _THOUSAND)
        if atom.kind is not AtomKind.UNIT:
            return False
        if before.kind is AtomKind.SCALE:
            return last >= _HUNDRED and (atom.value or 0) < last
        return plain and before.kind is AtomKind.UNIT and last >= 20 and 0 < (atom.value or 0) < 10

    def _and_a_half(self, text: str, atoms: Sequence[Atom], k: int, current: float) -> Quantity | None:
        """Reads "two and a half million"; `k` is the atom after "two"."""
        before = atoms[k - 1]
        for phrase, share in self._halves:
            stop = before.end + len(phrase)
            if not text.startswith(phrase, before.end):
                continue
            scale = next((a for a in atoms[k : k + 2] if a.start == stop and a.kind is AtomKind.SCALE), None)
            if scale is not None:
                value = (current + share) * (scale.value or 0)
                used = 2 if scale is atoms[k] else 3
                return Quantity(before.start, scale.end, AtomKind.UNIT, value, used, int(scale.value or 1))
        return None

    def _times_scale(self, text: str, atoms: Sequence[Atom], i: int) -> Quantity:
        """Reads "several hundred", "hundreds of thousands", "half a million"; else the first word alone."""
        first = atoms[i]
        alone = Quantity(first.start, first.end, first.kind, first.value, 1)
        if i + 1 >= len(atoms) or first.value is None:
            return alone
        after = atoms[i + 1]
        value = first.value * (after.value or 0)
        if text[first.end : after.start] not in self._of:
            return alone
        if first.kind is AtomKind.FRACTION and after.kind is AtomKind.SCALE and value == int(value):
            return Quantity(first.start, after.end, AtomKind.UNIT, value, 2, int(after.value or 1))
        # "Hundreds of thousands", not "a few dozens".
        large = after.kind is AtomKind.VAGUE and value >= _HUNDRED
        if first.kind is AtomKind.VAGUE and (after.kind is AtomKind.SCALE or large):
            return Quantity(first.start, after.end, AtomKind.VAGUE, value, 2)
        return alone


@cache
def composer(words: NumberWords) -> Composer:
    """The composer of these words, made once."""
    return Composer(words)
