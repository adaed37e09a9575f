"""Degrees as people write them: decimal, with minutes, with minutes and seconds; digits of any script."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from witnessmark.codebook import load
from witnessmark.sites.coordinates.given import CoordinateError, Fault, Given
from witnessmark.text.normalise import fold

LONGEST = 120  # characters; more is no coordinate
REMEDY = "write decimal degrees, as 12.34567"
_UNSEEN = re.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_EXPONENT = re.compile(r"[+-]?\d(?:\.\d+)?E[+-]\d{1,2}", re.IGNORECASE)
_WORDED = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*d(?:eg(?:rees?)?)?\b\.?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*m(?:in(?:utes?)?)?\b\.?\s*(?:(\d+(?:[.,]\d+)?)\s*s(?:ec(?:onds?)?)?\b\.?)?)?",
    re.IGNORECASE,
)
_PACKED_WORDS = re.compile(r"(?<=\d)[dms](?=[\dNSEW])", re.IGNORECASE)
_NUMBER = r"\d+(?:[.,]\d*)?"
_ANGLE = re.compile(
    rf"([NSEW])?\s*([+-])?\s*({_NUMBER})\s*(°)?"
    rf"(?:(?:(?<=°)|\s*[:-]|(?<=\s))\s*({_NUMBER})\s*(')?"
    rf"(?:(?:(?<=')|\s*[:-]|(?<=\s))\s*({_NUMBER})\s*\"?)?)?\s*([NSEW])?"
)
_PACKED = re.compile(r"([NSEW])?\s*(\d{4,7})(?:[.,](\d+))?\s*([NSEW])?")
_WKT = re.compile(r"(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+)(?:\s+\S+)?\s*\)", re.IGNORECASE)
# What phones collect with the Open Data Kit: latitude, longitude, altitude, accuracy in metres.
_KIT = re.compile(r"(-?\d+\.\d+) (-?\d+\.\d+) -?\d+(?:\.\d+)? (\d+(?:\.\d+)?)")
_SIMPLE = re.compile(r"([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)")
_GEO = re.compile(r"geo:([^,;]+),([^,;]+).*", re.IGNORECASE)
_GAPS = " ,;/|\t\u060c\u061b"  # the last two: Arabic comma and semicolon
_BRACKETS = "()[]{}"
_WIDTH = {4: 2, 5: 3, 6: 2, 7: 3}  # digits of packed degrees by all digits
_FORMATS = {1: "decimal", 2: "dm", 3: "dms"}


@dataclass(frozen=True, slots=True)
class Angle:
    """Degrees, half the last digit, how many parts it was written in, and its letter."""

    degrees: float
    half: float
    parts: int
    letter: str = ""


def plain(text: str) -> str:
    """A text with ASCII digits and marks and N, S, E, W for the directions, whatever it was written with."""
    if len(text) > LONGEST:
        raise CoordinateError(Fault.BAD_COORDINATE, "too long to be a coordinate", REMEDY)
    out = fold(_UNSEEN.sub("", text)).replace("''", '"').strip()
    out = re.sub("[\u00ba\u02da\u2218]", "°", out)
    if not out.isascii():
        out = "".join(_digit(c) for c in out)
    if _EXPONENT.fullmatch(out):
        return f"{Decimal(out):f}"
    if "d" in out.lower():
        out = _WORDED.sub(_marked, _PACKED_WORDS.sub(lambda m: f"{m[0]} ", out))
    return _directions().sub(lambda m: load().site_tables.directions[m[0].lower()], out)


def pair(lat: str, lon: str) -> Given:
    """Two cells. Letters say which is which; without them the first is the latitude."""
    return _given(angle(plain(lat)), angle(plain(lon)))


def one_cell(text: str) -> Given:
    """A pair in one cell, parted in whatever way leaves two angles written alike."""
    if found := _WKT.fullmatch(text.strip()):
        return pair(found[2], found[1])
    if found := _GEO.fullmatch(text.strip()) or _SIMPLE.fullmatch(text.strip()):
        return pair(found[1], found[2])
    if found := _KIT.fullmatch(text.strip()):
        return replace(pair(found[1], found[2]), stated=float(found[3]) or None)
    whole = plain(text).strip(_BRACKETS)
    faults: list[CoordinateError] = []
    ways = {(a, b) for a, b in _partings(whole, faults) if _alike(a, b)}
    if len(ways) == 1:
        return _given(*ways.pop())
    wrong = next((f for f in faults if f.fault is Fault.MINUTES), None)
    if wrong and not ways:
        raise wrong
    raise CoordinateError(
        Fault.BAD_COORDINATE, "not read as a latitude and a longitude", "write them in two columns"
    )


def angle(text: str) -> Angle:
    """One angle of a text that is `plain`. Raises CoordinateError for what is none."""
    packed = _PACKED.fullmatch(text)
    if packed and bool(packed[1]) != bool(packed[4]):
        return _packed(packed)
    found = _ANGLE.fullmatch(text)
    if not found:
        raise CoordinateError(Fault.BAD_COORDINATE, "no coordinate", REMEDY)
    before, sign, degrees, _, minutes, _, seconds, after = found.groups()
    if (before and after) or (sign and (before or after)):
        raise CoordinateError(Fault.BAD_COORDINATE, "two signs or letters", "leave one of them")
    return _angle([p for p in (degrees, minutes, seconds) if p], before or after or "", sign == "-")


def _angle(parts: list[str], letter: str, negative: bool) -> Angle:
    numbers = [p.replace(",", ".").rstrip(".") for p in parts]
    if any("." in n for n in numbers[:-1]):
        raise CoordinateError(Fault.BAD_COORDINATE, "a fraction before the last part", REMEDY)
    if any(float(n) >= 60 for n in numbers[1:]):
        raise CoordinateError(
            Fault.MINUTES, "minutes or seconds of 60 and more", "correct them, or write decimal degrees"
        )
    value = sum(float(n) / 60**i for i, n in enumerate(numbers))
    decimals = len(numbers[-1].partition(".")[2])
    half = 0.5 / 10**decimals / 60 ** (len(numbers) - 1)
    return Angle(-value if negative or letter in {"S", "W"} else value, half, len(numbers), letter)


def _packed(found: re.Match[str]) -> Angle:
    """DDMM and DDMMSS of latitudes, DDDMM and DDDMMSS of longitudes, as aviation writes them."""
    letter, digits = found[1] or found[4], found[2]
    width = _WIDTH[len(digits)]
    if width != (2 if letter in "NS" else 3):
        raise CoordinateError(Fault.BAD_COORDINATE, "digits run together", REMEDY)
    parts = [digits[:width], *(digits[i : i + 2] for i in range(width, len(digits), 2))]
    if found[3]:
        parts[-1] += f".{found[3]}"
    return _angle(parts, letter, negative=False)


def _partings(text: str, faults: list[CoordinateError]) -> Iterator[tuple[Angle, Angle]]:
    for i in range(1, len(text)):
        if text[i] not in _GAPS + "NSEW+-" and text[i - 1] not in "NSEW":
            continue
        left, right = text[:i].strip(_GAPS), text[i:].strip(_GAPS)
        try:
            yield angle(left), angle(right)
        except CoordinateError as error:
            faults.append(error)


def _alike(a: Angle, b: Angle) -> bool:
    return (a.parts == b.parts and a.letter == b.letter == "") or bool(a.letter and b.letter)


def _given(first: Angle, second: Angle) -> Given:
    letters = {first.letter, second.letter} - {""}
    if letters and (len(letters & set("NS")) > 1 or len(letters & set("EW")) > 1):
        raise CoordinateError(Fault.BAD_COORDINATE, "two letters of one axis", "correct one of them")
    if first.letter and first.letter == second.letter:
        raise CoordinateError(Fault.BAD_COORDINATE, "the same letter twice", "correct one of them")
    lat, lon = (
        (second, first) if first.letter in {"E", "W"} or second.letter in {"N", "S"} else (first, second)
    )
    # A spreadsheet drops the noughts at the end of one of them: the finer of the two says how it was written.
    half = min(lat.half, lon.half)
    return Given(lat.degrees, lon.degrees, half, half, _FORMATS[max(lat.parts, lon.parts)])


def _marked(found: re.Match[str]) -> str:
    degrees, minutes, seconds = found.groups()
    return f"{degrees}°" + (f"{minutes}'" if minutes else "") + (f'{seconds}"' if seconds else "")


def _digit(char: str) -> str:
    """A digit of any script as ASCII."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


@cache
def _directions() -> re.Pattern[str]:
    words = sorted(load().site_tables.directions, key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, words))})(?![^\W\d_])", re.IGNORECASE)
