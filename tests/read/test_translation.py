from witnessmark.read.language import language
from witnessmark.read.translation import translated

PLAIN = (
    "The council said that the shelling of the market had killed four people. The truce was signed in May."
)


def test_plain_text_has_no_signs():
    assert translated(PLAIN, "en") == (False, ())


def test_a_text_that_says_so():
    told, evidence = translated(
        f"{PLAIN}\nThis article was automatically translated from the original.", "en"
    )
    assert told is True
    assert "automatically translated" in evidence[0]


def test_a_service_line_of_the_site_is_weak():
    told, evidence = translated(f"{PLAIN}\nAutomated translation by Harbour Words", "en")
    assert told is None
    assert len(evidence) == 1


def test_one_foreign_acronym_is_weak_two_are_not():
    assert translated(f"{PLAIN} The ONU has asked for calm.", "en")[0] is None
    assert translated(f"{PLAIN} The ONU and the CICR have asked for calm.", "en")[0] is True
    assert translated(f"{PLAIN} La ONU y el CICR piden calma.", "es") == (False, ())


def test_a_foreign_acronym_and_a_broken_sentence():
    told, evidence = translated(f"{PLAIN} The ONU has asked for calm. from both sides of the river.", "en")
    assert told is True
    assert "calm. from both" in evidence[1]


def test_languages():
    assert language(PLAIN) == "en"
    assert language("قال الدفاع المدني إن القصف على البلدة أسفر عن إصابة خمسة أشخاص بينهم طفلان") == "ar"
    assert language("По данным местных властей, в результате обстрела посёлка ранены пять человек.") == "ru"
    assert language("12 3 --") == "und"
