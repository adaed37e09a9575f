"""A round of notification: encrypted, countersigned, acknowledged; nothing of a site in clear."""

import pytest

from witnessmark.store import keyfiles

PHRASE = "river bench lantern oat"
SITES = "id,name,kind,lat,lon,country\nA-1,Clinic of the upper ferry,hospital,35.912345,36.512345,SYR\n"


@pytest.fixture
def desk(cli, case, home, tmp_path, monkeypatch):
    """A case with a register of one site, and the keys of its keeper and of a recipient."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "word").write_text(f"{PHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(tmp_path / "word"))
    for name, use in (("office", "signing"), ("opens", "register"), ("liaison", "signing")):
        keyfiles.make(tmp_path / name, PHRASE, name, use, rounds=1)
    monkeypatch.setenv("WITNESSMARK_REGISTER_KEY", "opens")
    monkeypatch.setenv("WITNESSMARK_SIGNING_KEY", "office")
    assert home.exists()
    (tmp_path / "sites.csv").write_text(SITES, encoding="utf-8")
    for words in (
        ("init", case, "--by", "Desk", "--since", "2020-01-01"),
        ("import", case, "sites.csv", "--reason", "list"),
    ):
        ran = cli("sites", *words)
        assert ran.code == 0, ran.err
    return case


def notify(cli, desk, *more):
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "r1", "--all", "-o", "r1.age")
    return cli("sites", "notify", desk, *told, "--reason", "round 1", *more)


def test_a_round_goes_out_encrypted_and_comes_back_countersigned(cli, desk, tmp_path):
    ran = notify(cli, desk, "--encrypt-to", "liaison.pub")
    assert ran.code == 0, ran.err
    sent = (tmp_path / "r1.age").read_bytes()
    assert sent.startswith(b"age-encryption.org/v1")
    assert b"Clinic" not in sent
    read = cli("sites", "verify-package", "r1.age", "--public", "office.pub", "--identity", "liaison")
    assert read.code == 0
    back = cli(
        "sites", "countersign", "r1.age", "--public", "office.pub", "--key", "liaison", "--by", "Duty desk",
        "--as", "party", "-o", "back.zip",
    )  # fmt: skip
    assert back.code == 0, back.err
    kept = cli(
        "sites", "acknowledge", desk, "back.zip", "--batch", "r1", "--public", "liaison.pub", "--reason", "r1"
    )
    assert kept.code == 0, kept.err
    said = "".join(r.out + r.err for r in (ran, read, back, kept))
    assert not any(secret in said for secret in ("upper ferry", "35.9", "36.5"))


@pytest.mark.parametrize(
    ("to", "code"), [("age1nothing", 2), ("ssh-ed25519 AAAA", 2), ("nowhere.pub", 2), ("sites.csv", 3)]
)
def test_a_recipient_that_is_none_is_told_before_anything_is_entered(cli, desk, tmp_path, to, code):
    ran = notify(cli, desk, "--encrypt-to", to)
    assert ran.code == code
    assert not (tmp_path / "r1.age").exists()
    ran = notify(cli, desk)  # the name of the batch was not used up
    assert (ran.code, "positions in clear" in ran.err) == (0, True)
