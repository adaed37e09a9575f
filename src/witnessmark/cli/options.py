"""Options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from witnessmark.errors import UsageError


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files (.txt .html .jsonl), folders, or - for standard input."),
]
CaseDir = Annotated[Path, typer.Argument(metavar="CASE", help="The case's directory.")]
FormatOption = Annotated[Format, typer.Option("--format", help="Tables for people, JSON lines for programs.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Publication date of all documents, as YYYY-MM-DD."),
]
Rule = Annotated[str, typer.Option("--rule", help="The rule set that chooses figures.")]


def as_date(text: str | None) -> date | None:
    """The day an option gives. Raises UsageError for anything that is no day."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"--published {text}: not a date; write it as 2020-05-11") from error
