import pytest

from witnessmark.codebook import is_spot, load, usual_radius
from witnessmark.codebook.site_checks import read_site_rules
from witnessmark.errors import UsageError
from witnessmark.model.place import PlacePrecision

RULES = load().site_rules
HEAD = "source: us\nverified: false\n"
WHOLE = "coverage: 0.5\nreliability: 1\nunnamed: 0\nwide: {a: all}\nnameless: b\nakin: [c; d]\n"


def test_every_word_of_the_rules_is_an_object():
    objects = set(load().taxonomy("objects"))
    kinds = {k for kinds in RULES.wide.values() for k in kinds} - {"all"}
    assert {*RULES.wide, *kinds, *RULES.nameless, *(k for group in RULES.akin for k in group)} <= objects


def test_an_umbrella_covers_kinds_and_no_kind_covers_the_umbrella():
    assert RULES.agree("vital_civilian_facility", "medical_facility")
    assert RULES.agree("civil_infrastructure", "water_facility")
    assert not RULES.agree("civil_infrastructure", "school")
    assert not RULES.agree("medical_facility", "vital_civilian_facility")


def test_kinds_that_reports_do_not_keep_apart_agree_both_ways():
    assert RULES.agree("school", "university")
    assert RULES.agree("university", "school")
    assert not RULES.agree("school", "medical_facility")


def test_a_building_of_unstated_use_names_no_kind():
    assert not RULES.names_kind("building_unspecified")
    assert RULES.names_kind("bakery")


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [("0.5", "1.5", "coverage"), ("y: 1", "y: high", "reliability"), ("[c; d]", "c", "akin")],
)
def test_a_malformed_file_is_named(tmp_path, before, after, part):
    path = tmp_path / "site_checks.yaml"
    path.write_text(HEAD + WHOLE)
    assert read_site_rules(path).agree("c", "d")
    path.write_text(HEAD + WHOLE.replace(before, after))
    with pytest.raises(UsageError, match=part):
        read_site_rules(path)


def test_a_place_is_no_finer_than_the_one_it_lies_in():
    order = ["exact", "town", "near_settlement", "district", "admin1", "informal_region"]
    radii = [usual_radius(PlacePrecision(name)) for name in order]
    assert radii == sorted(radii)
    assert usual_radius(PlacePrecision.COUNTRY) is None
    assert is_spot(PlacePrecision.FACILITY)
    assert not is_spot(PlacePrecision.TOWN)
