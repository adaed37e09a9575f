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
from witnessmark.sites.register.table import WANTED
from witnessmark.sites.register.values import Row
from witnessmark.text.cells import Flagged, tags
from witnessmark.text.listed import LARGEST

# What zipfile and openpyxl raise for files that were damaged; a fault in XML is a SyntaxError.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, SyntaxError, KeyError,
    ValueError, TypeError,
)  # fmt: skip
DEEPEST = 20  # rows of titles and notes above the header, at most


def read(path: Path) -> Iterator[Row | Flagged]:
    """The rows of the first sheet that lists sites. Raises UnreadableError where there is none."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(i.file_size for i in packed.infolist()) > LARGEST:
                raise UnreadableError(f"{path}: unpacks to more than {LARGEST >> 30} GB; save it as CSV")
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            for sheet in book.worksheets:
                if found := _header(sheet):
                    yield from _rows(sheet, *found)
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
    for number, values in enumerate(sheet.iter_rows(min_row=line + 1, values_only=True), line + 1):
        cells = _cells(values)
        if not any(cells):
            continue
        if number == line + 1 and tags(cells):
            known = layout(names, cells)
            continue
        yield known.row(number, dict(zip(names, cells, strict=False)))


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
