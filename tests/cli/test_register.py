"""The register of sites, as a keeper, a checker and somebody without a key meet it."""

import json
import os
import signal
import time
import traceback
from pathlib import Path
from zipfile import ZipFile

import pytest

from cli.tools import process
from witnessmark.model.holder import Access
from witnessmark.model.ids import bytes_id
from witnessmark.pipeline.sites import holdings
from witnessmark.store import keyfiles
from witnessmark.store.case import Case

PHRASE = "nine brass kettles under snow"
LIST = """id,name,kind,lat,lon,accuracy_m
Q-1,Hollow Oak Clinic,medical_facility,-41.327451,146.518834,15
Q-2,Tin Whistle School,school,-41.402218,146.731906,20
Q-3,Copper Bell Market,market,-41.288317,146.604772,25
"""
TOLD = ("Hollow Oak", "Tin Whistle", "Copper Bell", "41.32", "146.51", "41.40", "146.73", "41.28")
DAY = "2021-04-05"


@pytest.fixture(scope="session")
def key_ring(tmp_path_factory) -> Path:
    """Key files made once: bcrypt takes its time on purpose."""
    folder = tmp_path_factory.mktemp("keys")
    for name, use in (("open", "register"), ("sign", "signing"), ("desk", "register"), ("away", "register")):
        keyfiles.make(folder / name, PHRASE, name, use, rounds=1)
    keyfiles.make(folder / "theirs", PHRASE, "recipient", "signing", rounds=1)
    (folder / "phrase").write_text(f"{PHRASE}\n")
    (folder / "wrong").write_text("some other long phrase\n")
    return folder


@pytest.fixture
def register(cli, case, key_ring, tmp_path, monkeypatch) -> Path:
    """A case with a register of three sites; its keeper's keys are set for the program."""
    monkeypatch.setenv("WITNESSMARK_REGISTER_KEY", str(key_ring / "open"))
    monkeypatch.setenv("WITNESSMARK_SIGNING_KEY", str(key_ring / "sign"))
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(key_ring / "phrase"))
    assert cli("sites", "init", case, "--by", "Keeper", "--since", "2020-01-01", "--country", "AUS").code == 0
    (tmp_path / "sites.csv").write_text(LIST)
    done = cli("sites", "import", case, tmp_path / "sites.csv", "--source", "own survey")
    assert (done.code, "3 changes entered" in done.out) == (0, True), done
    return case


def grant(cli, case, keys, name: str, access: str) -> None:
    done = cli("sites", "grant", case, "--to", name, "--access", access, "--public", keys / f"{name}.pub")
    assert done.code == 0, done.err


def notified(cli, case, *words):
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--on", DAY)
    return cli("sites", "notified", case, *told, "--site", "Q-1", "--site", "Q-2", *words)


def test_by_default_nothing_that_points_to_a_site_is_printed_or_kept_in_clear(cli, register):
    outputs = [
        notified(cli, register), cli("sites", "list", register), cli("status", register),
        cli("verify", register), cli("sites", "openings", register), cli("sites", "holders", register),
        cli("sites", "check", register), cli("sites", "list", register, "--format", "jsonl"),
        cli("sites", "close", register, "Q-99", "--on", DAY),
        cli("sites", "step", register, "transmitted", "--batch", "b9", "--on", DAY),
    ]  # fmt: skip
    files = b"".join(p.read_bytes() for p in register.rglob("*") if p.is_file())
    with Case.open(register) as opened:
        dumped = "".join(opened.dump())
    for told in TOLD:
        assert not any(told in ran.out + ran.err for ran in outputs)
        assert told.encode() not in files
        assert told not in dumped
    exact = cli("sites", "list", register, "--exact")
    assert all(told in exact.out for told in ("Hollow Oak", "-41.327451"))


