"""Commands on keys: make one, show its public line, replace it, revoke it. They need no case."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.output import note, say, visible
from witnessmark.cli.passphrases import PassphraseFile, passphrase
from witnessmark.cli.run import DONE
from witnessmark.errors import UsageError

if TYPE_CHECKING:
    from witnessmark.keys.keyring import PublicKey


class Use(StrEnum):
    """What a key is for."""

    SIGNING = "signing"
    REGISTER = "register"


KeyFile = Annotated[Path, typer.Argument(metavar="FILE", help="The key file; FILE.pub lies beside it.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why, for those who verify.")]


def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where the key is to lie: outside every case.")
    ],
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="Whose key it is, for those who verify.")
    ],
    use: Annotated[
        Use, typer.Option("--for", help="signing: packages, receipts, entries; register: opens a register.")
    ] = Use.SIGNING,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Make a key under a passphrase.

    FILE is the key, for nobody else; FILE.pub says whose it is, to be handed to others. Whoever loses FILE or
    the passphrase has lost the key: nobody can bring it back. The file is OpenSSH's: `ssh-keygen -p -f FILE`
    changes the passphrase.
    """
    from witnessmark.store import keyfiles

    keyfiles.vacant(file)
    signer = keyfiles.make(file, passphrase(f"the new key {file}", passphrase_file, twice=True), name, use)
    say(f"{file}: the key; keep it and its passphrase apart")
    _tell_public(file, signer.id)
    return DONE


def public(
    file: KeyFile,
    openssh: Annotated[
        bool,
        typer.Option("--openssh", help="The bare key as OpenSSH and age take it, without name and date."),
    ] = False,
) -> int:
    """Print the public line of a key, to hand to others."""
    from witnessmark.store import keyfiles

    known = _only(file)
    say(known.line if openssh else keyfiles.read_text(_public_of(file))[1].strip())
    note(
        f"{known.name or file}: {known.id}" + (f", made {known.made}, for {known.use}" if known.made else "")
    )
    return DONE


def rotate(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The key file that is replaced.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Where the new key is to lie.")],
    reason: Reason,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Whose key it is; without it as OLD says.")
    ] = None,
    passphrase_file: PassphraseFile = None,
    new_passphrase_file: Annotated[
        Path | None, typer.Option("--new-passphrase-file", metavar="FILE", help="As above, for the new key.")
    ] = None,
) -> int:
    """Replace a signing key by a new one that the old one vouches for.

    NEW.rotated is that statement: who trusts OLD.pub and reads it trusts the new key, and nothing that the
    old one signs from now on.
    """
    from witnessmark.keys.keyring import rotated
    from witnessmark.store import keyfiles

    statement = new.with_name(f"{new.name}.rotated")
    keyfiles.vacant(new, statement)
    before = _only(old)
    if before.use != Use.SIGNING:
        raise UsageError(f"{old}: opens a register: make a new key, and grant it with `sites grant`")
    signer = keyfiles.open_signing(old, passphrase(str(old), passphrase_file))
    called = name or before.name
    fresh = keyfiles.make(new, passphrase(f"the new key {new}", new_passphrase_file, twice=True), called)
    keyfiles.new_file(statement, rotated(signer, fresh.line, called, reason).encode(), 0o644)
    say(f"{new}: the key; keep it and its passphrase apart")
    _tell_public(new, fresh.id)
    say(f"{statement}: the old key names it as its successor; send it to all who have {_public_of(old).name}")
    return DONE


def revoke(
    file: KeyFile,
    reason: Reason,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="TIME",
            help="What it signed from then on counts for nothing; without it, from now.",
        ),
    ] = None,
    by: Annotated[
        Path | None,
        typer.Option("--by", metavar="KEY", help="The successor's key file, where FILE itself is lost."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Without it FILE.revoked.")
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Revoke a key: write the statement that takes trust from it.

    It works where it is read: send it to all who verify, by more than one way. A key is revoked by itself or
    by a successor; --since is the last day on which nobody else can have had it.
    """
    from witnessmark.keys.instant import instant, now
    from witnessmark.keys.keyring import revoked
    from witnessmark.store import keyfiles

    at = now()
    start = instant(since) if since else at
    if start > at:
        raise UsageError(f"--since {since}: is still to come: a key is revoked from now or from earlier")
    statement = output or file.with_name(f"{file.name.removesuffix('.pub')}.revoked")
    keyfiles.vacant(statement)
    key = _only(file)
    signing = by or file
    signer = keyfiles.open_signing(signing, passphrase(str(signing), passphrase_file))
    keyfiles.new_file(statement, revoked(signer, key.line, start, reason, at).encode(), 0o644)
    say(f"{statement}: {key.name or file} ({key.id}) counts for nothing from {start} on")
    say("send it to all who verify; it works only where it is read: verify-package --revoked")
    return DONE


def _only(file: Path) -> "PublicKey":
    """The one key of FILE.pub."""
    from witnessmark.store import keyfiles

    path = _public_of(file)
    found = list(keyfiles.keyring([path]).keys.values())
    if len(found) != 1:
        raise UsageError(f"{path}: holds {len(found)} keys; one is expected")
    return found[0]


def _public_of(file: Path) -> Path:
    from witnessmark.store.keyfiles import public_path

    return file if file.suffix == ".pub" else public_path(file)


def _tell_public(file: Path, fingerprint: str) -> None:
    say(visible(f"{_public_of(file)}: its public line, to be handed to others"))
    say(f"{fingerprint}: its fingerprint; tell it by another way than the file, so that they can compare")
