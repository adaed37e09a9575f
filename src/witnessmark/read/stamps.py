"""Explicit calendar dates as date lines, page prefixes and wire datelines write them.

Only a date with its year counts. "05/06/2020" may be two days: it comes back as bounds, not as a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from witnessmark.read.knowledge import knowledge

# Two-digit years before this read as 20xx, the rest as 19xx (POSIX strptime %y).
PIVOT = 69
# "Aug 142016": a comma and its space lost in copying; a year of this century or the last follows the day.
_GLUED = r"(?=(?:19|20)\d\d(?!\d))"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date written at `start:end`; `low < high` where the day and month may be swapped."""

    start: int
    end: int
    low: date
    high: date


@cache
def months() -> dict[str, int]:
    return {name: number for number, names in knowledge("calendar")["months"].items() for name in names}


@cache
def weekdays() -> frozenset[str]:
    return frozenset(knowledge("calendar")["weekdays"])


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(re.escape(m) for m in sorted(months(), key=len, reverse=True))
    joints, suffixes = ("|".join(knowledge("calendar")[key]) for key in ("joints", "ordinal_suffixes"))
    joint = rf"(?:[\s.,\-]+(?:(?:{joints})\s+)?)"
    day = rf"(?P<{{0}}>\d{{{{1,2}}}})(?:{suffixes})?"
    year = r"(?P<{0}>\d{{4}}|\d{{2}}(?=\s*(?:--|—|\u2013|\(|$)))"
    return re.compile(
        r"(?<![\w/.])(?:"
        r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?!\d)"
        rf"|{day.format('d2')}{joint}(?P<m2>{month})\b{joint}{year.format('y2')}(?!\d)"
        rf"|(?P<m3>{month})\b[\s.]+{day.format('d3')}(?:\b[\s,]+|{_GLUED}){year.format('y3')}(?!\d)"
        r"|(?P<a4>\d{1,2})[-/.](?P<b4>\d{1,2})[-/.](?P<y4>\d{4})(?![.\-/]?\d)"
        r")",
        re.IGNORECASE,
    )


def stamps(text: str) -> Iterator[Stamp]:
    """Explicit dates with a year, in order."""
    for m in _pattern().finditer(text):
        days = sorted({d for d in _readings(m.groupdict()) if d})
        if days:
            yield Stamp(m.start(), m.end(), days[0], days[-1])


def _readings(g: dict[str, str | None]) -> list[date | None]:
    if g["y1"]:
        return [_date(g["y1"], g["m1"], g["d1"])]
    if g["y2"]:
        return [_date(g["y2"], _month(g["m2"]), g["d2"])]
    if g["y3"]:
        return [_date(g["y3"], _month(g["m3"]), g["d3"])]
    return [_date(g["y4"], g["b4"], g["a4"]), _date(g["y4"], g["a4"], g["b4"])]


def _month(name: str | None) -> int:
    return months()[(name or "").lower()]


def _date(year: str | None, month: str | int | None, day: str | None) -> date | None:
    try:
        y = int(year or 0)
        if len(year or "") == 2:
            y += 2000 if y < PIVOT else 1900
        return date(y, int(month or 0), int(day or 0))
    except ValueError:  # 31 February: a number that looks like a date and is none
        return None
