import pytest

from grade.made import graded, height, on_, said
from witnessmark.codebook import load
from witnessmark.grade.lift import _AGREES, _SHOWS
from witnessmark.model.claim import Modality

DOCUMENTED = Modality.DOCUMENTED_BY_CLAIMANT


@pytest.mark.parametrize(
    ("before", "words", "added"),
    [
        ([said("a", "UNNAMED_RESIDENTS")], "an identified origin", said("b")),
        ([said("a")], "independent of RESCUERS", said("b", "HAZAR_HOSPITAL")),
        ([said("a")], "an investigation by RESCUERS", said("b", modality=DOCUMENTED)),
        ([said("a", modality=DOCUMENTED)], "independent of RESCUERS", said("b", "HAZAR_HOSPITAL")),
        (
            [said("a"), said("b", "HAZAR_HOSPITAL")],
            "evidence that one of them shows",
            said("c", modality=DOCUMENTED),
        ),
        ([said("a"), said("b", "AMNESTY")], "a body with a stated standard of proof", said("c", "COI_SYRIA")),
        (
            [said("a"), said("b", "AMNESTY")],
            "the statement of the party itself",
            said("c", "ARMY_N", blame=("ARMY_N",)),
        ),
    ],
)
def test_what_is_said_to_lift_it_lifts_it_by_one_level(before, words, added):
    found = graded(*before)
    at = height(found, "occurrence")
    lift = on_(found, "occurrence").lift
    assert words in lift
    assert lift.startswith(f"to V{at + 1}: ")
    assert height(graded(*before, added), "occurrence") == at + 1


def test_what_nobody_says_is_lifted_by_somebody_who_says_it():
    assert on_(graded(said("a")), "attribution").lift == "to V2: an identified origin that says who did it"


def test_the_highest_level_asks_for_nothing():
    assert on_(graded(said("a", "COI_SYRIA")), "occurrence").lift == ""


def test_every_dimension_has_its_words():
    assert set(_AGREES) == set(_SHOWS) == set(load().taxonomy("dimensions"))
