"""GeoNames country files: 19 columns apart by tabs, no header (download.geonames.org/export/dump)."""

from collections.abc import Iterable, Iterator
from functools import cache

from witnessmark.errors import UsageError
from witnessmark.locate.base import CITY
from witnessmark.locate.supply.check import degrees, row_country
from witnessmark.locate.supply.row import Row, RowError
from witnessmark.locate.tables import data
from witnessmark.text.cells import Flagged

LICENCE = "GeoNames, CC BY 4.0"
COLUMNS = 19
_LONGEST = 100_000  # characters of a line: GeoNames' longest, with 10,000 of alternate names, has some 12,000


def is_geonames(line: str) -> bool:
    """Whether a file that begins with this line is a country file."""
    first = line.partition("\t")[0].strip().lower()
    return line.count("\t") == COLUMNS - 1 and (first.isdigit() or first == "geonameid")  # its header, if any


@cache
def levels() -> dict[tuple[str, str], str]:
    """Level by feature class and code; `*` is any other code of the class."""
    return {(row["class"], row["code"]): row["level"] for row in data("features.csv")}


def read(lines: Iterable[str]) -> Iterator[Row | Flagged | None]:
    """The rows of kinds we use, with flagged ones in their places; None for a row of another kind."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _row(number, line)
        except (RowError, UsageError) as error:
            yield Flagged(number, str(error))


def _row(number: int, line: str) -> Row | None:
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise RowError(f"{len(cells)} columns instead of {COLUMNS}; the file may be cut off: fetch it again")
    kind = levels().get((cells[6], cells[7])) or levels().get((cells[6], "*"))
    if not kind:
        return None
    if len(line) > _LONGEST:
        raise RowError(f"a line of {len(line):,} characters; fetch the file again")
    if not cells[0].isdigit() or not 0 < int(cells[0]) < 2**53:
        raise RowError("the id is no GeoNames id; fetch the file again")
    people = int(cells[14]) if cells[14].isdigit() else 0
    if kind == "town" and (people >= CITY or cells[7] == "PPLC"):
        kind = "city"
    lat, lon = degrees(cells[4], "latitude"), degrees(cells[5], "longitude")
    if lat is None or lon is None:
        raise RowError("no latitude and longitude; fetch the file again")
    return Row(
        number, cells[0], cells[1], kind, _country(cells[8]), tuple(cells[3].split(",")), cells[10] or None,
        lat, lon, people, None, int(cells[0]),
    )  # fmt: skip


def _country(code: str) -> str:
    if found := row_country(code):
        return found
    raise RowError("no country, as of places at sea; add its code, or leave the row out")
