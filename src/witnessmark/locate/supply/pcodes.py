"""Tables of P-codes, a division a row: country, level, code, name, code of the division it lies in (HDX)."""

from collections.abc import Iterable, Iterator, Mapping

from witnessmark.errors import UsageError
from witnessmark.locate.supply.check import clean, degrees, row_country
from witnessmark.locate.supply.columns import Columns, level
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.text.cells import Flagged


def pcode_rows(
    rows: Iterable[tuple[int, Mapping[str, str] | Flagged]], known: Columns, country: str | None
) -> Iterator[Row | Flagged]:
    """A row for each division below the country; `country` (alpha-3) where the table names none."""
    found: dict[str, Row] = {}
    parents: dict[str, str] = {}
    for line, cells in rows:
        if isinstance(cells, Flagged):
            yield cells
            continue
        got = {what: (cells.get(column) or "").strip() for what, column in known.by_field.items()}
        try:
            row = _row(line, got, (cells.get(known.names[0]) or "").strip(), country)
        except (RowError, UsageError) as error:
            yield Flagged(line, str(error))
            continue
        if row is None:
            continue
        kept = found.setdefault(row.id, row)
        if kept is row:
            parents[row.id] = got["parent"]
        else:
            twice = f"P-code {row.id} came before in line {kept.line}; keep one of the two"
            yield Flagged(line, twice, "DuplicateIdError")
    for row in found.values():
        row.admin1 = _first_level(row.id, found, parents)
        yield row


def _row(line: int, got: Mapping[str, str], name: str, country: str | None) -> Row | None:
    number, code = got["adminlevel"].removesuffix(".0"), clean(got["pcode"], "P-code")
    if number not in {"0", "1", "2", "3", "4"}:
        raise RowError("no admin level of 0 to 4; fill it in, or remove the row")
    if number == "0":
        return None
    if not code:
        raise RowError("no P-code; fill it in, or remove the row")
    where = row_country(got.get("country") or got.get("location", "")) or country
    if where is None:
        raise RowError("no country; add a column for it, or give --country")
    lat, lon = degrees(got.get("lat", ""), "latitude"), degrees(got.get("lon", ""), "longitude")
    return Row(line, code, name, level(int(number)), where, lat=lat, lon=lon, pcode=code)


def _first_level(code: str, found: Mapping[str, Row], parents: Mapping[str, str]) -> str | None:
    """The name of the first-level division a division lies in, or is."""
    for _ in range(5):  # levels; a table may name a division as its own parent
        if code not in found:
            return None
        if found[code].level == "admin1":
            return found[code].name
        code = parents[code]
    return None
