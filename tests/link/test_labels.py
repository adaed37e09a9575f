import re

import pytest

from witnessmark.link.compare import model
from witnessmark.link.labels import about, told

LEVELS = [
    (c["output_column_name"], level["label_for_charts"])
    for c in model()["comparisons"]
    for level in c["comparison_levels"]
]


@pytest.mark.parametrize("comparison", sorted({c for c, _ in LEVELS}))
def test_every_comparison_says_in_words_what_it_compares(comparison):
    assert about(comparison) != comparison


@pytest.mark.parametrize(("comparison", "label"), LEVELS)
def test_every_level_of_the_model_is_told_in_words_and_not_by_a_bound(comparison, label):
    assert not re.search(r"\b(from|up to) \d", told(comparison, label))


def test_bounds_that_a_model_fitted_anew_may_have_are_told_by_the_next():
    assert told("words", "from 0.35") == told("words", "from 0.3") == "many are shared"
    assert told("published", "up to 5") == "up to a week apart"


def test_a_level_of_its_own_for_a_war_is_told_as_any_other():
    assert told("methods", "war: shared") == told("methods", "peace: shared") == "the same"
    assert told("setting", "war") != "war"


def test_what_has_no_words_is_told_as_it_stands():
    assert about("moon") == "moon"
    assert told("moon", "full") == "full"
    assert told("published", "up to 900") == "up to 900"
