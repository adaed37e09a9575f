import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.codebook.files import DATA
from witnessmark.codebook.inflect import expand, read_morphology
from witnessmark.errors import UsageError

ENGLISH = read_morphology(DATA / "lexicon" / "en" / "morphology.yaml")


def forms(phrase, inflect="none", words=ENGLISH):
    return {form for form, _ in expand(phrase, inflect, words)}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("casualty", {"casualty", "casualties"}),
        ("church", {"church", "churches"}),
        ("convoy", {"convoy", "convoys"}),
        ("schoolchild", {"schoolchild", "schoolchildren"}),
        ("aircraft", {"aircraft"}),
        ("crime* against humanity", {"crime against humanity", "crimes against humanity"}),
        ("civilians", {"civilians"}),
        ("aid worker", {"aid worker", "aid workers"}),
        ("medical centre", {"medical centre", "medical centres", "medical center", "medical centers"}),
    ],
)
def test_nouns(phrase, expected):
    assert forms(phrase, "noun") == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("kill", {"kill", "kills", "killed", "killing"}),
        ("strike", {"strike", "strikes", "struck", "striking"}),
        ("drop", {"drop", "drops", "dropped", "dropping"}),
        ("bury", {"bury", "buries", "buried", "burying"}),
        ("badly wound*", {"badly wound", "badly wounds", "badly wounded", "badly wounding"}),
        ("ill-treat*", {f"ill{j}{f}" for j in "- " for f in ("treat", "treats", "treated", "treating")}),
        ("raze", {"raze", "razes", "razed", "razing"}),
        ("flee", {"flee", "flees", "fled", "fleeing"}),
        ("burn down", {"burn down", "burns down", "burned down", "burnt down", "burning down"}),
        ("level", {"level", "levels", "levelled", "leveled", "levelling", "leveling"}),
    ],
)
def test_verbs(phrase, expected):
    assert forms(phrase, "verb") == expected


def test_both_spellings_of_ise_and_no_other_word():
    assert {"terrorise", "terrorize", "terrorised", "terrorized"} <= forms("terrorise", "verb")
    assert forms("raise", "verb") == {"raise", "raises", "raised", "raising"}


def test_open_hyphenated_and_closed():
    assert forms("air~strike") == {"air strike", "air-strike", "airstrike"}
    assert forms("death-toll") == {"death-toll", "death toll"}


def test_a_form_says_what_it_is():
    told = dict(expand("hit", "verb", ENGLISH))
    assert told["hit"] == {"lemma": "hit", "form": "base past participle"}
    assert dict(expand("raid", "noun", ENGLISH))["raids"] == {"number": "plural"}


def test_without_a_morphology_a_phrase_stays_as_it_is():
    assert list(expand("muertos", "noun", None)) == [("muertos", {})]


WORDS = st.text(st.sampled_from("abcdefghiklmnoprstuvwyz"), min_size=2, max_size=9)


@given(WORDS, st.sampled_from(["noun", "verb", "none"]))
def test_the_word_itself_is_always_among_its_forms(word, inflect):
    assert word in forms(word, inflect)


@given(WORDS)
def test_forms_of_a_phrase_keep_its_other_words(word):
    assert all(form.startswith("field ") for form in forms(f"field {word}", "noun"))


def test_a_verb_with_a_form_missing_is_named(tmp_path):
    path = tmp_path / "morphology.yaml"
    path.write_text(
        "source: us\nverified: false\nnouns: {}\nspelling: {}\nverbs: {go: goes went}\n", encoding="utf-8"
    )
    with pytest.raises(UsageError, match=r"morphology\.yaml: `go` needs third"):
        read_morphology(path)
