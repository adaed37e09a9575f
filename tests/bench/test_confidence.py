"""The fit of confidence: shares come back, few claims are pulled to the middle, the error is what it says."""

import importlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def module(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    return lambda name: importlib.import_module(f"confidence.{name}")


def seen(module, feature, right, wrong):
    observed = module("observe").Observed
    return [observed("made-01", (feature,), n < right) for n in range(right + wrong)]


def test_the_shares_of_many_claims_come_back(module):
    fitted = module("logistic").fit([*seen(module, "a", 900, 100), *seen(module, "b", 300, 700)], 1.0)
    assert fitted.of(["a"]) == pytest.approx(0.9, abs=0.01)
    assert fitted.of(["b"]) == pytest.approx(0.3, abs=0.01)


def test_a_rule_seen_once_stays_near_the_others(module):
    fitted = module("logistic").fit([*seen(module, "a", 80, 20), *seen(module, "rare", 0, 1)], 1.0)
    assert 0.4 < fitted.of(["rare"]) < 0.8
    assert fitted.of(["rare"]) < fitted.of(["never seen"]) < fitted.of(["a"])


def test_the_calibration_error_is_the_mean_distance_over_claims(module):
    reliability = module("reliability")
    found = reliability.bins([(0.95, True)] * 3 + [(0.95, False)] + [(0.25, False)] * 4 + [(1.0, True)] * 2)
    assert [(b.claims, round(b.right, 2)) for b in found] == [(4, 0.0), (6, 0.83)]
    assert reliability.calibration_error(found) == pytest.approx((4 * 0.25 + 6 * abs(5.8 / 6 - 5 / 6)) / 10)


def test_the_picture_is_an_svg_with_a_point_a_bin(module):
    found = module("reliability").bins([(0.2, False), (0.9, True)])
    drawn = ET.fromstring(module("picture").picture({"one & two": found}))  # noqa: S314  (our own)
    assert len(drawn.findall("{*}circle/{*}title")) == 2
    assert "one & two" in drawn.findtext("{*}title", "")


def test_the_page_as_kept_is_of_the_weights_as_kept():
    root = BENCH.parent
    page = (root / "docs" / "method" / "confidence.md").read_text(encoding="utf-8")
    data = yaml.safe_load((root / "src/witnessmark/codebook/data/confidence.yaml").read_text("utf-8"))
    claims = sum(seen for seen, _ in data["measured"].values())
    assert f"| fitted on | {claims} |" in page
