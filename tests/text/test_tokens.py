import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.tokens import Phrases, tokens

ALPHABET = "ab_1 '-.ض\u0301"


@given(st.text(ALPHABET, max_size=40))
def test_tokens_are_what_the_pattern_of_words_finds(text):
    expected = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    found = tokens(text)
    assert list(zip(found.words, found.starts, found.ends, strict=True)) == expected
    assert found.distinct == {word for word, _, _ in expected}


@given(st.text(ALPHABET, max_size=40), st.sets(st.sampled_from(["a", "b", "ab", "1"])))
def test_words_that_a_list_knows_are_found_in_order(text, known):
    found = tokens(text)
    assert found.standing(known) == [i for i, word in enumerate(found.words) if word in known]


PHRASES = ("a", "b", "a b", "ab", "a-b", "b1 a")


@given(st.text("ab1 -.", max_size=30))
def test_phrases_are_found_as_by_a_search_at_the_beginnings_of_words(text):
    tree = "|".join(re.escape(p) for p in sorted(PHRASES, key=len, reverse=True))
    slow = re.finditer(rf"\b(?:{tree})(?!\w)", text)
    found = Phrases(rf"(?:{tree})(?!\w)", PHRASES).find(text)
    assert found == [(*m.span(), m.group()) for m in slow]


@given(st.text("abc' ", max_size=30))
def test_a_character_behind_a_word_can_refuse_it(text):
    pattern = r"(?:a b|a|c)(?!\w|'\w)"
    found = Phrases(pattern, ("a", "a b", "c"), before="'").find(text)
    assert found == [(*m.span(), m.group()) for m in re.finditer(rf"\b{pattern}", text)]


def test_a_phrase_that_would_never_be_found_is_refused():
    with pytest.raises(ValueError, match="begins with no word"):
        Phrases("-a", ["-a"])
