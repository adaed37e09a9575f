"""Full disks, killed processes, two writers, tampering: nothing half-written, nothing lost."""

import json
import random
import re
import resource
import shutil
import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from cli.tools import ledger, process
from witnessmark.store.case import Case

DOCUMENTS = 8


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough small reports that a process can be killed among them."""
    folder = tmp_path / "many"
    folder.mkdir()
    for n in range(DOCUMENTS):
        text = f"{n + 2} people were killed in an air strike on Ariha on {n + 1} May 2020, residents said."
        (folder / f"report-{n:02}.txt").write_text(text + " The market was hit, too." * n)
    return folder


@pytest.fixture
def uninterrupted(cli, blank, tmp_path, many) -> list[str]:
    whole = Path(shutil.copytree(blank, tmp_path / "whole"))
    assert cli("add", whole, many).code == 0
    return ledger(whole)


@contextmanager
def no_file_above(size: int):
    """As on a full disk, the system refuses the write that would make a file larger than `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk(cli, case, many, uninterrupted):
    with no_file_above(300_000):
        ran = cli("add", case, many)
    assert ran.code == 1
    assert re.fullmatch(r"witnessmark: .*(case\.db|vault).*run.*again.*\n", ran.err)
    assert cli("verify", case).code == 0
    assert "has not ended: add" in cli("status", case).err
    again = cli("add", case, many)
    assert (again.code, again.err) == (0, "")
    assert ledger(case) == uninterrupted
    assert cli("status", case).err == ""


def test_a_report_that_cannot_be_written(cli, example, tmp_path):
    for output in ("/dev/full", tmp_path / "no" / "such" / "folder.html"):
        ran = cli("report", example, "-o", output)
        assert ran.code == 1
        assert re.fullmatch(
            rf"witnessmark: {output}: the report cannot be written .*choose another --output\n", ran.err
        )


def test_output_that_cannot_be_written(example):
    with (
        Path("/dev/full").open("w") as full,
        process("claims", example, "--format", "jsonl", stdout=full) as child,
    ):
        _, err = child.communicate()
        assert child.returncode == 1
        assert re.fullmatch(r"witnessmark: standard output: No space left.*\n", err)


def test_output_that_nobody_reads_on(example):
    with process("claims", example, "--format", "jsonl") as child:
        json.loads(child.stdout.readline())
        child.stdout.close()
        assert child.stderr.read() == ""
        assert child.wait() == 0


def test_killed_at_any_moment_and_repeated(cli, case, many, uninterrupted):
    chance = random.Random(11)  # noqa: S311  (moments of death, not secrets)
    for death in range(2):
        with process("add", case, many) as child:
            while runs(case) <= death or captures(case) < death * DOCUMENTS // 2:
                assert child.poll() is None
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.03))  # somewhere inside the work on the next document
            child.kill()
        assert child.returncode == -9
        assert cli("verify", case).code == 0
    assert cli("status", case).err.count("has not ended: add") == 2
    assert cli("add", case, many).code == 0
    assert ledger(case) == uninterrupted
    assert cli("verify", case).code == 0
    assert cli("status", case).err == ""


def test_two_at_once(cli, case, many, uninterrupted):
    with process("add", case, many) as one, process("add", case, many) as two:
        said = one.communicate(), two.communicate()
    assert (one.returncode, two.returncode) == (0, 0)
    assert sorted(out for out, _ in said) == [
        f"{DOCUMENTS} documents read, {new} new; the case holds {DOCUMENTS}\n" for new in (0, DOCUMENTS)
    ]
    assert ledger(case) == uninterrupted
    assert cli("verify", case).code == 0


def test_a_run_still_at_work_is_not_called_cut_off(cli, case):
    with Case.open(case) as other:
        other.begin_run("add", {"paths": ["elsewhere"]})
        said = cli("status", case).err
        assert re.fullmatch(
            r"has not ended: add of \S+\. If it is not still at work it was cut off: .*\n", said
        )
        other.finish_run({})
    assert cli("status", case).err == ""


@pytest.mark.parametrize(
    "command",
    ["add", "status", "claims", "incidents", "figures", "report", "rebuild", "verify", "serve", "demo"],
)
def test_a_case_made_by_a_newer_version(cli, case, many, command):
    card = json.loads((case / "case.json").read_text())
    (case / "case.json").write_text(json.dumps({**card, "format": 99, "made_by": "9.0"}))
    ran = cli(command, case, *([many] if command == "add" else []))
    assert ran.code == 2
    assert re.fullmatch(r"witnessmark: .*made by witnessmark 9\.0.*upgrade witnessmark.*\n", ran.err)


@pytest.mark.parametrize("command", ["add", "status", "claims", "incidents", "report", "rebuild", "verify"])
def test_a_directory_that_is_no_case(cli, tmp_path, many, command):
    ran = cli(command, tmp_path / "nowhere", *([many] if command == "add" else []))
    assert ran.code == 2
    assert re.fullmatch(r"witnessmark: .*nowhere.*no case: make one with `witnessmark init`\n", ran.err)
    assert not (tmp_path / "nowhere").exists()


def test_init_where_something_is(cli, case, many):
    for taken in (case, many, many / "report-00.txt"):
        ran = cli("init", taken)
        assert ran.code == 2
        assert re.fullmatch(rf"witnessmark: {taken}: .*name a directory that does not exist\n", ran.err)


def test_a_flipped_byte_in_the_vault(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "copy"))
    victim = sorted(p for p in (case / "vault").rglob("*") if p.is_file())[2]
    data = bytearray(victim.read_bytes())
    data[len(data) // 2] ^= 1
    victim.chmod(0o600)
    victim.write_bytes(data)
    ran = cli("verify", case)
    assert (ran.code, ran.out) == (3, "1 problem found\n")
    assert victim.name in ran.err


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE ledger_claim SET record = replace(record, '\"value\":11', '\"value\":12')", "changed after"),
        ("DELETE FROM ledger_claim WHERE seq = (SELECT max(seq) FROM ledger_claim)", "gone|missing"),
        ("UPDATE ledger_document SET record = replace(record, 'school', 'palace')", "changed after"),
    ],
    ids=["a figure", "the last claim", "a text"],
)
def test_an_edited_row(cli, example, tmp_path, sql, said):
    case = Path(shutil.copytree(example, tmp_path / "copy"))
    with closing(sqlite3.connect(case / "case.db")) as db:
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f'DROP TRIGGER "{name}"')
        assert db.execute(sql).rowcount > 0
        db.commit()
    ran = cli("verify", case)
    assert ran.code == 3
    assert re.search(said, ran.err)
    assert re.search(r"the guard \S+ is missing", ran.err)
    assert ran.out == f"{len(ran.err.splitlines())} problems found\n"


def test_a_row_cannot_be_edited_while_the_guards_stand(example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "copy"))
    with closing(sqlite3.connect(case / "case.db")) as db, pytest.raises(sqlite3.DatabaseError):
        db.execute("UPDATE ledger_claim SET record = '{}'")


def captures(case: Path) -> int:
    return _count(case, "SELECT count(*) FROM ledger_capture")


def runs(case: Path) -> int:
    return _count(case, "SELECT count(*) FROM ledger_run")


def _count(case: Path, sql: str) -> int:
    with closing(sqlite3.connect(f"file:{case / 'case.db'}?mode=ro", uri=True)) as db:
        return int(db.execute(sql).fetchone()[0])
