"""Spreadsheets (XLSX), read row by row."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from witnessmark.errors import UnreadableError
from witnessmark.sites.register.columns import Layout, layout
from witnessmark.sites.register.table import WANTED, checked
from witnessmark.sites.register.values import Row
from witnessmark.text.cells import Flagged, tags
from witnessmark.text.listed import LARGEST

# What zipfile and openpyxl raise for files that were damaged; a fault in XML is a SyntaxError.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, SyntaxError, KeyError,
    ValueError, TypeError,
)  # fmt: skip
DEEPEST = 20  # rows of titles and notes above the header, at most
LAST = 1_048_576  # the last row a spreadsheet has; a file that names a later one would be padded up to it


def read(path: Path) -> Iterator[Row | Flagged]:
    """The rows of the one sheet that lists sites. Raises UnreadableError where there is none, or several."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(i.file_size for i in packed.infolist()) > LARGEST:
                raise UnreadableError(f"{path}: unpacks to more than {LARGEST >> 30} GB; save it as CSV")
            solved = not any(_has_formulas(packed, i) for i in packed.infolist())
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            listing = [(sheet, found) for sheet in book.worksheets if (found := _header(sheet))]
            if len(listing) > 1:
                raise UnreadableError(
                    f"{path}: {len(listing)} of its sheets list sites; save each as a file of its own"
                )
            for sheet, (line, names, known) in listing:
                rows = _rows(sheet, line, names, checked(path, line, known))
                used = [n for n, name in enumerate(names) if name and name not in known.unread]
                yield from rows if solved else _flagged((path, sheet.title), line, used, rows)
                return
    except (*_BROKEN, InvalidFileException) as error:
        raise UnreadableError(f"{path}: no spreadsheet that can be read; save it as XLSX or CSV") from error
    except OSError as error:
        raise UnreadableError(f"{path}: {(error.strerror or str(error)).lower()}; check the path") from error
    raise UnreadableError(f"{path}: no sheet with a header of sites; {WANTED}")


def _header(sheet: Any) -> tuple[int, list[str], Layout] | None:  # noqa: ANN401  (the library has no types)
    """The line of the header, its names and what they hold."""
    for line, values in enumerate(islice(sheet.iter_rows(values_only=True), DEEPEST), 1):
        names = _cells(values)
        known = layout(names)
        if known.placed and (known.names or known.aliases):
            return line, names, known
    return None


def _rows(sheet: Any, line: int, names: list[str], known: Layout) -> Iterator[Row | Flagged]:  # noqa: ANN401
    # No wider than the header: a sheet whose format reaches its last column would be padded up to that.
    width = max(n for n, name in enumerate(names, 1) if name)
    below = sheet.iter_rows(min_row=line + 1, max_row=LAST, max_col=width, values_only=True)
    for number, values in enumerate(below, line + 1):
        if not any(v is not None for v in values) or not any(cells := _cells(values)):
            continue
        if number == line + 1 and tags(cells):
            known = layout(names, cells)
            continue
        yield known.row(number, dict(zip(names, cells, strict=False)))


def _has_formulas(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part of the file is a sheet with a formula in it."""
    if not part.filename.startswith("xl/worksheets/"):
        return False
    last = b""
    with packed.open(part) as stream:
        while some := stream.read(1 << 20):
            if any(mark in last + some for mark in (b"<f>", b"<f ")):
                return True
            last = some[-2:]
    return False


def _flagged(
    where: tuple[Path, str], header: int, used: list[int], rows: Iterator[Row | Flagged]
) -> Iterator[Row | Flagged]:
    """The rows, flagged where a formula has no result: programs that write lists may leave that out."""
    from openpyxl import load_workbook

    path, title = where
    why = "a formula without its result; open the list in a spreadsheet program, and save it there"
    with (
        closing(load_workbook(path, read_only=True, data_only=True)) as results,
        closing(load_workbook(path, read_only=True)) as formulas,
    ):
        both = [
            book[title].iter_rows(max_row=LAST, max_col=max(used) + 1, values_only=True)
            for book in (results, formulas)
        ]
        row = next(rows, None)
        for line, (result, formula) in enumerate(zip(*both, strict=False), 1):
            here = row if row is not None and line == _line(row) else None
            row = row if here is None else next(rows, None)
            told = list(zip(result, formula, strict=False))
            lacking = any(told[n][0] is None and told[n][1] is not None for n in used if n < len(told))
            if line > header and lacking:
                yield Flagged(line, why)
            elif here is not None:
                yield here


def _line(row: Row | Flagged) -> int:
    return row.line if isinstance(row, Flagged) else row.number


def _cells(values: tuple[Any, ...]) -> list[str]:
    return [_text(v) for v in values]


def _text(value: Any) -> str:  # noqa: ANN401  (whatever a cell holds)
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value).strip()
