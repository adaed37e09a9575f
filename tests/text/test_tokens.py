import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.tokens import Phrases, tokens

ALPHABET = "ab_1 '-.ض\u0301"


@given(st.text(ALPHABET, max_size=40))
def test_tokens_are_what_the_pattern_of_words_finds(text):
    expected = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    assert list(zip(*tokens(text), strict=True)) == expected


PHRASES = ("a", "b", "a b", "ab", "a-b", "b1 a")


@given(st.text("ab1 -.", max_size=30))
def test_phrases_are_found_as_by_a_search_at_the_beginnings_of_words(text):
    tree = "|".join(re.escape(p) for p in sorted(PHRASES, key=len, reverse=True))
    slow = re.finditer(rf"\b(?:{tree})(?!\w)", text)
    assert [m.span() for m in Phrases(rf"(?:{tree})(?!\w)", PHRASES).find(text)] == [m.span() for m in slow]


def test_a_phrase_that_would_never_be_found_is_refused():
    with pytest.raises(ValueError, match="begins with no word"):
        Phrases("-a", ["-a"])
