import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.sentences import sentences


def split(text, **kwargs):
    return [s.of(text) for s in sentences(text, **kwargs)]


def test_titles_initials_and_times_do_not_end_a_sentence():
    text = "Dr. Sample of St. Ives spoke at 5 p.m. on Friday. The U.S. office agreed with Lt. Gen. Example."
    assert split(text) == [
        "Dr. Sample of St. Ives spoke at 5 p.m. on Friday.",
        "The U.S. office agreed with Lt. Gen. Example.",
    ]


def test_abbreviation_before_a_number_does_not_end_a_sentence():
    assert split("Three were hurt, incl. 2 children. See No. 5.") == [
        "Three were hurt, incl. 2 children.",
        "See No. 5.",
    ]


def test_no_may_be_an_answer():
    assert split("He said no. They left.") == ["He said no.", "They left."]


def test_a_full_stop_before_lower_case_is_a_slip():
    assert split("Supported by fighters. from the capital. They left.") == [
        "Supported by fighters. from the capital.",
        "They left.",
    ]


def test_line_ends_always_break():
    assert split("A headline without a stop\nthe first line\n\nand more") == [
        "A headline without a stop",
        "the first line",
        "and more",
    ]


def test_closing_quote_stays_with_its_sentence():
    text = "\u201cThe clinic is closed.\u201d The mayor left."
    assert split(text) == ["\u201cThe clinic is closed.\u201d", "The mayor left."]


def test_offsets_count_from_the_start_of_the_text():
    text = "\U0001f600 Title. سقطت القذائف. One. Two."
    start = text.index("One")
    assert split(text, start=start) == ["One.", "Two."]
    assert split(text, end=start - 1)[0].startswith("\U0001f600")


@given(st.text(alphabet=st.sampled_from("aB. \n\"!?'5\u201d\U0001f600م")))
def test_sentences_are_ordered_trimmed_and_lose_nothing(text):
    found = sentences(text)
    assert all(s.of(text) == s.of(text).strip() != "" for s in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


def test_unknown_language_still_splits():
    assert split("One. Two.", language="zz") == ["One.", "Two."]


def test_what_goes_on_without_an_end_is_cut_between_words():
    text = "and nine " * 2000
    found = sentences(text)
    assert len(found) > 5
    assert all(s.end - s.start <= 1300 for s in found)
    assert {s.of(text).split()[0] for s in found} <= {"and", "nine"}
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())


@pytest.mark.parametrize("text", ["x" * 5000, "a" + " " * 5000 + "b", "\u00a0x" * 3000])
def test_a_cut_loses_nothing_where_there_is_no_blank_or_nothing_else(text):
    found = sentences(text)
    assert all(s.of(text) == s.of(text).strip() != "" for s in found)
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
