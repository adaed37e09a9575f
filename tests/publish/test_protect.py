from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.place import Place, PlacePrecision
from witnessmark.publish.protect import FINE, MASK, coarse, protect, withhold

POINTS = st.floats(-89, 89, allow_nan=False)


@given(st.text(), st.floats(-89, 89), st.floats(-179, 179), st.text())
def test_coordinates_vanish_and_no_offset_moves(before, lat, lon, after):
    point = f"{lat:.5f}, {lon:.5f}"
    text = f"{before}\n{point} {after}"
    masked = withhold(text)
    assert len(masked) == len(text)
    assert point not in masked
    assert [a == b for a, b in zip(text, masked, strict=True)].count(False) == masked.count(
        MASK
    ) - text.count(MASK)


def test_other_numbers_stay():
    text = "At least 1,068 airstrikes, 3.5 km away, on 29.01.2020; 12.5, 13.25 per cent; 496 and 572"
    assert withhold(text) == text


def test_degrees_and_grid_references_vanish():
    for secret in ("35°48'44\"N 36°36'03\"E", "37S BA 1234 5678", "lat 35.8123 lon 36.6012"):
        assert not any(sign.isdigit() for sign in withhold(f"at {secret}!")), secret


@given(POINTS, POINTS, st.sampled_from(sorted(PlacePrecision)))
def test_only_places_finer_than_a_town_are_rounded(lat, lon, precision):
    place = Place("X", "town", "XQA", None, lat, lon, 1, precision)
    shown = coarse(place)
    if precision in FINE:
        assert (shown.lat, shown.lon) == (round(lat, 1), round(lon, 1))
        assert shown.geonameid is None
    else:
        assert shown == place


def test_quotes_still_fit_their_documents(dossier):
    for reading in protect(dossier).readings:
        for claim in reading.claims:
            assert reading.document.text[claim.start : claim.end] == claim.quote
