"""What became of those who were shot or stabbed is taken from the rest of the text."""

import pytest

from extract.cases import read


def counted(text):
    return [(c.count.measure, c.count.value) for c in read(text).claims if c.count]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men were shot on Monday in Boston. Both are recovering in a hospital.", [("injured", 2)]),
        ("Two men were shot on Monday in Boston. Nobody saw who fired.", [("killed_or_injured", 2)]),
        (
            "Five people were shot on Monday in Boston, one of them fatally. Four are in hospital.",
            [("killed_or_injured", 5), ("killed", 1)],
        ),
        (
            "Nine people were stabbed in Leeds on Monday, and three women were killed.",
            [("killed_or_injured", 9), ("killed", 3)],
        ),
    ],
)
def test_without_a_death_in_the_text_those_shot_are_the_injured(text, found):
    assert counted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot on Monday in Boston. He died at the hospital.",
        "A man was shot in the back on Monday in Boston and later died.",
        "A man was shot in Boston on Monday, police said. Aldo Brandis was killed on his way home.",
    ],
)
def test_the_only_victim_of_a_text_who_died_is_killed_wherever_it_says_shot(text):
    assert {measure for measure, _ in counted(text)} == {"killed"}


def test_a_dead_man_does_not_make_the_others_dead():
    text = "A man was shot on Monday in Boston. A woman was killed there, and two girls were wounded."
    assert counted(text)[0] == ("killed_or_injured", 1)


def test_casualties_of_no_verb_of_attack_stay_what_they_are():
    text = "There were nine casualties on Monday in Boston, medics said, all of them in hospital."
    assert counted(text) == [("killed_or_injured", 9)]


def test_of_two_verbs_the_second_says_what_befell_those_named():
    assert counted("Aldo Brandis, a baker, was shot and killed on Monday in Boston.") == [("killed", 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Officers in Boston found four men with gunshot wounds on Monday. One of them died in hospital.",
            [("killed_or_injured", 4), ("killed", 1)],
        ),
        (
            "Police found a man dead in Boston. Three people with gunshot wounds were taken to a hospital.",
            [("killed", 1), ("injured", 3)],
        ),
        (
            "Officers found a woman with a gunshot wound in Boston. Two others were killed.",
            [("injured", 1), ("killed", 2)],
        ),
        (
            "Officers found a boy with a gunshot wound in Boston. The 12-year-old was pronounced dead.",
            [("killed", 1), ("killed", 1)],
        ),
    ],
)
def test_the_wounded_as_found_are_those_hit_where_the_text_goes_on_to_a_death(text, found):
    assert counted(text) == found
