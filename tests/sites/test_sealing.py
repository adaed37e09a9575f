"""A package closed to its recipients opens for them and for nobody else."""

import pyrage
import pytest

from sites.packed import OFFICE, packed
from store.keys import opener
from witnessmark.errors import LockedError, UsageError
from witnessmark.sites import sealing


def test_it_opens_for_each_recipient_and_for_nobody_else():
    first, second, other = opener(), pyrage.x25519.Identity.generate(), opener()
    closed = sealing.seal(packed(), [f"{first.line} Liaison", str(second.to_public())])
    assert sealing.is_sealed(closed)
    assert not sealing.is_sealed(packed())
    assert b"notification" not in closed
    assert sealing.unseal(closed, first.identity) == sealing.unseal(closed, second) == packed()
    with pytest.raises(LockedError, match="encrypted to others, or it is damaged"):
        sealing.unseal(closed, other.identity)
    with pytest.raises(LockedError, match="damaged"):
        sealing.unseal(closed[:-1], first.identity)


@pytest.mark.parametrize("recipient", ["", "age1", "ssh-ed25519 AAAA", "ssh-rsa AAAA", OFFICE.id])
def test_what_is_no_recipient_is_refused(recipient):
    with pytest.raises(UsageError, match="a recipient is a line"):
        sealing.seal(b"x", [recipient])
