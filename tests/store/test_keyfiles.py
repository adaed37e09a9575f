"""Private key files: kept by passphrase and mode, outside every case, readable by the usual tools."""

import base64
import shutil
import stat
import subprocess

import pyrage
import pytest

from witnessmark.errors import LockedError, StorageError, UsageError
from witnessmark.store import keyfiles

PHRASE = "river bench lantern oat"


@pytest.fixture
def key(tmp_path):
    path = tmp_path / "office"
    signer = keyfiles.make(path, PHRASE, "Office of the ferry", rounds=1)
    return path, signer


def test_a_key_opens_with_its_passphrase_and_its_line_says_whose_it_is(key):
    path, signer = key
    assert keyfiles.open_signing(path, PHRASE).line == signer.line
    known = keyfiles.keyring([keyfiles.public_path(path)]).keys[signer.id]
    assert (known.name, known.use) == ("Office of the ferry", "signing")


def test_only_its_owner_can_read_it_and_it_does_not_hold_the_secret_in_clear(key):
    path = key[0]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert b"bcrypt" in base64.b64decode(b"".join(path.read_bytes().split(b"\n")[1:-2]))


@pytest.mark.parametrize(("phrase", "said"), [("another one", "wrong passphrase"), ("", "is empty")])
def test_a_wrong_passphrase_is_said_and_not_printed(key, phrase, said):
    with pytest.raises(LockedError, match=said) as caught:
        keyfiles.open_signing(key[0], phrase)
    assert "another one" not in str(caught.value)


def test_a_file_others_can_read_is_not_used(key):
    key[0].chmod(0o640)
    with pytest.raises(LockedError, match="chmod 600"):
        keyfiles.open_signing(key[0], PHRASE)


def test_what_is_no_key_is_named(tmp_path):
    for data in (b"", b"hello", b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", bytes(1 << 17)):
        path = tmp_path / "file"
        path.write_bytes(data)
        path.chmod(0o600)
        with pytest.raises(LockedError, match="file: is no private key file"):
            keyfiles.open_signing(path, PHRASE)
    with pytest.raises(LockedError, match="cannot be read"):
        keyfiles.open_signing(tmp_path / "nowhere", PHRASE)


def test_a_key_is_never_overwritten(key, tmp_path):
    with pytest.raises(UsageError, match="is there already"):
        keyfiles.make(key[0], PHRASE, "Office")
    (tmp_path / "new.pub").touch()
    with pytest.raises(UsageError, match=r"new\.pub: is there already"):
        keyfiles.make(tmp_path / "new", PHRASE, "Office")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("card", ["case.json", "case.json.new"])
def test_a_key_inside_a_case_is_refused_also_through_a_link(key, tmp_path, card):
    case = tmp_path / "case"
    (case / "deep").mkdir(parents=True)
    (case / card).touch()
    (tmp_path / "door").symlink_to(case / "deep")
    shutil.copy(key[0], case / "deep" / "office")
    for path in (case / "new", case / "deep" / "new", tmp_path / "door" / "new"):
        with pytest.raises(UsageError, match="inside the case"):
            keyfiles.make(path, PHRASE, "Office")
    with pytest.raises(UsageError, match="inside the case"):
        keyfiles.open_signing(case / "deep" / "office", PHRASE)


@pytest.mark.parametrize(
    "phrase", ["", "short", "elevenchars", "internationally", "111111111111", "abcdefghijkl", "abababababab!",
               "98765432109876543210", "aaaaaaaaaaaaaaaaaaaaaaaaa"]
)  # fmt: skip
def test_a_weak_passphrase_is_refused_with_the_reason_and_not_printed(phrase, tmp_path):
    with pytest.raises(UsageError, match=r"weak: it (has|repeats)") as caught:
        keyfiles.make(tmp_path / "key", phrase, "Office")
    assert len(phrase) < 6 or phrase not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "phrase", [PHRASE, "t7!Kq-pX2vLm", "наша река течёт на север", "الجسر فوق النهر القديم"]
)
def test_words_and_mixed_characters_in_any_script_are_taken(phrase):
    keyfiles.check_passphrase(phrase)


def test_where_the_disk_refuses_it_is_said(tmp_path):
    with pytest.raises(StorageError, match="cannot be written"):
        keyfiles.make(tmp_path / "no" / "such" / "key", PHRASE, "Office", rounds=1)


def test_a_private_key_given_as_a_public_one_is_refused(key):
    with pytest.raises(UsageError, match=r"shown to nobody: give office\.pub"):
        keyfiles.read_text(key[0])
    with pytest.raises(UsageError, match="cannot be read as a public key"):
        keyfiles.read_text(key[0].with_name("nowhere"))


def test_what_age_encrypts_to_the_public_line_opens_with_the_key(key):
    path, signer = key
    closed = pyrage.encrypt(b"a letter", [pyrage.ssh.Recipient.from_str(signer.line)])
    assert pyrage.decrypt(closed, [keyfiles.open_identity(path, PHRASE)]) == b"a letter"


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="OpenSSH is not installed")
def test_ssh_keygen_reads_the_key_and_changes_its_passphrase(key):
    path, signer = key

    def keygen(*words):
        return subprocess.run(
            ["ssh-keygen", *words, "-f", path], capture_output=True, text=True, check=True
        ).stdout

    assert signer.id in keygen("-l")
    assert keygen("-y", "-P", PHRASE).strip() == signer.line
    keygen("-p", "-P", PHRASE, "-N", "lantern oat river bench")
    assert keyfiles.open_signing(path, "lantern oat river bench").id == signer.id
    keygen("-p", "-P", "lantern oat river bench", "-N", "")
    with pytest.raises(LockedError, match="has no passphrase"):
        keyfiles.open_signing(path, PHRASE)
