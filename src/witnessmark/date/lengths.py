"""Lengths of time: "three weeks", and the days they reach back or ahead to."""

import math
from dataclasses import dataclass, replace
from datetime import date, timedelta

from witnessmark.date import calendar
from witnessmark.date.calendar import Days
from witnessmark.date.expressions import Expression
from witnessmark.date.marks import Marks, first_of
from witnessmark.date.points import UNANCHORED, Context, Point
from witnessmark.model.when import TimePrecision, TimexType

_RELATIVE = {
    "D": TimePrecision.RELATIVE_DAYS, "TH": TimePrecision.RELATIVE_DAYS, "TM": TimePrecision.RELATIVE_DAYS,
    "TS": TimePrecision.RELATIVE_DAYS, "W": TimePrecision.RELATIVE_WEEKS,
    "M": TimePrecision.RELATIVE_MONTHS, "Q": TimePrecision.RELATIVE_MONTHS,
}  # fmt: skip
# TIMEX3 writes longer units as months, years or days.
_LENGTHS = {"Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
_HOURS = {"TH": 24, "TM": 24 * 60, "TS": 24 * 3600}


@dataclass(frozen=True, slots=True)
class Length:
    """A number of units; `count` None where the words leave it open ("a few days")."""

    count: float | None
    unit: str

    @property
    def value(self) -> str:
        """The TIMEX3 value: P3W, PT72H, PXD."""
        factor, unit = _LENGTHS.get(self.unit, (1, self.unit))
        number = "X" if self.count is None else f"{self.count * factor:g}"
        return f"PT{number}{unit[1]}" if unit[0] == "T" else f"P{number}{unit}"

    @property
    def precision(self) -> TimePrecision:
        return _RELATIVE.get(self.unit, TimePrecision.RELATIVE_YEAR)

    def from_day(self, day: date, direction: int) -> date:
        """The day this far before (-1) or after (1) another. Raises ValueError where the count is open."""
        if self.count is None:
            raise ValueError("an open length leads nowhere")
        if self.unit in _HOURS:
            return day + timedelta(direction * math.ceil(self.count / _HOURS[self.unit]))
        if self.count != int(self.count):
            return day + timedelta(
                direction * round(self.count * {"Y": 365.25, "M": 30.4, "W": 7}.get(self.unit, 1))
            )
        return calendar.shift(day, self.unit, direction * int(self.count))


def length_of(found: Marks) -> Length:
    """The length that the marks word: "three weeks", "half a year", open for "a few days" and bare plurals.

    The marks hold a unit.
    """
    unit = next(m for m in found if m.letter in "Uq=")
    code = "Q" if unit.letter == "q" else unit.code
    if unit.letter == "=":
        return Length(2, code)
    if any(m.letter == "h" for m in found):
        return Length(0.5, code)
    if any(m.letter == "p" for m in found):
        return Length(None, code)
    number = next((m for m in found if m.letter in "NJu"), None)
    if number is not None:
        return Length(number.value, code)
    return Length(None if unit.value > 0 else 1, code)


# "A year earlier", "the next day": counted from another time in the text, which is not looked for.
STORY = Point(
    None, TimePrecision.UNRESOLVED, "XXXX", "counts from another time in the text", TimexType.DURATION
)


def _from_the_story(e: Expression) -> bool:
    """Whether it is "the next day", "the previous week": one unit on or back in what is being told."""
    counted = any(m.letter in "NJup" for m in e.marks)
    has_article = any(m.letter == "e" for m in e.marks)
    return has_article and not counted and any(m.letter == "X" or m.code == "previous" for m in e.marks)


def ago(e: Expression, context: Context) -> Point | None:
    """Reads "three weeks ago": the day, week, month or year that far back.

    "Earlier" and "later" count from another time in the text and stay unresolved.
    """
    if e.letters == "U_G" and not e.marks[0].value:
        return None
    length, how = length_of(e.marks), next((m for m in e.marks if m.letter == "("), e.marks[-1])
    if how.code != "ago":
        return replace(STORY, value=length.value)
    if context.anchor is None or length.count is None:
        value = "PAST_REF" if length.count is None else length.value
        return Point(None, length.precision, value, UNANCHORED)
    day = length.from_day(context.anchor, -1)
    method = f"publication - {length.value}"
    match length.precision:
        case TimePrecision.RELATIVE_WEEKS:
            iso = day.isocalendar()
            around = Days(day - timedelta(3), min(day + timedelta(3), context.anchor))
            return Point(around, TimePrecision.RELATIVE_WEEKS, f"{iso.year}-W{iso.week:02}", method)
        case TimePrecision.RELATIVE_MONTHS:
            days = calendar.month(day.year, day.month)
            return Point(days, TimePrecision.RELATIVE_MONTHS, f"{day:%Y-%m}", method)
        case TimePrecision.RELATIVE_YEAR:
            return Point(calendar.year_of(day.year), TimePrecision.RELATIVE_YEAR, f"{day.year}", method)
    return Point(Days(day, day), TimePrecision.DAY, day.isoformat(), method)


def window(e: Expression, context: Context) -> Point:
    """Reads "in the past three weeks", "the next two days": up to publication, or on from it."""
    length = length_of(e.marks)
    if _from_the_story(e):
        return replace(STORY, value=length.value)
    ahead = any(m.letter in "X>" for m in e.marks)
    if context.anchor is None:
        return Point(None, length.precision, length.value, UNANCHORED, TimexType.DURATION)
    if length.count is None:
        return Point(None, length.precision, length.value, "a length left open", TimexType.DURATION)
    other = length.from_day(context.anchor, 1 if ahead else -1)
    days = Days(min(other, context.anchor), max(other, context.anchor))
    method = f"publication {'+' if ahead else '-'} {length.value}"
    return Point(days, length.precision, length.value, method, TimexType.DURATION)


def same(e: Expression, _context: Context) -> Point | None:
    """Reads "the same day", "that night", "the quarter", "the latest period": a time the story has named."""
    mark = e.marks[-1]
    if mark.letter == "r" and not any(m.code == "latest" for m in e.marks):
        return None
    return replace(STORY, value="XXXX", type=TimexType.TIME if len(mark.code) == 2 else TimexType.DATE)


def duration(e: Expression, _context: Context) -> Point | None:
    """Reads "for three weeks", "week-long": a length without days; None for "in the day", which says none."""
    if e.letters in ("i_e_U", "i_U", "g_U") and not e.marks[-1].value:
        return None
    value = length_of(e.marks).value if e.letters[-1] != "%" else _in_one_word(e)
    return Point(None, TimePrecision.DURATION, value, "a length of time", TimexType.DURATION)


def _in_one_word(e: Expression) -> str:
    """Reads "day-long", "three-day-long"."""
    number, code = first_of(e.marks, "NJu"), e.marks[-1].code
    return code if number is None else code.replace("1", str(number.value))


def rate(e: Expression, _context: Context) -> Point:
    """Reads "a year" in "20 dollars a year"."""
    return Point(None, TimePrecision.SET, length_of(e.marks).value, "a repetition", TimexType.SET)
