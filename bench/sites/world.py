"""A made-up country with sites and strikes whose truth is known."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.register import Register
from witnessmark.model.site import Position, Shape, Site, Stay
from witnessmark.sites import CheckOptions

KINDS = ("medical_facility", "school", "market", "place_of_worship", "bakery", "water_facility")
OTHER = "residential_building"  # a kind no register holds
LAT, LON = -38.0, 110.0  # in the open sea: it looks like nowhere
METRES = 111_195.0  # a degree of latitude
SIZE = 300_000.0  # metres from edge to edge
TOWNS, SITES = 300, 3_000
TOWN = 1_500.0  # standard deviation of sites and of strikes round the middle of a middling town, metres
RAYLEIGH = float(np.sqrt(-2 * np.log(0.05)))
DAY = date(2031, 5, 10)

# What chance is given, and what the check is told in the first of its runs.
COVERAGE, RELIABILITY, UNNAMED = 0.6, 0.85, 0.4
NAMES_NOTHING, NAMES_OTHER = 0.3, 0.2  # shares of reports
ON_TOWNS = 0.8  # share of strikes on no site that fall round a town; the others anywhere
BY_TOWN = 0.15  # share of reports that say only the town

KNOWN = CheckOptions(COVERAGE, RELIABILITY, UNNAMED, most=100_000)


@dataclass(frozen=True, slots=True)
class World:
    """The register as it is known, the incidents as reported, and the truth of both, in metres.

    `inside` holds, for each strike, the listed sites on whose true ground it fell.
    """

    register: Register
    incidents: tuple[Incident, ...]
    accuracy: tuple[float, ...]
    by_town: tuple[bool, ...]
    inside: tuple[frozenset[str], ...]


def world(strikes: int, seed: int) -> World:
    """A world with this many strikes, the same for one seed."""
    chance = np.random.default_rng(seed)
    towns = chance.uniform(0, SIZE, (TOWNS, 2))
    share = _shares(chance)
    wide = TOWN * np.sqrt(share * TOWNS)  # as many people on every square kilometre
    home = chance.choice(TOWNS, SITES, p=share)
    radius = chance.uniform(20, 150, SITES)
    at = _apart(chance, towns[home], wide[home], radius)
    accuracy = np.exp(chance.uniform(np.log(5), np.log(150), SITES))
    surveyed = at + chance.normal(size=(SITES, 2)) * (accuracy / RAYLEIGH)[:, None]
    kind = chance.integers(0, len(KINDS), SITES)
    listed = chance.random(SITES) < COVERAGE
    sites = tuple(
        Site(f"s{n}", (f"Site {n}",), KINDS[kind[n]], (_stay(surveyed[n], radius[n], accuracy[n]),))
        for n in np.flatnonzero(listed)
    )
    known = np.flatnonzero(listed)
    made = [
        _strike(chance, n, towns=towns, wide=wide, home=home, at=at, radius=radius, kind=kind)
        for n in range(strikes)
    ]
    inside = []
    for _, _, _, true in made:
        hit = known[np.hypot(*(at[known] - true).T) <= radius[known]]
        inside.append(frozenset(f"s{n}" for n in hit))
    return World(
        Register(sites, version="made up"),
        tuple(incident for incident, _, _, _ in made),
        tuple(far for _, far, _, _ in made),
        tuple(town for _, _, town, _ in made),
        tuple(inside),
    )


def _shares(chance: np.random.Generator) -> np.ndarray:
    # Sizes of towns fall off as their rank (Zipf's law).
    share = 1 / np.arange(1, TOWNS + 1)
    return np.asarray(chance.permutation(share / share.sum()))


def _apart(
    chance: np.random.Generator, middle: np.ndarray, wide: np.ndarray, radius: np.ndarray
) -> np.ndarray:
    """Places of sites that do not overlap."""
    at = np.full((SITES, 2), np.inf)
    for n in range(SITES):
        while True:
            point = middle[n] + chance.normal(0, wide[n], 2)
            if np.all(np.hypot(*(at[:n] - point).T) > radius[:n] + radius[n]):
                at[n] = point
                break
    return at


def _strike(
    chance: np.random.Generator, number: int, **w: np.ndarray
) -> tuple[Incident, float, bool, np.ndarray]:
    """An incident as reported, how well its point is known, whether by its town only, and the true point."""
    target, true = _aimed(chance, **w)
    near = int(np.argmin(np.hypot(*(w["towns"] - true).T)))
    in_town = float(np.hypot(*(w["towns"][near] - true))) < 5_000
    if in_town and chance.random() < BY_TOWN:
        return _incident(number, w["towns"][near], target, None), 5_000.0, True, true
    far = float(np.exp(chance.uniform(np.log(10), np.log(5_000))))
    reported = true + chance.normal(size=2) * far / RAYLEIGH
    return _incident(number, reported, target, far), far, False, true


def _aimed(chance: np.random.Generator, **w: np.ndarray) -> tuple[str | None, np.ndarray]:
    """The kind a report names, and the true point."""
    says = chance.random()
    if says < NAMES_NOTHING:
        return None, _on(chance, np.arange(SITES), **w) if chance.random() < UNNAMED else _anywhere(
            chance, **w
        )
    if says < NAMES_NOTHING + NAMES_OTHER:
        named, right = OTHER, np.zeros(SITES, dtype=bool)
    else:
        number = int(chance.integers(0, len(KINDS)))
        named, right = KINDS[number], w["kind"] == number
    if chance.random() < RELIABILITY:
        rows = np.flatnonzero(right)
        return named, _on(chance, rows, **w) if len(rows) else _anywhere(chance, **w)
    if chance.random() < UNNAMED:
        return named, _on(chance, np.flatnonzero(~right), **w)
    return named, _anywhere(chance, **w)


def _on(chance: np.random.Generator, rows: np.ndarray, **w: np.ndarray) -> np.ndarray:
    """A point anywhere on the ground of one of these sites."""
    site = int(chance.choice(rows))
    away, turn = w["radius"][site] * np.sqrt(chance.random()), chance.random() * 2 * np.pi
    return np.asarray(w["at"][site] + away * np.array([np.cos(turn), np.sin(turn)]))


def _anywhere(chance: np.random.Generator, **w: np.ndarray) -> np.ndarray:
    if chance.random() < ON_TOWNS:
        town = w["home"][int(chance.integers(0, SITES))]
        return np.asarray(w["towns"][town] + chance.normal(0, w["wide"][town], 2))
    return np.asarray(chance.uniform(0, SIZE, 2))


def _degrees(point: np.ndarray) -> tuple[float, float]:
    lat = LAT + float(point[1]) / METRES
    return lat, LON + float(point[0]) / METRES / float(np.cos(np.radians(lat)))


def _stay(point: np.ndarray, radius: float, accuracy: float) -> Stay:
    return Stay(Position(*_degrees(point), float(accuracy), "survey"), Shape(float(radius)))


def _incident(number: int, point: np.ndarray, target: str | None, far: float | None) -> Incident:
    lat, lon = _degrees(point)
    precision = PlacePrecision.TOWN if far is None else PlacePrecision.EXACT
    place = Place(
        "Anywhere", "town", None, lat=lat, lon=lon, precision=precision,
        radius=None if far is None else far / 1000,
    )  # fmt: skip
    return Incident(
        f"i{number}", IncidentKind.INCIDENT, (), (), (DAY, DAY), place, (), (), (target,) if target else (),
        (), (), (), 1, Grade(),
    )  # fmt: skip
