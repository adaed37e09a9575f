"""A gazetteer of a handful of places, written by the same function as the real one."""

import pytest

from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.gazetteer import Gazetteer
from witnessmark.locate.index import write_index
from witnessmark.text.names import fold, key

PLACES = [
    PlaceRow(1, "Syria", "country", "SYR", None, None, 35.0, 38.0, 20_000_000, "test"),
    PlaceRow(2, "Idlib", "admin1", "SYR", "12", "Idlib", 35.8, 36.6, 1_500_000, "test"),
    PlaceRow(3, "Idlib", "city", "SYR", "12", "Idlib", 35.93, 36.63, 128_840, "test"),
    PlaceRow(4, "Ariha", "town", "SYR", "12", "Idlib", 35.81, 36.61, 0, "test"),
    PlaceRow(5, "Jericho", "town", "PSE", "WE", "West Bank", 31.87, 35.44, 19_783, "test"),
    PlaceRow(6, "Palestine", "country", "PSE", None, None, 31.9, 35.2, 4_500_000, "test"),
    PlaceRow(7, "Hama", "admin1", "SYR", "10", "Hama", 35.3, 36.8, 1_600_000, "test"),
    PlaceRow(8, "Hama", "city", "SYR", "10", "Hama", 35.13, 36.76, 460_602, "test"),
    PlaceRow(9, "Aleppo", "admin1", "SYR", "09", "Aleppo", 36.2, 37.5, 4_000_000, "test"),
    PlaceRow(10, "Aleppo", "city", "SYR", "09", "Aleppo", 36.2, 37.16, 1_600_000, "test"),
    PlaceRow(11, "Kafr Nabudah", "town", "SYR", "10", "Hama", 35.43, 36.43, 0, "test"),
    PlaceRow(12, "Tripoli", "city", "LBY", "77", "Tripoli", 32.9, 13.2, 1_300_000, "test"),
    PlaceRow(13, "Tripoli", "city", "LBN", "09", "North", 34.4, 35.8, 229_398, "test"),
    PlaceRow(14, "Libya", "country", "LBY", None, None, 28.0, 17.0, 6_800_000, "test"),
    PlaceRow(15, "Lebanon", "country", "LBN", None, None, 33.8, 35.8, 6_000_000, "test"),
    PlaceRow(16, "Paris", "city", "FRA", "11", "Ile-de-France", 48.85, 2.35, 2_138_551, "test", None, 1),
    PlaceRow(17, "France", "country", "FRA", None, None, 46.0, 2.0, 66_000_000, "test"),
    PlaceRow(18, "Most", "town", "CZE", "82", None, 50.5, 13.6, 67_000, "test"),
    PlaceRow(19, "Khan Shaykhun", "town", "SYR", "12", "Idlib", 35.44, 36.65, 55_843, "test"),
    PlaceRow(-20, "Eastern Ghouta", "region", "SYR", "08", "Rif Dimashq", 33.5, 36.4, 0, "test", 15.0),
    PlaceRow(-21, "north-west Syria", "region", "SYR", None, None, 35.9, 36.7, 0, "test", 70.0),
    PlaceRow(22, "Texas", "admin1", "USA", "TX", "Texas", 31.3, -99.3, 25_000_000, "test"),
    PlaceRow(23, "Paris", "town", "USA", "TX", "Texas", 33.66, -95.56, 24_782, "test"),
    PlaceRow(24, "Homs", "city", "SYR", "11", "Homs", 34.73, 36.71, 775_404, "test"),
]
ALTERNATES = {
    1: ["Syrian Arab Republic", "سوريا"],
    3: ["إدلب"],
    4: ["أريحا"],
    5: ["Ariha", "أريحا"],
    11: ["كفر نبودة"],
    -21: ["northwest Syria", "northwestern Syria"],
    24: ["حمص"],
}


def name_rows(places, alternates):
    for place in places:
        own = fold(place.name)
        yield NameRow(own, place.id, NameKind.OWN)
        for name in (place.name, *alternates.get(place.id, [])):
            if fold(name) != own:
                yield NameRow(fold(name), place.id, NameKind.ALTERNATE)
            if skeleton := key(fold(name)):
                yield NameRow(skeleton, place.id, NameKind.KEY)
    yield NameRow("tx", 22, NameKind.CODE)


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    write_index(path, PLACES, name_rows(PLACES, ALTERNATES), {"fingerprint": "test"})
    return Gazetteer(path)
