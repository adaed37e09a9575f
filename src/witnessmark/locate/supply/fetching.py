"""Fetched countries as sources: download, check, import, and leave nothing else behind."""

from pathlib import Path

from witnessmark.errors import StorageError, UsageError
from witnessmark.locate.base import iso3
from witnessmark.locate.supply.check import alpha3
from witnessmark.locate.supply.fetch import Tell, fetch
from witnessmark.locate.supply.folder import folder, writing
from witnessmark.locate.supply.importing import Options, Watch, import_file
from witnessmark.locate.supply.source import described
from witnessmark.model.failure import Failure
from witnessmark.model.gazetteer import PlaceSource


def alpha2(country: str) -> str:
    """The code that names a country's file, of a country by code or English name. Raises UsageError."""
    three = alpha3(country)
    found = next((two for two, other in iso3().items() if other == three), None)
    if found is None:
        raise UsageError(f"{country}: GeoNames has no file of this country")
    return found


def fetch_country(
    base: Path, two: str, root: str, tell: Tell, watch: Watch
) -> tuple[PlaceSource | None, list[Failure]]:
    """Fetch a country's file from `root` and import it; no source where it has not changed since.

    Raises what fetch and import raise; the source that was there then stays.
    """
    name = f"geonames-{two.lower()}"
    with writing(base, f"download-{two}"):
        got = fetch(base.parent / "downloads", f"{root}/{two}.zip", _etag(base, name), tell)
        if got is None:
            return None, []
        path, etag = got
        try:
            return import_file(base, path, Options(name=name, shown=f"{two}.txt", etag=etag), watch)
        finally:
            path.unlink(missing_ok=True)


def _etag(base: Path, name: str) -> str:
    path = folder(base) / f"{name}.sqlite"
    try:
        return described(path).etag if path.exists() else ""
    except StorageError:  # damaged: it is fetched anew, and replaced
        return ""
