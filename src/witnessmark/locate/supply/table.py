"""CSV tables: a list of one's own, or official divisions with P-codes."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from witnessmark.errors import UnreadableError, UsageError
from witnessmark.locate.supply.check import clean, degrees, row_country
from witnessmark.locate.supply.columns import Columns, columns
from witnessmark.locate.supply.divisions import division_rows
from witnessmark.locate.supply.pcodes import pcode_rows
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.locate.tables import split
from witnessmark.text.cells import Flagged, cells_by_row, head

LEVELS = ("city", "town", "neighbourhood", "facility", "district", "subdistrict", "admin1")
WANTED = "it needs columns name, lat, lon, country (also: admin1, aliases, level, pcode, id)"
_NUMBER = re.compile(r"-?\d+[.,]\d+")  # a coordinate

Cells = Mapping[str, str]


def read(path: Path, stream: Iterator[str], country: str | None) -> Iterator[Row | Flagged | None]:
    """The rows of a CSV file with a header, by comma, semicolon, tab or bar, flagged ones in their places.

    `country` (alpha-3) is that of rows that name none. Raises UnreadableError where the header is another.
    """
    first, mark, names = head(stream)
    known = columns(names)
    rows = cells_by_row(stream, names, mark, first + 1)
    if known.is_pcodes:
        yield from pcode_rows(rows, known, country)
        return
    if known.is_divisions:
        yield from division_rows(rows, known, country)
        return
    if lacking := known.missing():
        raise UnreadableError(f"{path}:{first}: {_lacking(lacking, names, known)}; {WANTED}")
    for line, cells in rows:
        yield cells if isinstance(cells, Flagged) else one(line, cells, known, country)


def _lacking(lacking: list[str], names: list[str], known: Columns) -> str:
    """What a header lacks. Of its cells only those that are known are shown: they may be no header at all."""
    if any(_NUMBER.fullmatch(n) for n in names):
        return "no header: the first row has numbers; write the names of the columns above it"
    found = ", ".join(repr(n) for n in [*known.names, *known.by_field.values()]) or "none"
    return f"no column for {' and '.join(lacking)} among {len(names)} (known: {found})"


def one(line: int, cells: Cells, known: Columns, country: str | None) -> Row | Flagged:
    """A place of one's own from its cells."""
    try:
        return _row(line, cells, known, country)
    except (RowError, UsageError) as error:
        return Flagged(line, str(error))


def _row(line: int, cells: Cells, known: Columns, country: str | None) -> Row:
    got = {what: (cells.get(column) or "").strip() for what, column in known.by_field.items()}
    where = row_country(got.get("country", "")) or country
    if where is None:
        raise RowError("no country; add a country column, or give --country")
    lat, lon = degrees(got["lat"], "latitude"), degrees(got["lon"], "longitude")
    if lat is None or lon is None:
        raise RowError("no latitude and longitude; add them, or remove the row")
    level = (got.get("level") or "").lower() or known.kind(cells) or known.level
    if level not in LEVELS:
        raise RowError(f"the level is none of {', '.join(LEVELS)}")
    said = [t for column in known.names if (t := (cells.get(column) or "").strip())]
    also = [a for column in known.aliases for a in split((cells.get(column) or "").replace("|", ";"))]
    name, *aliases = *said, *also, ""
    return Row(
        line, clean(got.get("id", ""), "id"), name, level, where, tuple(aliases),
        clean(got.get("admin1") or _division(cells, known), "admin1") or None, lat, lon,
        people(got.get("population", "")), clean(got.get("pcode", ""), "P-code") or None,
    )  # fmt: skip


def _division(cells: Cells, known: Columns) -> str:
    """The first-level division in columns as OCHA's."""
    names = known.divisions[1].names if 1 in known.divisions else ()
    return next((t for n in names if (t := (cells.get(n) or "").strip())), "")


def people(text: str) -> int:
    """Inhabitants, with or without marks between thousands; 0 where the cell says no number."""
    plain = re.sub(r"(?<=\d)[ .,'\u2019\u00a0\u202f](?=\d{3}(?!\d))", "", text.strip())
    whole = re.fullmatch(r"(\d{1,10})(?:[.,]\d*)?", plain)
    return int(whole[1]) if whole else 0
