import re

import pytest

from grade.made import graded, said, suggested
from grade.test_flags import denial, retraction
from witnessmark.codebook import load
from witnessmark.grade.facts import NAMED
from witnessmark.model.claim import Modality
from witnessmark.model.incident import IncidentKind

BOOK = load()
BLAMED = {"blame": ("ARMY_N",)}
ONE = said("a", **BLAMED)
TWO = said("b", "HAZAR_HOSPITAL", **BLAMED)
SURVEY = said("c", "VALLEY_MONITOR", modality=Modality.DOCUMENTED_BY_CLAIMANT, **BLAMED)
UNNAMED = said("a", "UNNAMED_RESIDENTS", **BLAMED)
FOUND = said("d", "COI_SYRIA", **BLAMED)
ADMITTED = said("e", "ARMY_N", **BLAMED)
RIVAL = said("f", "TOWN_RADIO", blame=("MILITIA_S",))
CLINIC = {"target": ("medical_facility",)}


@pytest.mark.parametrize(
    ("ladder", "claims", "level"),
    [
        ("airwars", [ONE], "weak"),
        ("airwars", [SURVEY], "weak"),
        ("airwars", [ONE, TWO], "fair"),
        ("airwars", [ONE, TWO, denial("g", "ARMY_N")], "fair"),
        ("airwars", [ONE, ADMITTED], "confirmed"),
        ("airwars", [ONE, TWO, RIVAL], "contested"),
        ("airwars", [ONE, retraction("g", "RESCUERS")], "discounted"),
        ("airwars", [ONE, TWO, retraction("g", "RESCUERS")], "weak"),
        ("airwars", [said("a")], None),
        ("airwars", [UNNAMED], None),
        ("who_certainty", [UNNAMED], "rumour"),
        ("who_certainty", [ONE], "possible"),
        ("who_certainty", [SURVEY], "probable"),
        ("who_certainty", [ONE, TWO], "probable"),
        ("who_certainty", [ONE, SURVEY], "confirmed"),
        ("un_verification", [UNNAMED], "reported"),
        ("un_verification", [ONE], "reported"),
        ("un_verification", [SURVEY], "under_verification"),
        ("un_verification", [ONE, SURVEY], "verified"),
        ("un_verification", [FOUND], "reasonable_grounds"),
        ("admiralty_information", [UNNAMED], "6"),
        ("admiralty_information", [ONE], "3"),
        ("admiralty_information", [SURVEY], "2"),
        ("admiralty_information", [ONE, TWO], "1"),
        ("admiralty_information", [ONE, retraction("g", "RESCUERS")], "5"),
    ],
)
def test_ladders_are_suggested_from_what_is_shown(ladder, claims, level):
    found = suggested(graded(*claims, **CLINIC), ladder)
    assert found.level == level
    assert found.reason


def test_a_letter_for_a_source_is_never_derived():
    for claims in ([UNNAMED], [ONE], [ONE, TWO], [FOUND], [ADMITTED]):
        assert suggested(graded(*claims), "admiralty_source").level is None
    assert BOOK.ladders["admiralty_source"].rungs == ()


def test_a_ladder_about_certain_objects_says_nothing_of_others():
    assert suggested(graded(ONE, target=("market",)), "who_certainty").level is None


def test_ladders_grade_single_events_only():
    assert graded(ONE, kind=IncidentKind.AGGREGATE).suggested == ()
    assert graded(ONE, kind=IncidentKind.SITUATION).suggested == ()
    assert graded(UNNAMED, kind=IncidentKind.ALLEGATION).suggested


def test_what_cannot_be_judged_has_no_rank():
    for scale, code in (("admiralty_source", "F"), ("admiralty_information", "6")):
        assert "rank" not in BOOK.taxonomy(scale)[code].extra
        assert BOOK.taxonomy(scale)[code].label == "Cannot be judged"


def test_every_rule_leads_to_a_level_of_its_ladder_and_asks_for_facts_there_are():
    named = NAMED | BOOK.taxonomy("grade_flags").keys()
    heights = re.compile(rf"({'|'.join(BOOK.taxonomy('dimensions'))})>=[1-5]")
    for name, ladder in BOOK.ladders.items():
        levels = BOOK.taxonomy(name)
        for rung in ladder.rungs:
            assert rung.level in levels
            assert all(fact in named or heights.fullmatch(fact) for fact in rung.when), rung
        assert ladder.objects <= BOOK.taxonomy("objects").keys()
