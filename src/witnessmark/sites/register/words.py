"""What single cells say: the kind of a site, days, metres, yes or no."""

import re
from calendar import monthrange
from datetime import date
from functools import cache

from witnessmark.codebook import load
from witnessmark.sites.register.values import Row
from witnessmark.text.names import fold
from witnessmark.text.normalise import fold as ascii_marks

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?")
_PARTS = re.compile(r"[/,;|]|\band\b")
FARTHEST = 100_000.0  # metres: a site that reaches further, or is known no better, is none
_WORDS = 5  # of the longest noun that is looked for in a kind
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d+)?")
_METRES = re.compile(r"(?:\u00b1|\+/-)?\s*(\S+?)\s*(?:m|metres?|meters?)?", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "1", "oui", "si", "да", "так", "نعم", "x"})
_NO = frozenset({"no", "n", "false", "0", "non", "нет", "ні", "لا", ""})


def kind(row: Row, otherwise: str | None) -> tuple[str | None, bool]:
    """The code of what the row says it is, and whether its words say so as a whole.

    By its tags, by a code or word of its kind, by the words within it that name one kind; a row that says
    nothing is `otherwise`.
    """
    keys = load().site_tables.keys
    for key, value in row.tags:
        values = keys[key]
        if code := values.get(value) or (values.get("*") if value not in _NO else None):
            return code, True
    said = row.fields.get("kind", "")
    if not said:
        return otherwise, True
    if code := _kinds().get(fold(said)):
        return code, True
    parts = {_kinds().get(fold(part)) for part in _PARTS.split(said)}
    return (parts.pop(), True) if len(parts) == 1 and None not in parts else (_within(said), False)


def _within(said: str) -> str | None:
    """The one kind that the words of "comprehensive health centre" name; None for none, or several."""
    words = re.findall(r"\w+", fold(said))
    codes = set()
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _WORDS), start, -1):
            if code := _nouns().get(" ".join(words[start:end])):
                codes.add(code)
                start = end - 1
                break
        start += 1
    return codes.pop() if len(codes) == 1 else None


@cache
def _kinds() -> dict[str, str]:
    """Words for kinds of object: codes, labels, words of lists, then of the lexicons."""
    book = load()
    out: dict[str, str] = {}
    for code, entry in book.taxonomy("objects").items():
        for word in (code, code.replace("_", " "), entry.label, str(entry.extra.get("plural", ""))):
            if word:
                out.setdefault(fold(word), code)
    for word, code in book.site_tables.words.items():
        out.setdefault(fold(word), code)
    for values in book.site_tables.keys.values():
        for word, code in values.items():
            out.setdefault(fold(word.replace("_", " ")), code)
    for word, code in _nouns().items():
        out.setdefault(word, code)
    return out


@cache
def _nouns() -> dict[str, str]:
    """The nouns of all lexicons that name a kind of object wherever they stand."""
    book = load()
    found: dict[str, set[str]] = {}
    for lang in book.languages:
        for term in book.lexicon(lang):
            if term.axis == "objects" and "weak" not in term.attrs:
                found.setdefault(fold(term.form), set()).add(term.code)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}


def day(text: str, *, last: bool = False) -> date | None:
    """A day written as ISO 8601; of a year or a month alone its first, or its last. None for another text."""
    found = _DAY.fullmatch(ascii_marks(text).strip())
    if not found:
        return None
    year, month, number = (int(g) if g else None for g in found.groups())
    try:
        whole = month or (12 if last else 1)
        return date(year or 0, whole, number or (monthrange(year or 0, whole)[1] if last else 1))
    except ValueError:
        return None


def serial(text: str) -> bool:
    """Whether it is a number such as spreadsheets have for the days from 1954 to 2064."""
    return bool(_SERIAL.fullmatch(text.strip()))


def metres(text: str) -> float | None:
    """A length in metres; None for what is none, not above nought, or further than any site reaches."""
    found = _METRES.fullmatch(ascii_marks(text).strip())
    if not found or not _NUMBER.fullmatch(found[1]):
        return None
    length = float(found[1].replace(",", "."))
    return length if 0 < length <= FARTHEST else None


def yes(text: str) -> bool | None:
    """Yes or no; None for a word that is neither."""
    word = fold(text)
    return True if word in _YES else False if word in _NO else None
