"""Intervals of shares and sums of uncertain events, each by a formula of its own source."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

# The standard normal deviate of a two-sided interval of 95 %.
Z_95 = NormalDist().inv_cdf(0.975)
_MANY = 100.0
_NONE = 1e-15  # cut off at either end event by event, that of a million events comes to 2e-9 together


def wilson(hits: float, trials: float, z: float = Z_95) -> tuple[float, float]:
    """The score interval of a share (Wilson 1927); from 0 to 1 where nothing was tried.

    `hits` need not be whole: an expected number gives the interval of the share it stands for.
    """
    if trials <= 0:
        return 0.0, 1.0
    share = hits / trials
    middle = share + z * z / (2 * trials)
    half = z * sqrt(max(share * (1 - share), 0.0) / trials + z * z / (4 * trials * trials))
    whole = 1 + z * z / trials
    return max((middle - half) / whole, 0.0), min((middle + half) / whole, 1.0)


def newcombe(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float, float]:
    """The difference of two shares, each (hits, trials), with its interval (Newcombe 1998, method 10)."""
    shares = [hits / trials if trials else 0.0 for hits, trials in (one, other)]
    (low1, high1), (low2, high2) = wilson(*one), wilson(*other)
    apart = shares[0] - shares[1]
    low = apart - sqrt((shares[0] - low1) ** 2 + (high2 - shares[1]) ** 2)
    high = apart + sqrt((high1 - shares[0]) ** 2 + (shares[1] - low2) ** 2)
    return apart, max(low, -1.0), min(high, 1.0)


def expected(chances: Sequence[float]) -> tuple[float, float]:
    """The mean and the variance of how many of independent events happen (Poisson binomial distribution)."""
    return sum(chances), sum(p * (1 - p) for p in chances)


def count_interval(chances: Sequence[float], level: float = 0.95) -> tuple[int, int]:
    """The least and the greatest number of independent events that the middle `level` of chance leaves.

    Exact: the distribution is folded event by event (Poisson binomial). Above a variance of 100 the normal
    distribution stands in for it, off by less than one event.
    """
    mean, variance = expected(chances)
    if variance > _MANY:
        half = NormalDist().inv_cdf((1 + level) / 2) * sqrt(variance)
        return max(round(mean - half), 0), min(round(mean + half), len(chances))
    start, weights = _folded(chances)
    tail, total = (1 - level) / 2, 0.0
    low = None
    for n, w in enumerate(weights, start):
        total += w
        if low is None and total > tail:
            low = n
        if total >= 1 - tail:
            return low or 0, n
    return low or 0, len(chances)


def _folded(chances: Sequence[float]) -> tuple[int, "np.ndarray[tuple[int], np.dtype[np.float64]]"]:
    """The chance of each number of events from the first that is possible on: Poisson binomial.

    Ends that are as good as impossible are cut off, so that many unlikely events cost no more than few.
    """
    import numpy as np

    start, weights = 0, np.ones(1)
    for p in chances:
        weights = np.convolve(weights, (1 - p, p))
        if weights[-1] < _NONE or weights[0] < _NONE:
            kept = np.flatnonzero(weights >= _NONE)
            start += int(kept[0])
            weights = weights[kept[0] : kept[-1] + 1]
    return start, weights


def quartiles(values: Sequence[float]) -> tuple[float, float, float] | None:
    """The lower quartile, the median and the upper one, between values where they fall (Hyndman & Fan 7)."""
    if not values:
        return None
    kept = sorted(values)

    def at(share: float) -> float:
        place = share * (len(kept) - 1)
        below = int(place)
        above = min(below + 1, len(kept) - 1)
        return kept[below] + (kept[above] - kept[below]) * (place - below)

    return at(0.25), at(0.5), at(0.75)