def test_a_checker_sees_counts_and_not_sites(cli, register, key_ring):
    grant(cli, register, key_ring, "desk", "checker")
    as_desk = ("--key", key_ring / "desk")
    assert "3 sites" in cli("sites", "list", register, *as_desk).out
    refused = cli("sites", "list", register, *as_desk, "--exact")
    assert refused.code == 2
    assert "needs the right of an analyst; this key was granted that of a checker" in refused.err
    refused = cli("sites", "close", register, "Q-1", "--on", DAY, *as_desk)
    assert refused.code == 2
    assert "needs the right of a keeper" in refused.err
    grant(cli, register, key_ring, "desk", "analyst")
    assert "Hollow Oak" in cli("sites", "list", register, *as_desk, "--exact").out
    assert cli("verify", register).code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--key", "away"), "does not open with this key: it belongs to another case"),
        (("--passphrase-file", "wrong"), "wrong passphrase"),
        (("--key", "nowhere"), "the key cannot be read"),
    ],
)
def test_a_register_that_does_not_open_says_why_and_keeps_nothing(cli, register, key_ring, words, said):
    with Case.open(register) as opened:
        before = len(list(opened.openings()))
    ran = cli("sites", "list", register, words[0], key_ring / words[1])
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    ran = cli("sites", "close", register, "Q-1", "--on", DAY, words[0], key_ring / words[1])
    assert ran.code == 2
    with Case.open(register) as opened:
        assert len(list(opened.openings())) == before
        assert opened.unfinished_runs() == []


def test_a_key_taken_back_opens_nothing(cli, register, key_ring):
    grant(cli, register, key_ring, "desk", "checker")
    ran = cli("sites", "revoke", register, "--from", "desk", "--reason", "left")
    assert (ran.code, "what they could read before stays readable" in ran.err) == (0, True)
    ran = cli("sites", "list", register, "--key", key_ring / "desk")
    assert ran.code == 2
    assert "this key was taken back" in ran.err


def test_a_case_without_a_register_and_a_key_in_the_case_are_refused(cli, case, key_ring, monkeypatch):
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(key_ring / "phrase"))
    ran = cli("sites", "list", case, "--key", key_ring / "open")
    assert ran.code == 2
    assert "no register of sites: make one with `witnessmark sites init`" in ran.err
    (case / "open").write_bytes((key_ring / "open").read_bytes())
    (case / "open").chmod(0o600)
    ran = cli("sites", "init", case, "--by", "x", "--key", case / "open", "--sign", key_ring / "sign")
    assert ran.code == 2
    assert "lies inside the case" in ran.err


def test_every_opening_is_listed_with_its_reason(cli, register):
    cli("sites", "list", register, "--exact", "--reason", "yearly review")
    *_, last = map(json.loads, cli("sites", "openings", register, "--format", "jsonl").out.splitlines())
    assert (last["who"], last["access"], last["command"], last["reason"]) == (
        "Keeper", "keeper", "sites list --exact", "yearly review",
    )  # fmt: skip
    assert "openings of the register of sites" in cli("status", register).out


def test_a_dry_run_shows_each_problem_and_enters_nothing(cli, register, tmp_path):
    (tmp_path / "more.csv").write_text(LIST.replace("Q-", "R-").replace("-41.3", "-91.3"))
    with Case.open(register) as opened:
        before = opened.heads()
    ran = cli("sites", "import", register, tmp_path / "more.csv", "--dry-run")
    assert ran.code == 1
    assert "nothing was entered (--dry-run)" in ran.out
    assert "out_of_range" in ran.out
    assert not any(told in ran.out + ran.err for told in ("Hollow", "91.3", "146.5"))
    with Case.open(register) as opened:
        now = opened.heads()
    assert {name for name in now if now[name] != before[name]} == {"opening"}


