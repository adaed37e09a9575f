"""Sealing with age: what a key is, how a text is sealed to one, and the sum that no guess can be tested on.

The register has a key of its own, R. Its secret half is sealed to each holder's OpenSSH Ed25519 key; what the
register holds is sealed to R.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from witnessmark.errors import IntegrityError, UsageError
from witnessmark.store.keyfiles import OpeningKey

if TYPE_CHECKING:
    from pyrage import x25519

_LEAST = 4096  # bytes: a segment of one entry and one of ten look alike


def new_secret() -> str:
    """The secret half of a new key R."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def recipient(secret: str) -> str:
    """The public half of R."""
    return str(_identity(secret).to_public())


def seal(text: str, to: str) -> bytes:
    """The text for R's public half alone; its length is rounded up, so that it tells little."""
    from pyrage import encrypt, x25519

    data = text.encode()
    sealed: bytes = encrypt(data + b" " * (_rounded(len(data)) - len(data)), [x25519.Recipient.from_str(to)])
    return sealed


def unseal(sealed: bytes, secret: str) -> str:
    """What was sealed, without what rounded it up; raises IntegrityError where it is not what was sealed."""
    from pyrage import DecryptError, decrypt

    try:
        text: str = decrypt(sealed, [_identity(secret)]).decode()
    except (DecryptError, UnicodeDecodeError) as error:
        raise IntegrityError(
            "the register: a segment does not open with the register's own key: run `witnessmark verify`"
        ) from error
    return text.rstrip(" ")


def share(secrets: Sequence[str], holder: str) -> bytes:
    """R's secrets, for the holder of this OpenSSH public key alone; raises UsageError for another key."""
    from pyrage import RecipientError, encrypt, ssh

    try:
        to = ssh.Recipient.from_str(holder)
    except RecipientError as error:
        raise UsageError(
            "nothing can be sealed to this key: give the line that `witnessmark key public` prints"
        ) from error
    sealed: bytes = encrypt(json.dumps(list(secrets)).encode(), [to])
    return sealed


def shared(sealed: bytes, key: OpeningKey) -> list[str]:
    """The secrets that were shared with this key; raises IntegrityError where they were changed."""
    from pyrage import DecryptError, decrypt

    try:
        found: list[str] = json.loads(decrypt(sealed, [key.identity]))
    except (DecryptError, ValueError) as error:
        raise IntegrityError(
            "the register: what was sealed to this key does not open with it: run `witnessmark verify`"
        ) from error
    return found


def keyed_sum(text: str, secret: str) -> str:
    """A sum of the text that tells those without the secret nothing, not even whether a guess is right."""
    return hmac.new(derived(secret, "sum"), text.encode(), hashlib.sha256).hexdigest()


def derived(secret: str, use: str) -> bytes:
    """A secret of its own for one use, from which R's cannot be found."""
    return hmac.new(secret.encode(), f"witnessmark register {use}".encode(), hashlib.sha256).digest()


def _identity(secret: str) -> "x25519.Identity":
    from pyrage import x25519

    return x25519.Identity.from_str(secret)


def _rounded(size: int) -> int:
    """Padmé: at most 12 per cent more, and few different lengths (Nikitin et al., PURBs, PETS 2019)."""
    if size <= _LEAST:
        return _LEAST
    exponent = size.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask
