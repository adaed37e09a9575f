"""The bundled register is sound in itself: what its files say of each other holds."""

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from witnessmark.codebook import load
from witnessmark.model.notification import Step
from witnessmark.model.site_check import SiteResult
from witnessmark.sites.coordinates import read, to_position

FOLDER = Path(__file__).parents[2] / "examples" / "sites"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with (FOLDER / "register.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def camps() -> list[dict[str, Any]]:
    return json.loads((FOLDER / "camps.geojson").read_text(encoding="utf-8"))["features"]


@pytest.fixture(scope="module")
def rounds() -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / "rounds.yaml").read_text(encoding="utf-8"))["rounds"]


def sent(told: dict[str, Any]) -> list[dict[str, str]]:
    """What went out in a round other than it is in the register."""
    if "sent" not in told:
        return []
    with (FOLDER / told["sent"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def ids(rows, camps) -> set[str]:
    return {r["site_id"] for r in rows} | {c["properties"]["site_id"] for c in camps}


def test_about_sixty_sites_each_named_in_two_scripts(rows, camps, ids):
    assert 55 <= len(ids) <= 65
    for named in (*rows, *(c["properties"] for c in camps)):
        assert named["name"].isascii()
        assert any("\u0600" <= letter <= "\u06ff" for letter in named["name:ar"])


def test_kinds_are_those_of_the_codebook(rows, camps):
    assert {r["kind"] for r in rows} | {c["properties"]["kind"] for c in camps} <= set(
        load().taxonomy("objects")
    )


def test_a_site_that_moved_leaves_no_day_twice(rows):
    several = {name: n for name, n in Counter(r["site_id"] for r in rows).items() if n > 1}
    assert several
    for name in several:
        first, then = (r for r in rows if r["site_id"] == name)
        assert (
            date.fromisoformat(first["end"]).toordinal() + 1 == date.fromisoformat(then["start"]).toordinal()
        )


def test_rounds_tell_three_parties_of_sites_that_are_there(rounds, ids):
    parties = load().parties
    assert len({r["party"] for r in rounds}) == 3
    for told in rounds:
        assert told["party"] in parties
        assert set(told["sites"]) <= ids
        assert {row["site"] for row in sent(told)} <= set(told["sites"])
        assert ("submitted" in told) is all("day" in s for s in told["steps"])  # else it goes out today
        days = [told["submitted"], *(s["day"] for s in told["steps"])] if "submitted" in told else []
        assert days == sorted(days)
        assert {s["step"] for s in told["steps"]} <= {s.value for s in Step}


def test_every_result_is_expected_once():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    shown = set(SiteResult) - {SiteResult.PLACE_UNKNOWN}
    assert all(readme.count(f"`{result}`") == 1 for result in shown)


def test_every_report_says_that_it_is_invented():
    reports = sorted(FOLDER.glob("*.txt"))
    assert len(reports) == 3
    for report in reports:
        text = report.read_text(encoding="utf-8")
        assert "everything in this text is invented" in text.splitlines()[0]
        assert text.count("the Orchard Exercise Desk said.") == 3


def test_every_position_is_one_that_can_be_read(rows, rounds):
    forms = Counter(to_position(read(r["coordinates"]), "", "").format for r in rows)
    assert {"decimal", "dms", "utm", "mgrs"} <= set(forms)
    others = [row["coordinates"] for told in rounds for row in sent(told)]
    assert others
    assert all(read(text) for text in others)
