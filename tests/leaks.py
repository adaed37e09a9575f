"""Looking for positions and names of a register in anything, in every plausible writing.

`Leaks(secret).found(data)` reads bytes of any kind: text in UTF-8 or UTF-16, JSON, HTML, a database file.
"""

import html
import json
import math
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

import h3
import mgrs
import pyproj

_GEOHASH = "0123456789bcdefghjkmnpqrstuvwxyz"
# H3 cells of 9 to 15 are 0.1 km2 and less; a geohash of 7 signs is 150 m wide.
_FINE_CELLS = range(9, 16)
_GEOHASH_SIGNS = 7
_PLUS = "23456789CFGHJMPQRVWX"
# A Plus Code of ten signs is 14 m wide, one of eight 275 m; without the first four it is read beside a town.
_PLUS_SIGNS = 8
_AT = r"(?<![0-9A-Za-z.])"
_END = r"(?![0-9A-Za-z.])"
_DEGREE = r"\s?[°º:d\s]\s?"
_MINUTE = r"\s?['\u2019\u2032:m\s]\s?"
_SECOND = r"(?=\.\d|\s?[\"\u201d\u2033's]|\s?[NSEW]\b)"

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Secret:
    """What must not be found: positions as (latitude, longitude), and words."""

    positions: tuple[tuple[float, float], ...]
    words: tuple[str, ...]


def secret_of(positions: Iterable[tuple[float, float]], words: Iterable[str]) -> Secret:
    """The secret with each thing once; a word of under four letters would be found anywhere."""
    return Secret(tuple(sorted(set(positions))), tuple(sorted({w for w in words if len(w) > 3})))


class Leaks:
    """A search for all of a secret at once."""

    def __init__(self, secret: Secret) -> None:
        self._keys = {key for spot in secret.positions for key in position_keys(*spot)}
        self._words = sorted({form for word in secret.words for form in word_forms(word)})
        doubles = (value for spot in secret.positions for value in spot)
        self._bytes = {packed for value in doubles for packed in packed_forms(value)}

    def found(self, data: bytes) -> list[str]:
        """What of it the bytes hold, as it stands there."""
        hits = [packed.hex() for packed in self._bytes if packed in data]
        for text in _texts(data):
            hits += [hit.group() for pattern, keys in _READERS for hit in pattern.finditer(text)
                     if not self._keys.isdisjoint(keys(hit))]  # fmt: skip
            folded = _folded(text)
            hits += [word for word in self._words if word in folded]
        return sorted(set(hits))


def _texts(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8", "ignore")
    yield text
    if "\\u" in text or "&#" in text:
        yield html.unescape(re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text))
    if b"\0" in data:  # of words in UTF-16 their spaces, at least, have a byte of zero
        for skip in (0, 1):
            for coding in ("utf-16-le", "utf-16-be"):
                yield data[skip:].decode(coding, "ignore")


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def word_forms(word: str) -> Iterator[str]:
    """A name as files write it, folded: plain, escaped for JSON, HTML and addresses."""
    for plain in {unicodedata.normalize(form, word) for form in ("NFC", "NFD", "NFKC", "NFKD")}:
        for written in (plain, html.escape(plain), json.dumps(plain)[1:-1], quote(plain)):
            yield _folded(written)


def packed_forms(value: float) -> Iterator[bytes]:
    """A number as a database or an array holds it."""
    yield struct.pack(">d", value)
    yield struct.pack("<d", value)
    for rounded in (round(value * 1e6), round(value * 1e7)):
        yield struct.pack(">i", rounded)
        yield struct.pack("<i", rounded)


def position_keys(lat: float, lon: float) -> Iterator[Key]:
    """What the readers below make of a position, however it is written: cut and rounded alike."""
    for value in (abs(lat), abs(lon)):
        for exact in {math.floor(value * 1e3), round(value * 1e3)}:
            yield ("decimal", exact)
        for exact in {math.floor(value * 1e5), round(value * 1e5)}:
            yield ("whole", str(exact))
        for exact in {math.floor(value * 3600), round(value * 3600)}:
            yield ("dms", exact)
        for exact in {math.floor(value * 6000), round(value * 6000)}:
            yield ("dm", exact)
    whole = mgrs.MGRS().toMGRS(lat, lon, MGRSPrecision=5)
    yield ("mgrs", whole[:-10], whole[-10:-7], whole[-5:-2])
    zone = int(whole[:-13])
    east, north = _utm((32600 if lat >= 0 else 32700) + zone).transform(lon, lat)
    yield from {("utm", str(math.floor(e))[:-2], str(math.floor(n))[:-2]) for e, n in
                ((east, north), (east + 0.5, north + 0.5))}  # fmt: skip
    yield ("geohash", geohash(lat, lon, _GEOHASH_SIGNS))
    whole = plus_code(lat, lon)
    yield from (("plus", whole), ("plus", whole[4:]))
    for resolution in _FINE_CELLS:
        yield ("h3", h3.latlng_to_cell(lat, lon, resolution))


