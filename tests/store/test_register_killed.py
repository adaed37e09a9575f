"""A process killed while it enters something in the register leaves nothing of it, on either database."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from witnessmark.model.holder import Access, Holder
from witnessmark.store import keyfiles
from witnessmark.store.case import Case

PHRASE = "nine brass kettles under snow"
ENTERED = [{"n": n} for n in range(9)]
# Enters them two a segment, and is killed as it signs one of the five.
CHILD = """
import os, signal, sys
from pathlib import Path
from witnessmark.store.case import Case
from witnessmark.store import keyfiles, register, signing

root, keys, phrase, last = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
whole, made = signing.signed, []

def signed(record, key):
    made.append(record)
    if len(made) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(record, key)

signing.signed, register._ENTRIES = signed, 2
with Case.open(root) as case:
    run = case.begin_run("sites import", {})
    opened = case.open_register(keyfiles.open_register(keys / "opens", phrase), "sites import", "")
    signer = keyfiles.open_signing(keys / "signs", phrase)
    opened.keep(run, signer, [("sites", [{"n": n} for n in range(9)])])
"""


@pytest.fixture(scope="module")
def keys(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    for name, use in (("opens", "register"), ("signs", "signing")):
        keyfiles.make(folder / name, PHRASE, name, use, rounds=1)
    return folder


@pytest.mark.parametrize("last", [1, 3, 5])
def test_a_killed_process_leaves_nothing_and_the_next_enters_all(case, keys, last):
    opener = keyfiles.open_register(keys / "opens", PHRASE)
    signer = keyfiles.open_signing(keys / "signs", PHRASE)
    case.begin_run("sites init", {})
    case.make_register(Holder("desk", Access.KEEPER, opener.line, signer.line), signer)
    case.finish_run({})
    command = [sys.executable, "-c", CHILD, str(case.root), str(keys), PHRASE, str(last)]
    killed = subprocess.run(command, check=False, capture_output=True, text=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert found(case, opener) == []
    assert case.verify() == []
    assert [r for r in case.unfinished_runs() if "sites import" in r]
    run = case.begin_run("sites import", {})
    case.open_register(opener, "sites import", "").keep(run, signer, [("sites", ENTERED)])
    case.finish_run({})
    assert found(case, opener) == ENTERED
    assert case.verify() == []


def found(case: Case, opener: keyfiles.OpeningKey) -> list[object]:
    return [e.record for e in case.open_register(opener, "sites list", "").entries("sites")]
