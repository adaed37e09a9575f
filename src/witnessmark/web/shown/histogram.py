"""Incidents over time as a drawing made here: one bar a month, a year or several years."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from witnessmark.model.filter import Filter, Unknowns
from witnessmark.model.listing import Histogram

WIDTH, HEIGHT = 760.0, 120.0
LEFT, BELOW, ABOVE = 34.0, 20.0, 8.0  # room for the numbers, the days, and the highest bar's end
MOST_BARS = 160  # bars stay some five units wide: a finger still finds one
MONTHS_A_YEAR = 12
_LABEL = 46.0  # least distance of two labels of the axis


@dataclass(frozen=True, slots=True)
class Bar:
    """The incidents that began in a stretch of time; `query` asks for them alone."""

    label: str
    number: int
    x: float
    y: float
    width: float
    height: float
    tick: str
    query: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The bars, none left out between the first and the last; `most` is the highest."""

    bars: tuple[Bar, ...]
    most: int
    width: float = WIDTH
    height: float = HEIGHT
    left: float = LEFT
    ground: float = HEIGHT - BELOW
    days: float = HEIGHT - 5

    @property
    def told(self) -> tuple[Bar, ...]:
        """The bars that are any."""
        return tuple(bar for bar in self.bars if bar.number)


def drawing(found: Histogram, wanted: Filter) -> Drawing:
    """The drawing of a histogram by month or by year."""
    counts = dict(found.bars)
    spans = list(_spans(counts))
    numbers = [sum(counts.get(name, 0) for name in names) for names in spans]
    most = max(numbers, default=0)
    step = (WIDTH - LEFT) / max(len(spans), 1)
    every = max(int(_LABEL / step) + 1, 1)
    stem = address(replace(wanted, start=None, end=None, undated=Unknowns.AS_ASKED))
    bars = []
    for n, (names, number) in enumerate(zip(spans, numbers, strict=True)):
        tall = round((HEIGHT - BELOW - ABOVE) * number / most, 1) if most else 0
        label = names[0] if len(names) == 1 else f"{names[0]}\u2013{names[-1]}"
        first, last = _days(names)
        only = f"start={first}&end={last}{'&' if stem else ''}{stem}"
        x = round(LEFT + n * step, 1)
        tick = _tick(names[0], n, every)
        bars.append(
            Bar(label, number, x, round(HEIGHT - BELOW - tall, 1), round(step * 0.86, 1), tall, tick, only)
        )
    return Drawing(tuple(bars), most)


def _tick(name: str, n: int, every: int) -> str:
    """The words under a bar: every so many bars, and of many months the year under its first."""
    if "-" in name and every > 1:
        return name[:4] if name.endswith("-01") else ""
    return name if n % every == 0 else ""


def address(wanted: Filter) -> str:
    """The filter as it stands in an address."""
    return urlencode(wanted.query(), doseq=True)


def _spans(counts: Mapping[str, int]) -> Iterator[tuple[str, ...]]:
    """The months or years that a bar stands for, without a gap."""
    if not counts:
        return
    first, last = min(counts), max(counts)
    if "-" in first:
        yield from ((month,) for month in _months(first, last))
        return
    years = [f"{year:04}" for year in range(int(first), int(last) + 1)]
    step = -(-len(years) // MOST_BARS)
    yield from (tuple(years[n : n + step]) for n in range(0, len(years), step))


def _months(first: str, last: str) -> Iterator[str]:
    (year, month), (end, until) = (map(int, name.split("-")) for name in (first, last))
    for n in range(year * MONTHS_A_YEAR + month - 1, end * MONTHS_A_YEAR + until):
        yield f"{n // MONTHS_A_YEAR:04}-{n % MONTHS_A_YEAR + 1:02}"


def _days(names: tuple[str, ...]) -> tuple[date, date]:
    first, last = names[0], names[-1]
    if "-" not in first:
        return date(int(first), 1, 1), date(int(last), 12, 31)
    year, month = map(int, first.split("-"))
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