def test_rows_with_problems_stop_an_import_unless_they_are_skipped(cli, register, tmp_path):
    (tmp_path / "more.csv").write_text(
        "id,name,kind,lat,lon\nR-1,Grey Barn Clinic,medical_facility,-42.112233,147.112233\n"
        "R-2,Blue Barn Clinic,medical_facility,-142.112233,147.212233\n"
    )
    ran = cli("sites", "import", register, tmp_path / "more.csv")
    assert ran.code == 2
    assert "more.csv: 1 row left out, so nothing was entered" in ran.err
    assert "3 sites" in cli("sites", "list", register).out
    ran = cli("sites", "import", register, tmp_path / "more.csv", "--skip-problems")
    assert (ran.code, "1 change entered" in ran.out) == (1, True)
    assert "4 sites" in cli("sites", "list", register).out
    with Case.open(register) as opened:
        (failed,) = opened.failures()
    assert (failed.item, failed.stage, failed.error) == ("more.csv row 3", "sites", "out_of_range")
    assert "Barn" not in failed.message
    assert "142" not in failed.message
    again = cli("sites", "import", register, tmp_path / "more.csv", "--skip-problems")
    assert "0 changes entered" in again.out


def test_an_import_that_is_killed_leaves_all_or_nothing(cli, register, tmp_path):
    rows = [f"K-{n},Site {n},school,{-42 - n * 0.0007:.6f},{146 + n * 0.0009:.6f}" for n in range(4000)]
    (tmp_path / "many.csv").write_text("\n".join(["id,name,kind,lat,lon", *rows]))
    words = (
        "sites",
        "import",
        register,
        tmp_path / "many.csv",
        "--skip-problems",
        "--accept",
        "out_of_country",
    )
    for wait in (0.8, 1.6, 2.4, 3.2):
        with process(*words) as child:
            time.sleep(wait)
            os.kill(child.pid, signal.SIGKILL)
            child.wait()
        count = int(cli("sites", "list", register).out.split(" site")[0].replace(",", ""))
        assert count == 3 or count > 3000
        assert cli("verify", register).code == 0
        if count > 3:
            break
    cli(*words)
    after = int(cli("sites", "list", register).out.split(" site")[0].replace(",", ""))
    assert after > 3000
    assert "has not ended" not in cli("status", register).err


