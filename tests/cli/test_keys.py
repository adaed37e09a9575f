"""Keys from the command line: made, shown, replaced, revoked; no passphrase on the line, none printed."""

import stat

import pytest

from witnessmark.store import keyfiles

PHRASE = "river bench lantern oat"


@pytest.fixture
def word(tmp_path, monkeypatch):
    """A passphrase file, named by the environment; keys that cost little."""
    path = tmp_path / "word"
    path.write_text(f"{PHRASE}\nanother line\n", encoding="utf-8")
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(path))
    monkeypatch.setattr(keyfiles, "ROUNDS", 1)
    return path


@pytest.fixture
def office(cli, tmp_path, word):
    assert word.exists()
    assert cli("key", "new", tmp_path / "office", "--name", "Office of the ferry").code == 0
    return tmp_path / "office"


@pytest.mark.usefixtures("word")
def test_a_new_key_is_told_with_its_fingerprint_and_without_its_passphrase(cli, tmp_path):
    ran = cli("key", "new", tmp_path / "office", "--name", "Office of the ferry")
    assert ran.code == 0
    assert keyfiles.open_signing(tmp_path / "office", PHRASE).id in ran.out
    assert PHRASE not in ran.out + ran.err
    assert stat.S_IMODE((tmp_path / "office").stat().st_mode) == 0o600


def test_the_public_line_goes_out_alone_so_that_it_can_be_piped(cli, office):
    ran = cli("key", "public", office)
    assert ran.out == office.with_name("office.pub").read_text()
    assert "Office of the ferry: SHA256:" in ran.err
    bare = cli("key", "public", f"{office}.pub", "--openssh")
    assert bare.out.strip() == keyfiles.open_signing(office, PHRASE).line


def test_a_key_that_is_there_is_never_overwritten(cli, office):
    before = office.read_bytes()
    ran = cli("key", "new", office, "--name", "Other")
    assert (ran.code, office.read_bytes()) == (2, before)
    assert "never overwritten" in ran.err


def test_nobody_to_ask_for_a_passphrase(cli, tmp_path, monkeypatch):
    monkeypatch.delenv("WITNESSMARK_PASSPHRASE_FILE", raising=False)
    ran = cli("key", "new", tmp_path / "office", "--name", "Office")
    assert ran.code == 2
    assert "--passphrase-file" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_weak_passphrase_makes_no_key(cli, tmp_path, word):
    word.write_text("letmein2020\n")
    ran = cli("key", "new", tmp_path / "office", "--name", "Office")
    assert ran.code == 2
    assert "weak" in ran.err
    assert "letmein" not in ran.err
    assert list(tmp_path.iterdir()) == [word]


@pytest.mark.usefixtures("word")
def test_a_key_inside_a_case_is_refused(cli, case):
    ran = cli("key", "new", case / "office", "--name", "Office")
    assert ran.code == 2
    assert "inside the case" in ran.err
    assert not (case / "office").exists()


def test_a_successor_is_vouched_for_by_the_old_key(cli, office, tmp_path):
    ran = cli("key", "rotate", office, tmp_path / "later", "--reason", "every year")
    assert ran.code == 0
    found = keyfiles.keyring([office.with_name("office.pub")], [tmp_path / "later.rotated"])
    new, old = (keyfiles.open_signing(path, PHRASE).id for path in (tmp_path / "later", office))
    assert found.keys[new].name == "Office of the ferry"
    assert (found.keys[old].successor, found.keys[old].why) == (new, "replaced: every year")


def test_a_wrong_passphrase_replaces_and_revokes_nothing(cli, office, tmp_path, word):
    word.write_text("another river bench\n")
    for words in (("rotate", office, tmp_path / "later"), ("revoke", office)):
        ran = cli("key", *words, "--reason", "x")
        assert ran.code == 2
        assert "office: wrong passphrase" in ran.err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["office", "office.pub", "word"]


def test_a_key_revokes_itself_from_a_day_on(cli, office):
    ran = cli("key", "revoke", office, "--reason", "laptop stolen", "--since", "2026-01-01")
    assert ran.code == 0
    key = next(
        iter(
            keyfiles.keyring(
                [office.with_name("office.pub")], [office.with_name("office.revoked")]
            ).keys.values()
        )
    )
    assert (key.revoked, key.why) == ("2026-01-01T00:00:00Z", "laptop stolen")


def test_a_lost_key_is_revoked_by_its_successor(cli, office, tmp_path):
    cli("key", "rotate", office, tmp_path / "later", "--reason", "every year")
    office.unlink()
    ran = cli(
        "key",
        "revoke",
        f"{office}.pub",
        "--by",
        tmp_path / "later",
        "--reason",
        "lost",
        "--since",
        "2026-01-01",
    )
    assert ran.code == 0
    files = [tmp_path / "later.rotated", tmp_path / "office.revoked"]
    keys = keyfiles.keyring([tmp_path / "office.pub"], files).keys
    assert {k.revoked for k in keys.values()} == {"2026-01-01T00:00:00Z", None}


@pytest.mark.parametrize(("since", "said"), [("2999-01-01", "still to come"), ("spring", "no day or time")])
def test_a_key_is_not_revoked_from_a_day_to_come(cli, office, since, said):
    ran = cli("key", "revoke", office, "--reason", "x", "--since", since)
    assert ran.code == 2
    assert said in ran.err
    assert not office.with_name("office.revoked").exists()


@pytest.mark.usefixtures("word")
def test_a_key_of_a_register_has_no_successor(cli, tmp_path):
    cli("key", "new", tmp_path / "opens", "--name", "R. Doe", "--for", "register")
    ran = cli("key", "rotate", tmp_path / "opens", tmp_path / "later", "--reason", "x")
    assert ran.code == 2
    assert "sites grant" in ran.err


def test_a_file_of_public_keys_that_is_none_is_named(cli, tmp_path, office):
    office.with_name("office.pub").write_text("hello\n")
    ran = cli("key", "public", office)
    assert (ran.code, "office.pub, line 1: " in ran.err) == (3, True)
    assert cli("key", "public", tmp_path / "nowhere").code == 2
