"""CSV tables of sites, by comma, semicolon, tab or bar; read line by line."""

from collections.abc import Iterator
from pathlib import Path

from witnessmark.errors import UnreadableError
from witnessmark.sites.register.columns import Layout, layout
from witnessmark.sites.register.values import Row
from witnessmark.text.cells import Flagged, cells_by_row, head

WANTED = (
    "it needs columns name and lat, lon (or coordinates, or easting, northing, zone, or mgrs), kind, country"
)


def read(path: Path, stream: Iterator[str]) -> Iterator[Row | Flagged]:
    """The rows of a table with a header, flagged ones in their places. Raises UnreadableError for another."""
    first, mark, names = head(stream)
    tags: list[str] = []
    rows = cells_by_row(stream, names, mark, first + 1, tags.extend)
    following = next(rows, None)  # the tags stand above it
    known = checked(path, first, layout(names, tags))
    while following is not None:
        line, cells = following
        yield cells if isinstance(cells, Flagged) else known.row(line, cells)
        following = next(rows, None)


def checked(path: Path, line: int, known: Layout) -> Layout:
    """The layout, if names and places can be had from it. Raises UnreadableError."""
    lacking = [
        what
        for what, there in (("the name", known.names or known.aliases), ("the position", known.placed))
        if not there
    ]
    if lacking:
        raise UnreadableError(f"{path}:{line}: no column for {' and '.join(lacking)}; {WANTED}")
    if known.twice:
        raise UnreadableError(
            f"{path}:{line}: several columns are called {known.twice[0]!r}; rename or remove all but one"
        )
    return known
