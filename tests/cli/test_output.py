"""Where output goes: terminals that obey control characters, readers that leave, closed or full streams."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.tools import process
from witnessmark.cli.output import visible

PROGRAM = [sys.executable, "-m", "witnessmark"]


def test_a_document_cannot_speak_to_the_terminal(cli, tmp_path):
    feed = tmp_path / "feed.jsonl"
    feed.write_text(
        r'{"title": "a\u001b[2J\u009b1mb\u202ec\u2067d", "text": "Shells hit Goma on 3 May 2023."}'
    )
    out = cli("read", feed).out
    assert r"a\x1b[2J\x9b1mb\u202ec\u2067d" in out
    assert not set("\x1b\x9b\u202e\u2067") & set(out)


def test_a_file_name_cannot_break_a_line_of_failures(cli, tmp_path):
    (tmp_path / "a\nwitnessmark: all is well.txt").write_bytes(b"")
    err = cli("read", tmp_path).err
    assert len(err.splitlines()) == 1
    assert r"a\nwitnessmark: all is well.txt: the file is empty" in err


def test_text_of_any_script_stays_as_it_is():
    for text in ("قُتل 12 مدنياً", "Ариха, Идлиб", "Médecins — “près de 500”", "a\tb\nc"):
        assert visible(text, keep="\n\t") == text


def test_a_table_that_nobody_reads_on(example):
    with process("claims", example) as child:
        child.stdout.readline()
        child.stdout.close()
        assert child.stderr.read() == ""
        assert child.wait() == 0


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["read", "--help"]])
def test_a_full_disk_is_said_in_one_line(words):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run([*PROGRAM, *words], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith("witnessmark: standard output: No space left")
    assert len(ran.stderr.splitlines()) == 1


def test_closed_streams(tmp_path):
    (tmp_path / "report.txt").write_text("Shells hit Goma on 3 May 2023.")
    shell = f"exec {sys.executable} -m witnessmark read {tmp_path} <&- >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", shell], check=False).returncode == 0


def test_next_commands_can_be_pasted(cli, tmp_path):
    ran = cli("init", tmp_path / "my case")
    assert ran.out.endswith(f"witnessmark add '{tmp_path / 'my case'}' PATH...\n")


def test_a_publication_date_that_is_still_to_come(cli, tmp_path):
    (tmp_path / "report.txt").write_text("Shells hit Goma yesterday.")
    ran = cli("read", tmp_path, "--published", "2999-01-01")
    assert (ran.code, ran.out) == (2, "")
    assert "2999-01-01: is still to come" in ran.err
