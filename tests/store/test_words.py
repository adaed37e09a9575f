"""Words of any script are found as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.store.words import Wanted, wanted, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells hit Norvale's market.", ["shells", "hit", "norvale", "s", "market"]),
        ("École détruite", ["ecole", "detruite"]),
        ("قُتِلَ ثلاثة أشخاصٍ فـــي السوق", ["قتل", "ثلاثة", "اشخاص", "في", "السوق"]),
        ("बाज़ार में हमला", ["बाज़ार", "में", "हमला"]),
        ("北京市 12人", ["北", "京", "市", "12", "人"]),
        ("ตลาด", ["ต", "ล", "า", "ด"]),
        ("Взрыв в Школе", ["взрыв", "в", "школе"]),
        ("nul\0snake_case", ["nul", "snake", "case"]),
        ("…!?", []),
    ],
)
def test_words_of_a_text(text, found):
    assert words(text) == found


def test_what_is_asked_for():
    assert wanted('market "killing three people" scho* 市場') == [
        Wanted(("market",)),
        Wanted(("killing", "three", "people")),
        Wanted(("scho",), prefix=True),
        Wanted(("市", "場")),
    ]
    assert wanted('"open quote AND (') == [Wanted(("open", "quote", "and"))]
    assert wanted("“قُتل ثلاثة”") == [Wanted(("قتل", "ثلاثة"))]
    assert wanted('* - ** "" \'') == []


@given(st.text())
def test_words_are_their_own_words(text):
    found = words(text)
    assert words(" ".join(found)) == found
