"""A register for those who may not see it: how many sites stand in a cell, never fewer than k together.

A cell of the finest grid with fewer than k sites gives them to the cell around it, and so on up; what even
the coarsest cell cannot hide is left out and counted. Every site is counted once, so that no cell can be
worked out from the difference of two. It hides where a site stands, not that sites are in an area; two
exports of different days beside each other may tell which cell a new site came into.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from witnessmark.codebook import load
from witnessmark.codebook.book import Codebook
from witnessmark.errors import UsageError
from witnessmark.model.site import Site, Stay

DECIMALS = 2  # of the corners of a cell: about 1 km, against cells of 250 km2 and more
# A kind that fewer than k sites of a cell are of is not told apart.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Audience:
    """What an audience may be given; `full` is everything, and only to be encrypted."""

    name: str
    k: int = 0
    finest: int = 0
    coarsest: int = 0
    kinds: bool = False
    full: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the H3 grid: how many sites of no finer cell stand in it, by kind where that may be told."""

    h3: str
    resolution: int
    sites: int
    kinds: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CoarseSites:
    """The cells, ordered by resolution and index, and how many sites are in none."""

    audience: Audience
    day: date
    cells: tuple[Cell, ...]
    left_out: int


def audience(name: str, book: Codebook | None = None, k: int | None = None) -> Audience:
    """The audience of that name, with a `k` of its own where one is given.

    Raises UsageError for an unknown one and for a k below that of the codebook.
    """
    known = (book or load()).taxonomy("audiences")
    if name not in known:
        raise UsageError(f"no audience `{name}`; there are {', '.join(known)}")
    found: dict[str, Any] = dict(known[name].extra)
    least = found.get("k", 0)
    if k is None or not least:
        return Audience(name, **found)
    if k < least:
        raise UsageError(
            f"k is at least {least} for the audience `{name}`: fewer sites together hide too little"
        )
    return Audience(name, **found | {"k": k})


def coarsen(sites: Iterable[Site], day: date, given: Audience) -> CoarseSites:
    """The sites that stood on that day, in cells of at least k. The order of the sites does not matter."""
    if given.full:
        raise UsageError("a register in full is not coarsened; it is encrypted to its recipient")
    import h3

    left = [(stay.position, site.kind) for site, stay in standing(sites, day)]
    cells: list[Cell] = []
    for resolution in range(given.finest, given.coarsest - 1, -1):
        found: dict[str, list[str]] = {}
        rest = []
        for position, kind in left:
            found.setdefault(h3.latlng_to_cell(position.lat, position.lon, resolution), []).append(kind)
        cells += [
            Cell(i, resolution, len(k), _kinds(k, given)) for i, k in found.items() if len(k) >= given.k
        ]
        kept = {cell.h3 for cell in cells}
        for position, kind in left:
            if h3.latlng_to_cell(position.lat, position.lon, resolution) not in kept:
                rest.append((position, kind))
        left = rest
    return CoarseSites(given, day, tuple(sorted(cells, key=lambda c: (-c.resolution, c.h3))), len(left))


def standing(sites: Iterable[Site], day: date) -> Iterable[tuple[Site, Stay]]:
    """The sites that stood somewhere on that day, and where."""
    return ((site, stay) for site in sites if (stay := site.stay_on(day)))


def _kinds(kinds: Iterable[str], given: Audience) -> tuple[tuple[str, int], ...]:
    """How many are of each kind, those of too few together; none where the rest alone would be too few."""
    if not given.kinds:
        return ()
    counted = Counter(kinds)
    told = {kind: n for kind, n in counted.items() if n >= given.k}
    rest = counted.total() - sum(told.values())
    if 0 < rest < given.k:
        return ()
    return tuple(sorted((told | ({OTHER: rest} if rest else {})).items()))


def coarse_geojson(found: CoarseSites) -> str:
    """The cells as GeoJSON, their corners rounded; what was left out stands beside them."""
    import h3

    features: list[dict[str, object]] = []
    for cell in found.cells:
        ring = [[round(lon, DECIMALS), round(lat, DECIMALS)] for lat, lon in h3.cell_to_boundary(cell.h3)]
        told: dict[str, object] = {"h3": cell.h3, "resolution": cell.resolution, "sites": cell.sites}
        if cell.kinds:
            told["kinds"] = dict(cell.kinds)
        shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        features.append({"type": "Feature", "properties": told, "geometry": shape})
    head = {
        "audience": found.audience.name,
        "day": found.day.isoformat(),
        "least_sites_a_cell": found.audience.k,
        "left_out": found.left_out,
        "note": "Cells count the sites that no finer cell counts. Elsewhere there may be sites or none.",
        "statement": load().statements["notification_and_law"],
    }
    return _collection(features, head)


def full_geojson(sites: Iterable[Site], day: date) -> str:
    """The sites that stood on that day, in full, as GeoJSON. Whoever writes it down must encrypt it."""
    features: list[dict[str, object]] = [
        {"type": "Feature", "properties": _told(site, stay), "geometry": _geometry(stay)}
        for site, stay in standing(sites, day)
    ]
    head = {
        "audience": "sealed",
        "day": day.isoformat(),
        "statement": load().statements["notification_and_law"],
    }
    return _collection(features, head)


def _collection(features: list[dict[str, object]], head: Mapping[str, object]) -> str:
    whole = {"type": "FeatureCollection", **head, "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _told(site: Site, stay: Stay) -> dict[str, object]:
    position = stay.position
    return {
        "id": site.id,
        "names": list(site.names),
        "kind": site.kind,
        "operator": site.operator,
        "supporter": site.supporter,
        "underground": stay.underground,
        "lat": position.lat,
        "lon": position.lon,
        "accuracy_m": position.accuracy,
        "radius_m": stay.shape.radius,
        "verbatim": position.verbatim,
        "source": position.source,
    }


def _geometry(stay: Stay) -> dict[str, object]:
    if not stay.shape.rings:
        return {"type": "Point", "coordinates": [stay.position.lon, stay.position.lat]}
    rings = [[[[lon, lat] for lat, lon in (*ring, ring[0])]] for ring in stay.shape.rings]
    return {"type": "MultiPolygon", "coordinates": rings}
