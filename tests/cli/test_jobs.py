"""--jobs: several processes, the same output; Ctrl-C and a killed program leave nothing behind."""

import json
import os
import signal
import time
from pathlib import Path

import pytest

from cli.tools import process

LINES = 40


@pytest.fixture
def big(tmp_path: Path) -> Path:
    """One .jsonl file with a broken line, an id that comes twice, and lines of very different length."""
    path = tmp_path / "big.jsonl"
    rows = [
        json.dumps(
            {
                "id": f"r{n if n != 9 else 8}",
                "published": "2020-05-11",
                "text": f"{n + 2} people were killed in an air strike on Ariha on {n % 9 + 1} May 2020."
                + " The market was hit too, residents said." * (40 if n % 7 == 0 else n % 3),
            }
        )
        for n in range(LINES)
    ]
    rows[5] = '{"id": "broken", "text"'
    path.write_text("\n".join(rows) + "\n")
    return path


def test_the_output_is_the_same_byte_for_byte(cli, big):
    alone = cli("link", big, "--format", "jsonl")
    shared = cli("link", big, "--format", "jsonl", "--jobs", 2)
    assert shared == alone
    assert alone.code == 1
    kinds = [json.loads(line)["record"] for line in alone.out.splitlines()]
    assert kinds.count("document") == LINES - 2
    assert kinds.count("failure") == 2
    assert "big.jsonl:6" in alone.err
    assert "big.jsonl:10" in alone.err


def test_standard_input_is_shared_out_line_by_line(cli, big):
    words = ("extract", "-", "--format", "jsonl", "--mentions")
    alone = cli(*words, stdin=big.read_bytes())
    assert cli(*words, "-j", 2, stdin=big.read_bytes()) == alone
    assert alone.out.count('"record": "document"') == LINES - 2


def test_a_folder_of_files_with_one_that_fails(cli, tmp_path):
    for n in range(12):
        (tmp_path / f"{n:02}.txt").write_text(f"{n + 2} people were killed in Ariha on 5 May 2020.")
    (tmp_path / "07.txt").write_bytes(b"")
    (tmp_path / "08.pdf").write_bytes(b"%PDF")
    alone = cli("read", tmp_path, "--format", "jsonl")
    assert cli("read", tmp_path, "--format", "jsonl", "--jobs", 2) == alone
    assert alone.code == 1
    assert "07.txt" in alone.err
    assert "08.pdf" in alone.err


def test_a_job_for_each_core_and_no_fewer_than_none(cli):
    text = b"Three people were killed in an air strike on Ariha on 5 May 2020, residents said."
    words = ("read", "-", "--format", "jsonl")
    assert cli(*words, "--jobs", 0, stdin=text) == cli(*words, stdin=text)
    refused = cli(*words, "--jobs", -1)
    assert refused.code == 2
    assert "--jobs" in refused.err


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """More lines than are read before somebody stops it."""
    path = tmp_path / "endless.jsonl"
    text = "Three people were killed in an air strike on Ariha on 5 May 2020, residents said. " * 20
    path.write_text("".join(json.dumps({"id": f"e{n}", "text": text}) + "\n" for n in range(5000)))
    return path


def _children(parent: int) -> list[int]:
    own = Path(f"/proc/{parent}/task/{parent}/children")
    if not own.exists():
        pytest.skip("the system does not list the children of a process")
    return [int(child) for child in own.read_text().split()]


def _gone(processes: list[int]) -> bool:
    for _ in range(100):
        if not any(_alive(number) for number in processes):
            return True
        time.sleep(0.1)
    return False


def _alive(number: int) -> bool:
    status = Path(f"/proc/{number}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_ctrl_c_stops_every_process_in_one_line(endless):
    words = ("extract", endless, "--format", "jsonl", "--jobs", 2)
    with process(*words, start_new_session=True) as child:
        assert child.stdout is not None
        assert '"record"' in child.stdout.readline()
        workers = _children(child.pid)
        assert len(workers) >= 2
        os.killpg(child.pid, signal.SIGINT)  # as the terminal does
        _, said = child.communicate(timeout=60)
    assert child.returncode == 1
    assert said.count("\n") == 1
    assert said.startswith("witnessmark: stopped")
    assert _gone(workers)


def test_workers_end_with_the_program_that_began_them(endless):
    with process("extract", endless, "--format", "jsonl", "--jobs", 2) as child:
        assert child.stdout is not None
        child.stdout.readline()
        workers = _children(child.pid)
        child.kill()
        child.wait(timeout=60)
    assert len(workers) >= 2
    assert _gone(workers)


def test_a_reader_that_has_enough_ends_the_work(endless):
    with process("extract", endless, "--format", "jsonl", "--jobs", 2) as child:
        assert child.stdout is not None
        child.stdout.readline()
        workers = _children(child.pid)
        child.stdout.close()
        assert child.wait(timeout=60) == 0
        assert child.stderr is not None
        assert child.stderr.read() == ""
    assert _gone(workers)
