"""Official divisions with P-codes (OCHA's common operational datasets), from a table or from properties.

A row names a division and those it lies in, each with its P-code. Tables often give a point for the lowest
level only, or none: a division above takes the middle of those in it, and says so.
"""

from collections.abc import Iterable, Iterator, Mapping

from witnessmark.errors import UsageError
from witnessmark.locate.middle import middle
from witnessmark.locate.supply.check import alpha3, clean, degrees
from witnessmark.locate.supply.columns import Columns, level
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.text.cells import Flagged

MIDDLE = "middle of the divisions in it"


def division_rows(
    rows: Iterable[tuple[int, Mapping[str, str] | Flagged]], known: Columns, country: str | None
) -> Iterator[Row | Flagged]:
    """A row for each division, in the order they are first named; `country` where the table names none."""
    found: dict[str, Row] = {}
    points: dict[str, list[tuple[float, float]]] = {}
    for line, cells in rows:
        if isinstance(cells, Flagged):
            yield cells
            continue
        try:
            for row, lowest in _chain(line, cells, known, country):
                kept = found.setdefault(row.id, row)
                if lowest and kept.line != line:
                    twice = f"P-code {row.id} came before in line {kept.line}; keep one of the two"
                    yield Flagged(line, twice, "DuplicateIdError")
                    break
                if not lowest and row.lat is not None and row.lon is not None:
                    points.setdefault(row.id, []).append((row.lat, row.lon))
        except (RowError, UsageError) as error:
            yield Flagged(line, str(error))
    for name, row in found.items():
        if name in points:
            row.lat, row.lon = middle(points[name])
            row.derived = MIDDLE
        yield row


def _chain(
    line: int, cells: Mapping[str, str], known: Columns, country: str | None
) -> Iterator[tuple[Row, bool]]:
    """The divisions a row names, lowest first, and whether each is the lowest."""
    got = {what: (cells.get(column) or "").strip() for what, column in known.by_field.items()}
    lat, lon = degrees(got.get("lat", ""), "latitude"), degrees(got.get("lon", ""), "longitude")
    named: dict[int, tuple[str, list[str]]] = {}
    for number, columns in known.divisions.items():
        names = [clean((cells.get(c) or "").strip(), "name") for c in columns.names]
        code = clean((cells.get(columns.pcode or "") or "").strip(), "P-code")
        if any(names) or (code and not number):
            named[number] = (code, [n for n in names if n])
    where = _country(named, got.get("country", ""), country)
    lowest = max((n for n, (code, found) in named.items() if n and code and found), default=0)
    if not lowest:
        raise RowError("no division with a name and a P-code; fill in both, or remove the row")
    admin1 = named[1][1][0] if 1 in named else None
    for number in sorted((n for n, (code, _) in named.items() if n and code), reverse=True):
        code, names = named[number]
        yield (
            Row(
                line, code, names[0], level(number), where, tuple(names[1:]), admin1, lat, lon, 0, code,
            ),
            number == lowest,
        )  # fmt: skip


def _country(named: dict[int, tuple[str, list[str]]], given: str, country: str | None) -> str:
    """The country by its P-code, its name or its column, else `country`."""
    code, names = named.get(0, ("", []))
    for text in (code[:3], *names, given):
        if text:
            try:
                return alpha3(text)
            except UsageError:
                continue
    if country is None:
        raise RowError("no country that is known; give --country")
    return country
