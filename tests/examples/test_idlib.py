"""The bundled case is sound in itself: its expectations quote its files, and its arithmetic holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

CASE = Path(__file__).parents[2] / "examples" / "idlib"


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return yaml.safe_load((CASE / "expected.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(CASE.glob("*.txt"))}


def rows(expected: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from expected["claims"]
    for name in ("claims_in", "counts_of", "perpetrator_of"):
        yield from expected["must_not"][name]


def test_five_reports_each_expected_and_described(expected, texts):
    readme = (CASE / "README.md").read_text(encoding="utf-8")
    assert len(texts) == 5
    assert set(expected["documents"]) == set(texts)
    assert all(f"`{name}`" in readme for name in texts)


def test_every_expected_quote_stands_in_its_file(expected, texts):
    missing = [row for row in rows(expected) if row["quote"] not in texts[row["doc"]]]
    assert missing == []


def test_bounds_enclose_the_value_said(expected):
    for row in expected["claims"]:
        low, value, high = row.get("low"), row.get("value"), row.get("high")
        if low is not None and high is not None:
            assert low <= value <= high, row


def test_parts_of_a_total_leave_the_remainder_named(expected):
    for tally in expected["tallies"]:
        assert sum(tally["parts"]) + tally["unnamed"] == tally["total"]


def test_totals_to_refuse_differ_from_every_figure_told(expected):
    told = {row["value"] for row in expected["claims"]} | {t["total"] for t in expected["tallies"]}
    assert told.isdisjoint(expected["must_not"]["totals"])


def test_the_teasers_follow_every_expected_claim(expected, texts):
    digest = texts["01-digest.txt"]
    teasers = digest.index("More from The Morning Ledger")
    ours = [row["quote"] for row in expected["claims"] if row["doc"] == "01-digest.txt"]
    assert ours
    assert max(digest.index(quote) for quote in ours) < teasers


def test_copies_share_no_sentence(texts):
    """03 and 04 tell one story in other words: a linker that only compares sentences must fail on them."""
    wire, copy = (
        {part.strip() for part in texts[name].replace("\n", " ").split(". ") if part.strip()}
        for name in ("03-wire-story.txt", "04-translated-copy.txt")
    )
    assert wire.isdisjoint(copy)
