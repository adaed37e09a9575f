"""A package closed to everyone but its recipients, with age (https://age-encryption.org/v1)."""

from collections.abc import Sequence
from typing import Any

from witnessmark.errors import LockedError, PackageError, UsageError
from witnessmark.keys.signing import ALGORITHM, public_bytes, public_line

_HEADER = b"age-encryption.org/v1"


def seal(data: bytes, recipients: Sequence[str]) -> bytes:
    """The bytes, to be opened only by the holders of these keys: `age1...` or `ssh-ed25519 ...` lines.

    Raises UsageError for a key that is neither.
    """
    import pyrage

    return bytes(pyrage.encrypt(data, [_recipient(r) for r in recipients]))


def is_sealed(data: bytes) -> bool:
    """Whether the bytes are closed."""
    return data.startswith(_HEADER)


def unseal(data: bytes, identity: Any) -> bytes:  # noqa: ANN401  (pyrage has no types)
    """What `seal` closed. Raises LockedError: closed to others or damaged, age does not tell."""
    import pyrage

    try:
        return bytes(pyrage.decrypt(data, [identity]))
    except pyrage.DecryptError as error:
        raise LockedError(
            "the package does not open with this key: it was encrypted to others, or it is damaged"
        ) from error


def _recipient(text: str) -> Any:  # noqa: ANN401  (as above)
    import pyrage

    try:
        if text.startswith(ALGORITHM):
            return pyrage.ssh.Recipient.from_str(public_line(public_bytes(text)))
        return pyrage.x25519.Recipient.from_str(text.strip())
    except (pyrage.RecipientError, PackageError) as error:
        raise UsageError(
            "a recipient is a line beginning with age1 or ssh-ed25519, or a .pub file of `key new`"
        ) from error
