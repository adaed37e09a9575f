"""Importing: a file of places becomes a source of the gazetteer."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from witnessmark.errors import UnreadableError
from witnessmark.locate.supply import geojson, geonames, table
from witnessmark.locate.supply.current import boxes
from witnessmark.locate.supply.folder import source_name, writing
from witnessmark.locate.supply.row import Row
from witnessmark.locate.supply.source import write_source
from witnessmark.model.failure import Failure
from witnessmark.model.gazetteer import PlaceSource
from witnessmark.text.cells import Flagged
from witnessmark.text.listed import check_text, opened

UNSTATED = "licence not stated"
STAGE = "gazetteer"

Rows = Iterable[Row | Flagged | None]
Watch = Callable[[Rows], Rows]  # given the rows, gives them on: a progress bar


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of a list: its name and licence, and the country of rows that name none."""

    name: str | None = None
    licence: str | None = None
    country: str | None = None
    encoding: str | None = None
    shown: str | None = None  # what failures call the file; without it its path
    etag: str = ""


def import_file(
    base: Path, path: Path, options: Options, watch: Watch = lambda rows: rows
) -> tuple[PlaceSource | None, list[Failure]]:
    """Add the places of a file to those beside the base index; the source, and the rows left out.

    A source of the same name is replaced in one step. Raises UnreadableError or EmptyError for one of which
    nothing can be used, and StorageError where the disk refuses; the gazetteer is then as it was.
    """
    with _read(path, options) as (kind, inside, rows):
        licence = options.licence or (geonames.LICENCE if kind == "geonames" else UNSTATED)
        name = source_name(options.name or path.stem)
        added = datetime.now(UTC).isoformat(timespec="microseconds")
        about = PlaceSource(name, inside, kind, licence, added, etag=options.etag)
        bounds = boxes(base)
        with writing(base):
            done = write_source(base, about, watch(rows), bounds)
    failures = [Failure(f"{options.shown or path}:{f.line}", STAGE, f.error, f.why) for f in done.flagged]
    if done.kept:
        return replace(about, rows=done.kept, flagged=len(failures)), failures
    if failures:
        return None, failures
    raise UnreadableError(
        f"{path}: no row is a place of a kind that is used; check that it is the right file"
    )


@contextmanager
def _read(path: Path, options: Options) -> Iterator[tuple[str, str, Rows]]:
    """What kind of list a file is, its name (in a zip the inner one) and its rows."""
    country = options.country
    with opened(path, options.encoding) as (inside, stream):
        first = stream.readline(1_000_000)
        check_text(path, first)
        if geonames.is_geonames(first):
            yield "geonames", inside, geonames.read(_again(first, stream))
        elif first.lstrip()[:1] in {"{", "["}:
            yield "geojson", inside, geojson.read(path, _again(first, stream), country)
        else:
            yield "table", inside, table.read(path, _again(first, stream), country)


def _again(first: str, stream: Iterable[str]) -> Iterator[str]:
    yield first
    yield from stream
