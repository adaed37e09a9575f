"""Readers of wider points: weekends, seasons, quarters, years, decades, units counted from publication."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from witnessmark.date import calendar
from witnessmark.date.calendar import Days
from witnessmark.date.marks import Mark, Marks, first_of, value_of
from witnessmark.date.old_years import CENTURY
from witnessmark.date.points import Context, Point, dated, unresolved, yearless
from witnessmark.model.when import TimePrecision, TimexType

_SATURDAY = 5
_UNIT_PRECISION = {
    "D": TimePrecision.DAY, "W": TimePrecision.WEEK, "M": TimePrecision.MONTH,
    "Q": TimePrecision.PART_OF_YEAR, "Y": TimePrecision.YEAR, "DE": TimePrecision.DECADE,
}  # fmt: skip


def season(found: Marks, context: Context) -> Point:
    """Reads "the summer of 2015", "last winter", "in the spring"; without a year, by the anchor."""
    mark, year, which = first_of(found, "S"), first_of(found, "Y"), first_of(found, "LXT")
    code = mark.code if mark else ""

    def name(in_year: int | None) -> str:
        return f"{in_year or 'XXXX'}-{code}"

    if year is not None:
        return dated(calendar.season_of(code, year.value), TimePrecision.SEASON, name(year.value))
    anchor = context.anchor
    if which is not None and anchor is not None:
        years = range(anchor.year - 2, anchor.year + 2)
        if which.letter == "L":
            chosen = max(y for y in years if calendar.season_of(code, y).end < anchor)
        elif which.letter == "X":
            chosen = min(y for y in years if calendar.season_of(code, y).start > anchor)
        else:
            chosen = min(y for y in years if calendar.season_of(code, y).end >= anchor)
        return Point(calendar.season_of(code, chosen), TimePrecision.SEASON, name(chosen), "from publication")
    return yearless(lambda y: calendar.season_of(code, y), TimePrecision.SEASON, name, context)


def unit_end(found: Marks, context: Context) -> Point:
    """Reads "year-end", "month-end": the last day of the unit at publication, of a year the nearest."""
    unit, part = first_of(found, "Uq"), first_of(found, "B")
    if unit is None or part is None or part.code != "late":
        raise ValueError("only ends of units are one day")
    code = "Q" if unit.letter == "q" else unit.code
    whole = _unit_around(code, first_of(found, "LXT"), context)
    if whole.days is None:
        return whole
    last = whole.days.end
    return Point(Days(last, last), TimePrecision.DAY, last.isoformat(), f"last day of {whole.value}")


def _fiscal(point: Point) -> Point:
    """A fiscal year or quarter: whose it is, and so when it begins, the words do not say."""
    method = "a fiscal year, which may begin in any month"
    return replace(point, days=None, precision=TimePrecision.UNRESOLVED, method=method)


def quarter(found: Marks, context: Context) -> Point:
    """Reads "the second quarter of 2018", "the first quarter"; a fiscal one has no days."""
    return _share_of_year(found, context, 4, "Q", calendar.quarter_of)


def share_in_one_word(found: Marks, context: Context) -> Point:
    """Reads "Q2 2023", "H1 last year": the quarter or half of a year, written in one word."""
    mark = first_of(found, "@")
    return half_year(found, context) if mark and mark.code == "H" else quarter(found, context)


def half_year(found: Marks, context: Context) -> Point:
    """Reads "the first half of 2018", "the second half of last year"."""

    def half(number: int, year: int) -> Days:
        return Days(
            calendar.quarter_of(2 * number - 1, year).start, calendar.quarter_of(2 * number, year).end
        )

    return _share_of_year(found, context, 2, "H", half)


def _share_of_year(
    found: Marks, context: Context, shares: int, letter: str, make: Callable[[int, int], Days]
) -> Point:
    fiscal = [m for m in found if m.letter != "&"]
    if len(fiscal) < len(found):
        return _fiscal(_share_of_year(fiscal, context, shares, letter, make))
    number, year = value_of(found, "o@"), first_of(found, "Y")
    if not 1 <= number <= shares:
        raise ValueError(f"a year has {shares} such parts")
    which = next((m for m in found if m.letter in "LXT"), None)

    def name(in_year: int | None) -> str:
        return f"{in_year or 'XXXX'}-{letter}{number}"

    if year is not None:
        return dated(make(number, year.value), TimePrecision.PART_OF_YEAR, name(year.value))
    if which is not None and context.anchor is not None:
        chosen = context.anchor.year + {"L": -1, "X": 1}.get(which.letter, 0)
        return Point(make(number, chosen), TimePrecision.PART_OF_YEAR, name(chosen), "from publication")
    return yearless(lambda y: make(number, y), TimePrecision.PART_OF_YEAR, name, context)


def weekend(found: Marks, context: Context) -> Point:
    """Reads "last weekend", "the weekend": the latest begun by publication; "next", the one after it."""
    if context.anchor is None:
        return unresolved("XXXX-WXX-WE")
    saturday = calendar.weekday_before(context.anchor, _SATURDAY)
    if found[0].letter == "X" or (found[0].letter == "T" and context.anchor.weekday() < _SATURDAY):
        saturday += timedelta(7)
    elif found[0].letter == "L" and context.anchor.weekday() >= _SATURDAY:
        saturday -= timedelta(7)
    iso = saturday.isocalendar()
    value = f"{iso.year}-W{iso.week:02}-WE"
    return Point(Days(saturday, saturday + timedelta(1)), TimePrecision.RANGE_DAYS, value, "from publication")


def part_year(found: Marks, context: Context) -> Point:
    """Reads "early 2015", "the end of 2015", "the end of the year"."""
    part, year = first_of(found, "EB"), first_of(found, "Y")
    code = part.code if part else "early"
    if year is not None:
        days = calendar.part_of(calendar.year_of(year.value), code)
        return dated(days, TimePrecision.PART_OF_YEAR, f"{year.value}")
    whole = _unit_around(found[-1].code, first_of(found, "LXT"), context)
    if whole.days is None:
        return whole
    precision = TimePrecision.PART_OF_MONTH if found[-1].code == "M" else TimePrecision.PART_OF_YEAR
    if found[-1].code not in ("M", "Y", "Q"):
        precision = whole.precision
    return Point(calendar.part_of(whole.days, code), precision, whole.value, whole.method)


def near_unit(found: Marks, context: Context) -> Point:
    """Reads "last week", "this year", "next month"; "early next week" and "earlier this year" narrow it."""
    unit, which, part = found[-1], first_of(found, "LXT"), first_of(found, "EG")
    if unit.letter == "&":
        return _fiscal(_unit_around("Y", which, context))
    if unit.value > 0:
        past = which is not None and which.letter == "L"
        code = _open_length(unit)
        method = "an unknown number of units " + ("before" if past else "from") + " publication"
        return Point(None, TimePrecision.UNKNOWN, code, method, TimexType.DURATION)
    code = "Q" if unit.letter == "q" else unit.code
    whole = _unit_around(code, which, context)
    if part is None or whole.days is None:
        return whole
    days = whole.days
    if part.letter == "E":
        days = calendar.part_of(days, part.code)
    elif context.anchor is not None and days.start <= context.anchor <= days.end:
        days = Days(days.start, context.anchor)
    precision = {"M": TimePrecision.PART_OF_MONTH, "Y": TimePrecision.PART_OF_YEAR}.get(code, whole.precision)
    return Point(days, precision, whole.value, whole.method)


def _open_length(unit: Mark) -> str:
    """The TIMEX3 value of an unknown number of units."""
    if unit.letter == "q":
        return "PXM"
    return f"PTX{unit.code[-1]}" if unit.code[0] == "T" else f"PX{unit.code[0]}"


def _unit_around(code: str, which: Mark | None, context: Context) -> Point:
    """The calendar day, week, month, quarter, year or decade at the anchor, or the one before or after it."""
    return unit_away(code, {"L": -1, "X": 1}.get(which.letter, 0) if which else 0, context)


def unit_away(code: str, steps: int, context: Context) -> Point:
    """The calendar unit so many steps before (negative) or after the one at the anchor.

    Raises ValueError for what is no calendar unit (hours).
    """
    if context.anchor is None:
        return unresolved("XXXX")
    if code not in _UNIT_PRECISION:
        raise ValueError(f"no calendar unit {code}")
    day = calendar.shift(context.anchor, "Y" if code == "DE" else code, steps * (10 if code == "DE" else 1))
    return Point(*_whole(code, day), f"calendar unit {steps:+d} from publication")


def _whole(code: str, day: date) -> tuple[Days, TimePrecision, str]:
    """The calendar unit that holds a day, its precision and its TIMEX3 value."""
    days, value = _WHOLES[code](day)
    return days, _UNIT_PRECISION[code], value


def _week(day: date) -> tuple[Days, str]:
    iso = day.isocalendar()
    return calendar.week_of(day), f"{iso.year}-W{iso.week:02}"


def _quarter(day: date) -> tuple[Days, str]:
    number = (day.month + 2) // 3
    return calendar.quarter_of(number, day.year), f"{day.year}-Q{number}"


def _decade(day: date) -> tuple[Days, str]:
    first = day.year // 10
    return Days(date(first * 10, 1, 1), date(first * 10 + 9, 12, 31)), f"{first}"


_WHOLES: dict[str, Callable[[date], tuple[Days, str]]] = {
    "D": lambda day: (Days(day, day), day.isoformat()),
    "W": _week,
    "M": lambda day: (calendar.month(day.year, day.month), f"{day:%Y-%m}"),
    "Q": _quarter,
    "Y": lambda day: (calendar.year_of(day.year), f"{day.year}"),
    "DE": _decade,
}


def decade(found: Marks, _context: Context) -> Point:
    """Reads "the 1990s", "the late 1990s", "the end of the ninth century"."""
    # A century has no precision of its own: a decade is the widest there is.
    first, part, whole = found[-1].value, first_of(found, "EB"), found[-1].code == CENTURY
    days = Days(date(first, 1, 1), date(first + (99 if whole else 9), 12, 31))
    if part is not None:
        days = calendar.part_of(days, part.code)
    return dated(days, TimePrecision.DECADE, f"{first // (100 if whole else 10)}")


def year(found: Marks, _context: Context) -> Point:
    """Reads "2011"; "fiscal 2011" has a value and no days."""
    number = found[-1].value
    point = dated(calendar.year_of(number), TimePrecision.YEAR, f"{number}")
    return _fiscal(point) if len(found) > 1 else point
