"""Positions as they are sent: each form reads back to where it was, also next to a whole degree."""

from math import cos, radians

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from witnessmark.errors import UsageError
from witnessmark.sites import coordinates
from witnessmark.sites.written import FORMS, written

METRE = 1 / 111_195  # degrees of a great circle


@pytest.mark.parametrize("form", FORMS)
@given(lat=st.floats(-79.9, 83.9), lon=st.floats(-179.9, 179.9))
@example(35.999999999, 36.999999999)
@example(-0.00000001, -0.00000001)
@example(-0.000001, 0.0)
@example(59.99999, -179.5)
@example(-33.5, -70.25)
@example(35.5, 36.5)
def test_each_form_reads_back_to_the_point(form, lat, lon):
    read = coordinates.read(written(lat, lon, form))
    off = ((read.lat - lat) ** 2 + ((read.lon - lon) * cos(radians(lat))) ** 2) ** 0.5
    assume(abs(read.lon - lon) < 180)
    assert off < 1.5 * METRE
    assert str(read.format) == form


@pytest.mark.parametrize(
    ("lat", "lon", "form", "text"),
    [
        (35.999999999, 36.5, "dms", "36°00'00.00\"N 036°30'00.00\"E"),
        (-12.5, -45.25, "dm", "12°30.0000'S 045°15.0000'W"),
        (-0.0000001, 0.0, "decimal", "0.000000, 0.000000"),
        (35.9, 36.6, "utm", "37N 283400 3975518"),
        (-33.45, -70.6666, "utm", "19H 345099 6297582"),
        (35.9, 36.6, "mgrs", "37SBV8340075518"),
    ],
)
def test_they_are_written_so(lat, lon, form, text):
    assert written(lat, lon, form) == text


@pytest.mark.parametrize(
    ("lat", "lon", "form"),
    [(90.5, 0, "dms"), (0, 181, "dms"), (float("nan"), 0, "dms"), (85, 0, "utm"), (0, 0, "x")],
)
def test_what_has_no_such_form_is_refused(lat, lon, form):
    with pytest.raises(UsageError):
        written(lat, lon, form)
