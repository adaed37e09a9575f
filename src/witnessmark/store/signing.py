"""Ed25519 signatures under records of the register, by keys as OpenSSH writes them."""

import base64
from typing import Protocol

from witnessmark.errors import UsageError
from witnessmark.model.ids import canonical_json
from witnessmark.model.record import Record

_CONTEXT = b"witnessmark register 1\n"  # so that no signature made for something else fits
_FIELD = "signature"


class SigningKey(Protocol):
    """A keeper's unlocked key, as a key file gives it."""

    @property
    def public(self) -> str: ...  # OpenSSH's one line
    def sign(self, data: bytes) -> bytes: ...


def signed(record: Record, key: SigningKey) -> Record:
    """The record with the name of the key and its signature."""
    whole = {**record, "by": plain(key.public)}
    return {**whole, _FIELD: base64.b64encode(key.sign(_told(whole))).decode()}


def is_signed(record: Record) -> bool:
    """Whether the signature is that of the key it names, under exactly this record."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_ssh_public_key

    try:
        key = load_ssh_public_key(str(record["by"]).encode())
        if not isinstance(key, Ed25519PublicKey):
            return False
        key.verify(base64.b64decode(record[_FIELD], validate=True), _told(record))
    except (KeyError, ValueError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def plain(line: str) -> str:
    """A public key without the comment behind it; raises UsageError for what is none of OpenSSH's Ed25519."""
    words = line.split()
    if len(words) < 2 or words[0] != "ssh-ed25519":
        raise UsageError("not an Ed25519 public key: give the line that `witnessmark key public` prints")
    return " ".join(words[:2])


def _told(record: Record) -> bytes:
    return _CONTEXT + canonical_json({k: v for k, v in record.items() if k != _FIELD}).encode()
