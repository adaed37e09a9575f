"""Stretches: looking at little of a text finds what looking at all of it does."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.date.expressions import expressions
from witnessmark.date.language import language
from witnessmark.date.stretches import Stretches

ENGLISH = language("en")
FORMS = sorted(ENGLISH.words)
PLAIN = ["the", "of", "in", "on", "since", "a", "village", "burned", "m", "O'Neil", "su-24", "x2019", "ère"]
FIGURES = [
    "1258",
    "2019",
    "7",
    "9.30",
    "5 p.m.",
    "1,068",
    "1990s",
    "3rd",
    "2018-05-05T10:30Z",
    "950",
    "1258",
    "12/3/2015",
]
GAPS = [" ", " ", " ", ", ", ",", "-", " - ", "\n", "\n\n", ". ", "'s ", "; ", " (", " \u2014 ", "  "]
WORDS = st.one_of(st.sampled_from(FORMS), st.sampled_from(PLAIN), st.sampled_from(FIGURES))


class Everything:
    """The whole text as one stretch."""

    def find(self, text: str, _figures: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [(0, len(text))]


WHOLE = replace(ENGLISH, stretches=cast("Stretches", Everything()))


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(WORDS, st.sampled_from(GAPS), st.booleans()), max_size=30))
def test_little_of_a_text_is_as_good_as_all_of_it(parts: list[tuple[str, str, bool]]) -> None:
    text = "".join((word.capitalize() if high else word) + gap for word, gap, high in parts)
    lowered = text.lower()
    assert expressions(text, lowered, ENGLISH) == expressions(text, lowered, WHOLE)


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("the mill was burned by men", []),
        ("they met on the 3rd of may, and left", ["on the 3rd of may, and"]),
        ("mayors and sundaes", []),
        ("a raid since the fighting began in 2011 there", ["since the fighting began in 2011 there"]),
    ],
)
def test_only_what_may_tell_time_is_looked_at(text: str, stretches: list[str]) -> None:
    years = [(i, i + 4) for i in range(len(text)) if text[i : i + 4] == "2011"]
    found = [text[start:end].strip() for start, end in ENGLISH.stretches.find(text, years)]
    assert found == stretches
