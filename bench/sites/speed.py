"""How fast is the check? `speed.py [--incidents 300000] [--sites 50000] [--rounds 5] [--record]`.

Beside it geopandas as its guide has it: points, projected, `sjoin_nearest`, then the probability of each pair
with scipy in one call. One core, processor time, by turns in one run; the median of the ratios counts.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.register import Register
from witnessmark.model.site import Position, Shape, Site, Stay
from witnessmark.sites import check, usual_options
from witnessmark.sites.columns import Stays, Strikes
from witnessmark.sites.posterior import alone, hits, in_reach
from witnessmark.sites.reach import Pairs

RECORDED = Path(__file__).parent / "recorded.json"
KINDS = ("medical_facility", "school", "market", "place_of_worship")
ZONE, CENTRE = 32634, (21.0, 14.0)  # a UTM zone, and the middle of a made-up country in it
HALF = 2.5  # degrees from the middle to each edge
TOWNS = 2_000
DAY = date(2031, 5, 10)
RAYLEIGH = float(np.sqrt(-2 * np.log(0.05)))
WHOLE = 3  # rounds of the public check
LEAST = 10.0  # asked: at least that many times as fast


@dataclass(frozen=True, slots=True)
class Made:
    """Columns of points in degrees, with what is known of their errors, in metres."""

    lat: np.ndarray
    lon: np.ndarray
    accuracy: np.ndarray
    kind: np.ndarray


def made(number: int, chance: np.random.Generator, least: float, most: float) -> Made:
    """Points, two thirds of them round towns, the others anywhere."""
    towns = np.random.default_rng(3).uniform(-HALF, HALF, (TOWNS, 2))
    at = chance.uniform(-HALF, HALF, (number, 2))
    round_ = chance.random(number) < 2 / 3
    home = towns[chance.integers(0, TOWNS, number)] + chance.normal(0, 0.03, (number, 2))
    at = np.where(round_[:, None], home, at)
    accuracy = np.exp(chance.uniform(np.log(least), np.log(most), number))
    return Made(CENTRE[1] + at[:, 0], CENTRE[0] + at[:, 1], accuracy, chance.integers(0, 4, number))


def ours(incidents: Made, sites: Made, *, named: bool) -> Callable[[], Any]:
    """The check on columns: every pair in reach with its probability; `named` with the kinds as well."""
    n, m = len(incidents.lat), len(sites.lat)
    day = np.full(n, DAY.toordinal())
    strikes = Strikes(
        incidents.lat, incidents.lon, incidents.accuracy / RAYLEIGH, np.zeros(n), day, day,
        incidents.kind if named else np.zeros(n, dtype=np.int64),
        tuple((k,) for k in KINDS) if named else ((),),
    )  # fmt: skip
    extent = np.full(m, 60.0)
    stays = Stays(
        np.arange(m), sites.kind, KINDS, sites.lat, sites.lon, sites.accuracy / RAYLEIGH, extent,
        np.pi * extent**2, np.ones(m, dtype=np.int64), np.full(m, date.max.toordinal()), {},
    )  # fmt: skip
    if named:
        return lambda: hits(strikes, stays, usual_options())

    def positions() -> tuple[Pairs, np.ndarray]:
        found = in_reach(strikes, stays)
        return found, alone(strikes, stays, found)

    return positions


def geopandas(incidents: Made, sites: Made) -> Callable[[], Any]:
    """The nearest site of each incident, and the probability of the pair."""
    import geopandas as gpd
    from scipy.special import chndtr

    def run() -> tuple[Any, np.ndarray]:
        left = gpd.GeoDataFrame(
            {"spread": incidents.accuracy / RAYLEIGH},
            geometry=gpd.points_from_xy(incidents.lon, incidents.lat), crs=4326,
        ).to_crs(ZONE)  # fmt: skip
        right = gpd.GeoDataFrame(
            {"at": sites.accuracy / RAYLEIGH},
            geometry=gpd.points_from_xy(sites.lon, sites.lat), crs=4326,
        ).to_crs(ZONE)  # fmt: skip
        found = gpd.sjoin_nearest(left, right, distance_col="metres")
        spread = np.hypot(found["spread"], found["at"])
        return found, chndtr((60.0 / spread) ** 2, 2, (found["metres"] / spread) ** 2)

    return run


def values(incidents: Made, sites: Made) -> tuple[list[Incident], Register]:
    """The same as values of the model."""
    events = [
        Incident(
            f"i{n}", IncidentKind.INCIDENT, (), (), (DAY, DAY),
            Place("Any", "town", None, lat=lat, lon=lon, precision=PlacePrecision.EXACT, radius=far / 1000),
            (), (), (KINDS[kind],), ("RUS_GOV",), (), (), 1, Grade(),
        )
        for n, (lat, lon, far, kind) in enumerate(_rows(incidents))
    ]  # fmt: skip
    held = tuple(
        Site(f"s{n}", ("Site",), KINDS[kind], (Stay(Position(lat, lon, far, "survey"), Shape(60.0)),))
        for n, (lat, lon, far, kind) in enumerate(_rows(sites))
    )
    return events, Register(held, version="made up")


def _rows(points: Made) -> Iterator[tuple[Any, ...]]:
    return zip(*(c.tolist() for c in (points.lat, points.lon, points.accuracy, points.kind)), strict=True)


def agree(found: tuple[Pairs, np.ndarray], theirs: tuple[Any, np.ndarray]) -> dict[str, float]:
    """The nearest sites that both find: the share that is the same, and how far probabilities differ."""
    (pairs, chance), (frame, other) = found, theirs
    order = np.lexsort((pairs.distance, pairs.left))
    rows, first = np.unique(pairs.left[order], return_index=True)
    mine = order[first]
    nearest = frame[~frame.index.duplicated()]
    same = nearest["index_right"].to_numpy()[rows] == pairs.right[mine]
    both = np.abs(other[~frame.index.duplicated()].to_numpy()[rows] - chance[mine])[same]
    return {
        "incidents with a site in reach": len(rows),
        "same nearest": round(float(same.mean()), 4),
        "greatest difference": round(float(both.max()), 4),
        "mean difference": round(float(both.mean()), 6),
    }


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.process_time()
    done = work()
    return time.process_time() - begun, done


def main(incidents: int, sites: int, rounds: int, *, record: bool) -> None:
    """Print every figure, and keep them on request."""
    chance = np.random.default_rng(5)
    left, right = made(incidents, chance, 10, 5_000), made(sites, chance, 5, 100)
    positions, kinds = (ours(left, right, named=named) for named in (False, True))
    yardstick = geopandas(left, right)
    found = positions()
    agreed, pairs = agree(found, yardstick()), len(found[0])  # also the warm-up of both
    kinds()
    times: list[tuple[float, float, float]] = []
    for _ in range(rounds):
        times.append((timed(positions)[0], timed(kinds)[0], timed(yardstick)[0]))
        print(
            "round: positions {:.3f} s, with kinds {:.3f} s, geopandas {:.3f} s".format(*times[-1]),
            flush=True,
        )
    figures: dict[str, Any] = {
        "incidents": incidents, "sites": sites, "pairs in reach": pairs, "agreement": agreed,
        "positions, s": round(median(t[0] for t in times), 3),
        "with kinds, s": round(median(t[1] for t in times), 3),
        "geopandas, s": round(median(t[2] for t in times), 3),
        "ratio": round(median(t[2] / t[0] for t in times), 1),
        "ratio with kinds": round(median(t[2] / t[1] for t in times), 1),
    }  # fmt: skip
    figures |= _whole(left, right)
    print(json.dumps(figures, indent=1))
    print("reached" if figures["ratio"] >= LEAST else f"BELOW the {LEAST:g} times asked for")
    if record:
        kept = {"date": datetime.now(UTC).date().isoformat(), "python": platform.python_version()}
        RECORDED.write_text(json.dumps(kept | figures, indent=1) + "\n", encoding="utf-8")


def _whole(left: Made, right: Made) -> dict[str, Any]:
    """The public `check`, values in and values out, with every reason, by one process and by two, by turns.

    The least of the rounds counts, since other work on the machine only adds. The time of this process alone
    is what more jobs cannot take from it.
    """
    events, register = values(left, right)
    took: dict[str, list[float]] = {}
    answers = set()
    for jobs in (1, 2) * WHOLE:
        wall, own = time.perf_counter(), time.process_time()
        answers.add(hash(tuple((c.id, c.result, c.candidates) for c in check(events, register, jobs=jobs))))
        took.setdefault(f"check with reasons, {jobs} jobs, s by the wall", []).append(
            time.perf_counter() - wall
        )
        took.setdefault(f"check with reasons, {jobs} jobs, s of this process", []).append(
            time.process_time() - own
        )
    least = {name: round(min(times), 1) for name, times in took.items()}
    return least | {"same answer from both": len(answers) == 1}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=300_000)
    parser.add_argument("--sites", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--record", action="store_true")
    given = parser.parse_args()
    main(given.incidents, given.sites, given.rounds, record=given.record)
