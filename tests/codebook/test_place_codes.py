"""How well a place is known, in the codes of ACLED, UCDP and Airwars."""

import pytest

from witnessmark.codebook.place_codes import SCHEMES, place_code
from witnessmark.model.place import Place, PlacePrecision


@pytest.mark.parametrize(
    ("precision", "acled", "ucdp", "airwars"),
    [
        ("exact", "1", "1", "exact_location_other"),
        ("facility", "1", "1", "nearby_landmark"),
        ("neighbourhood", "1", "1", "neighbourhood_area"),
        ("town", "1", "1", "town"),
        ("city", "1", "1", "city"),
        ("near_settlement", "2", "2", "subdistrict"),
        ("district", "2", "3", "district"),
        ("admin1", "3", "4", "province_governorate"),
        ("admin1_part", "3", "4", "province_governorate"),
        ("admin1_multi", None, "5", None),
        ("informal_region", None, "5", None),
        ("country", None, "6", None),
        ("unresolved", None, None, None),
    ],
)
def test_each_precision_has_its_codes(precision, acled, ucdp, airwars):
    place = Place("Homs", "city", "SYR", precision=PlacePrecision(precision))
    assert tuple(place_code(place, s) for s in SCHEMES) == (acled, ucdp, airwars)


def test_a_scheme_nobody_knows_is_refused():
    with pytest.raises(KeyError):
        place_code(Place("Homs", "city", "SYR"), "gazetteer")
