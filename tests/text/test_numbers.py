import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.count import Qualifier
from witnessmark.text.normalise import fold, lower
from witnessmark.text.numbers import NumberKind, NumberWords, glue, numbers

SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = NumberWords(
    units={w: i for i, w in enumerate(SMALL)} | {w: 10 * i for i, w in enumerate(TENS, 2)},
    scales={"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12},
    vague={"dozens": 12, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6}
    | dict.fromkeys(("several", "a handful", "a few", "a couple"), 2),
    fractions={"half": 0.5, "a third of": 1 / 3, "two-thirds": 2 / 3, "most": None, "the majority": None},
    qualifiers=dict.fromkeys(("at least", "no fewer than"), "at_least")
    | dict.fromkeys(("more than", "over", ">"), "more_than")
    | dict.fromkeys(("nearly", "almost"), "almost")
    | dict.fromkeys(("around", "about", "some", "an estimated", "~"), "about")
    | dict.fromkeys(("up to", "no more than"), "at_most")
    | {"fewer than": "fewer_than"},
    post_qualifiers={
        "or so": "about",
        "odd": "about",
        "plus": "at_least",
        "+": "at_least",
        "or more": "at_least",
    },
)


def read(text):
    return numbers(lower(fold(text)), WORDS)


def only(text):
    (number,) = read(text)
    return number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14 civilians", 14),
        ("1,068 air strikes", 1068),
        ("1\u00a0068 air strikes", 1068),
        ("12 500 families", 12_500),
        ("٣٨٠ people", 380),
        ("1.5 million", 1_500_000),
        ("5k followers", 5000),
        ("twenty-three", 23),
        ("two hundred and five", 205),
        ("one hundred twenty-three thousand four hundred and fifty-six", 123_456),
        ("five hundred thousand", 500_000),
        ("a million", 10**6),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("aged 70", 70),
        ("14\u2014including", 14),
    ],
)
def test_cardinals(text, value):
    number = only(text)
    assert number.kind is NumberKind.CARDINAL
    assert (number.bounds.value, number.bounds.low, number.bounds.high) == (value, value, value)
    assert number.bounds.qualifier is Qualifier.EXACTLY


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "qualifier"),
    [
        ("at least 108", 108, 108, None, "at_least"),
        ("no fewer than 32", 32, 32, None, "at_least"),
        ("more than 380,000", 380_000, 380_001, None, "more_than"),
        (">380,000", 380_000, 380_001, None, "more_than"),
        ("over 200", 200, 201, None, "more_than"),
        ("nearly a million", 10**6, None, 999_999, "almost"),
        ("around 500", 500, None, None, "about"),
        ("~500", 500, None, None, "about"),
        ("500 or so", 500, None, None, "about"),
        ("200-plus", 200, 200, None, "at_least"),
        ("200+", 200, 200, None, "at_least"),
        ("20 or more", 20, 20, None, "at_least"),
        ("up to 60", 60, 0, 60, "at_most"),
        ("fewer than 10", 10, 0, 9, "fewer_than"),
        ("at least some 500", 500, 500, None, "at_least"),
    ],
)
def test_qualifiers_give_strict_bounds(text, value, low, high, qualifier):
    number = only(text)
    bounds = number.bounds
    assert (bounds.value, bounds.low, bounds.high, bounds.qualifier) == (
        value,
        low,
        high,
        Qualifier(qualifier),
    )
    assert (number.start, number.end) == (0, len(text))
    assert (number.core_start, number.core_end) != (0, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("between 20 and 25", 20, 25),
        ("20 to 25", 20, 25),
        ("20\u201325", 20, 25),
        ("four or five", 4, 5),
        ("two or three hundred", 200, 300),
        ("20 to 25 thousand", 20_000, 25_000),
        ("1.5 to 2 million", 1_500_000, 2_000_000),
    ],
)
def test_ranges_have_ends_and_no_value(text, low, high):
    number = only(text)
    assert number.kind is NumberKind.RANGE
    assert (number.bounds.value, number.bounds.low, number.bounds.high) == (None, low, high)