@cache
def _utm(epsg: int) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(4326, epsg, always_xy=True)


def _decimal(hit: re.Match[str]) -> set[Key]:
    return {("decimal", int(hit[1]) * 1000 + int(hit[2][:3]))}


def _whole(hit: re.Match[str]) -> set[Key]:
    """Also what is an H3 cell as a number."""
    cell = {("h3", f"{int(hit[1]):x}")} if len(hit[1]) > 15 else set()
    return {("whole", hit[1][:digits]) for digits in (6, 7, 8)} | cell


def _dms(hit: re.Match[str]) -> set[Key]:
    return {("dms", int(hit[1]) * 3600 + int(hit[2]) * 60 + int(hit[3]))}


def _dm(hit: re.Match[str]) -> set[Key]:
    return {("dm", int(hit[1]) * 6000 + int(hit[2]) * 100 + int(hit[3]))}


def _plus(hit: re.Match[str]) -> set[Key]:
    return {("plus", hit[1].upper())}


def _mgrs(hit: re.Match[str]) -> set[Key]:
    digits = hit[3] + (hit[4] or "")
    half = len(digits) // 2
    return {("mgrs", hit[1] + hit[2], digits[:half][:3], digits[half:][:3])}


# Each finds numbers of a kind and says which keys they would be; \d is of any script.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], set[Key]]], ...] = (
    (re.compile(rf"{_AT}(\d{{1,3}})[.,\u066b](\d{{3,}})"), _decimal),
    (re.compile(rf"{_AT}(\d{{6,19}}){_END}"), _whole),
    (re.compile(rf"(?<![\d.])(\d{{1,3}}){_DEGREE}(\d{{1,2}}){_MINUTE}(\d{{1,2}})(?!\d){_SECOND}"), _dms),
    (re.compile(rf"{_AT}[NSEW]?(\d{{2,3}})(\d\d)(\d\d)[NSEW]"), _dms),
    (re.compile(rf"(?<![\d.])(\d{{1,3}}){_DEGREE}(\d{{1,2}})[.,](\d\d)"), _dm),
    (re.compile(r"(\d{1,2}[C-X])\s?([A-HJ-NP-Z]{2})\s?(\d{3,10})(?:\s(\d{3,5}))?(?!\d)"), _mgrs),
    (
        re.compile(r"(?<!\d)(\d{4})\d\d(?:\.\d+)?\s?[mE]*[\s,;]{1,3}(\d{4,5})\d\d(?!\d)"),
        lambda hit: {("utm", hit[1], hit[2])},
    ),
    (
        re.compile(rf"(?<![0-9a-z])[{_GEOHASH}]{{7,12}}(?![0-9a-z])", re.IGNORECASE),
        lambda hit: {("geohash", hit[0][:_GEOHASH_SIGNS].lower())},
    ),
    (re.compile(rf"(?<![0-9A-Za-z+/])([{_PLUS}]{{8}})\+", re.IGNORECASE), _plus),
    (re.compile(rf"(?<![0-9A-Za-z+/])([{_PLUS}]{{4}})\+(?=[{_PLUS}]{{2,3}}\b)", re.IGNORECASE), _plus),
    (re.compile(r"(?<![0-9a-f])[0-9a-f]{15}(?![0-9a-f])"), lambda hit: {("h3", hit[0])}),
)


def geohash(lat: float, lon: float, signs: int) -> str:
    """The geohash of a position (Niemeyer 2008): bits of longitude and latitude in turn, five to a sign."""
    ranges = [[-180.0, 180.0], [-90.0, 90.0]]
    bits = 0
    for n in range(signs * 5):
        ends, value = ranges[n % 2], (lon, lat)[n % 2]
        middle = sum(ends) / 2
        bits = bits * 2 + (value >= middle)
        ends[value < middle] = middle
    return "".join(_GEOHASH[(bits >> shift) & 31] for shift in range((signs - 1) * 5, -1, -5))


def plus_code(lat: float, lon: float) -> str:
    """The first eight signs of a Plus Code (Open Location Code): latitude and longitude in turn."""
    north, east = math.floor((lat + 90) * 400), math.floor((lon + 180) * 400)
    signs = ""
    for _ in range(_PLUS_SIGNS // 2):
        (north, row), (east, column) = divmod(north, 20), divmod(east, 20)
        signs = _PLUS[row] + _PLUS[column] + signs
    return signs
