"""The Hijri calendar: its dates as days of the Gregorian one, after the Umm al-Qura tables in data/hijri.csv.

A month begins where the moon is seen, so a community's day may be one earlier or later than the table's.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate

from witnessmark.date.calendar import Days

SIGHTING = "Hijri, by the Umm al-Qura tables: a sighting may move it by a day"
# The years of the tables (1945 to 2077; older ones have months of 28 and 31 days).
YEARS = range(1365, 1501)
# A Hijri year lasts so many days on average.
_YEAR_LENGTH = 354.37
_EPOCH = date(622, 7, 19)


@cache
def _months() -> Mapping[tuple[int, int], Days]:
    source = files("witnessmark.date") / "data" / "hijri.csv"
    out: dict[tuple[int, int], Days] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        year, first, lengths = line.split(",")
        sizes = [29 if length == "9" else 30 for length in lengths]
        for number, (size, past) in enumerate(zip(sizes, accumulate(sizes), strict=True), 1):
            start = date.fromisoformat(first) + timedelta(past - size)
            out[int(year), number] = Days(start, start + timedelta(size - 1))
    return out


def month(year: int, number: int) -> Days:
    """A Hijri month, 29 or 30 days. Raises ValueError for one the tables have not."""
    days = _months().get((year, number))
    if days is None:
        raise ValueError(f"no Hijri month {year}-{number}")
    return days


def day(year: int, month_number: int, number: int) -> date:
    """A Hijri day. Raises ValueError for one the tables have not."""
    days = month(year, month_number)
    found = days.start + timedelta(number - 1)
    if not days.start <= found <= days.end:
        raise ValueError(f"no such day in Hijri month {year}-{month_number}")
    return found


def years_in(gregorian: int) -> range:
    """The Hijri years that share days with a Gregorian one, as far as the tables go."""
    first = int((date(gregorian, 1, 1) - _EPOCH).days / _YEAR_LENGTH) + 1
    return range(max(first - 1, YEARS[0]), min(first + 2, YEARS[-1]) + 1)


def beginning_in(gregorian: int, number: int, first: int = 1) -> date:
    """The first time in a Gregorian year that a day of a Hijri month comes round; else ValueError."""
    days = (day(year, number, first) for year in years_in(gregorian))
    found = min((d for d in days if d.year == gregorian), default=None)
    if found is None:
        raise ValueError(f"no such Hijri day in {gregorian}")
    return found