@pytest.mark.parametrize(
    ("text", "low", "term"),
    [
        ("dozens of people", 12, "dozens"),
        ("scores of people", 20, "scores"),
        ("hundreds", 100, "hundreds"),
        ("tens of thousands", 10_000, "tens of thousands"),
        ("hundreds of thousands", 100_000, "hundreds of thousands"),
        ("millions", 10**6, "millions"),
        ("several", 2, "several"),
        ("several hundred", 200, "several hundred"),
        ("a few dozen", 24, "a few dozen"),
        ("a couple of million", 2 * 10**6, "a couple of million"),
    ],
)
def test_vague_words_have_a_least_and_never_a_value(text, low, term):
    number = only(text)
    assert (number.kind, number.vague_term) == (NumberKind.VAGUE, term)
    assert (number.bounds.value, number.bounds.low, number.bounds.high) == (None, low, None)


def test_up_to_a_vague_number_has_no_least():
    assert only("up to several hundred").bounds.low is None


@pytest.mark.parametrize(
    ("text", "fraction"),
    [
        ("half of whom", 0.5),
        ("a third of them", 1 / 3),
        ("two-thirds", 2 / 3),
        ("most of them", None),
        ("the majority", None),
        ("60% of them", 0.6),
        ("1.5 percent", 0.015),
        ("sixty per cent", 0.6),
    ],
)
def test_fractions(text, fraction):
    number = only(text)
    assert number.kind is NumberKind.FRACTION
    assert number.fraction == (None if fraction is None else pytest.approx(fraction))


@pytest.mark.parametrize(("text", "value"), [("the fifth", 5), ("3rd", 3), ("twenty-first", 21)])
def test_ordinals_are_marked(text, value):
    number = only(text)
    assert (number.kind, number.bounds.value) == (NumberKind.ORDINAL, value)


@pytest.mark.parametrize(
    "text",
    [
        "Su-24", "M5", "122mm", "COVID-19", "17:36", "9-year-old", "18-month", "2019-05-04", "15/09/2018",
        "1990s", "$5 million", "7.62 mm", "no one", "often weighty", "20-strong", "007", "24/7",
    ],
)  # fmt: skip
def test_not_numbers(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from 20 to 25", [20, 25]),
        ("two and three", [2, 3]),
        ("12 killed, 15 injured", [12, 15]),
        ("between two schools and three shops", [2, 3]),
        ("25 to 20", [25, 20]),
    ],
)
def test_neighbours_that_are_no_range(text, values):
    assert [n.bounds.value for n in read(text)] == values


@given(st.integers(0, 10**11))
def test_grouped_and_plain_digits_mean_the_same(value):
    plain, grouped = only(f"{value} people"), only(f"{value:,} people")
    assert plain.bounds.value == grouped.bounds.value == value


def spell(n):
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= scale:
            rest = n % scale
            joint = " and " if rest and scale == 100 else " "
            return spell(n // scale) + f" {word}" + (joint + spell(rest) if rest else "")
    if n < 20:
        return SMALL[n]
    return TENS[n // 10 - 2] + (f"-{SMALL[n % 10]}" if n % 10 else "")


@given(st.integers(0, 10**9 - 1))
def test_spelled_numbers_read_back(value):
    assert only(f"they counted {spell(value)} people").bounds.value == value


@given(st.text(alphabet=st.sampled_from("0123456789,.-%$ aonethufirdsmlp\n"), max_size=60))
def test_numbers_are_ordered_and_inside_the_text(text):
    found = numbers(text, WORDS)
    assert all(0 <= n.start <= n.core_start < n.core_end <= n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_short_scales_attach_and_single_letters_are_no_scales():
    words = NumberWords(
        units={}, scales={"m": 10**6, "bn": 10**9}, vague={}, fractions={}, qualifiers={}, post_qualifiers={}
    )
    assert [n.bounds.value for n in numbers("2bn, 2 bn, 50 m, 50m", words)] == [2 * 10**9, 2 * 10**9, 50]


def test_words_that_open_a_range_qualify_no_single_number():
    words = NumberWords(
        units={}, scales={}, vague={}, fractions={}, qualifiers={"between": "range"}, post_qualifiers={}
    )
    (number,) = numbers("between 20 schools", words)
    assert (number.start, number.bounds.value) == (number.core_start, 20)


def test_a_language_without_glue_still_reads_digits():
    words = NumberWords(
        units={"tres": 3},
        scales={},
        vague={},
        fractions={},
        qualifiers={},
        post_qualifiers={},
        glue=glue("zz"),
    )
    assert [n.bounds.value for n in numbers("murieron tres o 14", words)] == [3, 14]
