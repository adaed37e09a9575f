"""Shots that a text calls an accident keep that as their method."""

from extract.cases import read


def methods(text):
    return {c.event_type for c in read(text).claims if c.count}


def test_a_shot_that_nobody_meant_is_an_accident():
    assert methods("A boy was accidentally shot by his brother in Bergen on Sunday.") == {
        ("accidental_shooting",)
    }


def test_other_sentences_keep_their_method():
    text = "A boy was accidentally shot in Bergen on Sunday.\n\nTwo men were shot in Oslo on Monday."
    assert methods(text) == {("accidental_shooting",), ("shooting",)}


def test_what_was_no_shot_is_not_made_one():
    assert methods("Two men were accidentally killed in an air strike on Sunday.") == {("air_strike",)}
