"""An `add` killed anywhere and repeated ends in the ledger of an uninterrupted one; two at once queue up."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import made
from witnessmark.errors import BusyCaseError
from witnessmark.store.case import Case
from witnessmark.store.faults import writing

ITEMS = 20


def start(root: Path) -> subprocess.Popen[str]:
    tests = Path(made.__file__).parent
    command = [sys.executable, str(tests / "made.py"), str(root), str(ITEMS)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory) -> list[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("WITNESSMARK_DATABASE_URL", raising=False)
        with Case.init(tmp_path_factory.mktemp("whole") / "case") as whole:
            made.add(whole, ITEMS)
            return list(whole.dump())


def test_killed_and_repeated(case, uninterrupted):
    chance = random.Random(5)  # noqa: S311  (moments of death, not secrets)
    for _death in range(3):
        with start(case.root) as child:
            for _ in range(chance.randrange(1, ITEMS)):
                child.stdout.readline()
            time.sleep(chance.uniform(0, 0.01))  # somewhere inside the next item: it takes about as long
            os.kill(child.pid, signal.SIGKILL)
    assert len(case.unfinished_runs()) == 3
    made.add(case, ITEMS)
    assert list(case.dump()) == uninterrupted
    assert case.verify() == []
    assert case.unfinished_runs() == []
    assert not list((case.root / "vault/incoming").glob("*"))


def test_two_at_once_queue_up(sqlite_case, uninterrupted):
    with start(sqlite_case.root) as one, start(sqlite_case.root) as two:
        one.communicate()
        two.communicate()
    assert (one.returncode, two.returncode) == (0, 0)
    assert list(sqlite_case.dump()) == uninterrupted
    assert sqlite_case.unfinished_runs() == []


def test_who_waits_too_long_is_told_who_writes(sqlite_case):
    with start(sqlite_case.root) as child:
        child.stdout.readline()
        os.kill(child.pid, signal.SIGSTOP)
        with Case.open(sqlite_case.root, lock_timeout=0.1) as other:
            with pytest.raises(
                BusyCaseError, match=rf"process {child.pid} \(add\) is writing.*run the command"
            ):
                other.begin_run("add", {})
            assert other.status()["documents"] >= 0
        os.kill(child.pid, signal.SIGKILL)
    sqlite_case.begin_run("add", {})


def test_on_a_server_writers_on_other_machines_wait_too(case, tmp_path):
    if not (case.root / "case.db").exists():
        shutil.copytree(case.root, tmp_path / "elsewhere")  # its own lock file, the same database
        case.begin_run("add", {})
        with Case.open(tmp_path / "elsewhere", lock_timeout=0.1) as other:
            with pytest.raises(BusyCaseError, match="another machine is writing"):
                other.begin_run("add", {})
            case.finish_run({})
            other.begin_run("add", {})


def test_readers_are_not_held_up_by_an_open_transaction(case):
    case.record(made.reading(0))
    with Case.open(case.root) as reader, writing(case._using):
        case.record(made.reading(1))
        assert [r.document.id for r in reader.readings()] == ["doc-0000"]
        assert reader.verify() == []
    with Case.open(case.root) as reader:
        assert reader.status()["documents"] == 2
