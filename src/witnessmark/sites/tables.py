"""The sites of a package as CSV and GeoJSON: the same rows twice, one for people's tables, one for maps."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from witnessmark.errors import PackageError
from witnessmark.model.notification import Transmitted
from witnessmark.sites.written import decimal, written

COLUMNS = ("site", "names", "kind", "coordinates", "format", "datum", "lat", "lon", "mgrs")
_BETWEEN = " | "  # names
_BOM = "\ufeff"  # without it spreadsheets take the names for another encoding

# What begins so is run as a formula by spreadsheets (OWASP, CSV injection); an apostrophe stops that. A cell
# also begins after a semicolon or tab, where a spreadsheet's own language parts cells by these, and on a new
# line; wide forms of the signs count in East Asian ones.
_RISKY = re.compile(r"(?:^|(?<=[;\t\r\n]))(?=[-=+@\t\r\n'\uff0d\uff1d\uff0b\uff20])")
_GUARD = re.compile(r"(?:^|(?<=[;\t\r\n]))'")
_NUMBERS = re.compile(r"-?[0-9.]+(, ?-?[0-9.]+)?")  # one, or two as decimal coordinates are written


@dataclass(frozen=True, slots=True)
class Row:
    """A site as told to a party; what else is known of it, as how far off the position is, stays here."""

    site: str
    names: tuple[str, ...]
    kind: str
    transmitted: Transmitted


def as_sent(row: Row) -> Row:
    """The row as a table can hold it: positions to six decimals, and nothing of where the site truly is."""
    sent = row.transmitted
    sent = replace(sent, lat=float(decimal(sent.lat)), lon=float(decimal(sent.lon)), offset=None)
    names = (part for name in row.names for part in name.split(_BETWEEN))
    return replace(row, names=tuple(filter(None, names)), transmitted=sent)


def as_csv(rows: Sequence[Row]) -> bytes:
    """The table, with a byte order mark and line ends as spreadsheets expect them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_guarded(cell) for cell in _cells(row)] for row in rows)
    return (_BOM + out.getvalue()).encode()


def from_csv(data: bytes) -> tuple[Row, ...]:
    """The rows of a table that `as_csv` wrote; raises PackageError for another."""
    try:
        lines = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        if next(lines, None) != list(COLUMNS):
            raise PackageError("notification.csv has other columns than a package has")
        rows = tuple(_row(dict(zip(COLUMNS, map(_bare, line), strict=True))) for line in lines)
    except (csv.Error, ValueError) as error:
        raise PackageError("notification.csv is no table of sites") from error
    if as_csv(rows) != data:
        raise PackageError("notification.csv is not written as this program writes it")
    return rows


def as_geojson(heading: Mapping[str, Any], rows: Sequence[Row]) -> bytes:
    """Points by RFC 7946, a site a line, under what the package is."""
    features = ",\n".join(json.dumps(_feature(row), ensure_ascii=False) for row in rows)
    head = json.dumps({"type": "FeatureCollection", **heading}, ensure_ascii=False)[:-1]
    return f'{head}, "features": [\n{features}\n]}}\n'.encode()


def _cells(row: Row) -> Iterator[str]:
    sent = row.transmitted
    yield from (row.site, _BETWEEN.join(row.names), row.kind, sent.verbatim, sent.format, sent.datum)
    yield from (decimal(sent.lat), decimal(sent.lon), written(sent.lat, sent.lon, "mgrs"))


def _row(cells: Mapping[str, str]) -> Row:
    sent = Transmitted(
        cells["coordinates"], cells["format"], cells["datum"], float(cells["lat"]), float(cells["lon"]), None
    )
    return Row(cells["site"], tuple(filter(None, cells["names"].split(_BETWEEN))), cells["kind"], sent)


def _feature(row: Row) -> dict[str, Any]:
    sent = row.transmitted
    return {
        "type": "Feature",
        "id": row.site,
        "geometry": {"type": "Point", "coordinates": [float(decimal(sent.lon)), float(decimal(sent.lat))]},
        "properties": dict(zip(COLUMNS, _cells(row), strict=True)) | {"names": list(row.names)},
    }


def _guarded(cell: str) -> str:
    """Numbers stay as they are; anything else that a spreadsheet would run gets an apostrophe before it."""
    return cell if _NUMBERS.fullmatch(cell) else _RISKY.sub("'", cell)


def _bare(cell: str) -> str:
    return _GUARD.sub("", cell)
