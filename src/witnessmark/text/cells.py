"""The cells of a CSV table, row by row; a row that cannot be read is flagged in its place."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LONGEST = 1_000_000  # characters of a cell: more is a quote that was never closed


@dataclass(frozen=True, slots=True)
class Flagged:
    """A row that was left out, and why."""

    line: int
    why: str
    error: str = "RowError"


def head(stream: Iterator[str]) -> tuple[int, str, list[str]]:
    """The line a table's header stands on, the mark between its cells, and their names."""
    csv.field_size_limit(_LONGEST)
    first = 1
    header = next(stream, "")
    if re.fullmatch(r"\s*sep=.\s*", header):  # a note to spreadsheets
        first, header = 2, next(stream, "")
    mark = max(",;\t|", key=header.count)
    return first, mark, [n.strip() for n in next(csv.reader([header], delimiter=mark), [])]


def cells_by_row(
    stream: Iterator[str],
    names: list[str],
    mark: str,
    first: int,
    tagged: Callable[[list[str]], None] = lambda _tags: None,
) -> Iterator[tuple[int, dict[str, str] | Flagged]]:
    """Each row by column, with the line it begins on; `first` is the line after the header.

    A row of tags below the header (`#adm1+name`, the Humanitarian Exchange Language) is passed over: `tagged`
    is told it. Flagged are rows with more cells than columns, a quote that is never closed, and a last row
    that was cut off.
    """
    kept = _Last(stream)
    reader = csv.reader(kept, delimiter=mark, strict=True)
    while True:
        line = reader.line_num + first
        try:
            cells = next(reader, None)
        except csv.Error as error:
            last = reader.line_num + first - 1
            span = f"; lines {line} to {last} were read as one" if last > line else ""
            yield (
                line,
                Flagged(line, f"not readable as CSV ({error}){span}; check the quotes around its cells"),
            )
            continue
        if cells is None:
            return
        if not any(c.strip() for c in cells):
            continue
        if line == first and tags(cells):
            tagged(cells)
            continue
        if len(cells) > len(names):
            extra = f"{len(cells)} cells under {len(names)} columns; put cells that hold a {mark!r} in quotes"
            yield line, Flagged(line, extra)
        elif len(cells) < len(names) and not kept.line.endswith(("\n", "\r")):
            short = f"{len(cells)} of {len(names)} cells, and no end of line: the file may be cut off"
            yield line, Flagged(line, f"{short}; get the whole file, or complete the row")
        else:
            yield line, dict(zip(names, cells, strict=False))


class _Last:
    """Lines as they come, the last one kept: only the end of a file can be without its end of line."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.line = ""

    def __iter__(self) -> "_Last":
        return self

    def __next__(self) -> str:
        self.line = next(self._lines)
        return self.line


def tags(cells: list[str]) -> bool:
    """Whether a row holds tags of the Humanitarian Exchange Language and nothing else."""
    return all(c.lstrip().startswith("#") for c in cells if c.strip())
