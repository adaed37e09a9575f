"""Packages and receipts from the command line: offline, without a case, each fault said, exit code 3."""

import pyrage
import pytest

from sites.packed import row
from witnessmark.keys.instant import now
from witnessmark.keys.keyring import rotated
from witnessmark.sites import package, receipt, sealing
from witnessmark.store import keyfiles

PHRASE = "river bench lantern oat"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """Two keys and a package from one to the other, in a folder that is no case."""
    (tmp_path / "word").write_text(f"{PHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(tmp_path / "word"))
    monkeypatch.setattr(keyfiles, "ROUNDS", 1)
    office = keyfiles.make(tmp_path / "office", PHRASE, "Office of the ferry", rounds=1)
    keyfiles.make(tmp_path / "liaison", PHRASE, "Liaison", rounds=1)
    sent = package.Manifest("round-1", "FERRY_GUARD", "Liaison office", now(), "Office of the ferry")
    (tmp_path / "round.zip").write_bytes(package.build(sent, [row()], office))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def countersigned(cli, *more):
    return cli(
        "sites", "countersign", "round.zip", "--key", "liaison", "--by", "Liaison officer", "--as", "party",
        "-o", "receipt.zip", *more,
    )  # fmt: skip


@pytest.mark.usefixtures("desk")
def test_a_sound_package_is_told_without_a_name_or_position_of_a_site(cli):
    ran = cli("sites", "verify-package", "round.zip", "--public", "office.pub")
    assert ran.code == 0
    assert "round.zip: sound: every byte is what Office of the ferry signed" in ran.out
    assert "asks: notify 1 site" in ran.out
    assert "Notification changes no protection under the law" in ran.out
    assert "hospital" not in ran.out
    assert "45.25" not in ran.out


@pytest.mark.parametrize("place", [0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_flipped_byte_is_found(cli, desk, place):
    data = bytearray((desk / "round.zip").read_bytes())
    data[int(place * len(data))] ^= 1
    (desk / "round.zip").write_bytes(data)
    ran = cli("sites", "verify-package", "round.zip", "--public", "office.pub")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("broken: round.zip: ")
    assert countersigned(cli, "--public", "office.pub").code == 3
    assert not (desk / "receipt.zip").exists()


@pytest.mark.usefixtures("desk")
def test_without_a_trusted_key_nothing_is_sound(cli):
    for more in ((), ("--public", "liaison.pub")):
        ran = cli("sites", "verify-package", "round.zip", *more)
        assert ran.code == 3
        assert "give it with --public" in ran.err


def test_a_package_from_the_future_is_sound_and_it_is_said(cli, desk):
    office = keyfiles.open_signing(desk / "office", PHRASE)
    sent = package.Manifest("round-2", "FERRY_GUARD", "Liaison office", "2999-01-01", "Office of the ferry")
    (desk / "round.zip").write_bytes(package.build(sent, [row()], office))
    ran = cli("sites", "verify-package", "round.zip", "--public", "office.pub")
    assert ran.code == 0
    assert "later than this machine's clock" in ran.err


def test_a_package_is_countersigned_and_the_receipt_verified(cli, desk):
    assert countersigned(cli, "--public", "office.pub").code == 0
    ran = cli("sites", "verify-package", "receipt.zip", "--public", "liaison.pub", "--package", "round.zip")
    assert ran.code == 0
    assert "by Liaison officer, as party" in ran.out
    data = bytearray((desk / "receipt.zip").read_bytes())
    data[len(data) // 2] ^= 1
    (desk / "receipt.zip").write_bytes(data)
    assert cli("sites", "verify-package", "receipt.zip", "--public", "liaison.pub").code == 3


def test_a_receipt_of_another_package_is_found(cli, desk):
    countersigned(cli, "--public", "office.pub")
    (desk / "round.zip").write_bytes(b"another")
    ran = cli("sites", "verify-package", "receipt.zip", "--public", "liaison.pub", "--package", "round.zip")
    assert ran.code == 3
    assert "another package" in ran.err


@pytest.mark.usefixtures("desk")
def test_a_package_from_a_revoked_key_is_refused(cli):
    cli("key", "revoke", "office", "--reason", "laptop stolen", "--since", "2026-01-01")
    known = ("--public", "office.pub", "--revoked", "office.revoked")
    for call in (cli("sites", "verify-package", "round.zip", *known), countersigned(cli, *known)):
        assert call.code == 3
        assert "counts for nothing since 2026-01-01T00:00:00Z (laptop stolen)" in call.err


def test_the_successor_of_a_trusted_key_is_trusted(cli, desk):
    old, new = (keyfiles.open_signing(desk / name, PHRASE) for name in ("office", "liaison"))
    line = rotated(old, new.line, "Office, second", "yearly", "2026-01-01T00:00:00Z")
    (desk / "liaison.rotated").write_text(line)
    sent = package.Manifest("round-2", "FERRY_GUARD", "Liaison office", now(), "Office of the ferry")
    (desk / "round.zip").write_bytes(package.build(sent, [row()], new))
    words = ("sites", "verify-package", "round.zip", "--public", "office.pub")
    assert cli(*words).code == 3
    assert cli(*words, "--rotated", "liaison.rotated").code == 0


def test_an_encrypted_package_opens_for_its_recipient_alone(cli, desk):
    to = keyfiles.open_signing(desk / "liaison", PHRASE).line
    (desk / "round.zip").write_bytes(sealing.seal((desk / "round.zip").read_bytes(), [to]))
    words = ("sites", "verify-package", "round.zip", "--public", "office.pub")
    assert "give the key file" in cli(*words).err
    assert cli(*words, "--identity", "liaison").code == 0
    ran = cli(*words, "--identity", "office")
    assert ran.code == 2
    assert "encrypted to others" in ran.err
    assert countersigned(cli, "--public", "office.pub").code == 0
    closed = (desk / "round.zip").read_bytes()
    opened = pyrage.decrypt(closed, [keyfiles.open_identity(desk / "liaison", PHRASE)])
    keys = keyfiles.keyring([desk / "liaison.pub"])
    assert receipt.verify((desk / "receipt.zip").read_bytes(), keys, opened).sound


def test_what_is_no_file_or_no_package_is_said(cli, desk):
    assert cli("sites", "verify-package", "nowhere.zip").code == 2
    (desk / "text.zip").write_text("hello")
    ran = cli("sites", "verify-package", "text.zip", "--public", "office.pub")
    assert ran.code == 3
    assert "cut off, damaged, or no package" in ran.err
    ran = cli("sites", "verify-package", "round.zip", "--public", "office.pub", "--package", "round.zip")
    assert (ran.code, "--package is for a receipt" in ran.err) == (2, True)
    ran = cli("sites", "verify-package", "round.zip", "--public", "office")
    assert (ran.code, "shown to nobody" in ran.err) == (2, True)


def test_a_receipt_is_never_overwritten_and_not_for_a_day_to_come(cli, desk):
    assert countersigned(cli, "--public", "office.pub", "--on", "2999-01-01").code == 2
    assert not (desk / "receipt.zip").exists()
    assert countersigned(cli, "--public", "office.pub").code == 0
    assert "never overwritten" in countersigned(cli, "--public", "office.pub").err
