"""A receipt: who acknowledged a package, in which capacity, when; countersigned, or a scan sworn to.

Countersigned, it is signed with the recipient's own key. A scanned paper is wrapped and signed by the one who
received it, whose word is then all there is for it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from witnessmark.errors import PackageError, UsageError
from witnessmark.keys.instant import instant, latest_day
from witnessmark.keys.keyring import Keyring
from witnessmark.keys.signing import Signer
from witnessmark.model.ids import bytes_id
from witnessmark.sites.container import Fault, Finding, Opened, claimed, pack, texts, unpack

KIND = "receipt"
TEXT, SCAN = "receipt.txt", "scan"


class Capacity(StrEnum):
    """On whose behalf a package was acknowledged."""

    INTERMEDIARY = "intermediary"
    PARTY = "party"


class How(StrEnum):
    """What stands behind a receipt."""

    COUNTERSIGNED = "countersigned"
    SCANNED = "scanned"


@dataclass(frozen=True, slots=True)
class Receipt:
    """`package` is the SHA-256 of the package as it was sent, `by` who acknowledged it on `day`.

    `created` (UTC) is when the receipt was made, `signer` the fingerprint of the package's key, and `scan`
    the name that a scanned file had.
    """

    package: str
    batch: str
    party: str
    by: str
    capacity: Capacity
    day: str
    created: str
    signer: str
    how: How = How.COUNTERSIGNED
    scan: str | None = None


@dataclass(frozen=True, slots=True)
class VerifiedReceipt:
    """A receipt as read: `receipt` only where all of it is sound."""

    container: Opened
    receipt: Receipt | None = None

    @property
    def sound(self) -> bool:
        """Whether every byte is what a trusted key signed."""
        return self.container.sound

    @property
    def scan(self) -> bytes | None:
        """The scanned file, byte for byte."""
        return self.container.files.get(SCAN) if self.receipt else None


def build(receipt: Receipt, signer: Signer, scan: bytes | None = None) -> bytes:
    """The receipt, signed. Raises UsageError where it says what cannot be."""
    receipt = replace(receipt, created=instant(receipt.created))
    fault = _fault(receipt, signer.id, scan)
    if fault:
        raise UsageError(fault)
    files = {TEXT: _text(receipt)} | ({SCAN: scan} if scan is not None else {})
    return pack(KIND, asdict(receipt), files, signer)


def verify(data: bytes, keyring: Keyring, package: bytes | None = None) -> VerifiedReceipt:
    """The receipt with everything wrong with it, also that it is not for `package` where that is given."""
    opened = unpack(KIND, data, keyring)
    if not opened.sound:
        return VerifiedReceipt(opened)
    try:
        receipt = _receipt(opened.statement)
        fault = _fault(receipt, opened.key.id if opened.key else "", opened.files.get(SCAN))
        if not fault and opened.files.get(TEXT) != _text(receipt):
            fault = "its text says other than what was signed"
    except PackageError as error:
        return VerifiedReceipt(_with(opened, str(error)))
    if not fault and package is not None:
        fault = beside(receipt, package)
    return VerifiedReceipt(_with(opened, fault)) if fault else VerifiedReceipt(opened, receipt)


def beside(receipt: Receipt, package: bytes) -> str | None:
    """What a receipt says otherwise than the package itself, in words; None where they agree."""
    if bytes_id(package) != receipt.package:
        return "it acknowledges another package than the one given"
    sent = claimed(package)
    created = str(sent.value.get("created"))[:10] if sent else ""
    if sent is None or not _is_day(created):
        return "what it acknowledges is no package"
    if receipt.signer != sent.signer:
        return "it names another key than the package was signed with"
    if (receipt.batch, receipt.party) != (sent.value.get("batch"), sent.value.get("party")):
        return "it names another batch or another party than the package does"
    # Wherever the recipient is, it is at most a day earlier there than in UTC.
    if date.fromisoformat(receipt.day) < date.fromisoformat(created) - timedelta(days=1):
        return "the day of receipt is before the package was made"
    return None


def _with(opened: Opened, fault: str) -> Opened:
    return replace(opened, findings=(*opened.findings, Finding(Fault.CONTENT, fault)))


def _fault(receipt: Receipt, key: str, scan: bytes | None) -> str | None:
    """What cannot be in a receipt signed with this key, in words."""
    if not _is_day(receipt.day):
        return "the day of receipt is no day: write it as 2020-05-11"
    if receipt.day > latest_day(datetime.fromisoformat(receipt.created)).isoformat():
        return "the day of receipt is after the day on which this was signed"
    if not receipt.by.strip():
        return "it does not say who acknowledged the package"
    if (receipt.how is How.SCANNED) != (scan is not None) or (scan is None) != (receipt.scan is None):
        return "a scanned receipt holds the scan, a countersigned one none"
    if receipt.how is How.COUNTERSIGNED and key == receipt.signer:
        return "it is countersigned with the key of the package itself: nobody acknowledges their own package"
    return None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _receipt(statement: Mapping[str, Any]) -> Receipt:
    found = Receipt(**texts(statement, (f.name for f in fields(Receipt)), optional="scan"))
    try:
        return replace(found, capacity=Capacity(found.capacity), how=How(found.how))
    except ValueError as error:
        raise PackageError("it says something this program does not know: upgrade witnessmark") from error


def _text(receipt: Receipt) -> bytes:
    """What the receipt says, for people who open it without this program."""
    lines = [
        f"Batch {receipt.batch} to {receipt.party} was received.",
        f"By: {receipt.by}, as {receipt.capacity}",
        f"Day: {receipt.day}",
        f"Package, SHA-256: {receipt.package}",
        f"Package signed with: {receipt.signer}",
        f"Receipt {receipt.how}, signed {receipt.created}",
    ]
    return "\n".join(lines + ([f"Scan of: {receipt.scan}"] if receipt.scan else []) + [""]).encode()
