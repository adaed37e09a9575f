"""What a command prints: results on standard output; progress, notes and failures on standard error."""

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from witnessmark.errors import StorageError
from witnessmark.model.failure import Failure
from witnessmark.model.record import to_record

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")

# Where output goes to a file or a pager and COLUMNS says nothing: wide enough for every column of a table,
# narrow enough to read in a window.
PIPED_WIDTH = 120

# Control characters, and embeddings, overrides and isolates of writing direction: a document or a file name
# could use them to move the cursor, clear the screen or show a line in another order than it was written.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class OutputError(StorageError):
    """Standard output refused what was printed."""


@contextmanager
def standard_output() -> Iterator[None]:
    """Inside, writes that are refused raise OutputError, and BrokenPipeError where the reader has gone."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            f"standard output: {error.strerror or error}; what was printed is not whole: check free "
            "space, then run the command again"
        ) from error


def say(text: str) -> None:
    """One line on standard output."""
    with standard_output():
        sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """One line on standard error, for people; never mixed into results that a program reads."""
    sys.stderr.write(f"{visible(text)}\n")


def visible(text: str, keep: str = "") -> str:
    """The text with control characters written out, so that a terminal shows them and obeys none."""
    return _CONTROL.sub(lambda m: m[0] if m[0] in keep else ascii(m[0])[1:-1], text)


def print_records(values: Iterable[object]) -> None:
    """Model values as the contract's JSON lines, each as soon as it is there."""
    for value in values:
        with standard_output():
            sys.stdout.write(json.dumps(to_record(value), ensure_ascii=False) + "\n")


def console() -> "Console":
    """Standard output for tables: as wide as the terminal, else as COLUMNS says, else PIPED_WIDTH."""
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            """Rich would end the program with exit code 1; a reader that has enough is no fault."""
            raise BrokenPipeError

    fixed = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Output(width=fixed, highlight=False)


def progress(items: Iterable[T], what: str) -> Iterator[T]:
    """The items, counted on a progress line where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:,}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        for item in items:
            bar.advance(task)
            yield item


def print_failures(failures: Sequence[Failure]) -> None:
    """Each failure in one line on standard error, named and with what to do."""
    for f in failures:
        where = "standard input" if f.item == "-" else f.item
        # some messages name their item themselves, and the line in it
        named = f.item != "-" and f.message.startswith(f"{f.item}:")
        note(f"failed: {f.message}" if named else f"failed: {where}: {f.message.removeprefix(f'{f.item}: ')}")


def count(number: int, thing: str) -> str:
    """`1 document`, `1,200 documents`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
