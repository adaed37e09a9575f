import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.text.lexicon import Lexicon, Shelf


def naive(forms, text):
    """The definition, slowly: at each place the longest form with no letter, digit or "_" beside it."""
    out, at = [], 0
    while at < len(text):
        fits = [
            form
            for form in {f for f, _ in forms}
            if text.startswith(form, at)
            and not (at and (text[at - 1].isalnum() or text[at - 1] == "_"))
            and not (
                text[at + len(form) :] and (text[at + len(form)].isalnum() or text[at + len(form)] == "_")
            )
        ]
        if not fits:
            at += 1
            continue
        best = max(fits, key=len)
        out += [(at, at + len(best), p) for f, p in forms if f == best]
        at += len(best)
    return out


ALPHABET = "ab_ 'ض\U0001f600"


@given(
    st.lists(
        st.tuples(st.text(ALPHABET, min_size=1, max_size=4).filter(str.strip), st.integers(0, 3)),
        min_size=1,
        max_size=8,
    ),
    st.text(ALPHABET, max_size=30),
)
def test_find_equals_the_naive_definition(forms, text):
    assert Lexicon(forms).find(text) == naive(forms, text)


FORMS = st.lists(
    st.tuples(st.text("ab '", min_size=1, max_size=4).filter(str.strip), st.integers(0, 3)), max_size=6
)


@given(FORMS, FORMS, st.text("ab '", max_size=20))
def test_lexicons_on_one_shelf_find_what_each_finds_alone(one, other, text):
    shelf = Shelf()
    first, second = Lexicon(one, shelf), Lexicon(other, shelf)
    assert [first.find(text), second.find(text)] == [naive(one, text), naive(other, text)]


def test_no_match_inside_words_but_before_a_possessive():
    lexicon = Lexicon([("shell", 1), ("bomb", 2)])
    assert lexicon.find("shelling bombarded unshell shell_case") == []
    assert lexicon.find("the shell's case") == [(4, 9, 1)]


def test_shorter_form_stands_in_where_the_longer_one_fails():
    lexicon = Lexicon([("barrel bomb", 1), ("barrel", 2)])
    assert [payload for _, _, payload in lexicon.find("barrel bombing; barrel bomb")] == [2, 1]


def test_offsets_are_code_points_after_astral_and_arabic_text():
    text = "\U0001f600 قصف school"
    ((start, end, _),) = Lexicon([("school", "s")]).find(text)
    assert text[start:end] == "school"


def test_every_payload_of_a_form_is_given():
    assert [payload for _, _, payload in Lexicon([("raid", "air"), ("raid", "ground")]).find("raid")] == [
        "air",
        "ground",
    ]


def test_empty_form_is_refused_and_an_empty_lexicon_finds_nothing():
    with pytest.raises(ValueError, match="empty form"):
        Lexicon([(" ", 1)])
    assert Lexicon([]).find("anything") == []
