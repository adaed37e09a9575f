from dataclasses import replace

import pytest

from grade.made import graded, on_, placed, said
from link.made import HAZAR, count, on, perpetrator
from witnessmark.model.claim import Modality
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Location

DOCUMENTED, VERIFIED = Modality.DOCUMENTED_BY_CLAIMANT, Modality.VERIFIED_BY_CLAIMANT


def level(found, name="occurrence"):
    return on_(found, name).level


def test_each_level_of_occurrence_is_reached_by_what_the_scale_asks_for():
    unnamed = said("a", "UNNAMED_RESIDENTS")
    denied_only = said("a", "ARMY_N", kind="denial", modality=Modality.DENIED)
    rescuers, hospital = said("a"), said("b", "HAZAR_HOSPITAL")
    survey = said("c", "VALLEY_MONITOR", modality=DOCUMENTED)
    assert level(graded(denied_only)) == "V0"
    assert level(graded(unnamed)) == "V1"
    assert level(graded(rescuers)) == "V2_single_source"
    assert level(graded(survey)) == "V3_single_investigative"
    assert level(graded(rescuers, hospital)) == "V3_corroborated"
    assert level(graded(rescuers, survey)) == "V4"
    assert level(graded(said("a", "COI_SYRIA"))) == "V5"


def test_the_levels_of_a_dimension_take_claims_that_agree_on_it():
    air = {"event_type": ("air_strike",), "event_type_how": "stated"}
    shell = {"event_type": ("shelling",), "event_type_how": "stated"}
    assert (
        level(graded(said("a", **air), said("b", "HAZAR_HOSPITAL", **air)), "method_weapon")
        == "V3_corroborated"
    )
    apart = graded(said("a", **air), said("b", "HAZAR_HOSPITAL", **shell))
    assert level(apart, "method_weapon") == "V2_single_source"
    assert level(apart) == "V3_corroborated"


@pytest.mark.parametrize(
    ("dimension", "agrees", "differs"),
    [
        ("object", {"target": ("market",)}, {"target": ("school",)}),
        ("attribution", {"blame": ("ARMY_N",)}, {"blame": ("MILITIA_S",)}),
        ("numbers", {"n": 12}, {"n": 40}),
        ("victim_status", {"victim_group": ("civilian",)}, {"victim_group": ("combatant",)}),
    ],
)
def test_another_origin_corroborates_a_dimension_only_where_it_says_the_same(dimension, agrees, differs):
    one = said("a", **agrees)
    assert level(graded(one), dimension) == "V2_single_source"
    assert level(graded(one, said("b", "HAZAR_HOSPITAL", **agrees)), dimension) == "V3_corroborated"
    assert level(graded(one, said("b", "HAZAR_HOSPITAL", **differs)), dimension) == "V2_single_source"
    assert level(graded(said("a")), dimension) == "V0"


def test_a_weapon_and_the_wider_weapon_it_is_one_of_are_one_means():
    found = graded(said("a", weapon=("sarin",)), said("b", "HAZAR_HOSPITAL", weapon=("chemical",)))
    assert level(found, "method_weapon") == "V3_corroborated"
    assert on_(found, "method_weapon").reason.startswith("chemical weapon:")


def test_a_method_that_is_left_open_is_no_method():
    assert level(graded(said("a", event_type=("attack_unspecified",))), "method_weapon") == "V0"


def test_place_and_time_may_stand_in_two_claims_and_the_less_known_counts():
    where = said("a", quote="It was at Hazar.", location=Location("Hazar", HAZAR))
    when = said("a", quote="It was on Thursday.", date=on("2021-03-04"))
    assert level(graded(where, when), "place_time") == "V2_single_source"
    assert level(graded(where), "place_time") == "V0"
    assert "when" in on_(graded(where), "place_time").reason
    other = said("b", "HAZAR_HOSPITAL", date=on("2021-03-04"))
    assert level(graded(where, when, other), "place_time") == "V2_single_source"


def test_a_place_or_day_taken_from_the_context_counts_less_than_one_that_is_said():
    own = placed("a")
    context = replace(own, location=replace(own.location, inherited=True))
    assert level(graded(own), "place_time") == "V2_single_source"
    found = on_(graded(context), "place_time")
    assert found.level == "V1"
    assert "context" in found.reason
    assert level(graded(context, placed("b", "HAZAR_HOSPITAL")), "place_time") == "V2_single_source"


def test_a_method_of_the_context_counts_less():
    context = said("a", event_type=("air_strike",), event_type_how="inherited")
    assert level(graded(context), "method_weapon") == "V1"


def test_an_attacker_named_only_in_the_context_is_said_to_be_so_and_grades_nothing():
    found = graded(said("a", actors=(replace(perpetrator("ARMY_N"), inherited=True),)))
    assert level(found, "attribution") == "V0"
    assert "context" in on_(found, "attribution").reason


