import pytest

from witnessmark.codebook import load
from witnessmark.codebook.numbers import read_numbers
from witnessmark.errors import UsageError

BOOK = load()
ENGLISH = BOOK.numbers("en")


def test_number_words():
    assert (ENGLISH.units["seventeen"], ENGLISH.units["half a dozen"]) == (17, 6)
    assert ENGLISH.scales["million"] == 1_000_000
    assert ENGLISH.vague["dozens"] == 12
    assert ENGLISH.vague["tens of thousands"] == 10_000
    assert ENGLISH.fractions["half"] == 0.5
    assert ENGLISH.fractions["most"] is None


def test_some_people_is_no_number():
    assert "some" not in ENGLISH.vague
    assert ENGLISH.qualifiers["some"] == "about"


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("no fewer than", "at_least"),
        ("fewer than", "fewer_than"),
        ("up to", "at_most"),
        ("nearly", "almost"),
        ("over", "more_than"),
    ],
)
def test_qualifiers(phrase, code):
    assert ENGLISH.qualifiers[phrase] == code


def test_longer_phrases_come_first_so_that_no_fewer_than_is_not_fewer_than():
    phrases = list(ENGLISH.qualifiers)
    assert phrases.index("no fewer than") < phrases.index("fewer than")
    assert ENGLISH.post_qualifiers["or so"] == "about"


@pytest.mark.parametrize("lang", BOOK.languages)
def test_every_language_speaks_of_the_qualifiers_of_the_model(lang):
    numbers = BOOK.numbers(lang)
    codes = set(BOOK.taxonomy("qualifiers"))
    assert set(numbers.qualifiers.values()) | set(numbers.post_qualifiers.values()) <= codes
    assert "at_least" in numbers.qualifiers.values()
    assert all(share is None or 0 < share < 1 for share in numbers.fractions.values())


@pytest.mark.parametrize("lang", BOOK.languages)
def test_a_word_is_either_exact_or_vague(lang):
    numbers = BOOK.numbers(lang)
    assert not set(numbers.units) & set(numbers.vague)


def test_a_value_that_is_no_number_is_named(tmp_path):
    path = tmp_path / "numbers.yaml"
    path.write_text("source: us\nverified: false\nunits: {many: lots}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"numbers\.yaml: `many` under `units`"):
        read_numbers(path)