def test_a_notification_goes_out_is_acknowledged_amended_and_withdrawn(cli, register, key_ring, tmp_path):
    out = tmp_path / "out.zip"
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--site", "Q-1", "--site", "Q-2")
    ran = cli("sites", "notify", register, *told, "-o", out)
    assert (ran.code, "2 notifications entered" in ran.out) == (0, True)
    assert out.stat().st_mode & 0o077 == 0
    assert cli("sites", "verify-package", out, "--public", key_ring / "sign.pub").code == 0
    again = cli("sites", "notify", register, *told, "-o", tmp_path / "again.zip")
    assert (again.code, "batch b1: was entered already" in again.err) == (2, True)
    receipt = tmp_path / "receipt.zip"
    signed = cli(
        "sites", "countersign", out, "--key", key_ring / "theirs", "--by", "Duty desk", "--as", "party",
        "--public", key_ring / "sign.pub", "-o", receipt,
    )  # fmt: skip
    assert signed.code == 0, signed.err
    trusted = ("--batch", "b1", "--public", key_ring / "theirs.pub")
    assert cli("sites", "acknowledge", register, receipt, *trusted).code == 0
    assert "it was entered before" in cli("sites", "acknowledge", register, receipt, *trusted).err
    flipped = bytearray(receipt.read_bytes())
    flipped[len(flipped) // 2] ^= 1
    (tmp_path / "flipped.zip").write_bytes(bytes(flipped))
    assert cli("sites", "acknowledge", register, tmp_path / "flipped.zip", *trusted).code == 3
    for command in ("amend", "withdraw"):
        done = cli(
            "sites", command, register, "--batch", "b1", "--site", "Q-1", "-o", tmp_path / f"{command}.zip"
        )
        assert done.code == 0, done.err
    listed = cli("sites", "list", register).out
    assert "acknowledged by party 2, amended 1, withdrawn 1" in listed
    assert cli("verify", register).code == 0


def test_the_hash_of_an_imported_list_is_sealed_too(register, key_ring, tmp_path):
    """Of one row, all positions of a town can be tried until the hash fits."""
    sha256 = bytes_id((tmp_path / "sites.csv").read_bytes())
    assert not any(sha256.encode() in p.read_bytes() for p in register.rglob("*") if p.is_file())
    with Case.open(register) as opened:
        key = keyfiles.open_register(key_ring / "open", PHRASE)
        papers = holdings(opened.open_register(key, "sites list", "")).papers
    assert [(p.kind, p.sha256) for p in papers] == [("list", sha256)]


def test_no_length_reaches_around_the_earth(cli, register, tmp_path):
    (tmp_path / "more.csv").write_text(LIST.splitlines()[0] + "\n")
    for words in (
        ("import", register, tmp_path / "more.csv", "--accuracy", "inf"),
        ("move", register, "Q-1", "--on", DAY, "--radius", "inf"),
    ):
        ran = cli("sites", *words)
        assert (ran.code, "should be less than or equal to 100000" in ran.err) == (2, True), ran.err


def test_what_was_not_foreseen_shows_nothing_of_the_register(cli, register, monkeypatch):
    def fail(changes):
        raise ValueError(f"no number: {changes[0].stay.position.verbatim}")

    monkeypatch.setattr("witnessmark.sites.register.fold", fail)
    for words in (("list", register), ("close", register, "Q-1", "--on", DAY)):
        with pytest.raises(RuntimeError) as caught:
            cli("sites", *words)
        told = "".join(traceback.format_exception(caught.value))
        assert "ValueError; what it says is withheld" in told
        assert "in holdings" in told  # where it happened
        assert "41.32" not in told


def test_an_entry_of_a_later_version_says_so_and_shows_nothing_of_it(cli, register, key_ring):
    told = {"site": "x", "kind": "flooded", "names": ["Hollow Oak"], "stay": {"lat": "-41.32"}}
    with Case.open(register) as opened:
        key = keyfiles.open_register(key_ring / "open", PHRASE)
        name = opened.begin_run("sites import", {})
        signer = keyfiles.open_signing(key_ring / "sign", PHRASE)
        opened.open_register(key, "sites import", "").keep(name, signer, [("change", [told])])
        opened.finish_run({})
    ran = cli("sites", "list", register)
    assert (ran.code, "a change that this version cannot read: upgrade" in ran.err) == (2, True)
    assert not any(t in ran.out + ran.err for t in TOLD)


def countersigned(cli, keys, package: Path, *words) -> Path:
    """The recipient's receipt for a package."""
    out = package.with_suffix(".receipt")
    who = ("--key", keys / "theirs", "--by", "Duty desk", "--as", "party", "--public", keys / "sign.pub")
    assert cli("sites", "countersign", package, *who, "-o", out, *words).code == 0
    return out


def test_a_receipt_acknowledges_the_sites_of_its_package_and_no_others(cli, register, key_ring, tmp_path):
    trusted = ("--batch", "b1", "--public", key_ring / "theirs.pub")
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--site", "Q-1", "--site", "Q-2")
    assert cli("sites", "notify", register, *told, "-o", tmp_path / "notify.zip").code == 0
    for command in ("amend", "withdraw"):
        out = tmp_path / f"{command}.zip"
        assert cli("sites", command, register, "--batch", "b1", "--site", "Q-1", "-o", out).code == 0
        receipt = countersigned(cli, key_ring, out)
        ran = cli("sites", "acknowledge", register, receipt, *trusted, "--site", "Q-2")
        assert (ran.code, "a package without one of these sites" in ran.err) == (2, True)
        ran = cli("sites", "acknowledge", register, receipt, *trusted)
        assert (ran.code, "1 acknowledgement entered" in ran.out) == (0, True), ran.err
        assert "it was entered before" in cli("sites", "acknowledge", register, receipt, *trusted).err
    assert "acknowledged by party 1, amended 1, withdrawn 1" in cli("sites", "list", register).out


def test_a_scan_is_wrapped_for_the_package_it_can_be_about(cli, register, key_ring, tmp_path):
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--site", "Q-1", "--site", "Q-2")
    assert cli("sites", "notify", register, *told, "-o", tmp_path / "notify.zip").code == 0
    assert (
        cli("sites", "amend", register, "--batch", "b1", "--site", "Q-1", "-o", tmp_path / "amend.zip").code
        == 0
    )
    packages = {name: bytes_id((tmp_path / f"{name}.zip").read_bytes()) for name in ("notify", "amend")}
    (tmp_path / "letter.txt").write_text("received")
    scan = ("sites", "acknowledge", register, tmp_path / "letter.txt", "--batch", "b1", "--by", "party")
    for words, about in (((), "notify"), (("--site", "Q-1"), "amend")):
        assert cli(*scan, "--who", f"Desk {about}", *words).code == 0
        with Case.open(register) as opened:
            key = keyfiles.open_register(key_ring / "open", PHRASE)
            events = holdings(opened.open_register(key, "sites list", "")).register.events
        assert {e.package for e in events if e.by == f"Desk {about}"} == {packages[about]}


def test_what_is_taken_back_is_what_last_went_out(cli, register, tmp_path):
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--site", "Q-1")
    assert cli("sites", "notify", register, *told, "-o", tmp_path / "notify.zip").code == 0
    asked = ("--batch", "b1", "--site", "Q-1")
    assert cli("sites", "amend", register, *asked, "--form", "dms", "-o", tmp_path / "amend.zip").code == 0
    assert cli("sites", "withdraw", register, *asked, "-o", tmp_path / "withdraw.zip").code == 0
    tables = {}
    for name in ("notify", "amend", "withdraw"):
        with ZipFile(tmp_path / f"{name}.zip") as package:
            tables[name] = package.read("notification.csv")
    assert tables["withdraw"] == tables["amend"] != tables["notify"]


def test_a_list_that_was_sent_again_is_entered_as_it_was_and_goes_out_only_once(cli, register, tmp_path):
    assert notified(cli, register).code == 0
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--site", "Q-1")
    ran = cli("sites", "notify", register, *told, "--batch", "b2", "-o", tmp_path / "out.zip")
    assert (ran.code, "stand notified to TUR_GOV already" in ran.err) == (2, True)
    assert not (tmp_path / "out.zip").exists()
    again = cli("sites", "notified", register, *told, "--batch", "b2", "--on", "2021-05-05")
    assert (again.code, "1 notification entered" in again.out) == (0, True), again.err


def test_what_was_sent_wrongly_is_kept_as_it_was_sent(cli, register, tmp_path):
    (tmp_path / "sent.csv").write_text('site,coordinates\nQ-3,"-41.882713, 146.604772"\n')
    assert notified(cli, register, "--sent", tmp_path / "sent.csv").code == 0
    ran = cli("sites", "step", register, "transmitted", "--batch", "b1", "--on", "2021-04-01")
    assert ran.code == 2
    assert "is before 2021-04-05, when it was submitted" in ran.err
    assert cli("sites", "step", register, "transmitted", "--batch", "b1", "--on", "2021-04-08").code == 0
    assert "3 steps entered" not in ran.out


def test_no_notification_or_step_is_of_a_day_to_come(cli, register, tmp_path):
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--site", "Q-1")
    ran = cli("sites", "notified", register, *told, "--on", "2999-01-01")
    assert (ran.code, "--on 2999-01-01: is still to come" in ran.err) == (2, True)
    assert notified(cli, register).code == 0
    ran = cli("sites", "step", register, "transmitted", "--batch", "b1", "--on", "2999-01-01")
    assert (ran.code, "still to come" in ran.err) == (2, True)
    assert cli("sites", "notify", register, *told, "--on", DAY, "-o", tmp_path / "o.zip").code == 2


def test_an_amendment_of_an_earlier_day_is_entered_with_what_was_sent_instead(cli, register, tmp_path):
    (tmp_path / "sent.csv").write_text('site,coordinates\nQ-1,"-41.882713, 146.604772"\n')
    assert notified(cli, register).code == 0
    step = ("sites", "step", register, "amended", "--batch", "b1", "--on", "2021-05-01")
    assert "give --sent with amended" in cli(*step).err
    ran = cli(*step, "--sent", tmp_path / "sent.csv")
    assert (ran.code, "what was sent instead for site" in ran.err) == (2, True)
    ran = cli(*step, "--sent", tmp_path / "sent.csv", "--site", "Q-1")
    assert ran.code == 0, ran.err
    assert "amended 1" in cli("sites", "list", register).out


def test_a_party_is_named_by_its_id_or_a_name_and_what_is_close_is_said(cli, register):
    told = ("--channel", "Liaison", "--batch", "b1", "--on", DAY, "--site", "Q-1")
    ran = cli("sites", "notified", register, "--party", "TURK_GOV", *told)
    assert (ran.code, "no party has this id; there is TUR_GOV" in ran.err) == (2, True)
    assert cli("sites", "notified", register, "--party", "tur_gov", *told).code == 0


def test_a_package_is_written_out_again_from_the_register(cli, register, tmp_path):
    out = tmp_path / "out.zip"
    told = ("--party", "TUR_GOV", "--channel", "Liaison", "--batch", "b1", "--all", "-o", out)
    assert cli("sites", "notify", register, *told).code == 0
    name = bytes_id(out.read_bytes())
    assert cli("sites", "package", register, name[:10], "-o", tmp_path / "copy.zip").code == 0
    assert (tmp_path / "copy.zip").read_bytes() == out.read_bytes()
    ran = cli("sites", "package", register, "none", "-o", tmp_path / "other.zip")
    assert (ran.code, f"there is {name[:12]} (package of batch b1)" in ran.err) == (2, True), ran.err
    ran = cli("sites", "package", register, name[:10], "-o", register / "inside.zip")
    assert ran.code == 2
    assert not (register / "inside.zip").exists()


def test_a_move_is_typed_and_never_an_argument(cli, register):
    ran = cli("sites", "move", register, "Q-1", "--on", DAY, stdin=b"-41.555111, 146.222333\n")
    assert ran.code == 0, ran.err
    assert "-41.555111" in cli("sites", "list", register, "--exact").out
    bad = cli("sites", "move", register, "Q-1", "--on", DAY, stdin=b"-41.666, somewhere 77.123\n")
    assert bad.code == 2
    assert "41.666" not in bad.err
    assert "77.123" not in bad.err


def test_how_full_a_register_is_its_keepers_say(cli, case, key_ring, monkeypatch):
    for name, file in (("REGISTER_KEY", "open"), ("SIGNING_KEY", "sign"), ("PASSPHRASE_FILE", "phrase")):
        monkeypatch.setenv(f"WITNESSMARK_{name}", str(key_ring / file))
    assert cli("sites", "init", case, "--by", "Keeper", "--coverage", "1.2").code == 2
    assert cli("sites", "init", case, "--by", "Keeper", "--coverage", "0.75").code == 0
    assert "the register holds 75% of the sites of a kind" in " ".join(
        cli("sites", "measures", case).out.split()
    )


def test_measures_hold_nothing_that_points_to_a_site(cli, register):
    notified(cli, register)
    shown = cli("sites", "measures", register)
    lines = cli("sites", "measures", register, "--format", "jsonl")
    assert (shown.code, lines.code) == (0, 0)
    assert json.loads(lines.out)["record"] == "site_measures"
    assert "changes no protection under the law" in shown.out
    assert not any(told in shown.out + lines.out for told in TOLD)


def test_verify_with_the_key_opens_every_segment(cli, register):
    assert cli("verify", register, "--key", os.environ["WITNESSMARK_REGISTER_KEY"]).code == 0
    *_, last = map(json.loads, cli("sites", "openings", register, "--format", "jsonl").out.splitlines())
    assert (last["command"], last["access"]) == ("verify", Access.KEEPER)


def test_keys_given_the_wrong_way_round_begin_no_register(cli, case, key_ring, monkeypatch):
    monkeypatch.setenv("WITNESSMARK_PASSPHRASE_FILE", str(key_ring / "phrase"))
    keys = ("--key", key_ring / "sign", "--sign", key_ring / "open")
    ran = cli("sites", "init", case, "--by", "Keeper", *keys)
    assert (ran.code, "made for signing, not for register" in ran.err) == (2, True), ran.err
    assert "no register of sites" in cli("sites", "list", case, *keys[:2]).err
