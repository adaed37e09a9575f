"""Unlocked keys made on the spot, without the files they are kept in."""

from dataclasses import dataclass, field
from typing import Any

import pyrage
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.model.holder import Access, Holder


@dataclass(frozen=True)
class Key:
    """Signs and opens, as a key file of either sort does."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def public(self) -> str:
        made = self.private.public_key().public_bytes(form.Encoding.OpenSSH, form.PublicFormat.OpenSSH)
        return made.decode()

    @property
    def identity(self) -> Any:
        whole = self.private.private_bytes(form.Encoding.PEM, form.PrivateFormat.OpenSSH, form.NoEncryption())
        return pyrage.ssh.Identity.from_buffer(whole)

    def sign(self, data: bytes) -> bytes:
        return self.private.sign(data)


@dataclass(frozen=True)
class Person:
    """A holder with both keys."""

    name: str
    access: Access = Access.KEEPER
    opens: Key = field(default_factory=Key)
    signs: Key = field(default_factory=Key)

    @property
    def holder(self) -> Holder:
        signs = self.signs.public if self.access is Access.KEEPER else None
        return Holder(self.name, self.access, self.opens.public, signs)
