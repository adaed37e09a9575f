"""Qualifiers around a number, and the strict bounds they leave (model/count.py)."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from witnessmark.model.count import Bounds, Qualifier
from witnessmark.text.number_words import NumberWords

_UPWARD = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_DIRECTED = (*_UPWARD, Qualifier.AT_MOST, Qualifier.FEWER_THAN, Qualifier.ALMOST)
# Two qualifiers may stack ("at least some 500"); more do not occur in edited prose.
_STACKED = 2
# Characters of a phrase, next to the number, that tell for most numbers that no phrase is there.
_EDGE = 3


class Qualified(NamedTuple):
    """How far the wording reaches around a number, and what it says."""

    start: int
    end: int
    qualifier: Qualifier


class _Edge:
    """What phrases have beside a number: the last or first characters of most, a few shorter ones whole."""

    def __init__(self, forms: Sequence[str], part: slice) -> None:
        self.long = frozenset(form[part] for form in forms if len(form) >= _EDGE)
        self.short = tuple(form for form in forms if len(form) < _EDGE)


class Qualifiers:
    """Finds the qualifiers of one language before and after a number."""

    def __init__(self, words: NumberWords) -> None:
        self._before = _longest_first(words.qualifiers, before=True)
        self._after = _longest_first(words.post_qualifiers, before=False)
        self._ends = _Edge([form for form, _ in self._before], slice(-_EDGE, None))
        self._starts = _Edge([form for form, _ in self._after], slice(_EDGE))

    def around(self, text: str, start: int, end: int) -> Qualified:
        """The qualifiers that touch `text[start:end]`; where there are none, `exactly` over the number."""
        begin, stop, found = start, end, Qualifier.EXACTLY
        if text[end : end + _EDGE] in self._starts.long or text.startswith(self._starts.short, end):
            for form, code in self._after:
                stop = end + len(form.rstrip())
                if text.startswith(form, end) and not (
                    form[-1].isalnum() and text[stop : stop + 1].isalnum()
                ):
                    found = code
                    break
            else:
                stop = end
        for _ in range(_STACKED):
            near = text[max(0, begin - _EDGE) : begin]
            if near not in self._ends.long and not near.endswith(self._ends.short):
                break
            for form, code in self._before:
                left = begin - len(form)
                if text.endswith(form, 0, begin) and not (
                    left and form[0].isalnum() and text[left - 1].isalnum()
                ):
                    begin = left
                    found = found if found in _DIRECTED else code
                    break
            else:
                break
        return Qualified(begin, stop, found)


def _longest_first(phrases: Mapping[str, str], *, before: bool) -> list[tuple[str, Qualifier]]:
    """Phrases as they touch a number: words with a space between, signs with or without one.

    Phrases that open a range are left to the range grammar. Raises ValueError for a code that is no
    qualifier.
    """
    forms: dict[str, Qualifier] = {}
    for phrase, code in phrases.items():
        if Qualifier(code) is Qualifier.RANGE:
            continue
        touching = phrase[-1] if before else phrase[0]
        spaced = f"{phrase} " if before else f" {phrase}"
        forms[spaced] = Qualifier(code)
        if not touching.isalnum():
            forms[phrase] = Qualifier(code)
        elif not before:
            forms[f"-{phrase}"] = Qualifier(code)
    return sorted(forms.items(), key=lambda form: -len(form[0]))


def bounds(value: int, qualifier: Qualifier) -> Bounds:
    """The strict bounds of a qualified whole number (domain reference, 3.4)."""
    if qualifier is Qualifier.EXACTLY:
        return Bounds(value, value, value, Qualifier.EXACTLY)
    limits: dict[Qualifier, tuple[int | None, int | None]] = {
        Qualifier.AT_LEAST: (value, None),
        Qualifier.MORE_THAN: (value + 1, None),
        Qualifier.AT_MOST: (0, value),
        Qualifier.FEWER_THAN: (0, max(value - 1, 0)),
        Qualifier.ALMOST: (None, value - 1),
        Qualifier.ABOUT: (None, None),
    }
    if qualifier not in limits:
        return Bounds(value, value, value, Qualifier.EXACTLY)
    return Bounds(value, *limits[qualifier], qualifier)


def vague_bounds(least: int, qualifier: Qualifier) -> Bounds:
    """Bounds of a vague quantity: its least, unless the wording only limits it from above."""
    open_below = qualifier in _DIRECTED and qualifier not in _UPWARD
    return Bounds(None, None if open_below else least, None, Qualifier.VAGUE)


def range_bounds(low: int, high: int, qualifier: Qualifier) -> Bounds:
    """Bounds of a range; "at least 20 to 25" keeps only the low end, "up to 20 to 25" only the high one."""
    if qualifier in _UPWARD:
        return Bounds(None, low, None, qualifier)
    if qualifier in _DIRECTED:
        return Bounds(None, None, high, qualifier)
    return Bounds(None, low, high, Qualifier.RANGE)


@cache
def qualifiers(words: NumberWords) -> Qualifiers:
    """The qualifiers of these words, made once."""
    return Qualifiers(words)
