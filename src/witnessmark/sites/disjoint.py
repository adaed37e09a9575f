"""Sites that do not overlap cannot all have been hit by one strike."""

import numpy as np

from witnessmark.sites.columns import Stays
from witnessmark.sites.globe import Floats, metres, units
from witnessmark.sites.posterior import Hits


def shared_out(pairs: Hits, stays: Stays) -> Floats:
    """The probabilities of each strike, scaled to at most one in all where its sites stand apart.

    Errors of positions that are told apart would otherwise let two sites stand on one ground.
    """
    out = pairs.probability.copy()
    if not len(out):
        return out
    total = np.bincount(pairs.strike, out)
    for strike in np.flatnonzero(total > 1):
        rows = np.flatnonzero(pairs.strike == strike)
        rows = rows[out[rows] > 0]
        if _apart(stays, pairs.stay[rows]):
            out[rows] /= total[strike]
    return out


def _apart(stays: Stays, which: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> bool:
    """Whether the grounds of these stays do not overlap, and none are of one site."""
    if len(np.unique(stays.site[which])) < len(which):
        return False
    points = units(np.radians(stays.lat[which]), np.radians(stays.lon[which]))
    for n in range(1, len(which)):
        far = metres(points[:n], np.broadcast_to(points[n], (n, 3)))
        if np.any(far < stays.extent[which[:n]] + stays.extent[which[n]]):
            return False
    return True
