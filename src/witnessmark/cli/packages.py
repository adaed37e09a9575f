"""Commands of whoever receives a package: verify it, acknowledge it. They need no case and no network."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from witnessmark.cli.output import count, note, say, visible
from witnessmark.cli.passphrases import PassphraseFile, passphrase
from witnessmark.cli.run import BROKEN, DONE
from witnessmark.cli.unlocking import today
from witnessmark.errors import UsageError

if TYPE_CHECKING:
    from witnessmark.keys.keyring import Keyring
    from witnessmark.sites.container import Opened
    from witnessmark.sites.package import Manifest
    from witnessmark.sites.receipt import Receipt

MAX = 1 << 30  # bytes; a package of a million sites has half of it


class As(StrEnum):
    """On whose behalf a package is acknowledged."""

    INTERMEDIARY = "intermediary"
    PARTY = "party"


Trusted = Annotated[
    list[Path] | None,
    typer.Option("--public", metavar="KEY", help="Public key you trust (.pub); may be given several times."),
]
Statements = Annotated[
    list[Path] | None,
    typer.Option(
        "--revoked", "--rotated", metavar="FILE",
        help="What keys were replaced or revoked (.rotated, .revoked); trusts nothing by itself.",
    ),
]  # fmt: skip
Identity = Annotated[
    Path | None,
    typer.Option("--identity", metavar="KEY", help="Your key file, where the package was encrypted to you."),
]


def verify_package(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A package or a receipt.")],
    public: Trusted = None,
    revoked: Statements = None,
    package: Annotated[
        Path | None, typer.Option("--package", metavar="FILE", help="The package that a receipt must be for.")
    ] = None,
    identity: Identity = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Verify that a package or receipt is, to the byte, what a key you trust signed.

    Works offline, without a case. Each thing that is wrong is said; exit code 3. No name and no position of a
    site is printed.
    """
    from witnessmark.sites import container, receipt
    from witnessmark.sites import package as packages

    keys = _keyring(public, revoked)
    data = _opened(file, identity, passphrase_file)
    said = container.claimed(data)
    if said and said.kind == receipt.KIND:
        of = _opened(package, identity, passphrase_file) if package else None
        acknowledged = receipt.verify(data, keys, of)
        told = _told_receipt(acknowledged.receipt) if acknowledged.receipt else []
        return _tell(file, acknowledged.container, told)
    if package:
        raise UsageError(f"{file}: --package is for a receipt, and this is none")
    found = packages.verify(data, keys)
    return _tell(
        file, found.container, _told_package(found.manifest, len(found.rows)) if found.manifest else []
    )


def countersign(  # noqa: PLR0913, PLR0917  (a parameter an option)
    package: Annotated[Path, typer.Argument(metavar="PACKAGE", help="The package, as it was received.")],
    key: Annotated[
        Path, typer.Option("--key", metavar="KEY", help="Your key file, which signs the receipt.")
    ],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who acknowledges it: name or office.")],
    as_: Annotated[As, typer.Option("--as", help="On whose behalf: the party, or an intermediary.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="RECEIPT", help="Where the receipt goes.")
    ],
    public: Trusted = None,
    revoked: Statements = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="Day of receipt; without it today.")
    ] = None,
    passphrase_file: PassphraseFile = None,
) -> int:
    """Acknowledge a package: verify it, and sign a receipt for exactly these bytes.

    A receipt says that the package was received, not that what it says is true. One encrypted to you opens
    with the same key.
    """
    from witnessmark.keys.instant import now
    from witnessmark.sites import package as packages
    from witnessmark.sites import receipt
    from witnessmark.store import keyfiles

    keyfiles.vacant(output)
    word = passphrase(str(key), passphrase_file)
    data = _open_with(package, key, word)
    found = packages.verify(data, _keyring(public, revoked))
    found.container.trusted(package.name)
    sent, signed_with = found.manifest, found.container.key
    if sent is None or signed_with is None:
        raise AssertionError("a sound package has a manifest and a key")
    at = now()
    made = receipt.Receipt(
        found.container.sha256,
        sent.batch,
        sent.party,
        by,
        receipt.Capacity(as_),
        on or today().isoformat(),
        at,
        signed_with.id,
    )
    keyfiles.new_file(output, receipt.build(made, keyfiles.open_signing(key, word)), 0o644)
    say(visible(f"{output}: receipt for batch {sent.batch}, {count(len(found.rows), 'site')}; send it back"))
    return DONE


def _keyring(public: list[Path] | None, revoked: list[Path] | None) -> "Keyring":
    from witnessmark.store import keyfiles

    return keyfiles.keyring(public or (), revoked or ())


def _opened(file: Path, identity: Path | None, passphrase_file: Path | None) -> bytes:
    """The file, opened with the identity where it is encrypted."""
    from witnessmark.sites.sealing import is_sealed

    if is_sealed(_read(file)) and identity is None:
        raise UsageError(f"{file}: is encrypted: give the key file that it was encrypted to with --identity")
    return _open_with(file, identity, passphrase(str(identity), passphrase_file) if identity else "")


def _open_with(file: Path, identity: Path | None, word: str) -> bytes:
    from witnessmark.sites.sealing import is_sealed, unseal
    from witnessmark.store.keyfiles import open_identity

    data = _read(file)
    return unseal(data, open_identity(identity, word)) if identity and is_sealed(data) else data


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX:
            raise UsageError(f"{file}: larger than any package: give the file as it was received")
        return file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from error


def _tell(file: Path, found: "Opened", told: list[str]) -> int:
    from witnessmark.keys.instant import now
    from witnessmark.sites.container import Fault

    if found.sound and found.key:
        say(visible(f"{file.name}: sound: every byte is what {found.key.name or 'the key'} signed"))
        lines = [f"key: {found.key.id}", *told, f"SHA-256: {found.sha256}"]
        for line in lines:
            say(visible(line))
    if found.sound and found.statement["created"] > now():
        note(f"note: {file.name}: dated {found.statement['created']}, later than this machine's clock")
    for finding in found.findings:
        mark = "note" if finding.fault is Fault.NOTE else "broken"
        note(f"{mark}: {file.name}: {finding.message}")
    return DONE if found.sound else BROKEN


def _told_package(sent: "Manifest", sites: int) -> list[str]:
    from witnessmark.codebook import load

    return [
        f"batch: {sent.batch}, to {sent.party} through {sent.channel}",
        f"from: {sent.sender}, signed {sent.created}",
        f"asks: {sent.request} {count(sites, 'site')}",
        f"package before it: {sent.earlier or 'none'}",
        load().statements["notification_and_law"],
    ]


def _told_receipt(receipt: "Receipt") -> list[str]:
    return [
        f"batch: {receipt.batch}, to {receipt.party}",
        f"acknowledged: {receipt.day}, by {receipt.by}, as {receipt.capacity}",
        f"receipt: {receipt.how}, signed {receipt.created}",
        f"package, SHA-256: {receipt.package}",
    ]
