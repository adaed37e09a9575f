"""Coordinates that are written out in a text: black them out, sign by sign, and nothing else."""

import re

MASK = "█"
_SIDE = r"(?:\b[NSEW]|(?i:north|south|east|west))"
_FINE = r"[-+\u2212]?\d{1,3}(?:[.\u066b]\d{3,}|,\d{4,})"  # a comma before three digits groups thousands
_MINUTES = r"['\u2019\u2032\u00b4]"
_SECONDS = r"(?:[\"\u201d\u2033]|'')"
# As people and maps write them; three decimals of a degree are about 100 m, two 1 km. \d is of any script.
_COORDINATES = re.compile(
    rf"""
    # decimal degrees: a pair, one with its sign or side, one with its name
    (?<![\d.]){_SIDE}?\s?{_FINE}\s{{0,2}}[°º]?\s{{0,2}}{_SIDE}?
      (?:[\s,;/|&\u060c]|%2C|![34]d|\band\b){{1,5}}(?:[a-z]{{1,9}}\s{{0,2}}[:=]?\s{{0,2}})?
      {_SIDE}?\s?{_FINE}(?!\d)(?:\s{{0,2}}[°º])?(?:\s{{0,2}}{_SIDE}\b)?
    | (?<![\d.])\d{{1,3}}[.,\u066b]\d{{2,}}\s{{0,2}}(?:[°º](?:\s{{0,2}}{_SIDE}\b)?|[NSEW]\b)
    | (?i:\b(?:lat|lon|lng)\w*)\s{{0,2}}[:=]?\s{{0,2}}{_FINE}
    # degrees, minutes and seconds
    | (?<!\d){_SIDE}?\s?\d{{1,3}}\s{{0,2}}[°º]\s{{0,2}}\d{{1,2}}(?:[.,]\d+)?\s{{0,2}}{_MINUTES}
      (?:\s{{0,2}}\d{{1,2}}(?:[.,]\d+)?\s{{0,2}}{_SECONDS})?(?:\s{{0,2}}{_SIDE}\b)?
    | \b\d{{1,3}}[\s:]\d{{1,2}}[\s:]\d{{1,2}}(?:\.\d+)?\s?[NSEW]\b
    | \b\d{{4,6}}[NS]\s?\d{{5,7}}[EW]\b
    # MGRS, UTM, Open Location Code, three words
    | \b\d{{1,2}}[C-X]\s?[A-HJ-NP-Z]{{2}}\s?(?:\d{{3}}\s?\d{{3}}|\d{{4}}\s?\d{{4}}|\d{{5}}\s?\d{{5}})\b
    | \b\d{{1,2}}\s?[C-X]\s{{1,3}}\d{{6}}\s{{0,2}}(?:m?E)?[\s,]{{1,3}}\d{{6,7}}\b
    | \b(?:[2-9CFGHJMPQRVWX]{{4}}\s?)?[2-9CFGHJMPQRVWX]{{4}}\+[2-9CFGHJMPQRVWX]{{2,3}}\b
    | ///\w+\.\w+\.\w+
    """,
    re.VERBOSE,
)
# Some of this is in all of them; most texts have none of it, and are not looked through a second time.
_SIGNS = re.compile(
    r"\d(?:[.\u066b]\d{3}|,\d{4}|[.,\u066b]\d{2,}\s{0,2}[NSEW]|[\s:]\d{1,2}[\s:]\d|[C-X]|\s[C-X]\s)"
    r"|[°º]|///|[2-9CFGHJMPQRVWX]\+[2-9CFGHJMPQRVWX]"
)


def withhold(text: str) -> str:
    """The text, of the same length, with coordinates blacked out."""
    if _SIGNS.search(text) is None:
        return text
    return _COORDINATES.sub(lambda found: re.sub(r"\S", MASK, found.group()), text)
