"""Passphrases: typed at a prompt, or the first line of a file; never an argument, never printed."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from witnessmark.errors import UsageError

VARIABLE = "WITNESSMARK_PASSPHRASE_FILE"

PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        help=f"The passphrase is the first line of this file; without it, of the file {VARIABLE} names; "
        "without that it is asked for.",
    ),
]


def passphrase(what: str, file: Path | None = None, *, twice: bool = False) -> str:
    """The passphrase of a key; `twice` where it is a new one. Raises UsageError where there is none."""
    named = file or (Path(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None)
    if named is not None:
        try:
            lines = named.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{named}: cannot be read as the file of a passphrase") from error
        if not lines or not lines[0]:
            raise UsageError(f"{named}: its first line is empty: write the passphrase there")
        return lines[0]
    if not sys.stdin.isatty():
        raise UsageError(f"{what}: nobody can be asked for the passphrase: give --passphrase-file")
    from getpass import getpass

    given = getpass(f"Passphrase of {what}: ")
    if twice and getpass("The same again: ") != given:
        raise UsageError("the two passphrases are not the same: run the command again")
    return given
