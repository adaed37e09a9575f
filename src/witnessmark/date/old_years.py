"""Years long past: of four figures below 1800, in words, and centuries.

Such figures and words count things more often than they name a year, so each needs its company: a day and
its month, or a preposition before and nothing behind that could be counted.
"""

import re

from witnessmark.date.language import Found, Word

CENTURY = "CE"
_OLD = re.compile(r"1[0-7]\d\d|[4-9]\d\d")
# "2 January 0001": a year that no report is of, so that the day is of no year we could guess.
_FIRST_CENTURY = re.compile(r"00\d\d")
_CLOSE = re.compile(r"\s*(?:[.,;:)]\s|[.,;:)]?\Z)")
_AFTER_DATE = (" ", ", ")


def may_be_old_year(figure: Found, text: str) -> bool:
    """Whether a figure could be a year long past, as far as its digits tell."""
    start, end, word = figure
    return word.letter in "#J" and (_OLD.fullmatch(text, start, end) or _early(text, start, end)) is not None


def _early(text: str, start: int, end: int) -> re.Match[str] | None:
    """Four figures that begin with two noughts."""
    return _FIRST_CENTURY.fullmatch(text, start, end)


def _on_a_clock(found: list[Found], i: int, text: str) -> bool:
    """Whether such figures are a time: hours or a time zone stand behind ("2 January 0030 hours")."""
    if not _early(text, *found[i][:2]) or i + 1 == len(found):
        return False
    start, _, word = found[i + 1]
    return word.letter in ("U", "+") and text[found[i][1] : start].isspace()


def old_years(found: list[Found], text: str) -> None:
    """Turns what is found into years and centuries where it is one."""
    for i in range(1, len(found)):
        start, end, word = found[i]
        if may_be_old_year(found[i], text):
            led = not _early(text, start, end) and _led(found, i, text, "i") and _alone(found, i, text)
            if led or (_dated(found, i, text) and not _on_a_clock(found, i, text)):
                found[i] = (start, end, Word("Y", int(text[start:end])))
        elif word.letter == "U" and word.code == CENTURY:
            _century(found, i, text)
        elif word.letter == "u":
            _worded(found, i, text)
    found[:] = [f for f in found if f[2].letter]


def _dated(found: list[Found], i: int, text: str) -> bool:
    """Whether a day and its month stand before a figure ("10 February 1258")."""
    start = found[i][0]
    if i < 2 or len(text[start : found[i][1]]) < 4:
        return False
    (_, first_end, first), (second_start, second_end, second) = found[i - 2], found[i - 1]
    letters = {first.letter, second.letter}
    near = text[first_end:second_start] in (" ", " of ") and text[second_end:start] in _AFTER_DATE
    return near and bool(letters & {"M", "m"}) and bool(letters & {"N", "n"})


def _led(found: list[Found], i: int, text: str, letters: str) -> bool:
    """Whether one of these words stands right before."""
    _, end, word = found[i - 1] if i else (0, 0, Word(""))
    return word.letter in tuple(letters) and text[end : found[i][0]] == " "


def _alone(found: list[Found], i: int, text: str) -> bool:
    """Whether nothing that could be counted follows: a stop, or an article as of the next phrase."""
    end = found[i][1]
    if _CLOSE.match(text, end):
        return True
    article = i + 1 < len(found) and found[i + 1][2].letter in ("e", "a")
    return article and text[end : found[i + 1][0]] == " "


def _century(found: list[Found], i: int, text: str) -> None:
    """Reads "in the ninth century", "the end of the 14th century": no "12th century mosque"."""
    if i < 3 or found[i - 1][2].letter not in ("o", "n") or text[found[i - 1][1] : found[i][0]] != " ":
        return
    if _led(found, i - 1, text, "e") and _led(found, i - 2, text, "iz") and _alone(found, i, text):
        number = found[i - 1][2].value
        found[i] = (found[i - 1][0], found[i][1], Word("K", 100 * number - 99, CENTURY))
        found[i - 1] = (0, 0, Word(""))


def _worded(found: list[Found], i: int, text: str) -> None:
    """Reads "in nineteen forty-three", "the summer of eighteen hundred and eleven"."""
    first = found[i][2].value
    if not (10 < first < 20 and _led(found, i, text, "iz")) or i + 1 >= len(found):
        return
    last = i + 1
    if found[last][2].letter != "u" or text[found[i][1] : found[last][0]] != " ":
        return
    rest = found[last][2].value
    if rest == 100:
        joined = i + 3 < len(found) and found[i + 2][2].letter == "j" and found[i + 3][2].letter == "u"
        if joined and text[found[last][1] : found[i + 3][0]].strip() == text[slice(*found[i + 2][:2])]:
            last += 2
        rest = found[last][2].value % 100
        if not _alone(found, last, text):
            return
    if rest < 100 and text[found[last][1] : found[last][1] + 1] != "-":
        end = found[last][1]
        found[i] = (found[i][0], end, Word("Y", 100 * first + rest))
        for k in range(i + 1, last + 1):
            found[k] = (0, 0, Word(""))
