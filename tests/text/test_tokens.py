from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.tokens import tokens


def words(text):
    return [t.text for t in tokens(text)]


def test_words_keep_inner_apostrophes_and_initials():
    assert words("Dara'a, the group\u2019s U.S. office") == [
        "Dara'a", ",", "the", "group\u2019s", "U.S.", "office",
    ]  # fmt: skip


def test_numbers_keep_grouping_and_decimals():
    assert words("1,068 or 1.5 or 1\u00a0068.") == ["1,068", "or", "1.5", "or", "1\u00a0068", "."]


def test_hyphen_splits_and_the_second_part_says_so():
    state, hyphen, backed = tokens("State-backed")
    assert (hyphen.text, backed.text, backed.lower) == ("-", "backed", "backed")
    assert backed.hyphen
    assert not state.hyphen


def test_dash_between_spaces_joins_nothing():
    assert not any(t.hyphen for t in tokens("they left - all of them"))


@given(st.text())
def test_tokens_cover_everything_but_white_space(text):
    found = tokens(text)
    assert "".join(t.text for t in found) == "".join(text.split())
    assert all(text[t.start : t.end] == t.text for t in found)
