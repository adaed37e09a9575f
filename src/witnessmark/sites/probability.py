"""The probability that a strike lies inside a site, as both positions are known.

`accuracy` says how far the truth may lie from a point 95 times in 100; round it, it is a normal distribution
in two dimensions, in which 95 of 100 lie within 2.4477 standard deviations (Rayleigh distribution). A place
that is a settlement or an area says only that the truth lies in its circle: anywhere in it.
"""

import numpy as np

from witnessmark.sites.globe import Floats

# Standard deviations within which 95 % of a normal distribution in two dimensions lie: sqrt(-2 ln 0.05).
RAYLEIGH_95 = float(np.sqrt(-2 * np.log(0.05)))
# Standard deviations from the edge at which nothing is left of a normal distribution: 1e-15.
_NOTHING = 8.0
# Up to these values of r**2 / 2 sigma**2 that many terms of the series leave less than 1e-12.
_SERIES = ((0.02, 6), (0.2, 10), (2.0, 22))


def sigma(accuracy: Floats) -> Floats:
    """The standard deviation, along each axis, of a position known to `accuracy` metres."""
    return np.asarray(accuracy / RAYLEIGH_95)


def disc(distance: Floats, spread: Floats, radius: Floats) -> Floats:
    """The probability that a point lies in a disc whose middle is `distance` away.

    `spread` is the standard deviation of the way between both, in metres along each axis. The square of that
    way over its spread has a noncentral chi-square distribution with two degrees of freedom.
    """
    out = np.where(distance <= radius, 1.0, 0.0)
    open_ = (spread > 0) & (np.abs(distance - radius) < _NOTHING * spread)
    safe = np.where(spread > 0, spread, 1.0)
    half_radius, half_way = (radius / safe) ** 2 / 2, (distance / safe) ** 2 / 2
    least = 0.0
    for most, terms in _SERIES:
        rows = np.flatnonzero(open_ & (half_radius >= least) & (half_radius < most))
        out[rows] = _series(half_radius[rows], half_way[rows], terms)
        least = most
    rows = np.flatnonzero(open_ & (half_radius >= least))
    if len(rows):
        from scipy.special import chndtr

        out[rows] = chndtr(2 * half_radius[rows], 2, 2 * half_way[rows])
    return np.clip(out, 0.0, 1.0)


def _series(y: Floats, m: Floats, terms: int) -> Floats:
    """Sum over k of Poisson(k; y) P(Poisson(m) < k): the same distribution, every term of it positive.

    (Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 2, 29.2, with the order of sums
    changed.)
    """
    weight = np.exp(-y) * y
    term = np.exp(-m)
    below = term.copy()
    total = weight * below
    for k in range(2, terms + 1):
        weight = weight * y / k
        term = term * m / (k - 1)
        below += term
        total += weight * below
    return np.asarray(total)


def circle(distance: Floats, around: Floats, spread: Floats, radius: Floats) -> Floats:
    """The probability that a point anywhere in a circle of radius `around` lies in a disc.

    `distance` is between both middles, `spread` the standard deviation of the disc's. The smaller of the two
    is taken as a normal distribution of its own variance (r²/4 along each axis) when the other's edge cuts
    it: exact away from the edge, within 0.06 of the greatest possible value on it.
    """
    small, large = np.minimum(radius, around), np.maximum(radius, around)
    most = np.minimum(radius / around, 1.0) ** 2
    return np.asarray(most * disc(distance, np.hypot(spread, small / 2), large))
