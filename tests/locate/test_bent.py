"""Cyrillic names in another case are tried in their first one."""

import pytest

from witnessmark.locate.bent import nominatives
from witnessmark.text.names import fold


@pytest.mark.parametrize(
    ("bent", "name"),
    [
        ("Херсоні", "Херсон"),
        ("Миколаєва", "Миколаїв"),
        ("Харкова", "Харків"),
        ("Полтаві", "Полтава"),
        ("Москве", "Москва"),
        ("Мариуполя", "Мариуполь"),
        ("Харківській області", "Харківська область"),
    ],
)
def test_the_first_case_is_among_the_forms_and_the_bent_name_is_not(bent, name):
    forms = list(nominatives(fold(bent)))
    assert fold(name) in forms
    assert fold(bent) not in forms


def test_short_words_are_left_alone():
    assert list(nominatives("на")) == []
