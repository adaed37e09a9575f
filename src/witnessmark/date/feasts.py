"""Feasts, movable and fixed, and times in the Hijri calendar: which days they are."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from witnessmark.date import hijri
from witnessmark.date.calendar import Days, shift, weekday_after
from witnessmark.date.marks import Marks, first_of
from witnessmark.date.points import UNANCHORED, Context, Point, dated, unresolved, yearless
from witnessmark.model.when import TimePrecision


@cache
def _rules() -> Mapping[str, Mapping[str, Any]]:
    import yaml

    source = files("witnessmark.date") / "data" / "feasts.yaml"
    rules: dict[str, dict[str, Any]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return rules


def feast_days(code: str, year: int) -> Days:
    """The days of a feast that begin in a Gregorian year. Raises ValueError where the year has none known."""
    rule = _rules()[code]
    first = _first_day(rule, year)
    return Days(first, first + timedelta(int(rule.get("days", 1)) - 1))


def _first_day(rule: Mapping[str, Any], year: int) -> date:
    if "date" in rule:
        return date(year, *rule["date"])
    if "weekday" in rule:
        month, weekday, which = rule["weekday"]
        return weekday_after(date(year, month, 1), weekday, same_day=True) + timedelta(7 * (which - 1))
    if "easter" in rule:
        from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

        calendar, offset = rule["easter"]
        sunday: date = easter(year, EASTER_WESTERN if calendar == 1 else EASTER_ORTHODOX)
        return sunday + timedelta(offset)
    if "hijri" in rule:
        return hijri.beginning_in(year, *rule["hijri"])[1]
    found = next((day for day in rule["table"] if day.year == year), None)
    if found is None:
        raise ValueError(f"no table for {year}")
    return date(found.year, found.month, found.day)


def feast(found: Marks, context: Context) -> Point:
    """Reads "Easter 2019", "last Christmas", "Eid al-Fitr"; "Eid" alone stays open between the two Eids."""
    mark, year = first_of(found, "O"), first_of(found, "Y")
    code = mark.code if mark else ""
    rule = _rules()[code]
    if "either" in rule:
        days = [_one(name, year.value if year else None, found, context).days for name in rule["either"]]
        return unresolved(
            f"{year.value if year else 'XXXX'}-XX-XX",
            "the name stands for several feasts",
            tuple(sorted(d.start for d in days if d)),
        )
    point = _one(code, year.value if year else None, found, context)
    return point.with_method(f"{point.method}; {hijri.SIGHTING}") if "hijri" in rule else point


def _one(code: str, year: int | None, found: Marks, context: Context) -> Point:
    def make(in_year: int) -> Days:
        return feast_days(code, in_year)

    def name(in_year: int | None) -> str:
        return _value(make(in_year)) if in_year else "XXXX-XX-XX"

    single = int(_rules()[code].get("days", 1)) == 1
    precision = TimePrecision.DAY if single else TimePrecision.RANGE_DAYS
    if year is not None:
        return dated(make(year), precision, name(year))
    return yearless(make, precision, name, _towards(found, context))


def _value(days: Days) -> str:
    return f"{days.start}" if days.start == days.end else f"{days.start}/{days.end}"


def _towards(found: Marks, context: Context) -> Context:
    """The context with "next" as a sign of what is to come, and "last" as one of what is over."""
    which = first_of(found, "LX")
    if which is None or context.anchor is None:
        return context
    if which.letter == "X":
        return Context(context.anchor, future=True)
    return Context(context.anchor - timedelta(1))


def hijri_date(found: Marks, context: Context) -> Point:
    """Reads "5 Muharram 1445", "Ramadan 1444", "10 Muharram", "during Ramadan", "Ramadan 2023"."""
    month = next(m.value for m in found if m.letter in "Iv")
    number, own, common = first_of(found, "Nno"), first_of(found, "y"), first_of(found, "Y")
    day = number.value if number else None
    precision = TimePrecision.DAY if day else TimePrecision.MONTH
    if own is not None:
        days = _hijri_days(own.value, month, day)
        return Point(days, precision, _value(days), f"explicit; {hijri.SIGHTING}", dated=True)

    def make(in_year: int) -> Days:
        hijri_year, _ = hijri.beginning_in(in_year, month, day or 1)
        return _hijri_days(hijri_year, month, day)

    def name(in_year: int | None) -> str:
        return _value(make(in_year)) if in_year else "XXXX-XX-XX"

    if common is not None:
        return dated(make(common.value), precision, name(common.value)).with_method(
            f"explicit; {hijri.SIGHTING}"
        )
    point = yearless(make, precision, name, _towards(found, context))
    return point if point.days is None else point.with_method(f"{point.method}; {hijri.SIGHTING}")


def _hijri_days(year: int, month: int, day: int | None) -> Days:
    if day is None:
        return hijri.month(year, month)
    only = hijri.day(year, month, day)
    return Days(only, only)


def eve(point: Point) -> Point:
    """The day before the first day of a point."""
    if point.days is None:
        return unresolved("XXXX-XX-XX", UNANCHORED)
    day = shift(point.days.start, "D", -1)
    return Point(Days(day, day), TimePrecision.DAY, f"{day}", f"the eve; {point.method}", dated=point.dated)
