"""A receipt says who acknowledged which package, and every byte of it is what they signed."""

import pytest

from sites.packed import MADE, OFFICE, OFFICE_CARD, PARTY, PARTY_CARD, THIEF, packed, received, ring, row
from witnessmark.errors import UsageError
from witnessmark.keys.keyring import revoked
from witnessmark.keys.signing import read_envelope
from witnessmark.model.ids import bytes_id
from witnessmark.sites import container, receipt
from witnessmark.sites.container import Fault
from witnessmark.sites.receipt import Capacity, How

PACKAGE = packed()
RING = ring(PARTY_CARD)
COUNTERSIGNED = receipt.build(received(PACKAGE), PARTY)
PAPER = b"%PDF-1.7 a scan \x00\xff"
SCANNED = receipt.build(received(PACKAGE, how=How.SCANNED, scan="stamp.pdf"), OFFICE, PAPER)


def faults(data, keys=RING, package=PACKAGE) -> set[Fault]:
    found = receipt.verify(data, keys, package)
    assert found.sound == (found.receipt is not None)
    return {f.fault for f in found.container.findings}


def test_a_countersigned_receipt_is_read_back():
    found = receipt.verify(COUNTERSIGNED, RING, PACKAGE)
    assert found.receipt == received(PACKAGE)
    assert found.container.key.name == "Liaison"
    assert found.scan is None


def test_a_scan_comes_out_byte_for_byte():
    found = receipt.verify(SCANNED, ring(), PACKAGE)
    assert (found.receipt.how, found.receipt.scan, found.scan) == (How.SCANNED, "stamp.pdf", PAPER)


@pytest.mark.parametrize(("data", "keys"), [(COUNTERSIGNED, RING), (SCANNED, ring())])
def test_every_flipped_byte_is_found(data, keys):
    kept = []
    for n in range(len(data)):
        for turn in range(8):
            changed = bytearray(data)
            changed[n] ^= 1 << turn
            if receipt.verify(bytes(changed), keys).sound:
                kept.append(n)
    assert kept == []


@pytest.mark.parametrize("data", [COUNTERSIGNED[:-1], COUNTERSIGNED + b"x", b"x" + COUNTERSIGNED, PACKAGE])
def test_what_is_no_whole_receipt_is_refused(data):
    assert faults(data) == {Fault.LAYOUT}


def test_a_receipt_of_another_package_is_found():
    assert faults(COUNTERSIGNED, package=packed(row("WS-09"))) == {Fault.CONTENT}
    assert faults(COUNTERSIGNED, package=None) == set()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"signer": THIEF.id}, "another key than the package was signed with"),
        ({"batch": "round-2"}, "another batch"),
        ({"party": "RIVER_GUARD"}, "another party"),
        ({"day": "2026-02-27"}, "before the package was made"),
    ],
)
def test_a_receipt_that_tells_otherwise_than_its_package_is_found(changes, said):
    data = receipt.build(received(PACKAGE, **changes), PARTY)
    (finding,) = receipt.verify(data, RING, PACKAGE).container.findings
    assert said in finding.message


def test_a_receipt_of_what_is_no_package_is_found():
    for other in (PAPER, container.pack("notification", {"created": "soon"}, {}, OFFICE)):
        data = receipt.build(received(other), PARTY)
        (finding,) = receipt.verify(data, RING, other).container.findings
        assert finding.message == "what it acknowledges is no package"


def test_the_package_of_a_receipt_is_known_by_its_sum():
    assert receipt.verify(COUNTERSIGNED, RING).receipt.package == bytes_id(PACKAGE)


def test_nobody_countersigns_their_own_package():
    with pytest.raises(UsageError, match="nobody acknowledges their own"):
        receipt.build(received(PACKAGE), OFFICE)
    with pytest.raises(UsageError, match="the day of receipt is after"):
        receipt.build(received(PACKAGE, day="2026-03-04"), PARTY)


def test_where_days_begin_first_it_is_tomorrow_already():
    east = received(PACKAGE, created="2026-03-03T10:00:00Z", day="2026-03-04")
    assert receipt.verify(receipt.build(east, PARTY), RING).sound
    with pytest.raises(UsageError, match="the day of receipt is after"):
        receipt.build(received(PACKAGE, created="2026-03-03T09:59:59Z", day="2026-03-04"), PARTY)


@pytest.mark.parametrize(
    ("changes", "scan", "said"),
    [
        ({"day": "May"}, None, "is no day"),
        ({"by": " "}, None, "who acknowledged"),
        ({"how": How.SCANNED}, None, "holds the scan"),
        ({"how": How.SCANNED, "scan": "a.pdf"}, None, "holds the scan"),
        ({"scan": "a.pdf"}, None, "holds the scan"),
        ({}, b"x", "holds the scan"),
        ({"created": "2026-03-03T08:00:00"}, None, "no day or time"),
    ],
)
def test_what_can_not_be_is_refused(changes, scan, said):
    with pytest.raises(UsageError, match=said):
        receipt.build(received(PACKAGE, **changes), PARTY, scan)


def signed(text=None, **changes) -> bytes:
    """A receipt that a trusted key really signed, saying what the program would not let it say."""
    files = dict(container._unzipped(COUNTERSIGNED))
    value = {**read_envelope(files.pop(container.ENVELOPE)).value, **changes}
    return container.pack("receipt", value, {receipt.TEXT: text or files[receipt.TEXT]}, PARTY)


@pytest.mark.parametrize(
    "data",
    [
        signed(b"Nothing was received."),
        signed(day="2026-04-01"),
        signed(signer=PARTY.id),
        signed(capacity="friend"),
        signed(how="scanned"),
        signed(day=20260302),
        signed(day="20260302"),
        signed(by=None),
        signed(scan=7),
        container.pack("receipt", {"created": MADE}, {}, PARTY),
    ],
)
def test_a_false_statement_under_a_good_signature_is_refused(data):
    assert faults(data) == {Fault.CONTENT}


def test_a_receipt_under_a_revoked_key_counts_for_nothing():
    keys = ring(PARTY_CARD, statements=revoked(PARTY, PARTY.line, "2026-03-03T00:00:00Z", "lost"))
    assert faults(COUNTERSIGNED, keys) == {Fault.REVOKED_KEY}
    assert faults(COUNTERSIGNED, ring(OFFICE_CARD)) == {Fault.UNKNOWN_KEY}


@pytest.mark.parametrize("capacity", list(Capacity))
def test_people_can_read_it_without_this_program(capacity):
    data = receipt.build(received(PACKAGE, capacity=capacity), PARTY)
    text = dict(container._unzipped(data))[receipt.TEXT].decode()
    assert f"By: Liaison officer 4, as {capacity}\nDay: 2026-03-02" in text
    assert bytes_id(PACKAGE) in text
