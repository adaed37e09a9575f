"""KML and KMZ: placemarks with a point or polygons, read one by one; entities are never followed."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from witnessmark.errors import UnreadableError
from witnessmark.sites.register.columns import layout
from witnessmark.sites.register.outlines import MOST_CORNERS, placed, ring
from witnessmark.sites.register.values import Ring, Row
from witnessmark.text.cells import Flagged
from witnessmark.text.listed import LARGEST


def read(path: Path) -> Iterator[Row | Flagged]:
    """The placemarks of a file, numbered from 1. Raises UnreadableError for what is no KML."""
    from lxml import etree

    try:
        with _opened(path) as stream:
            marks = etree.iterparse(
                stream, tag="{*}Placemark", resolve_entities=False, no_network=True, load_dtd=False
            )
            for number, (_, mark) in enumerate(marks, 1):
                yield _row(number, mark)
                mark.clear()
                while mark.getprevious() is not None:
                    del mark.getparent()[0]
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise UnreadableError(f"{path}: no KML that can be read; export it again") from error
    except OSError as error:
        raise UnreadableError(f"{path}: {(error.strerror or str(error)).lower()}; check the path") from error


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """The KML itself, in a KMZ its one document."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as raw:
            yield raw
        return
    with zipfile.ZipFile(path) as packed:
        inside = [i for i in packed.infolist() if i.filename.lower().endswith(".kml")]
        if len(inside) != 1 or inside[0].file_size > LARGEST:
            raise UnreadableError(f"{path}: not one KML document; unpack it and import each by itself")
        with packed.open(inside[0]) as stream:
            yield stream


def _row(number: int, mark: Any) -> Row | Flagged:  # noqa: ANN401  (the library has no types)
    cells = {"name": mark.findtext("{*}name") or ""}
    for data in mark.iterfind("{*}ExtendedData//{*}Data"):
        cells[data.get("name", "")] = data.findtext("{*}value") or ""
    for data in mark.iterfind("{*}ExtendedData//{*}SimpleData"):
        cells[data.get("name", "")] = data.text or ""
    return placed(layout(list(cells)).row(number, cells), _where(mark))


def _where(mark: Any) -> tuple[str, str] | tuple[Ring, ...] | None:  # noqa: ANN401
    """The outer rings of its polygons; without any, its point."""
    try:
        outlines = mark.iterfind(".//{*}Polygon/{*}outerBoundaryIs//{*}coordinates")
        rings = tuple(
            ring((float(lat), float(lon)) for lon, lat in _points(outline.text)) for outline in outlines
        )
        if rings:
            return rings if sum(map(len, rings)) <= MOST_CORNERS else None
        point = mark.findtext(".//{*}Point/{*}coordinates")
        found = next(_points(point), None)
    except ValueError:
        return None
    return (found[1], found[0]) if found else None


def _points(text: str | None) -> Iterator[tuple[str, str]]:
    """Longitude and latitude of each point, as written."""
    for point in (text or "").split():
        lon, lat, *_ = point.split(",")
        yield lon, lat
