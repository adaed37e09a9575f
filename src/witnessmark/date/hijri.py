"""The Hijri calendar: its dates as days of the Gregorian one, by the Umm al-Qura tables of `hijridate`.

A month begins where the moon is seen, so a community's day may be one earlier or later than the table's.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from witnessmark.date.calendar import Days

# The years read (1945 to 2077): the tables go back to 1343, with months of 28 and 31 days before these.
YEARS = range(1365, 1501)
SIGHTING = "Hijri, by the Umm al-Qura tables: a sighting may move it by a day"


def month(year: int, number: int) -> Days:
    """A Hijri month. Raises ValueError for one the tables have not."""
    from hijridate import Hijri

    if year not in YEARS:
        raise ValueError(f"no Hijri month {year}-{number}")
    first = Hijri(year, number, 1)
    start = date.fromordinal(first.to_gregorian().toordinal())
    return Days(start, start + timedelta(first.month_length() - 1))


def day(year: int, month_number: int, number: int) -> date:
    """A Hijri day. Raises ValueError for one the tables have not."""
    days = month(year, month_number)
    found = days.start + timedelta(number - 1)
    if not days.start <= found <= days.end:
        raise ValueError(f"no such day in Hijri month {year}-{month_number}")
    return found


def beginning_in(gregorian: int, number: int, first: int = 1) -> tuple[int, date]:
    """The first time in a Gregorian year that a day of a Hijri month comes round, with its Hijri year.

    Raises ValueError where there is none, or the tables have not the year.
    """
    days = (found for found in _each_year(gregorian, number, first) if found[1].year == gregorian)
    found = min(days, key=lambda one: one[1], default=None)
    if found is None:
        raise ValueError(f"no such Hijri day in {gregorian}")
    return found


def _each_year(gregorian: int, number: int, first: int) -> Iterator[tuple[int, date]]:
    """A day of a Hijri month in every Hijri year that shares days with a Gregorian one."""
    from hijridate import Gregorian

    try:
        begins, ends = (Gregorian(gregorian, *d).to_hijri().year for d in ((1, 1), (12, 31)))
    except OverflowError as error:
        raise ValueError(f"the Hijri tables have not {gregorian}") from error
    for year in range(begins, ends + 1):
        try:
            yield year, day(year, number, first)
        except ValueError:
            continue  # a month of 29 days in that year
