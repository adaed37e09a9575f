"""CSV tables: a list of one's own, or official divisions with P-codes."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from witnessmark.errors import UnreadableError, UsageError
from witnessmark.locate.supply.check import alpha3, clean, degrees
from witnessmark.locate.supply.columns import Columns, columns
from witnessmark.locate.supply.divisions import division_rows
from witnessmark.locate.supply.row import Flagged, Row, RowError
from witnessmark.locate.tables import split

LEVELS = ("city", "town", "neighbourhood", "facility", "district", "subdistrict", "admin1")
WANTED = "it needs columns name, lat, lon, country (also: admin1, aliases, level, pcode, id)"
_LONGEST = 1_000_000  # characters of a cell: more is a quote that was never closed

Cells = Mapping[str, str]


def read(path: Path, stream: Iterator[str], country: str | None) -> Iterator[Row | Flagged | None]:
    """The rows of a CSV file with a header, by comma, semicolon or tab, flagged ones in their places.

    `country` (alpha-3) is that of rows that name none. Raises UnreadableError where the header is another.
    """
    csv.field_size_limit(_LONGEST)
    header = next(stream, "")
    mark = max(",;\t", key=header.count)
    names = [n.strip() for n in next(csv.reader([header], delimiter=mark), [])]
    known = columns(names)
    if known.is_divisions:
        yield from division_rows(_cells(stream, names, mark), known, country)
        return
    if lacking := known.missing():
        found = ", ".join(repr(n[:30]) for n in names[:12])
        raise UnreadableError(f"{path}:1: no column for {' and '.join(lacking)} among {found}; {WANTED}")
    for line, cells in _cells(stream, names, mark):
        yield cells if isinstance(cells, Flagged) else one(line, cells, known, country)


def one(line: int, cells: Cells, known: Columns, country: str | None) -> Row | Flagged:
    """A place of one's own from its cells."""
    try:
        return _row(line, cells, known, country)
    except (RowError, UsageError) as error:
        return Flagged(line, str(error))


def _row(line: int, cells: Cells, known: Columns, country: str | None) -> Row:
    got = {what: (cells.get(column) or "").strip() for what, column in known.by_field.items()}
    where = alpha3(clean(got["country"], "country")) if got.get("country") else country
    if where is None:
        raise RowError("no country; add a country column, or give --country")
    lat, lon = degrees(got["lat"], "latitude"), degrees(got["lon"], "longitude")
    if lat is None or lon is None:
        raise RowError("no latitude and longitude; add them, or remove the row")
    level = (got.get("level") or "town").lower()
    if level not in LEVELS:
        raise RowError(f"level {clean(level, 'level')!r} is none of {', '.join(LEVELS)}")
    people = got.get("population", "").replace(",", "")
    aliases = [a for column in known.aliases for a in split((cells.get(column) or "").replace("|", ";"))]
    return Row(
        line, clean(got.get("id") or str(line), "id"), got["name"], level, where, tuple(aliases),
        clean(got.get("admin1", ""), "admin1") or None, lat, lon,
        int(people) if people.isdigit() else 0, clean(got.get("pcode", ""), "P-code") or None,
    )  # fmt: skip


def _cells(
    stream: Iterator[str], names: list[str], mark: str
) -> Iterator[tuple[int, dict[str, str] | Flagged]]:
    """Each row by column, with the line it begins on."""
    reader = csv.reader(stream, delimiter=mark)
    while True:
        line = reader.line_num + 2
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield line, Flagged(line, f"not readable as CSV ({error}); check the quotes around its cells")
            continue
        if cells is None:
            return
        if not any(c.strip() for c in cells):
            continue
        if len(cells) > len(names):
            extra = f"{len(cells)} cells under {len(names)} columns; put cells that hold a {mark!r} in quotes"
            yield line, Flagged(line, extra)
            continue
        yield line, dict(zip(names, cells, strict=False))
