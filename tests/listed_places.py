"""Made-up lists of places for the tests of the gazetteer."""

import io
import zipfile

from witnessmark.locate.entry import NameKind, NameRow, PlaceRow
from witnessmark.locate.index import write_index
from witnessmark.text.names import fold, key

# A base that needs no compiling: two divisions and their towns, one of our own villages.
BASE = [
    PlaceRow(1, "Syria", "country", "SYR", None, None, 35.0, 38.0, 20_000_000, "test"),
    PlaceRow(-1_000_001, "Idlib", "admin1", "SYR", "12", "Idlib", 35.8, 36.6, 1_500_000, "test"),
    PlaceRow(3, "Idlib", "city", "SYR", "12", "Idlib", 35.93, 36.63, 128_840, "test"),
    PlaceRow(4, "Deir ez-Zor", "city", "SYR", "07", None, 35.33, 40.14, 242_565, "test"),
    PlaceRow(5, "Daraa", "city", "SYR", "06", None, 32.62, 36.1, 146_481, "test"),
    PlaceRow(-2_000_007, "Kafr Nabudah", "town", "SYR", "10", None, 35.43, 36.43, 0, "our own"),
]
ALSO = {-2_000_007: ["Kafr Nabuda"], -1_000_001: ["Idleb"]}


def geonames(number, name, also="", lat=35.5, lon=36.5, kind="P.PPL", admin1="12", people=0):  # noqa: PLR0917
    """A line of a country file."""
    cells = [
        number,
        name,
        name,
        also,
        lat,
        lon,
        *kind.split("."),
        "SY",
        "",
        admin1,
        "",
        "",
        "",
        people,
        "",
        300,
    ]
    return "\t".join(map(str, [*cells, "Asia/Damascus", "2024-01-01"])) + "\n"


def zipped(name, text):
    """The bytes of a zip with one file, and a readme as GeoNames adds."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("readme.txt", "about")
        packed.writestr(name, text)
    return out.getvalue()


def write_base(path):
    """A small base index at `path`."""
    names = []
    for place in BASE:
        for number, name in enumerate([place.name, *ALSO.get(place.id, [])]):
            kind = NameKind.OWN if number == 0 else NameKind.ALTERNATE
            names += [NameRow(fold(name), place.id, kind), NameRow(key(fold(name)), place.id, NameKind.KEY)]
    write_index(path, BASE, [n for n in names if n.folded], {"fingerprint": "test"})
    return path
