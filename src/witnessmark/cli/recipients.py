"""For whom something is encrypted, as options name them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from witnessmark.errors import UsageError

EncryptTo = Annotated[
    list[str] | None,
    typer.Option(
        "--encrypt-to", metavar="KEY",
        help="Encrypt it with age to this key: a line age1... or ssh-ed25519 ..., or a file with one; may be "
        "repeated.",
    ),
]  # fmt: skip


def recipients(named: Sequence[str] | None) -> list[str]:
    """The public key of each. Raises UsageError for what is none and for a file with none or several."""
    from witnessmark.sites.sealing import seal

    found = [_recipient(text) for text in named or ()]
    if found:
        seal(b"", found)  # so that a key that cannot be used is told before anything is done
    return found


def _recipient(text: str) -> str:
    """The key itself, or that of the file named."""
    if text.startswith(("age1", "ssh-")):
        return text
    try:
        lines = Path(text).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"--encrypt-to {text}: neither a key nor a file that can be read") from error
    from witnessmark.store.keyfiles import keyring

    found = [line for line in lines if line.startswith(("age1", "ssh-"))]
    found = found or [k.line for k in keyring([Path(text)]).keys.values() if k.revoked is None]
    if len(found) != 1:
        raise UsageError(f"--encrypt-to {text}: give a file with one public key; it has {len(found)}")
    return found[0]
