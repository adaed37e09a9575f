import pytest

from witnessmark.codebook import load
from witnessmark.codebook.files import DATA
from witnessmark.codebook.lexicon import read_lexicon
from witnessmark.errors import UsageError

BOOK = load()
TAXONOMY = {axis: str(entry.extra["taxonomy"]) for axis, entry in BOOK.taxonomy("axes").items()}
ENGLISH = {(term.axis, term.form): term for term in BOOK.lexicon("en")}


@pytest.mark.parametrize("lang", BOOK.languages)
def test_every_code_is_in_the_taxonomy_of_its_axis(lang):
    strays = {(t.axis, t.code) for t in BOOK.lexicon(lang) if t.code not in BOOK.taxonomy(TAXONOMY[t.axis])}
    assert strays == set()


@pytest.mark.parametrize("lang", BOOK.languages)
def test_forms_are_lower_case_clean_and_once_on_an_axis(lang):
    terms = BOOK.lexicon(lang)
    assert len({(term.axis, term.form) for term in terms}) == len(terms)
    for term in terms:
        assert term.form == " ".join(term.form.lower().split())
        assert term.form
        assert term.attrs["pos"]


@pytest.mark.parametrize("lang", BOOK.languages)
def test_loading_twice_gives_the_same_in_the_same_order(lang):
    assert read_lexicon(DATA / "lexicon" / lang) == BOOK.lexicon(lang)


@pytest.mark.parametrize(
    ("axis", "form", "code"),
    [
        ("methods", "airstrikes", "air_strike"),
        ("methods", "shelled", "shelling"),
        ("methods", "bombing", "bombardment_unspecified"),
        ("weapons", "barrel-bombs", "barrel_bomb"),
        ("platforms", "helicopter gunships", "helicopter"),
        ("objects", "clinics", "medical_facility"),
        ("conducts", "torched", "arson"),
        ("situations", "cease-fire", "ceasefire"),
        ("evidence_kinds", "fuses", "physical_remnant"),
        ("legal_terms", "war crimes", "war_crime"),
        ("legal_verbs", "could amount to", "may_amount_to"),
        ("groups", "villagers", "person"),
        ("groups", "paramedics", "health_worker"),
        ("triggers", "lost their lives", "killed"),
        ("triggers", "flattened", "buildings_destroyed"),
        ("act_nouns", "sorties", "sorties"),
        ("reporting", "accused", "alleged"),
        ("reporting", "denied", "denied"),
        ("hedges", "could not be independently verified", "needs_verification"),
        ("relations", "of whom", "subset"),
        ("units", "kilometers", "distance"),
        ("designations", "resolution", "legal_text"),
        ("stance", "regime", "delegitimising"),
    ],
)
def test_words_of_reports_are_known(axis, form, code):
    assert ENGLISH[axis, form].code == code


def test_who_the_victim_of_a_verb_is():
    assert ENGLISH["triggers", "killed"].has("frame", "transitive")
    assert ENGLISH["triggers", "perished"].has("frame", "intransitive")
    assert ENGLISH["triggers", "claimed"].has("needs", "lives")


def test_a_word_that_is_noun_and_verb_says_both():
    attack = ENGLISH["methods", "attack"]
    assert attack.has("pos", "noun")
    assert attack.has("pos", "verb")
    assert attack.has("form", "base")


def test_villagers_are_no_civilians_and_martyrs_are_loaded():
    assert ENGLISH["groups", "villagers"].code == "person"
    assert ENGLISH["groups", "martyrs"].attrs["loaded"] == "true"
    assert ENGLISH["groups", "martyrs"].code == "person"


def test_weak_place_words_are_marked():
    assert ENGLISH["objects", "town"].has("weak", "true")
    assert not ENGLISH["objects", "hospital"].has("weak", "true")


def test_one_form_with_two_codes_is_an_error(tmp_path):
    (tmp_path / "methods.yaml").write_text(
        "axis: methods\nsource: us\nverified: false\nterms:\n"
        "  - {code: shelling, pos: noun, forms: barrage}\n  - {code: raid, pos: noun, forms: barrage}\n",
        encoding="utf-8",
    )
    with pytest.raises(UsageError, match=r"methods\.yaml: `barrage` is both shelling and raid"):
        read_lexicon(tmp_path)


@pytest.mark.parametrize(
    ("terms", "complaint"),
    [
        ("{a: b}", "must hold a list"),
        ("[word]", "each item of `terms`"),
        ("[{code: x, forms: y}]", "needs a `pos`"),
        ("[{code: x, pos: noun, forms: [y]}]", "must be one string"),
        ("[{code: x, pos: noun, inflect: latin, forms: y}]", "can inflect as"),
    ],
)
def test_a_malformed_lexicon_is_named(tmp_path, terms, complaint):
    (tmp_path / "methods.yaml").write_text(
        f"axis: methods\nsource: us\nverified: false\nterms: {terms}\n", encoding="utf-8"
    )
    with pytest.raises(UsageError, match=r"methods\.yaml") as caught:
        read_lexicon(tmp_path)
    assert complaint in str(caught.value)


def test_a_language_without_a_lexicon_is_an_error_that_lists_those_there_are():
    with pytest.raises(UsageError, match="no lexicon of `la`; there are ar, en, es, fr"):
        BOOK.lexicon("la")


def test_words_of_a_setting_have_one_weight_and_never_that_of_two_settings():
    words = [t for t in BOOK.lexicon("en") if t.axis == "settings"]
    assert {t.code for t in words} == set(BOOK.taxonomy("settings")) - {"none"}
    assert {t.attrs.get("weight", "1") for t in words} == {"0", "1", "2"}
