"""Together: open names whose places lie side by side decide one another.

There may be twelve places called A and ten called B, but only one A is a short drive from a B. Two places of
one text lie that near far more often than chance would have it, so each reading of a name gains by how likely
the other names make a place beside it. Only names that the rest of the document leaves in doubt are asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil, cos, exp, floor, log, radians
from typing import NamedTuple

from witnessmark.locate.evidence import SETTLEMENT
from witnessmark.locate.geo import roughly_km
from witnessmark.locate.rank import Choice

# Tuned on one half of two public toponym sets, see docs/method/locate.md.
DOUBTED = 0.05  # a choice with a smaller margin is in doubt, as is one left open
DECIDES = 0.3  # the least margin that company must give
NEAR_KM = 40.0  # a short drive: closeness has lost two thirds of its weight
LIKELIER = 30.0  # how much likelier than by chance two places of a text lie side by side
MOST = 4.0  # points that company gives at most
ROUNDS = 2
CELL = 1.0  # degrees: readings beyond the cells around are not looked at
NORTH = 0.2  # cosine of the latitude (78 degrees) beyond which a cell counts as no narrower


class Reading(NamedTuple):
    """A place that a name may mean, with its share of that name."""

    name: str
    id: int
    lat: float
    lon: float
    share: float


Cells = Mapping[int, Mapping[int, list[Reading]]]  # by row and column


def doubted(choices: Mapping[str, Choice]) -> list[str]:
    """The names in doubt."""
    return [
        name
        for name, choice in choices.items()
        if len(choice.readings) > 1 and (not choice.settled or choice.margin < DOUBTED)
    ]


def company(names: list[str], choices: Mapping[str, Choice]) -> dict[str, dict[int, float]]:
    """For each of `names`, the points its readings gain by the other names in `choices`, by entry."""
    cells = _cells(choices)
    return {name: _points(_readings(name, choices[name]), cells) for name in names}


def _cells(choices: Mapping[str, Choice]) -> Cells:
    cells: dict[int, dict[int, list[Reading]]] = {}
    for name, choice in choices.items():
        for reading in _readings(name, choice):
            row = cells.setdefault(floor(reading.lat / CELL), {})
            row.setdefault(floor(reading.lon / CELL), []).append(reading)
    return cells


def _readings(name: str, choice: Choice) -> list[Reading]:
    return [
        Reading(name, e.id, e.place.lat, e.place.lon, share / SETTLEMENT)
        for e, share in choice.readings
        if e.place.lat is not None and e.place.lon is not None
    ]


def _points(readings: list[Reading], cells: Cells) -> dict[int, float]:
    points = {}
    for one in readings:
        beside: dict[str, float] = defaultdict(float)
        for other in _around(one, cells):
            # another spelling of the very place is no company for it
            if other.name != one.name and other.id != one.id:
                away = roughly_km(one.lat, one.lon, other.lat, other.lon)
                beside[other.name] += other.share * exp(-away / NEAR_KM)
        points[one.id] = min(MOST, sum(log(1 + LIKELIER * b) for b in beside.values()))
    return points


def _around(one: Reading, cells: Cells) -> Iterator[Reading]:
    row, column = floor(one.lat / CELL), floor(one.lon / CELL)
    reach = ceil(1 / max(cos(radians(one.lat)), NORTH))  # degrees of longitude are narrower there
    for x in range(row - 1, row + 2):
        if filled := cells.get(x):
            for y in range(column - reach, column + reach + 1):
                yield from filled.get(y, ())
