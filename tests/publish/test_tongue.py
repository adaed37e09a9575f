"""What is put into words can be said in another language, and is English everywhere else."""

from dataclasses import replace
from datetime import date

from witnessmark.model.figure import Figure
from witnessmark.publish import phrases, words
from witnessmark.publish.labels import codebook_labels
from witnessmark.publish.tongue import ENGLISH, Tongue, say, speaking, tongue

BACKWARDS = Tongue(say=lambda text: {"May": "yaM", "at least {n}": "{n} tsael ta"}.get(text, text))
KILLED = Figure("killed", "civilian", 40, None, None, "", ())


def test_words_are_said_in_the_tongue_that_is_spoken():
    with speaking(BACKWARDS):
        assert words.day(date(2019, 5, 4)) == "4 yaM 2019"
        assert words.bounds(40, None, None) == "40 tsael ta"
    assert words.day(date(2019, 5, 4)) == "4 May 2019"


def test_where_nouns_change_with_their_number_the_label_comes_first():
    labels = codebook_labels()
    assert phrases.figure(KILLED, labels) == "at least 40 civilians killed"
    with speaking(replace(BACKWARDS, label_first=True)):
        assert phrases.figure(KILLED, labels) == "Killed (civilians): 40 tsael ta"


def test_a_country_has_its_name_in_the_tongue():
    assert words.country("SYR") == "Syria"
    with speaking(Tongue(country=lambda short, official: f"{short}, {official}")):
        assert words.country("SYR") == "Syria, Syrian Arab Republic"


def test_one_tongue_inside_another_is_left_again():
    with speaking(BACKWARDS):
        with speaking(ENGLISH):
            assert say("May") == "May"
        assert tongue() is BACKWARDS
    assert tongue() is ENGLISH
