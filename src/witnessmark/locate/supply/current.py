"""The index in use: the base alone, or base and sources merged, made when it is not there."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from witnessmark.locate.base import SOURCE
from witnessmark.locate.index import open_index, swap_in, whole
from witnessmark.locate.supply.check import Box
from witnessmark.locate.supply.folder import folder, forget_merged, merged_path, source_files, writing
from witnessmark.locate.supply.merge import merge
from witnessmark.locate.supply.source import sources
from witnessmark.model.gazetteer import PlaceSource


def current(base: Path) -> Path:
    """The index of the base and all sources, merged first if they have changed (some seconds).

    Raises StorageError for a source that is damaged, naming it and the remedy; none is left out in silence.
    """
    if not source_files(base):
        forget_merged(base)
        return base
    path = merged_path(base)
    if not whole(path):
        with writing(base):
            path = merged_path(base)  # another process may have been first
            if not whole(path):
                lists = [folder(base) / f"{s.name}.sqlite" for s in sources(base)]
                swap_in(path, lambda part: merge(base, lists, part))
            forget_merged(base, path)
    return path


def boxes(base: Path) -> dict[str, Box]:
    """South, west, north and east of the base's settlements, by country."""
    with closing(open_index(base)) as db:
        rows = db.execute(
            "SELECT country, MIN(lat), MIN(lon), MAX(lat), MAX(lon) FROM places"
            " WHERE level IN ('city', 'town') AND id > 0 AND country IS NOT NULL GROUP BY country"
        )
        return {country: (south, west, north, east) for country, south, west, north, east in rows}


def about_base(base: Path) -> PlaceSource:
    """What the base is, told as a source."""
    made = datetime.fromtimestamp(base.stat().st_mtime, UTC).isoformat(timespec="seconds")
    return PlaceSource("base", base.name, "base", f"{SOURCE}; own tables", made, places(base))


def places(base: Path) -> int:
    """How many places the index at `base` holds."""
    with closing(open_index(base)) as db:
        return int(db.execute("SELECT COUNT(*) FROM places").fetchone()[0])
