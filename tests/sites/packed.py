"""Keys, rows and packages that several tests of packages use: all of it invented."""

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from witnessmark.keys.keyring import card, read_keyring
from witnessmark.keys.signing import Signer
from witnessmark.model.ids import bytes_id
from witnessmark.model.notification import Transmitted
from witnessmark.sites import package, receipt
from witnessmark.sites.tables import Row
from witnessmark.sites.written import written


def signer(seed: int) -> Signer:
    return Signer(Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32))


OFFICE, PARTY, THIEF = map(signer, (1, 2, 3))
MADE = "2026-01-01T00:00:00Z"
OFFICE_CARD, PARTY_CARD = card(OFFICE, "Office", made=MADE), card(PARTY, "Liaison", made=MADE)


def ring(*trusted: str, statements: str = ""):
    return read_keyring([("keys.pub", "".join(trusted or (OFFICE_CARD,)))], [("statements", statements)])


def row(
    site="WS-01", names=("Ferry hospital", "مشفى المعبر"), lat=-12.5, lon=45.25, form="decimal", offset=4.0
):
    sent = Transmitted(written(lat, lon, form), form, "WGS 84", lat, lon, offset)
    return Row(site, tuple(names), "medical_facility", sent)


def manifest(**changes):
    fields = {
        "batch": "round-1", "party": "FERRY_GUARD", "channel": "Liaison office",
        "created": "2026-03-01T09:00:00Z", "sender": "Office of the ferry", **changes,
    }  # fmt: skip
    return package.Manifest(**fields)


def packed(*rows, by=OFFICE, **changes) -> bytes:
    return package.build(manifest(**changes), rows or (row(),), by)


def received(data: bytes, **changes):
    fields = {
        "package": bytes_id(data), "batch": "round-1", "party": "FERRY_GUARD", "by": "Liaison officer 4",
        "capacity": receipt.Capacity.PARTY, "day": "2026-03-02", "created": "2026-03-03T08:00:00Z",
        "signer": OFFICE.id, **changes,
    }  # fmt: skip
    return receipt.Receipt(**fields)
