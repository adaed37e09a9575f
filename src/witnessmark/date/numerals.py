"""Figures a time expression can hold: dates, clock times, decades, years and plain numbers."""

import re
from collections.abc import Callable
from functools import lru_cache

from witnessmark.date.language import IN_WORDS, Language, Word

# One group an alternative; the first digit is outside, where the engine can skip to it.
NUMERAL = re.compile(
    r"""[0-9](?:
      (?P<iso>\d{3}-\d{1,2}-\d{1,2}(?!\d)
        (?:[t\ ]+\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?\b)?)
    | (?P<year_first>\d{3}[/.]\d{1,2}[/.]\d{1,2})(?![\d/])
    | (?P<year_last>\d?[/.]\d{1,2}[/.](?:\d{4}|\d\d))(?![\d/])
    | (?P<month>\d{3}-(?:0[1-9]|1[0-2]))(?![\d-])
    | (?P<zulu>\d{3}\ ?(?:gmt|utc)\b)
    | (?P<clock>\d?\ o'clock\b|\d?(?:[:.]\d\d(?::\d\d)?)?\s?[ap]\.?m\b\.?|\d?:\d\d(?::\d\d)?(?![\d:]))
    | (?P<decade>(?:\d{2})?0'?s\b)
    | (?P<other>\d*(?:[,.:/]\d+)+\w*)
    | (?P<ordinal>\d?[a-z]{1,3}\b)
    | (?P<plain>\d*\b)
    | \w*
    )""",
    re.VERBOSE,
)
_CLOCK = re.compile(r"(\d+)(?:[:.](\d\d))?[\d:]*\s?(.*)")
_TIME_OF_DAY = re.compile(r"\d\d:\d\d")
_YEARS = range(1800, 2101)
OTHER = Word("#")


def numeral(m: re.Match[str], language: Language) -> Word:
    """What figures mean to the grammar; `#` for those no time expression holds."""
    return _numeral(m.lastgroup or "", m.group(), language)


@lru_cache(maxsize=4096)  # most figures of a text are small or years
def _numeral(kind: str, figures: str, language: Language) -> Word:
    reader = _READERS.get(kind)
    return reader(figures, language) if reader else OTHER


def _day(figures: str, _language: Language) -> Word:
    parts = re.split(r"[-/.t ]", figures, maxsplit=3)
    day = "-".join(part.zfill(2) for part in parts[:3])
    clock = _TIME_OF_DAY.search(figures)
    return Word("D", 0, f"{day}T{clock[0]}" if clock else day)


def _open_day(figures: str, _language: Language) -> Word:
    return Word("A", 0, figures)


def _month(figures: str, _language: Language) -> Word:
    return Word("H", 0, figures)


def _clock(figures: str, language: Language) -> Word:
    parts = _CLOCK.match(figures)
    if parts is None:
        return OTHER
    hour, minutes, half = int(parts[1]), parts[2] or "00", parts[3].strip()
    half = "" if half == "o'clock" else half
    if half:
        hour = hour % 12 + language.meridiem.get(half, 0)
    return Word("C", 0, f"{hour:02}:{minutes}") if hour <= 24 and minutes < "60" else OTHER


def _zulu(figures: str, _language: Language) -> Word:
    hour, minutes = figures[:2], figures[2:4]
    return Word("C", 0, f"{hour}:{minutes}") if hour <= "24" and minutes < "60" else OTHER


def _decade(figures: str, _language: Language) -> Word:
    if figures[2].isdigit():
        return Word("K", int(figures[:4]))
    # "The 80s"; "his 80s" are years of age, and "20s" are of either century.
    return Word("K", 1900 + int(figures[:2]), IN_WORDS) if figures[:2] > "20" else OTHER


def _ordinal(figures: str, language: Language) -> Word:
    digits = figures.rstrip("abcdefghijklmnopqrstuvwxyz")
    known = figures[len(digits) :] in language.ordinal_suffixes and 1 <= int(digits) <= 31
    return Word("n", int(digits)) if known else OTHER


def _plain(digits: str, _language: Language) -> Word:
    value = int(digits) if len(digits) <= 4 else -1
    if len(digits) == 4 and value in _YEARS:
        return Word("Y", value)
    if 1 <= value <= 31 and len(digits) <= 2:
        return Word("N", value)
    return Word("J", value) if 0 <= value <= 999 else OTHER


_READERS: dict[str, Callable[[str, Language], Word]] = {
    "iso": _day,
    "year_first": _day,
    "year_last": _open_day,
    "month": _month,
    "zulu": _zulu,
    "clock": _clock,
    "decade": _decade,
    "ordinal": _ordinal,
    "plain": _plain,
}
