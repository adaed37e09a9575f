"""Commands on the places that names are looked up in: build, fetch, import, sources, remove, lookup."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from witnessmark.cli.options import Encoding, Format, FormatOption, encoding_of
from witnessmark.cli.output import count, note, print_failures, print_records, progress, say
from witnessmark.cli.run import DONE, SOME_FAILED
from witnessmark.errors import ItemError, UsageError
from witnessmark.model.failure import Failure
from witnessmark.model.gazetteer import PlaceSource

if TYPE_CHECKING:
    from witnessmark.locate.supply.fetch import Tell

T = TypeVar("T")

MOST = 20  # failures shown to people; jsonl has them all

Name = Annotated[
    str, typer.Argument(metavar="SOURCE", help="Name of the list, as `gazetteer sources` shows it.")
]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="COUNTRY", help="ISO code or English name, as SY, SYR or Syria."),
]


def build() -> int:
    """Compile the gazetteer anew (about 20 s).

    Not needed as a rule: it is compiled when first asked for. It mends a gazetteer that was damaged.
    """
    import os

    from witnessmark.locate import cache
    from witnessmark.locate.supply.current import current, places

    base = cache.default_path()
    if os.environ.get(cache.ENVIRONMENT) and base.exists():
        raise UsageError(
            f"{base} is named by {cache.ENVIRONMENT} and never overwritten: unset it, or remove the file"
        )
    cache.build(base, anew=True)
    path = _renewed(base, current)
    say(f"{path}: {count(places(path), 'place')}")
    return DONE


def fetch(
    countries: Annotated[
        list[str],
        typer.Argument(metavar="COUNTRY...", help="ISO codes or English names, as SY, SYR or Syria."),
    ],
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="URL",
            help="Folder of the country files: GeoNames' own, or a copy of it; also WITNESSMARK_GEONAMES.",
        ),
    ] = None,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
) -> int:
    """Download all places of a country from GeoNames.

    Villages, divisions, hospitals, schools and camps that the built-in list of settlements lacks. A download
    that broke off goes on where it stopped; one that has not changed is not repeated. Nothing but the request
    for the file is sent.
    """
    from witnessmark.locate.supply.fetch import address as known_address
    from witnessmark.locate.supply.fetching import alpha2, fetch_country

    root = known_address(address)
    codes = list(dict.fromkeys(alpha2(c) for c in countries))
    base = _base()

    def one(two: str) -> tuple[PlaceSource | None, list[Failure]]:
        with _bytes(f"fetching {two}") as tell:
            source, failures = fetch_country(base, two, root, tell, lambda rows: progress(rows, "reading"))
        if source is None and not failures:
            note(f"{two}: has not changed since it was fetched")
        return source, failures

    return _each(base, codes, one, format)


def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="GeoNames .txt or .zip, CSV with a header, or GeoJSON."),
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What to call the list; without it the file's name."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--source", metavar="TEXT", help="Origin and licence, shown with every place of the list."
        ),
    ] = None,
    country: Country = None,
    encoding: Encoding = None,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
) -> int:
    """Add places from a file: they stay on this machine.

    GeoNames country files; tables of official divisions with P-codes (OCHA); a CSV of your own with columns
    name, lat, lon, country and, if wanted, admin1, aliases (apart by ;), level, pcode, id; a GeoJSON
    FeatureCollection with such properties. Rows that cannot be used are listed and left out. A file imported
    again replaces what it gave before. --country is that of rows that name none.
    """
    from witnessmark.locate.supply.check import alpha3
    from witnessmark.locate.supply.importing import Options, import_file

    if name and len(files) > 1:
        raise UsageError("--name is for one file; import the others by themselves")
    options = Options(name, source, alpha3(country) if country else None, encoding_of(encoding))
    base = _base()

    def one(path: Path) -> tuple[PlaceSource | None, list[Failure]]:
        return import_file(base, path, options, lambda rows: progress(rows, "reading"))

    return _each(base, files, one, format)


def sources(format: FormatOption = Format.TABLE) -> int:  # noqa: A002  (the option's name)
    """List where the places are from: counts, dates, licences."""
    from witnessmark.cli.tables import Column, print_table
    from witnessmark.locate.supply.current import about_base
    from witnessmark.locate.supply.source import sources as listed

    base = _base()
    found = [about_base(base), *listed(base)]
    if format is Format.JSONL:
        print_records(found)
        return DONE
    columns = (
        Column("source"), Column("places", right=True), Column("left out", right=True), Column("added"),
        Column("licence", 4), Column("file", 3, wide_only=True),
    )  # fmt: skip
    rows = [[s.name, f"{s.rows:,}", f"{s.flagged:,}", s.added[:10], s.licence, s.file] for s in found]
    print_table(count(len(rows), "source"), columns, [[row] for row in rows])
    return DONE


def remove(source: Name) -> int:
    """Take a list's places out again."""
    from witnessmark.locate.supply.current import current
    from witnessmark.locate.supply.folder import source_files, writing
    from witnessmark.locate.supply.source import remove_source

    base = _base()
    with writing(base):
        gone = remove_source(base, source)
    if not gone:
        known = ", ".join(p.stem for p in source_files(base)) or "none but the base"
        raise UsageError(f"no source {source!r}; there are: {known}")
    _renewed(base, current)
    say(f"removed {source}")
    return DONE


