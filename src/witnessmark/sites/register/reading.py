"""A list of sites, whatever its format: rows as they are given."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from witnessmark.errors import EmptyError
from witnessmark.sites.register import earth, outlines, sheet, table
from witnessmark.sites.register.values import Options, Row
from witnessmark.text.cells import Flagged
from witnessmark.text.listed import check_text, opened

_BY_SUFFIX = {".xlsx": sheet.read, ".xlsm": sheet.read, ".kml": earth.read, ".kmz": earth.read}
_FIRST_LINE = 1_000_000


def rows(path: Path, options: Options) -> Iterator[Row | Flagged]:
    """The rows of a CSV (also in a zip), XLSX, GeoJSON, KML or KMZ file, one by one.

    A row that cannot be read is flagged in its place. Raises UnreadableError or EmptyError, naming the file
    and the remedy, for one of which nothing can be read.
    """
    own = _BY_SUFFIX.get(path.suffix.lower())
    if own:
        if path.is_file() and path.stat().st_size == 0:
            raise EmptyError(f"{path}: the file is empty; remove it, or fetch it again")
        yield from own(path)
        return
    with opened(path, options.encoding) as (_, stream):
        first = stream.readline(_FIRST_LINE)
        check_text(path, first)
        whole = _again(first, stream)
        if first.lstrip()[:1] in {"{", "["}:
            yield from outlines.read(path, whole)
        else:
            yield from table.read(path, whole)


def _again(first: str, stream: Iterable[str]) -> Iterator[str]:
    yield first
    yield from stream
