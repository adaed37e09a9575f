"""Checks and exports as commands: who may see what, and calls that are wrong."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from witnessmark.cli import demo_sites


@pytest.fixture
def sites(demo: Path, cli, tmp_path: Path) -> Iterator:
    """`sites("check", ...)` runs a command on a copy of the demo's case, with the demo's keys."""
    case = Path(shutil.copytree(demo, tmp_path / "case"))
    with demo_sites.unlocked(demo_sites.key_folder(demo)):
        yield lambda verb, *words: cli("sites", verb, case, *words)


def checks(ran) -> list[dict]:
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_one_incident_is_checked_alone_and_as_among_all(sites):
    everything = checks(sites("check", "--format", "jsonl"))
    one = everything[4]
    assert checks(sites("check", "--incident", one["incident"][:12], "--format", "jsonl")) == [one]


def test_processes_change_nothing(sites):
    assert sites("check", "--jobs", "2").out == sites("check").out


def test_every_table_ends_with_the_sentence_on_the_law(sites):
    for verb in ("check", "measures"):
        assert sites(verb).out.splitlines()[-1].startswith("Notification changes no protection")


def test_the_exact_check_names_sites_and_measures(sites):
    found = checks(sites("check", "--exact", "--format", "jsonl"))
    matches = [m for check in found for m in check["matches"]]
    assert matches
    assert all(m["site"] and m["distance"] > 0 and 0 <= m["probability"] <= 1 for m in matches)


def test_a_checker_sees_bands_and_no_more(sites, demo, cli, tmp_path):
    word = demo_sites.key_folder(demo) / "passphrase"
    mine = tmp_path / "mine"
    assert cli("key", "new", mine, "--name", "B", "--for", "register", "--passphrase-file", word).code == 0
    granted = sites("grant", "--to", "B", "--access", "checker", "--public", f"{mine}.pub", "--reason", "x")
    assert granted.code == 0, granted.err
    assert sites("check", "--key", mine).code == 0
    for refused in (("check", "--exact"), ("list", "--exact"), ("export", "--audience", "sealed")):
        more = ("-o", tmp_path / "out.age", "--encrypt-to", f"{mine}.pub") if refused[0] == "export" else ()
        ran = sites(*refused, *more, "--key", mine)
        assert ran.code != 0
        assert "checker" in ran.err
    assert not (tmp_path / "out.age").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--incident", "zzz"), "no incident begins so"),
        (("check", "--incident", ""), "several incidents begin so"),
        (("export", "--audience", "press", "-o", "x"), "there are public, partner, sealed"),
        (("export", "--audience", "public", "--least", "3", "-o", "x"), "at least 5"),
        (("export", "--audience", "sealed", "-o", "x"), "only encrypted"),
        (("export", "--audience", "sealed", "-o", "x", "--encrypt-to", "nokey"), "neither a key nor a file"),
        (("export", "--audience", "public", "-o", "x", "--encrypt-to", "age1x"), "a recipient is a line"),
        (("export", "--audience", "public", "-o", "x", "--on", "May"), "not a date"),
    ],
    ids=str,
)
def test_wrong_calls_say_what_to_do_and_write_nothing(sites, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ran = sites(*words)
    assert ran.code == 2
    assert said in ran.err
    assert not Path("x").exists()


def test_an_export_that_is_refused_opens_nothing(sites, demo):
    openings = sites("openings").out
    key = demo_sites.key_folder(demo) / "recipient.pub"
    assert sites("export", "--audience", "sealed", "-o", "x").code == 2
    assert sites("export", "--audience", "public", "-o", "x", "--encrypt-to", key).code == 2
    assert sites("openings").out == openings


def test_an_export_never_overwrites(sites, tmp_path):
    out = tmp_path / "cells.geojson"
    assert sites("export", "--audience", "public", "-o", out).code == 0
    before = out.read_bytes()
    assert "already" in sites("export", "--audience", "public", "-o", out).err
    assert out.read_bytes() == before


def test_a_report_opens_the_register_only_when_asked_to(sites, cli, tmp_path):
    case = tmp_path / "case"
    openings = len(checks(sites("openings", "--format", "jsonl")))
    assert cli("report", case).code == 0
    assert len(checks(sites("openings", "--format", "jsonl"))) == openings
    assert cli("report", case, "--sites", "--reason", "yearly").code == 0
    noted = checks(sites("openings", "--format", "jsonl"))
    assert len(noted) == openings + 1
    assert (noted[-1]["command"], noted[-1]["reason"]) == ("report", "yearly")


def test_a_report_with_checks_needs_a_key(demo, cli, monkeypatch):
    monkeypatch.delenv("WITNESSMARK_REGISTER_KEY", raising=False)
    ran = cli("report", demo, "--sites")
    assert ran.code == 2
    assert "--key" in ran.err
