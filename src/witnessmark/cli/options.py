"""Options that several commands share."""

from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from witnessmark.errors import UsageError


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSONL = "jsonl"


def known_rule(name: str) -> str:
    """The name of a rule set, before any work is done for it. Raises UsageError for an unknown one."""
    from witnessmark.reconcile.rules import rule_set

    rule_set(name)
    return name


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files (.txt .html .jsonl), folders, or - for standard input."),
]
CaseDir = Annotated[Path, typer.Argument(metavar="CASE", help="Directory of the case.")]
FormatOption = Annotated[
    Format, typer.Option("--format", help="table: for people; jsonl: one JSON record a line.")
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date of every document given, as YYYY-MM-DD. Without it the date is looked for in "
        "each document.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=0,
        help="Processes that share the work on documents; 0: one for each core. The output is the same. Each "
        "takes a second or two to start: worth it from some hundred documents on.",
    ),
]
Rule = Annotated[
    str,
    typer.Option(
        "--rule",
        callback=known_rule,
        metavar="RULE",
        show_default=False,
        help="How the figures of independent origins become one: latest (of the closest one; if not given), "
        "conservative, airwars, ucdp or majority. figures --explain says each in words.",
    ),
]

Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Of a file that is not UTF-8, as windows-1256 or windows-1251."
    ),
]


def day_of(option: str, text: str) -> date:
    """The day an option gives. Raises UsageError for anything that is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text}: not a date; write it as 2020-05-11") from error


def as_date(text: str | None) -> date | None:
    """The day of --published. Raises UsageError for anything that is no day, or is still to come."""
    if text is None:
        return None
    day = day_of("--published", text)
    if day > date.today() + timedelta(days=1):  # noqa: DTZ011  (this machine's day; elsewhere it may be the next)
        raise UsageError(f"--published {text}: is still to come; give the day the reports were published")
    return day


def encoding_of(name: str | None) -> str | None:
    """The encoding of --encoding. Raises UsageError for one that nobody knows."""
    try:
        "".encode(name or "utf-8")
    except LookupError:
        raise UsageError(
            f"--encoding {name}: not known; give one as windows-1256, iso-8859-6 or utf-16-le"
        ) from None
    return name


def processes(jobs: int) -> int:
    """How many processes --jobs asks for."""
    from witnessmark.workers import cores

    return jobs or cores()
