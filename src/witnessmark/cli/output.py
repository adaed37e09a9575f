"""What a command prints: records as JSON lines, rows as tables, progress and failures on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from witnessmark.model.failure import Failure
from witnessmark.model.record import to_record

T = TypeVar("T")


def print_records(values: Iterable[object]) -> None:
    """Model values as the contract's JSON lines."""
    for value in values:
        sys.stdout.write(json.dumps(to_record(value), ensure_ascii=False) + "\n")


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table as wide as the terminal, or as wide as it needs to be where output is piped."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(width=width).print(table)


# Wide enough for the widest table of ours without wrapping numbers; piped output is for files and pagers.
PIPED_WIDTH = 180


def progress(items: Iterable[T], what: str) -> Iterator[T]:
    """The items, counted on a progress line where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        for item in items:
            bar.advance(task)
            yield item


def print_failures(failures: Sequence[Failure]) -> None:
    """Each failure in one line on standard error."""
    for f in failures:
        sys.stderr.write(f"failed: {f.item}: {f.message} [{f.error}]\n")
