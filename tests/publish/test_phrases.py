import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.count import Count, Qualifier
from witnessmark.model.figure import Figure
from witnessmark.publish import phrases
from witnessmark.publish.labels import Labels, codebook_labels

BOOK = codebook_labels()


def figure(measure, group, low, best, high):
    return Figure(measure, group, low, best, high, "r", ())


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (figure("killed", "civilian", 11, 11, 11), "11 civilians killed"),
        (figure("killed", "child", 1, 1, 1), "1 child killed"),
        (figure("killed", "person", 3, 3, 3), "3 people killed (civilian status not stated)"),
        (figure("injured", None, 20, None, None), "at least 20 people injured (civilian status not stated)"),
        (figure("displaced", "person", None, 1000, 999), "fewer than 1,000 people displaced"),
        (
            figure("buildings_destroyed", "residential_building", 2, 2, None),
            "at least 2 residential buildings destroyed",
        ),
        (figure("attacks", "school", 18, 18, 18), "18 attacks on schools"),
        (figure("attacks", None, 1, 1, 1), "1 attack"),
        (figure("facilities_hit", None, 18, 18, 18), "18 facilities hit"),
        (figure("people_in_need", "person", 2001, 2000, None), "more than 2,000 people in need of help"),
        (figure("killed", "civilian", 20, 28, 35), "20 to 35 civilians killed, best 28"),
        (figure("killed", "civilian", None, None, None), "civilians killed: number not known"),
    ],
)
def test_figures_are_plain_phrases(value, said):
    assert phrases.figure(value, BOOK) == said


def test_a_count_without_a_number_keeps_the_words_of_the_text():
    count = Count("killed", "child", None, None, None, Qualifier.UNSPECIFIED_PLURAL, "several children")
    assert phrases.count(count, BOOK) == "children killed: “several children”"


@pytest.mark.parametrize(
    ("low", "value", "high", "said"),
    [
        (25, 25, 25, "25 civilians killed"),
        (None, 25, None, "about 25 civilians killed"),
        (25, 25, None, "at least 25 civilians killed"),
    ],
)
def test_a_count_is_no_more_exact_than_its_bounds(low, value, high, said):
    count = Count("killed", "civilian", value, low, high, Qualifier.ABOUT, "25")
    assert phrases.count(count, BOOK) == said


@given(
    st.sampled_from(sorted(BOOK.axes["measures"])),
    st.none() | st.sampled_from(sorted(BOOK.axes["groups"]) + sorted(BOOK.axes["objects"])),
    st.integers(0, 3000),
)
def test_every_measure_and_group_makes_a_phrase_without_a_code_or_a_stray_capital(measure, group, n):
    said = phrases.figure(figure(measure, group, n, n, n), BOOK)
    assert said.startswith(f"{n:,} ")
    assert "_" not in said
    assert "{" not in said
    assert said.replace("UN ", "") == said.replace("UN ", "").lower()


@pytest.mark.parametrize("axis", ["measures", "groups", "objects", "methods"])
def test_the_codebook_has_a_plural_for_all_that_is_counted(axis):
    assert [c for c in BOOK.axes[axis] if not BOOK.said(axis, c, "plural")] == []


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        (("attack_unspecified", "bombardment_unspecified"), "bombardment, air or ground not stated"),
        (("bombardment_unspecified", "air_strike"), "air strike"),
        (("ied", "ied_vehicle_borne"), "vehicle bomb"),
        (("air_strike", "shelling", "displacement"), "air strike and shelling"),
        (
            ("bombardment_unspecified", "ground_assault"),
            "bombardment, air or ground not stated; and ground assault",
        ),
        ((), ""),
    ],
)
def test_an_umbrella_is_not_named_beside_what_it_covers(codes, said):
    assert phrases.methods(codes, BOOK) == said


@given(st.lists(st.sampled_from(sorted(BOOK.axes["methods"])), min_size=1, unique=True))
def test_some_method_is_always_left(codes):
    assert phrases.methods(codes, BOOK)


def test_words_the_codebook_lacks_are_still_a_phrase():
    assert phrases.figure(figure("wells_poisoned", "well", 4, 4, 4), Labels()) == "4 wells poisoned (well)"


def test_figures_follow_the_codebook_with_people_first(dossier):
    strike = dossier.incidents[0]
    assert [f.measure for f in phrases.figures(strike, BOOK)] == ["killed", "buildings_destroyed"]


def test_a_sum_no_source_states_says_so_with_its_parts():
    made = Figure("killed", "child", 26, 26, 26, "derived (12 + 14)", ("a", "b"))
    assert phrases.figure(made, codebook_labels()) == "26 children killed (derived: 12 + 14)"
