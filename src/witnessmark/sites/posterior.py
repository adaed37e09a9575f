"""How likely each site in reach was the place hit: positions, and the kind of object that reports name.

Say that a strike hit one of the sites of the kind named with probability r (`reliability`), a site of
another kind with (1 - r)u (`unnamed`), and anything else with (1 - r)(1 - u). Of all sites of a kind the
register holds the share c (`coverage`); each is as likely as any other. A strike on a site falls anywhere on
its ground, of area A, so that a point is reported where it is with density p / A, p being the probability
that the ground lies there (`probability`). Sites not on the register, and anything else that is hit, lie
about where sites of that kind lie: with the density L of listed ones within 5 km, or in the place itself.
Then by Bayes' rule, up to the same factor for all,

    r c p / A              a listed site of the kind named
    (1 - r) u c n p / A    a listed site of another kind; n: sites of the kind named for one of another
    (r + (1 - r) u) (1 - c) L    a site that is not listed
    (1 - r) (1 - u) L      anything else, of which the share p falls on the site by accident

and the probability of a site is its own line with its part of the last, over the sum of all. Where no kind
is named, every kind is and r is `unnamed`: with 0, which is usual, the probability is p itself.
"""

from dataclasses import dataclass

import numpy as np

from witnessmark.codebook import load
from witnessmark.sites.columns import Stays, Strikes
from witnessmark.sites.globe import Floats, Indices
from witnessmark.sites.options import CheckOptions
from witnessmark.sites.polygons import inside
from witnessmark.sites.probability import circle, disc
from witnessmark.sites.reach import Pairs, Points, pairs

# Metres within which listed sites tell how densely sites lie: a town, as `place_precision.yaml` has it.
NEIGHBOURHOOD = 5_000.0
_BLOCK = 32_768  # pairs at once: what is worked on stays in the processor's cache


@dataclass(frozen=True, slots=True)
class Hits:
    """Pairs of a strike and a stay in reach: `geometric` by the positions alone, `probability` by all.

    `agrees` tells whether the kind of the site is one that reports name, or none is named.
    """

    strike: Indices
    stay: Indices
    distance: Floats
    geometric: Floats
    probability: Floats
    agrees: "np.ndarray[tuple[int], np.dtype[np.bool_]]"


def hits(strikes: Strikes, stays: Stays, options: CheckOptions) -> Hits:
    """Every stay within reach of each strike, at a time when it may have stood there."""
    found = in_reach(strikes, stays)
    geometric = alone(strikes, stays, found)
    agree = _agreement(strikes, stays)
    agrees = agree[strikes.named[found.left], stays.kind[found.right]]
    probability = _weighed(strikes, stays, found, geometric, agree, options)
    return Hits(found.left, found.right, found.distance, geometric, probability, agrees)


def in_reach(strikes: Strikes, stays: Stays) -> Pairs:
    """The pairs within reach of each other whose days overlap."""
    return _then(strikes, stays, pairs(strikes.points, stays.points))


def _always(strikes: Strikes, stays: Stays) -> bool:
    """Whether every stay lasted through every incident's days: most registers know few days."""
    if not len(strikes.lat) or not len(stays.lat):
        return True
    return bool(stays.first.max() <= strikes.last.min() and strikes.first.max() <= stays.last.min())


def _then(strikes: Strikes, stays: Stays, found: Pairs) -> Pairs:
    """Those whose days overlap."""
    if _always(strikes, stays):
        return found
    begun = stays.first[found.right] <= strikes.last[found.left]
    then = np.flatnonzero(begun & (strikes.first[found.left] <= stays.last[found.right]))
    return Pairs(found.left[then], found.right[then], found.distance[then])


def alone(strikes: Strikes, stays: Stays, found: Pairs) -> Floats:
    """The probability that the strike lies on the ground of the site, by the positions alone."""
    out = np.empty(len(found))
    for start in range(0, len(found), _BLOCK):
        part = slice(start, start + _BLOCK)
        out[part] = _alone(strikes, stays, Pairs(found.left[part], found.right[part], found.distance[part]))
    return out


