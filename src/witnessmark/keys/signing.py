"""Ed25519 keys and the signed envelope (DSSE) around everything that leaves under a key.

A public key is written as OpenSSH writes it, `ssh-ed25519 AAAA...`, and its id is the fingerprint that
`ssh-keygen -l` prints. What is signed is the kind of statement together with its bytes, so that a signature
under one kind of statement says nothing under another.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from witnessmark.errors import PackageError
from witnessmark.model.ids import canonical_json

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import SSlibKey

TYPE = "application/vnd.witnessmark.{}+json"  # of a statement's kind, as DSSE calls it
ALGORITHM = "ssh-ed25519"

# An OpenSSH public key is the name of its algorithm and the 32 bytes of the key, each after its length.
_HEAD = len(ALGORITHM).to_bytes(4, "big") + ALGORITHM.encode() + (32).to_bytes(4, "big")

# What the library and Python raise for text that is no envelope differs from fault to fault.
_UNREADABLE = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def public_line(raw: bytes) -> str:
    """The 32 bytes of a public key as OpenSSH writes them."""
    return f"{ALGORITHM} {base64.b64encode(_HEAD + raw).decode()}"


def public_bytes(line: str) -> bytes:
    """The 32 bytes of a public key line, its comment put aside; raises PackageError for any other text."""
    words = line.split(None, 2)
    try:
        blob = base64.b64decode(words[1], validate=True) if words[0] == ALGORITHM else b""
    except (IndexError, binascii.Error, ValueError):
        blob = b""
    if len(blob) != len(_HEAD) + 32 or not blob.startswith(_HEAD):
        raise PackageError("not an Ed25519 public key: give a line as `witnessmark key public` prints it")
    return blob[len(_HEAD) :]


def key_id(line: str) -> str:
    """The fingerprint of a public key: `SHA256:` and 43 characters, as OpenSSH writes it."""
    digest = hashlib.sha256(_HEAD + public_bytes(line)).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


class Signer:
    """An open private key. It holds the secret: keep it no longer than it is needed."""

    def __init__(self, private: "Ed25519PrivateKey") -> None:
        from securesystemslib.signer import CryptoSigner

        self.line = public_line(private.public_key().public_bytes_raw())
        self.id = key_id(self.line)
        self._crypto = CryptoSigner(private, _library_key(self.line))

    def __repr__(self) -> str:
        return f"Signer({self.id})"

    def envelope(self, kind: str, value: Mapping[str, Any]) -> bytes:
        """A statement of this kind, signed: one line of JSON."""
        from securesystemslib.dsse import Envelope

        made = Envelope(canonical_json(value).encode(), TYPE.format(kind), {})
        made.sign(self._crypto)
        return _text(made)


@dataclass(frozen=True, slots=True)
class Signed:
    """An envelope as read: what it says, and by whose key it claims to be signed. Nothing is checked yet."""

    kind: str
    value: Mapping[str, Any]
    signer: str
    _envelope: "Envelope"

    def by(self, line: str) -> bool:
        """Whether the key of this line made the signature."""
        from securesystemslib.exceptions import UnverifiedSignatureError

        key = _library_key(line)
        signature = next(iter(self._envelope.signatures.values()))
        if key.keyid != signature.keyid:
            return False
        try:
            key.verify_signature(signature, self._envelope.pae())
        except UnverifiedSignatureError:
            return False
        return True


def read_envelope(data: bytes) -> Signed:
    """An envelope written by `Signer.envelope`, byte for byte.

    Raises PackageError for one with another number of signatures than one, and for any other way to write
    the same: there is one envelope for one signed statement.
    """
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import FormatError

    try:
        envelope = Envelope.from_dict(json.loads(data))
        value = json.loads(envelope.payload)
        kind = envelope.payload_type.removeprefix(TYPE.split("{", maxsplit=1)[0]).removesuffix("+json")
        same = _text(envelope) == data and canonical_json(value).encode() == envelope.payload
        same = same and TYPE.format(kind) == envelope.payload_type and isinstance(value, dict)
        same = same and not any(s.unrecognized_fields for s in envelope.signatures.values())
    except (FormatError, *_UNREADABLE) as error:
        raise PackageError(
            "the signed envelope cannot be read: it is damaged, or was made by something else"
        ) from error
    if len(envelope.signatures) != 1:
        raise PackageError(
            f"the envelope carries {len(envelope.signatures)} signatures; one is expected, and nobody's but "
            "the sender's"
        )
    if not same:
        raise PackageError("the signed envelope is not written as it was when it was signed")
    return Signed(kind, value, next(iter(envelope.signatures)), envelope)


def _library_key(line: str) -> "SSlibKey":
    from securesystemslib.signer import SSlibKey

    return SSlibKey(key_id(line), "ed25519", "ed25519", {"public": public_bytes(line).hex()})


def _text(envelope: "Envelope") -> bytes:
    """Its one written form; securesystemslib's sort of JSON may change, ours may not."""
    return (canonical_json(envelope.to_dict()) + "\n").encode()
