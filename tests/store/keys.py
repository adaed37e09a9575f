"""Unlocked keys made on the spot, without the files they are kept in."""

from dataclasses import dataclass, field

import pyrage
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.keys.signing import Signer
from witnessmark.model.holder import Access, Holder
from witnessmark.store.keyfiles import OpeningKey


def signer() -> Signer:
    return Signer(Ed25519PrivateKey.generate())


def opener() -> OpeningKey:
    private = Ed25519PrivateKey.generate()
    whole = private.private_bytes(form.Encoding.PEM, form.PrivateFormat.OpenSSH, form.NoEncryption())
    return OpeningKey(Signer(private).line, pyrage.ssh.Identity.from_buffer(whole))


@dataclass(frozen=True)
class Person:
    """A holder with both keys."""

    name: str
    access: Access = Access.KEEPER
    opens: OpeningKey = field(default_factory=opener)
    signs: Signer = field(default_factory=signer)

    @property
    def holder(self) -> Holder:
        signs = self.signs.line if self.access is Access.KEEPER else None
        return Holder(self.name, self.access, self.opens.line, signs)