def _alone(strikes: Strikes, stays: Stays, found: Pairs) -> Floats:
    a, b = found.left, found.right
    around, extent, there = strikes.around[a], stays.extent[b], stays.spread[b]
    out = disc(found.distance, np.sqrt(strikes.spread[a] ** 2 + there**2), extent)
    wide = np.flatnonzero(around > 0)
    # A ground of several buildings counts in a wide circle as a disc of the same area.
    same = np.sqrt(stays.area[b[wide]] / np.pi)
    out[wide] = circle(found.distance[wide], around[wide], there[wide], same)
    if stays.rings:
        own = np.isin(b, np.fromiter(stays.rings, dtype=np.int64)) & (around == 0)
        for n in np.flatnonzero(own):
            out[n] = _on_rings(strikes, stays, int(a[n]), int(b[n]))
    return out


def _on_rings(strikes: Strikes, stays: Stays, strike: int, stay: int) -> float:
    from witnessmark.sites.globe import offsets

    east, north = offsets(
        float(stays.lat[stay]), float(stays.lon[stay]), strikes.lat[[strike]], strikes.lon[[strike]]
    )
    spread = float(np.hypot(strikes.spread[strike], stays.spread[stay]))
    return inside(stays.rings[stay], float(east[0]), float(north[0]), spread)


def _agreement(strikes: Strikes, stays: Stays) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    rules = load().site_rules
    rows = [
        [not named or any(rules.agree(code, kind) for code in named) for kind in stays.kinds]
        for named in strikes.kinds
    ]
    return np.array(rows, dtype=bool).reshape(len(strikes.kinds), len(stays.kinds))


def _weighed(
    strikes: Strikes, stays: Stays, found: Pairs, geometric: Floats,
    agree: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]", options: CheckOptions,
) -> Floats:  # fmt: skip
    """The formula at the top of this module, pair by pair."""
    says = np.array([bool(named) for named in strikes.kinds], dtype=bool)
    right = np.where(says, options.reliability, options.unnamed)[strikes.named]
    other = np.where(says, (1 - options.reliability) * options.unnamed, 0.0)[strikes.named]
    use = np.flatnonzero(((right > 0) | (other > 0))[found.left])
    out = geometric.copy()
    if not len(use):
        return out
    a, b, p = found.left[use], found.right[use], geometric[use]
    meant = agree[strikes.named[a], stays.kind[b]]
    struck = np.flatnonzero(np.bincount(a, minlength=len(strikes.lat)))
    many = np.bincount(stays.kind, minlength=len(stays.kinds))
    of_named = agree @ many
    ratio = (of_named / np.maximum(many.sum() - of_named, 1))[strikes.named[a]]
    weight = options.coverage * np.where(meant, right[a], other[a] * ratio) * p / stays.area[b]
    density = _density(strikes, stays, struck, agree)
    rest = density * (1 - options.coverage * (right + other))
    flat = density * (1 - right - other)
    whole = np.bincount(a, weight, minlength=len(strikes.lat)) + rest
    out[use] = np.divide(
        weight + flat[a] * p, whole[a], out=np.zeros_like(p), where=whole[a] > 0
    )  # fmt: skip
    return np.clip(out, 0.0, 1.0)


def _density(
    strikes: Strikes, stays: Stays, rows: Indices, agree: "np.ndarray[tuple[int, int], np.dtype[np.bool_]]"
) -> Floats:
    """Listed sites of the kind named a square metre around each of these strikes; one where there is none."""
    far = np.where(strikes.around > 0, strikes.around, np.maximum(NEIGHBOURHOOD, strikes.reach))
    count = np.zeros(len(strikes.lat), dtype=np.int64)
    # Names that agree with the same kinds are looked for together, and only among sites of these.
    meant, name = np.unique(agree, axis=0, return_inverse=True)
    for number, kinds in enumerate(meant):
        own = rows[name[strikes.named[rows]] == number]
        of_kind = np.flatnonzero(kinds[stays.kind])
        near = pairs(
            Points(strikes.lat[own], strikes.lon[own], far[own]),
            Points(stays.lat[of_kind], stays.lon[of_kind], np.zeros(len(of_kind))),
        )
        found = _then(strikes, stays, Pairs(own[near.left], of_kind[near.right], near.distance))
        count += np.bincount(found.left, minlength=len(count))
    return np.asarray(np.maximum(count, 1) / (np.pi * far**2))