def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A place name in any spelling or script.")],
    country: Country = None,
    admin1: Annotated[
        str | None, typer.Option("--admin1", metavar="NAME", help="First-level division it lies in.")
    ] = None,
    near: Annotated[
        str | None, typer.Option("--near", metavar="LAT,LON", help="A point it is near to, as 35.93,36.63.")
    ] = None,
    format: FormatOption = Format.TABLE,  # noqa: A002  (the option's name)
) -> int:
    """Explain which place a name means, and why.

    Every place of the name, best first, with the points each gets and what for. Where nothing decides, a
    name that several places share stays open. Exit code 1: no place has the name.
    """
    from witnessmark.cli.matches import print_matches
    from witnessmark.locate.lookup import lookup as matches
    from witnessmark.locate.supply.check import alpha3
    from witnessmark.text.names import MAX_NAME, fold

    if not fold(name) and len(name) <= MAX_NAME:
        raise UsageError("give a name to look up, with letters in it")
    where = alpha3(country) if country else None
    found = matches(name, where, near=_point(near) if near else None, admin1=admin1)
    if format is Format.JSONL:
        print_records(found)
    else:
        print_matches(name, found)
    if found:
        return DONE
    hint = "add --country for other spellings of it" if where is None else "add its villages: gazetteer fetch"
    note(f"no place is called {name[:100]!r}; {hint}")
    return SOME_FAILED


def _point(text: str) -> tuple[float, float]:
    try:
        lat, lon = map(float, text.split(","))
    except ValueError:
        lat = lon = 999.0
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise UsageError(f"--near {text}: give latitude and longitude, as 35.93,36.63")
    return lat, lon


def _base() -> Path:
    """The base index, compiled if it is not there."""
    from witnessmark.locate.gazetteer import ready

    return ready()


def _renewed(base: Path, current: Callable[[Path], Path]) -> Path:
    """The index with the places as they are now, for this process too."""
    from witnessmark.locate.gazetteer import Gazetteer

    path = current(base)
    Gazetteer.forget_default()
    return path


def _each(
    base: Path, items: list[T], one: Callable[[T], tuple[PlaceSource | None, list[Failure]]], form: Format
) -> int:
    """Add each list; what fails is told, the rest is kept."""
    from witnessmark.locate.supply.current import current

    added: list[PlaceSource] = []
    failures: list[Failure] = []
    for item in items:
        try:
            source, flagged = one(item)
        except ItemError as error:
            flagged, source = [Failure(str(item), "gazetteer", type(error).__name__, str(error))], None
        failures += flagged
        if source:
            added.append(source)
    if added:
        _renewed(base, current)
    if form is Format.JSONL:
        print_records([*added, *failures])
    else:
        for s in added:
            say(
                f"{s.name}: {count(s.rows, 'place')} added"
                + (f", {count(s.flagged, 'row')} left out" if s.flagged else "")
            )
    print_failures(failures[:MOST])
    if len(failures) > MOST:
        note(f"and {len(failures) - MOST:,} more; all of them: --format jsonl")
    return SOME_FAILED if failures else DONE


@contextmanager
def _bytes(what: str) -> Iterator["Tell"]:
    """A bar of bytes on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _have, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda have, total: bar.update(task, completed=have, total=total)
