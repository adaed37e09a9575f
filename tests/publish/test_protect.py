import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import made
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.publish.protect import FINE, coarse, protect, protect_document
from witnessmark.text import coordinates
from witnessmark.text.coordinates import MASK, withhold

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


@pytest.mark.parametrize(
    "secret",
    [
        "35.8123, 36.6012", "35.8123/36.6012", "N35.8123 E36.6012", "35.8123N, 36.6012E", "35,8123; 36,6012",
        "35.812 north and 36.601 east", "35.8123° N, 36.6012° E", "35.81°N", "٣٥\u066b٨٢٣٤, ٣٦\u066b٦٢٣٤",
        "lat 35.8123 lon 36.6012", "(latitude: 35.8123; longitude: 36.6012)", "lat=35.8123&lon=36.6012",
        "geo:35.8123,36.6012", "@35.8123,36.6012", "q=35.8123%2C36.6012", "!3d35.8123!4d36.6012",
        "35°48'44\"N 36°36'03\"E", "35°48\u203244″N, 36°36\u203203″E",
        "35°48.733'N 36°36.05'E", "35 48 44 N 36 36 03 E",
        "354844N 0363603E", "37S BA 1234 5678", "37S BA 123 567",
        "37S 283456 3965432", "8GC2CMXR+X6", "CMXR+X6",
        "///filled.count.soap",
    ],
)  # fmt: skip
def test_places_written_as_numbers_or_codes_vanish(secret):
    text = f"The shelter is at {secret}, 120 people"
    masked = withhold(text)
    assert masked.startswith("The shelter is at ")
    assert masked.endswith(", 120 people")
    assert MASK in masked
    shown = masked.removeprefix("The shelter is at ").removesuffix(", 120 people")
    assert not any(sign.isdigit() for sign in shown.removeprefix("!3d")), shown
    assert not {"soap", "CMXR"} & set(shown.replace(".", " ").replace("+", " ").split())


@pytest.mark.parametrize(
    "text",
    [
        "1.234 muertos y 2.345 heridos", "killed 1,234, 5,678 were hurt", "3 500 000 and 2 000 000",
        "1.234.567, 1.234.567", "between 09:40 and 10:05", "12:30:15 Eastern", "5.25 East of", "48 S",
        "a 1.5 km zone", "latest: 12 dead", "rose 3.50 % to 4.25",
    ],
)  # fmt: skip
def test_counts_times_and_lengths_stay(text):
    assert withhold(text) == text


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


@given(st.text(alphabet="0123456789.,\u066b\u0663 :°'\"NSEWCXab+/latd\u2212-\n", max_size=40))
def test_a_text_is_passed_over_only_where_there_is_nothing_to_withhold(text):
    assert withhold(text) == coordinates._COORDINATES.sub(lambda m: re.sub(r"\S", MASK, m.group()), text)


def test_what_names_a_document_tells_no_point_and_no_directory():
    document = made.reading(0, path="/home/omar/35.8123,36.6012.html").document
    shown = protect_document(replace(document, url="https://maps.example/@35.8123,36.6012,17z"))
    assert (shown.path, shown.url) == (f"{MASK * 15}.html", f"https://maps.example/@{MASK * 15},17z")
