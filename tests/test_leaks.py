"""The search for leaks finds a position and a name however they are written, and little else."""

import json
import struct

import pytest

from leaks import Leaks, geohash, plus_code, secret_of

# A rock in the southern ocean that has no house on it, and an invented name.
LAT, LON = -49.58237, 69.91764
NAMES = ("Tern Cliff Clinic", "عيادة جرف الخرشنة")
SEARCH = Leaks(secret_of([(LAT, LON)], NAMES))


@pytest.mark.parametrize(
    "written",
    [
        "at -49.582, 69.918",
        "49.58237 S",
        '{"lon":69.91764}',
        "69,91764",
        "٦٩٫٩١٨",  # noqa: RUF001  (as it is written)
        "swapped: 69.91764 -49.58237",
        "E7: -495823700",
        "microdegrees 69917640",
        "49°34'56.5\"S",
        "49° 34′ 57″ S",  # noqa: RUF001  (as it is written)
        "69:55:03.5 E",
        "49°34.94'S",
        "42F WL 6633 0739",
        "42FWL6633207397",
        "566332 4507397",
        "tern cliff   CLINIC",
        json.dumps(NAMES[1]),
        "%D8%B9%D9%8A%D8%A7%D8%AF%D8%A9%20%D8%AC%D8%B1%D9%81%20%D8%A7%D9%84%D8%AE%D8%B1%D8%B4%D9%86%D8%A9",
    ],
)
def test_each_way_of_writing_is_found(written):
    assert SEARCH.found(f"before {written} after".encode())


@pytest.mark.parametrize("order", ["<d", ">d"])
def test_a_number_inside_a_database_is_found(order):
    assert SEARCH.found(b"\x00\x01" + struct.pack(order, LAT) + b"\xff")


def test_cells_of_grids_are_found():
    import h3

    assert SEARCH.found(h3.latlng_to_cell(LAT, LON, 11).encode())
    assert SEARCH.found(str(h3.str_to_int(h3.latlng_to_cell(LAT, LON, 9))).encode())
    assert SEARCH.found(geohash(LAT, LON, 9).encode())
    assert plus_code(LAT, LON) == "4J2FCW99"
    for written in ("4J2FCW99+", "4J2FCW99+34", "at CW99+34F", "cw99+34"):
        assert SEARCH.found(written.encode())
    assert not SEARCH.found(b"CW99+ or CW98+34")


def test_a_name_in_another_coding_is_found():
    assert SEARCH.found(NAMES[1].encode("utf-16-le"))
    assert SEARCH.found(b"x" + NAMES[0].encode("utf-16-be"))


def test_a_geohash_is_that_of_the_paper():
    assert geohash(57.64911, 10.40744, 11) == "u4pruydqqvj"  # Niemeyer's own example


@pytest.mark.parametrize(
    "harmless",
    [
        "-49.6, 69.9",
        "49.58 and 69.92",
        "Tern Cliff",
        "4958 tents, 6991 people",
        "9 0.0069 1.23e-4",
        "49.5 69.9",
    ],
)
def test_what_is_coarse_or_of_another_thing_is_not_found(harmless):
    assert not SEARCH.found(harmless.encode())
