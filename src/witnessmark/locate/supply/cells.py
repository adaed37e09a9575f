"""The cells of a CSV table, row by row; a row that cannot be read is flagged in its place."""

import csv
from collections.abc import Iterator

from witnessmark.locate.supply.row import Flagged


def cells_by_row(
    stream: Iterator[str], names: list[str], mark: str, first: int
) -> Iterator[tuple[int, dict[str, str] | Flagged]]:
    """Each row by column, with the line it begins on; `first` is the line after the header.

    A row of tags below the header (`#adm1+name`, the Humanitarian Exchange Language) is passed over. Flagged
    are rows with more cells than columns, a quote that is never closed, and a last row that was cut off.
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
        if not any(c.strip() for c in cells) or (line == first and _tags(cells)):
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


def _tags(cells: list[str]) -> bool:
    return all(c.lstrip().startswith("#") for c in cells if c.strip())
