from enum import StrEnum

import pytest

from witnessmark.codebook import load
from witnessmark.errors import UsageError
from witnessmark.model.actor import Role
from witnessmark.model.claim import ClaimKind, Modality, RelationType
from witnessmark.model.count import Qualifier
from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import PlacePrecision, PlaceRole
from witnessmark.model.site_check import SiteResult
from witnessmark.model.when import TimePrecision

BOOK = load()
AXES = ("methods", "weapons", "platforms", "objects", "conducts")


@pytest.mark.parametrize("name", BOOK.taxonomies)
def test_every_entry_says_what_it_is_and_where_that_is_from(name):
    entries = BOOK.taxonomy(name)
    assert entries
    for code, entry in entries.items():
        assert entry.code == code
        assert entry.label.strip()
        assert entry.definition.endswith(".")
        assert entry.source.strip()
        assert isinstance(entry.verified, bool)


@pytest.mark.parametrize("name", BOOK.taxonomies)
def test_crosswalks_lead_to_codes_that_exist(name):
    for entry in BOOK.taxonomy(name).values():
        for scheme, code in entry.crosswalk.items():
            assert code in BOOK.taxonomy(scheme), f"{name}.{entry.code} -> {scheme}"


@pytest.mark.parametrize("name", ["weapons", "platforms"])
def test_what_a_weapon_or_platform_implies_is_a_method(name):
    implied = {e.extra["implies"] for e in BOOK.taxonomy(name).values() if "implies" in e.extra}
    assert implied <= {*BOOK.taxonomy("methods")}


@pytest.mark.parametrize(
    ("name", "enum"),
    [
        ("claim_kinds", ClaimKind),
        ("modalities", Modality),
        ("qualifiers", Qualifier),
        ("time_precision", TimePrecision),
        ("place_precision", PlacePrecision),
        ("place_roles", PlaceRole),
        ("relation_types", RelationType),
        ("actor_roles", Role),
        ("incident_kinds", IncidentKind),
        ("site_results", SiteResult),
    ],
)
def test_the_words_of_the_model_are_all_explained(name, enum: type[StrEnum]):
    assert set(BOOK.taxonomy(name)) == {member.value for member in enum}


def test_a_barrel_bomb_is_a_weapon_and_no_method():
    assert "barrel_bomb" in BOOK.taxonomy("weapons")
    assert all("barrel_bomb" not in BOOK.taxonomy(axis) for axis in AXES if axis != "weapons")


def test_hospitals_are_protected_and_bases_are_not():
    objects = BOOK.taxonomy("objects")
    assert objects["medical_facility"].extra["protected"] is True
    assert objects["military_object"].extra["protected"] is False
    assert all(
        isinstance(entry.extra["protected"], bool) for entry in objects.values() if entry.code != "mixed"
    )


def test_measures_say_what_one_is_and_add_only_to_themselves():
    measures = BOOK.taxonomy("measures")
    assert measures["killed"].extra["unit"] == "person"
    for entry in measures.values():
        assert entry.extra["kind"] in {"person", "act", "object", "administrative", "frame"}
        assert entry.extra["additive_with"] in ([], [entry.code])


def test_groups_know_status_from_age_and_trade():
    groups = BOOK.taxonomy("groups")
    assert {groups[code].extra["axis"] for code in groups} == {"status", "demographic", "role"}
    assert groups["infant"].parent == "child"
    assert groups["civilian"].parent == "person"


def test_speech_words_give_modalities_the_model_has():
    modalities = BOOK.taxonomy("modalities")
    for name in ("reporting", "hedges"):
        for entry in BOOK.taxonomy(name).values():
            assert entry.extra.get("modality", "asserted") in modalities


def test_an_unknown_taxonomy_is_named_in_the_error():
    with pytest.raises(UsageError, match=r"weather\.yaml"):
        BOOK.taxonomy("weather")


@pytest.mark.parametrize("name", ["likelihood", "distance_bands"])
def test_bands_rise_to_one_that_is_open(name):
    *closed, last = (e.extra.get("below") for e in BOOK.taxonomy(name).values())
    assert last is None
    assert closed == sorted(set(closed))
