"""A report as a row of a table: plain numbers and lists, the same in DuckDB and Spark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from witnessmark.codebook import usual_radius
from witnessmark.link import dates, places
from witnessmark.link.keys import keys_of, times_of
from witnessmark.link.report import DEAD, HURT, Report
from witnessmark.link.telling import weight_of
from witnessmark.link.vocabulary import families, is_generic
from witnessmark.model.place import Place
from witnessmark.model.when import When

# GeoNames population from which several attacks on one day are usual enough that the day is no proof.
CITY = 200_000


# SQL types of the columns, in DuckDB's names.
COLUMNS = {
    "unique_id": "VARCHAR", "doc": "VARCHAR", "keys": "BIGINT[]", "undated": "BOOLEAN", "words": "BIGINT[]",
    "words_weight": "DOUBLE", "pairs": "BIGINT[]", "names": "BIGINT[]", "title": "BIGINT[]",
    "publisher": "VARCHAR", "published": "BIGINT", "first": "BIGINT", "last": "BIGINT",
    "dated": "BOOLEAN", "nights": "BIGINT[]", "cells": "BIGINT[]", "near": "BIGINT[]", "wide": "BIGINT[]",
    "lat": "DOUBLE", "lon": "DOUBLE", "radius": "DOUBLE", "point": "BOOLEAN",
    "placed": "BOOLEAN", "large": "BOOLEAN", "language": "VARCHAR", "peace": "BOOLEAN",
    "divisions": "VARCHAR[]", "country": "VARCHAR", "dead": "BIGINT[]", "hurt": "BIGINT[]",
    "methods": "VARCHAR[]", "targets": "VARCHAR[]", "attackers": "VARCHAR[]", "lineage": "VARCHAR",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """Columns by name; `first` and `last` and `published` are days (proleptic ordinals), distances km."""

    unique_id: str
    doc: str
    keys: list[int]
    undated: bool  # without any time to be looked for by
    words: list[int]
    words_weight: float
    pairs: list[int]
    names: list[int]
    title: list[int]
    publisher: str | None
    published: int | None
    first: int | None
    last: int | None
    dated: bool  # by its own claims, not by the document around them
    nights: list[int]  # every day it states
    cells: list[int]  # of every settlement it states, some 7 km across
    near: list[int]  # those and their neighbours
    wide: list[int]  # cells some 50 km across and their neighbours
    lat: float | None
    lon: float | None
    radius: float | None
    point: bool
    placed: bool  # by its own claims
    large: bool  # a city so large that several attacks a day are usual
    language: str | None
    peace: bool | None  # whether its document tells of no war, where it says
    divisions: list[str]
    country: str | None
    dead: list[int]
    hurt: list[int]
    methods: list[str]
    targets: list[str]
    attackers: list[str]
    lineage: str


def row_of(report: Report) -> Row:
    """The row of a report."""
    when, place = report.when or report.around.when, report.place or report.around.place
    told = report.told
    cells, near = cells_of(report.settlements, FINE)
    return Row(
        unique_id=report.name,
        doc=report.doc,
        keys=sorted(keys_of(report, told)),
        undated=not times_of(report),
        words=list(told.words),
        words_weight=float(sum(weight_of(w) for w in told.words)),
        pairs=list(told.pairs),
        names=list(told.names),
        title=list(told.title),
        publisher=report.publisher,
        published=_day(report.published),
        first=_day(when.start) if when else None,
        last=_day(when.end) if when else None,
        dated=report.when is not None and (dates.length(report.when) or 0) <= dates.NIGHT_DAYS,
        nights=sorted({d for w in report.nights for d in _span(w)}),
        cells=cells,
        near=near,
        wide=cells_of(report.settlements, WIDE)[1],
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        radius=_radius(place),
        point=place is not None and places.is_point(place),
        placed=report.place is not None,
        large=place is not None and place.population >= CITY,
        language=report.language,
        peace=report.peace,
        divisions=sorted(f"{place.country} {p}" for p in places.provinces(place)) if place else [],
        country=place.country if place else None,
        dead=sorted(report.numbers(DEAD)),
        hurt=sorted(report.numbers(HURT)),
        methods=sorted({f for m in report.methods if not is_generic(m) for f in families(m)}),
        targets=sorted(report.targets),
        attackers=sorted(report.attackers),
        lineage=report.lineage,
    )


FINE, WIDE = 6, 4


def cells_of(settlements: Iterable[Place], resolution: int) -> tuple[list[int], list[int]]:
    """H3 cells of the places that have a point, and those with their neighbours."""
    import h3

    known = {(p.lat, p.lon) for p in settlements if p.lat is not None and p.lon is not None}
    cells = {h3.latlng_to_cell(lat, lon, resolution) for lat, lon in known}
    around = {n for c in cells for n in h3.grid_disk(c, 1)}
    return sorted(map(h3.str_to_int, cells)), sorted(map(h3.str_to_int, around))


def _span(when: When) -> range:
    if when.start is None or when.end is None:
        return range(0)
    return range(when.start.toordinal(), when.end.toordinal() + 1)


def _day(day: date | None) -> int | None:
    return day.toordinal() if day is not None else None


def _radius(place: Place | None) -> float | None:
    if place is None or place.lat is None:
        return None
    return place.radius if place.radius is not None else usual_radius(places.precision(place))
