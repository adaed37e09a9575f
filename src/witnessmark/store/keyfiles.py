"""Private keys on disk: OpenSSH key files under a passphrase, outside every case.

`ssh-keygen -p -f FILE` changes a passphrase, `age -d -i FILE` opens what was encrypted to one. Beside FILE
lies FILE.pub, a line that says whose key it is, to be handed to others.
"""

import itertools
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from witnessmark.errors import LockedError, StorageError, UsageError
from witnessmark.keys.keyring import Keyring, Text, card, read_keyring
from witnessmark.keys.signing import Signer
from witnessmark.store.layout import Layout

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

# Rounds of bcrypt from a passphrase to a key: half a second on a laptop of 2020, for the owner once and for a
# guesser every time. `ssh-keygen` takes 16 where nothing is said.
ROUNDS = 64
USES = ("signing", "register")
_MAX = 1 << 16  # bytes; a key file has some hundred

# Who steals the file can try passphrases on many machines at once. Four words drawn by chance, or twelve
# mixed characters, hold for years; a name with a year does not.
LEAST, LEAST_ALIKE, LEAST_DIFFERENT = 12, 20, 8


def make(path: Path, passphrase: str, name: str, use: str = "signing", rounds: int = 0) -> Signer:
    """A new key in `path`, readable by its owner only, and its line in `path`.pub.

    Raises UsageError for a weak passphrase, a file that is there already and a place inside a case.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    check_passphrase(passphrase)
    beside = public_path(path)
    vacant(path, beside)
    outside(path)
    private = Ed25519PrivateKey.generate()
    signer = Signer(private)
    line = card(signer, name, use)
    new_file(path, _locked(private, passphrase, rounds or ROUNDS), 0o600)
    new_file(beside, line.encode(), 0o644)
    return signer


def open_signing(path: Path, passphrase: str) -> Signer:
    """The signer of a key file. Raises LockedError for a wrong passphrase or a file others can read."""
    return Signer(_private(path, passphrase))


@dataclass(frozen=True, slots=True)
class OpeningKey:
    """An open key that a register was sealed to: its public line, and the key as pyrage takes it."""

    line: str
    identity: Any = field(repr=False)


def open_register(path: Path, passphrase: str) -> OpeningKey:
    """The key of a holder of a register of sites. Raises LockedError."""
    private = _private(path, passphrase)
    return OpeningKey(Signer(private).line, _identity(private))


def given_key(data: bytes, passphrase: str) -> OpeningKey:
    """The same of a key file that somebody hands over: nothing of it is kept. Raises LockedError."""
    if len(data) > _MAX:
        raise LockedError(_no_key(Path("the key file")))
    private = _unlocked(Path("the key file"), data, passphrase)
    return OpeningKey(Signer(private).line, _identity(private))


def open_identity(path: Path, passphrase: str) -> Any:  # noqa: ANN401  (pyrage has no types)
    """The same key as pyrage takes it to decrypt what was encrypted to it. Raises LockedError."""
    return _identity(_private(path, passphrase))


def _identity(private: "Ed25519PrivateKey") -> Any:  # noqa: ANN401  (as open_identity)
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
    from pyrage import ssh

    bare = private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
    return ssh.Identity.from_buffer(bare)


def public_path(path: Path) -> Path:
    """Where the public line of a key file lies."""
    return path.with_name(f"{path.name}.pub")


def read_text(path: Path) -> Text:
    """A file of public keys or statements, for `keys.keyring`; raises UsageError for one that is none."""
    try:
        if path.stat().st_size > _MAX * 16:
            raise UsageError(f"{path}: too large for a list of public keys: give the file that ends in .pub")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a public key: {_why(error)}") from error
    if "PRIVATE KEY" in text:
        raise UsageError(f"{path}: is the private key, to be shown to nobody: give {public_path(path).name}")
    return str(path), text


def keyring(trusted: Iterable[Path], statements: Iterable[Path] = ()) -> Keyring:
    """The keyring of files; raises UsageError and PackageError naming the file."""
    return read_keyring(map(read_text, trusted), map(read_text, statements))


def check_passphrase(passphrase: str) -> None:
    """Raises UsageError, with the reason, for a passphrase that is guessed within days."""
    alike = passphrase.isalpha() or passphrase.isdigit()
    runs = sum(ord(b) - ord(a) in {0, 1, -1} for a, b in itertools.pairwise(passphrase))
    if len(passphrase) < (LEAST_ALIKE if alike else LEAST):
        fault = f"it has {len(passphrase)} characters" + (", all of one sort" if alike else "")
    elif len(set(passphrase)) < LEAST_DIFFERENT or runs * 2 > len(passphrase):
        fault = "it repeats itself or counts along"
    else:
        return
    raise UsageError(
        f"the passphrase is weak: {fault}. Who copies the key file can go on guessing for ever: take four or "
        f"more words drawn by chance, or {LEAST} mixed characters"
    )


def vacant(*paths: Path) -> None:
    """Raises UsageError for a file that is there: keys, statements and receipts are never overwritten."""
    for path in paths:
        if path.exists() or path.is_symlink():
            raise UsageError(f"{path}: is there already, and is never overwritten: choose another name")


def outside(path: Path) -> None:
    """Raises UsageError for a path inside a case: a copy of the case would carry the key along."""
    for folder in path.absolute().resolve().parents:
        layout = Layout(folder)
        if layout.card.exists() or layout.draft.exists():
            raise UsageError(
                f"{path}: lies inside the case {folder}; whoever gets a copy of the case would get the key "
                "with it: keep it elsewhere"
            )


def new_file(path: Path, data: bytes, mode: int) -> None:
    """A file that was not there, whole and on the disk. Raises StorageError where the disk refuses."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(handle)
    except OSError as error:
        raise StorageError(f"{path}: cannot be written: {_why(error)}") from error


def _locked(private: "Ed25519PrivateKey", passphrase: str, rounds: int) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat

    how = PrivateFormat.OpenSSH.encryption_builder().kdf_rounds(rounds).build(passphrase.encode())
    return private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, how)


def _private(path: Path, passphrase: str) -> "Ed25519PrivateKey":
    outside(path)
    return _unlocked(path, _guarded(path), passphrase)


def _unlocked(path: Path, data: bytes, passphrase: str) -> "Ed25519PrivateKey":
    """The key in the bytes of a file; `path` names it in messages."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_ssh_private_key

    if not passphrase:
        raise LockedError(f"{path}: the passphrase given is empty")
    try:
        private = load_ssh_private_key(data, passphrase.encode())
    except TypeError as error:  # so cryptography says that there is none on it
        raise LockedError(
            f"{path}: has no passphrase, so whoever copies it has the key: ssh-keygen -p -f {path.name}"
        ) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        if b"OPENSSH PRIVATE KEY" in data and "checksum" in str(error):
            raise LockedError(f"{path}: wrong passphrase") from error
        raise LockedError(_no_key(path)) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise LockedError(_no_key(path))
    return private


def _guarded(path: Path) -> bytes:
    """What the file holds, if nobody but its owner can read it."""
    try:
        about = path.stat()
        if about.st_size > _MAX:
            raise LockedError(_no_key(path))
        if stat.S_IMODE(about.st_mode) & 0o077:
            raise LockedError(f"{path}: others on this machine can read it: chmod 600 {path.name}")
        return path.read_bytes()
    except OSError as error:
        raise LockedError(f"{path}: the key cannot be read: {_why(error)}") from error


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or "not text"


def _no_key(path: Path) -> str:
    return f"{path}: is no private key file of Ed25519: give one that `witnessmark key new` made"
