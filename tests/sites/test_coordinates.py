# ruff: noqa: RUF001  (digits and letters of other scripts are what this is about)
"""Coordinates in every form people write them, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mgrs import MGRS
from pyproj import Proj, Transformer

from witnessmark.sites.coordinates import UNSTATED, CoordinateError, Fault, read, to_position
from witnessmark.sites.register.shapes import apart

SPOT = (-12.5, 60.25)  # open water


def place(text, lon=None, **more):
    return to_position(read(text, lon, more.get("datum", "WGS 84")), text, "test", **more)


@pytest.mark.parametrize(
    "text",
    [
        "-12.50000, 60.25000",
        "-12.50000 60.25000",
        "(-12.50000; 60.25000)",
        "-12,50000 60,25000",
        "-12,50000, 60,25000",
        "12.50000S 60.25000E",
        "S 12.50000 E 60.25000",
        "60.25000° E / 12.50000° S",
        "12°30'00.0\"S 60°15'00.0\"E",
        "12°30′00.0″ S, 60°15′00.0″ E",
        "12º 30' 00.0'' S 60º 15' 00.0'' E",
        "12 30 00.0 S 60 15 00.0 E",
        "12:30:00.0 S 60:15:00.0 E",
        "S12-30-00.0 E60-15-00.0",
        "12d30m00.0s S 60d15m00.0s E",
        "12 deg 30 min 0.0 sec South, 60 deg 15 min 0.0 sec East",
        "123000.0S 0601500.0E",
        "S12°30.0000' E060°15.0000'",
        "1230.0000S 06015.0000E",
        "١٢٫٥٠٠٠٠ جنوب ٦٠٫٢٥٠٠٠ شرق",
        "-۱۲٫۵۰۰۰۰، ۶۰٫۲۵۰۰۰",
        "-१२.५०००० ६०.२५०००",
        "12°30'00.0\" ю.ш. 60°15'00.0\" в.д.",
        "12°30'00.0\" пд.ш. 60°15'00.0\" сх.д.",
        "geo:-12.50000,60.25000",
        "POINT(60.25000 -12.50000)",
        "\u200e-12.50000, 60.25000\u200f",
    ],
)
def test_one_place_in_many_writings(text):
    found = place(text)
    assert apart(found.lat, found.lon, *SPOT) < 0.2
    assert found.verbatim == text
    assert found.accuracy <= UNSTATED


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("-12.5000", "60.2500"),
        ("12°30'00.0\" S", "60°15'00.0\" E"),
        ("60.2500E", "12.5000S"),
        ("-1.25E+01", "60,2500"),
    ],
)
def test_two_cells(lat, lon):
    found = place(lat, lon)
    assert (found.lat, found.lon) == pytest.approx(SPOT)


def test_a_phone_states_its_own_accuracy():
    assert place("-12.5000000 60.2500000 31.2 4.9").accuracy == 4.9


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("12°60'00\"S 60°15'00\"E", Fault.MINUTES),
        ("12 30 75 S 60 15 00 E", Fault.MINUTES),
        ("112.5, 60.25", Fault.OUT_OF_RANGE),
        ("12.5, 260.25", Fault.OUT_OF_RANGE),
        ("north of the river", Fault.BAD_COORDINATE),
        ("12.5", Fault.BAD_COORDINATE),
        ("12.5N 60.25N", Fault.BAD_COORDINATE),
        ("-12.5S 60.25E", Fault.BAD_COORDINATE),
        ("12.5 30 S 60 15 E", Fault.BAD_COORDINATE),
        ("1 2 3 4 5", Fault.BAD_COORDINATE),
        ("40L 512345", Fault.BAD_COORDINATE),
        ("40T 512345 8612345", Fault.BAD_COORDINATE),
        ("61L 512345 8612345", Fault.OUT_OF_RANGE),
        ("40 512345 8612345", Fault.BAD_COORDINATE),
        ("40LEH123456789", Fault.BAD_COORDINATE),
        ("", Fault.NO_POSITION),
        ("1" * 500, Fault.BAD_COORDINATE),
    ],
)
def test_what_is_no_position_says_why_and_shows_nothing_of_it(text, fault):
    with pytest.raises(CoordinateError) as error:
        place(text)
    assert error.value.fault is fault
    assert not any(part in str(error.value) for part in text.split() if len(part) > 3)


def test_digits_say_how_exact_a_position_can_be():
    assert place("-12.5, 60.2").accuracy == pytest.approx(7_800, rel=0.02)
    assert place("-12.50, 60.25").accuracy == pytest.approx(777, rel=0.02)
    assert place("-12.5, 60.25000").accuracy == UNSTATED  # noughts a spreadsheet dropped
    assert place("12°30'S 60°15'E").accuracy == pytest.approx(1_300, rel=0.02)


def test_accuracy_is_never_better_than_stated_nor_than_the_digits():
    assert place("-12.50000, 60.25000", stated=3.0).accuracy == 3.0
    assert place("-12.50000, 60.25000", stated=250.0).accuracy == 250.0
    assert place("-12.50, 60.25", stated=3.0).accuracy == pytest.approx(777, rel=0.02)


lats = st.floats(-79.5, 83.5).map(lambda v: round(v, 7))
lons = st.floats(-179.9, 179.9).map(lambda v: round(v, 7))


@given(lats, lons)
def test_decimal_there_and_back(lat, lon):
    found = place(f"{lat:.7f}", f"{lon:.7f}")
    assert (found.lat, found.lon) == (lat, lon)


@given(lats, lons, st.booleans())
def test_degrees_minutes_seconds_there_and_back(lat, lon, letters):
    text = ", ".join(sexagesimal(v, axis, letters) for v, axis in ((lat, "NS"), (lon, "EW")))
    found = place(text)
    assert apart(found.lat, found.lon, lat, lon) < 0.1
    assert found.format == "dms"


def sexagesimal(value, axis, letters):
    whole = round(abs(value) * 3600 * 1000)
    degrees, rest = divmod(whole, 3_600_000)
    minutes, millis = divmod(rest, 60_000)
    text = f"{degrees}°{minutes:02}'{millis / 1000:06.3f}\""
    return text + axis[value < 0] if letters else ("-" if value < 0 else "") + text


@given(lats, lons, st.integers(0, 5))
def test_the_middle_of_a_square_is_as_near_as_it_says(lat, lon, precision):
    text = MGRS().toMGRS(lat, lon, MGRSPrecision=precision)
    found = place(text)
    assert found.format == "mgrs"
    # a square at the edge of a zone is cut off there, its middle may lie beyond: allow it the whole side
    assert apart(found.lat, found.lon, lat, lon) <= 2.1 * max(found.accuracy, 1)


@given(st.floats(-79.5, 79.5).map(lambda v: round(v, 5)), lons)
def test_utm_there_and_back(lat, lon):
    zone = int((lon + 180) // 6) + 1
    east, north = Proj(proj="utm", zone=zone, south=lat < 0, ellps="WGS84")(lon, lat)
    band = "CDEFGHJKLMNPQRSTUVWX"[min(19, int((lat + 80) // 8))]
    found = place(f"{zone}{band} {east:.2f} {north:.2f}")
    assert apart(found.lat, found.lon, lat, lon) < 0.1
    assert found.format == "utm"


@pytest.mark.parametrize("lat", [8.0, -40.0])
@pytest.mark.parametrize("digits", [0, 2])
def test_utm_at_the_edge_of_a_band_may_be_cut_off(lat, digits):
    zone, band = 31, "CDEFGHJKLMNPQRSTUVWX"[int((lat + 80) // 8)]
    east, north = Proj(proj="utm", zone=zone, south=lat < 0, ellps="WGS84")(1.0, lat)
    cut = north // 10**-digits * 10**-digits
    found = place(f"{zone}{band} {east:.2f} {cut:.{digits}f}")
    assert apart(found.lat, found.lon, lat, 1.0) < 1.1
    with pytest.raises(CoordinateError, match="not in the band"):
        place(f"{zone}{band} {east:.2f} {north - 3:.{digits}f}")


def test_s_beside_a_zone_is_the_band_where_the_northing_lies_in_it_else_the_south():
    assert 32 <= place("33S 500000 4000000").lat <= 40
    assert place("33S 500000 8600000").lat < 0
    assert place("33N 500000 4000000").lat > 0


@pytest.mark.parametrize(
    ("datum", "code", "lat", "lon"),
    [
        ("ED50", "EPSG:4230", 48.0, 9.0),
        ("Pulkovo 1942", "EPSG:4284", 56.0, 60.0),
        ("СК-42", "EPSG:4284", 56.0, 60.0),
        ("NAD27", "EPSG:4267", 40.0, -100.0),
        ("Arc 1960", "EPSG:4210", -2.0, 36.0),
        ("epsg:4201", "EPSG:4201", 12.0, 33.0),
    ],
)
def test_a_named_datum_is_converted_by_the_library(datum, code, lat, lon):
    found = place(f"{lat:.6f}", f"{lon:.6f}", datum=datum)
    moved = apart(found.lat, found.lon, lat, lon)
    assert 5 < moved < 400
    assert found.datum == datum
    back = Transformer.from_crs("EPSG:4326", code, always_xy=True).transform(found.lon, found.lat)
    assert apart(back[1], back[0], lat, lon) < 120  # by whichever operation the library takes back


def test_the_conversion_adds_to_the_accuracy():
    assert place("48.000000, 9.000000", datum="ED50", stated=3.0).accuracy > 3.0


@pytest.mark.parametrize("datum", ["Middle Earth", "EPSG:32637", "EPSG:99999", "tokyo drift"])
def test_a_datum_nobody_knows_is_no_position(datum):
    with pytest.raises(CoordinateError) as error:
        place("48.000000, 9.000000", datum=datum)
    assert error.value.fault is Fault.UNKNOWN_DATUM
    assert datum not in str(error.value)


def test_utm_on_another_ellipsoid_is_projected_on_it():
    here, there = place("33T 500000 4900000"), place("33T 500000 4900000", datum="ED50")
    assert 50 < apart(here.lat, here.lon, there.lat, there.lon) < 300


def test_mgrs_is_read_in_wgs_84_only():
    with pytest.raises(CoordinateError) as error:
        place("40LEH1234567890", datum="ED50")
    assert error.value.fault is Fault.UNKNOWN_DATUM