def test_a_speaker_of_the_context_is_one_origin_but_no_second_one():
    gathered = said("b", "HAZAR_HOSPITAL", named=False)
    assert level(graded(gathered)) == "V2_single_source"
    assert "context" in on_(graded(gathered), "occurrence").reason
    assert level(graded(said("a"), gathered)) == "V2_single_source"
    assert level(graded(said("a", "COI_SYRIA", named=False))) == "V3_single_investigative"


def test_an_investigation_does_not_by_itself_show_who_did_it_or_how_many():
    found = graded(said("a", blame=("ARMY_N",), n=12, modality=DOCUMENTED))
    assert level(found) == "V3_single_investigative"
    assert level(found, "attribution") == level(found, "numbers") == "V2_single_source"


def test_evidence_of_the_very_thing_shows_it():
    remnant = said(
        "a", quote="It showed the tail of a barrel bomb.", kind="evidence", weapon=("barrel_bomb",)
    )
    assert level(graded(remnant), "method_weapon") == "V3_single_investigative"
    assert level(graded(remnant), "object") == "V0"
    alleged = replace(remnant, modality=Modality.ALLEGED)
    assert level(graded(alleged), "method_weapon") == "V2_single_source"


def test_evidence_beside_a_second_origin_is_the_fourth_level_on_what_both_say():
    remnant = said("a", kind="evidence", weapon=("barrel_bomb",))
    second = said("b", "HAZAR_HOSPITAL", weapon=("barrel_bomb",))
    assert level(graded(remnant, second), "method_weapon") == "V4"


def test_a_body_finds_only_within_its_mandate():
    found = graded(said("a", "OPCW", weapon=("chlorine",), n=12))
    assert level(found, "method_weapon") == "V5"
    assert level(found, "numbers") == "V2_single_source"
    assert "standard of proof" in on_(found, "method_weapon").reason


def test_a_party_that_says_it_did_it_admits_it_and_one_that_blames_another_does_not():
    admits = graded(said("a", "RUS_MOD", blame=("RUS_GOV",)))
    assert level(admits) == level(admits, "attribution") == "V5"
    accuses = graded(said("a", "RUS_MOD", blame=("MILITIA_S",)), said("b", blame=("RUS_GOV",)))
    assert level(accuses, "attribution") == "V2_single_source"
    assert level(accuses) == "V3_corroborated"


def test_an_admission_settles_no_number():
    assert level(graded(said("a", "ARMY_N", blame=("ARMY_N",), n=12)), "numbers") == "V2_single_source"


@pytest.mark.parametrize(
    "modality", [Modality.THREATENED, Modality.HYPOTHETICAL, Modality.FORECAST, Modality.OPINION]
)
def test_what_is_feared_threatened_or_thought_is_not_said_to_have_happened(modality):
    assert level(graded(said("a", modality=modality))) == "V0"


def test_what_is_held_likely_is_said_to_be_so_and_is_no_investigation():
    found = graded(said("a", "AMNESTY", modality=Modality.SUSPECTED))
    assert level(found) == "V2_single_source"
    assert "held likely" in on_(found, "occurrence").reason


def test_of_several_numbers_the_gravest_and_widest_is_graded_and_another_one_is_shown():
    hurt = said("a", quote="Ninety were hurt.", count=count("injured", 90, "civilian"))
    found = graded(hurt, said("a", n=12), said("b", "HAZAR_HOSPITAL", n=30, quote="Thirty died."))
    numbers = on_(found, "numbers")
    assert "killed 30 civilians" in numbers.reason
    assert "other numbers from RESCUERS" in numbers.reason
    assert len(numbers.against) == 1


def test_a_different_number_elsewhere_keeps_numbers_from_the_fourth_level():
    agreed = [said("a", "VALLEY_MONITOR", n=12, modality=VERIFIED), said("b", n=12)]
    assert level(graded(*agreed), "numbers") == "V4"
    disputed = graded(*agreed, said("c", "HAZAR_HOSPITAL", n=40))
    assert level(disputed, "numbers") == "V3_corroborated"
    assert "explained" in on_(disputed, "numbers").lift


def test_a_level_names_the_claims_it_rests_on_and_no_other():
    plain, blaming = said("a"), said("b", "HAZAR_HOSPITAL", blame=("ARMY_N",))
    found = graded(plain, blaming)
    assert on_(found, "attribution").claims == (blaming.id,)
    assert set(on_(found, "occurrence").claims) == {plain.id, blaming.id}


def test_the_least_of_the_vector_is_shown():
    assert graded(said("a")).minimum == "V0"
    full = said("a", "COI_SYRIA", n=12, blame=("ARMY_N",), target=("market",), weapon=("sarin",))
    full = replace(full, location=Location("Hazar", HAZAR), date=on("2021-03-04"))
    assert graded(full).minimum == "V5"
    assert all(d.level == "V5" and not d.lift for _, d in graded(full).dimensions)


def test_a_total_is_graded_as_a_total():
    total = said("a", kind="aggregate_tally", n=305)
    found = graded(total, kind=IncidentKind.AGGREGATE)
    assert on_(found, "occurrence").reason.startswith("as a total: ")
    assert level(found, "numbers") == "V2_single_source"
    assert found.suggested == ()
