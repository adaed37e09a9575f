from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factory import claim, count, document
from witnessmark.model.place import Place
from witnessmark.publish import words
from witnessmark.publish.evidence import _extracted

D = date


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (D(2020, 1, 29), D(2020, 1, 29), "29 January 2020"),
        (D(2018, 9, 7), D(2018, 9, 10), "7\u201310 September 2018"),
        (D(2020, 1, 31), D(2020, 2, 1), "31 January \u2013 1 February 2020"),
        (D(2019, 5, 5), D(2020, 2, 25), "5 May 2019 \u2013 25 February 2020"),
        (None, D(2019, 5, 29), "until 29 May 2019, start not stated"),
        (D(2019, 4, 26), None, "since 26 April 2019, end not stated"),
        (D(2018, 9, 1), D(2018, 9, 30), "September 2018"),
        (D(2011, 1, 1), D(2011, 12, 31), "2011"),
        (D(2020, 1, 1), D(2020, 2, 29), "January \u2013 February 2020"),
        (D(2019, 12, 1), D(2020, 1, 31), "December 2019 \u2013 January 2020"),
        (D(1, 1, 1), D(9999, 12, 31), "1 January 1 \u2013 31 December 9999"),
        (None, None, "date not stated"),
    ],
)
def test_spans_of_days(start, end, said):
    assert words.span(start, end) == said


@pytest.mark.parametrize(
    ("low", "best", "high", "said"),
    [
        (11, 11, 11, "11"),
        (108, 108, None, "at least 108"),
        (20, None, None, "at least 20"),
        (None, 500, None, "about 500"),
        (None, 500, 499, "fewer than 500"),
        (None, 500, 520, "500, at most 520"),
        (380_001, 380_000, None, "more than 380,000"),
        (20, 28, 35, "20 to 35 (best 28)"),
        (20, None, 35, "20 to 35"),
        (None, None, 1000, "at most 1,000"),
        (None, None, None, "not known"),
    ],
)
def test_bounds(low, best, high, said):
    assert words.bounds(low, best, high) == said


NUMBERS = st.none() | st.integers(0, 10**7)


@given(NUMBERS, NUMBERS, NUMBERS)
def test_an_unknown_never_becomes_a_number(low, best, high):
    given_numbers = {f"{n:,}" for n in (low, best, high) if n is not None}
    said = words.bounds(low, best, high)
    assert {w.strip("(),") for w in said.split() if w.strip("(),")[0].isdigit()} <= given_numbers


def test_places_name_their_country_in_words():
    assert words.place(Place("Taiz", "city", "YEM", "Ta'izz")) == "Taiz, Ta'izz, Yemen"
    assert words.place(Place("Yemen", "country", "YEM")) == "Yemen"
    assert words.place(Place("Karsund", "town", "XQA")) == "Karsund, XQA"


def test_how_sure_a_claim_is_is_a_share_and_nothing_where_it_was_not_measured():
    measured = claim(document("Six people were killed."), "Six people", count=count(6), confidence=0.87)
    assert words.sure(measured) == "87%"
    assert words.sure(replace(measured, confidence=None)) == ""
    assert _extracted(measured).endswith("; 87% of such claims are read right")
    assert _extracted(replace(measured, confidence=None)) == "grammar"
