"""The model that ships is the one `bench/linking` describes."""

import importlib
from pathlib import Path

import pytest

from witnessmark.link.row import COLUMNS
from witnessmark.link.shared import share
from witnessmark.link.weights import model

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def shape(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    return importlib.import_module("linking.shape")


def conditions(settings):
    return [
        (c["output_column_name"], level["label_for_charts"], level["sql_condition"])
        for c in settings["comparisons"]
        for level in c["comparison_levels"]
    ]


def test_conditions_of_the_model_are_those_written_down_for_it(shape):
    assert conditions(model()) == conditions(shape.shape())


def test_every_column_a_condition_asks_for_is_a_column_of_a_report():
    assert share(model()).columns <= COLUMNS.keys()


def test_levels_that_are_apart_are_the_same_for_both_settings(shape):
    labels = [(name, label) for name, label, _ in conditions(shape.shape())]
    peace, war = (
        [(name, label.removeprefix(of)) for name, label in labels if label.startswith(of)]
        for of in (shape.PEACE, shape.WAR)
    )
    assert peace == war
    assert len(peace) > 50


def test_what_was_judged_is_judged_of_levels_that_are_there(shape):
    known = {(name, label) for name, label, _ in conditions(shape.shape())}
    assert {(row["comparison"], row["level"]) for row in shape.judged()} <= known
    assert all(row["why"] for row in shape.judged())


def test_probabilities_of_a_comparison_add_up_to_one():
    for c in model()["comparisons"]:
        for side in ("m_probability", "u_probability"):
            assert sum(level[side] for level in c["comparison_levels"]) == pytest.approx(1, abs=1e-4)
