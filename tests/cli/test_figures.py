import json
import shutil
from pathlib import Path

import pytest


def records(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def test_each_figure_is_explained_with_its_claims_and_its_arithmetic(cli, example):
    ran = cli("figures", example, "--explain")
    assert ran.code == 0
    text = ran.out
    assert "11 civilians killed: low 11, best 11, high 11" in text
    assert "rule: one origin gives one exact number" in text
    assert "71 + 37 = 108: holds" in text
    assert "worked out by this program from other counts, said by nobody (12 + 14)" in text
    shown = {c["quote"] for c in records(cli("claims", example, "--format", "jsonl"))}
    assert all(
        f"“{quote}”" in text for quote in shown if quote in ("11 civilians were killed", "12 children")
    )


def test_figures_are_weighed_by_another_rule_and_the_case_stays_as_it_is(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    before = cli("incidents", case, "--format", "jsonl").out
    for command in ("figures", "incidents"):
        assert cli(command, case, "--rule", "airwars").code == 0
    assert cli("incidents", case, "--format", "jsonl").out == before
    assert cli("incidents", case, "--format", "jsonl", "--rule", "latest").out == before


def test_a_rule_asked_for_gives_what_rebuilding_by_it_gives(cli, example, tmp_path):
    case = Path(shutil.copytree(example, tmp_path / "case"))
    asked = records(cli("incidents", case, "--format", "jsonl", "--rule", "conservative"))
    cli("rebuild", case, "--rule", "conservative")
    rebuilt = records(cli("incidents", case, "--format", "jsonl"))
    assert [i["figures"] for i in asked] == [i["figures"] for i in rebuilt]


def test_a_period_adds_up_incidents_and_shows_totals_beside(cli, example):
    ran = cli("figures", example, "--from", "2020-01-01", "--to", "2020-03-31", "--place", "Idlib")
    assert ran.code == 0
    assert "sum over incidents (11)" in ran.out
    assert "a total beside, never added" in ran.out
    (period,) = records(cli("figures", example, "--from", "2020-01-01", "--format", "jsonl"))
    assert period["record"] == "period"
    sums = {(f["figure"]["measure"], f["figure"]["group"]): f["figure"]["best"] for f in period["figures"]}
    assert sums["killed", "civilian"] == 11
    assert period["totals"]


def test_a_period_without_incidents_says_so(cli, example):
    assert "0 incidents" in cli("figures", example, "--to", "1999-12-31").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--from", "May"], "--from May: not a date; write it as 2020-05-11"),
        (["--from", "2020-05-11", "--to", "2020-05-10"], "is after --to 2020-05-10"),
        (["--from", "2020-05-11", "--explain"], "--explain shows figures of incidents"),
        (["--party", "RUSS_GOV"], "--party RUSS_GOV: no party has this id; there is RUS_GOV"),
        (["--party", "Russia"], "--party Russia: no party has this id; there is RUS_GOV"),
        (["--party", "Zqxw"], "--party Zqxw: no party has this id; there is RUS_GOV, SYR_GOV"),
        (["--place", "Idlip"], "--place Idlip: no incident of this case names it; they name Idlib"),
        (["--place", "Ulan Bator"], "--place Ulan Bator: no incident of this case names it"),
        (["--rule", "best"], "no rule `best`; there are airwars, conservative, latest"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(cli, example, words, said):
    ran = cli("figures", example, *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
