"""The fuzzer spoils texts, sees broken promises, and finds none in the first texts of its row."""

import importlib
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def fuzz(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    return lambda name: importlib.import_module(f"fuzz.{name}")


TEXT = b"Shelling killed nine people and wounded 14 children in Kherson on 3 May 2023."


def test_each_change_gives_a_text_and_the_same_chance_the_same_text(fuzz):
    mutate = fuzz("mutate")
    text, other = "Nine people died.\n\nIt rained on 3 May.", "Prices rose."
    for change in mutate.CHANGES:
        for seed in range(20):
            one, again = (change(text, Random(seed), other) for _ in range(2))  # noqa: S311  (text)
            assert isinstance(one, str)
            assert one == again
        assert isinstance(change("", Random(1), ""), str), change  # noqa: S311  (as above)
    assert len(mutate.mutated("nine " * 10_000, other, Random(4))) <= mutate.LONGEST  # noqa: S311  (as above)


def test_a_sound_reading_passes_and_a_shifted_quote_does_not(fuzz):
    invariants = fuzz("invariants")
    (reading,) = invariants.read_one(TEXT, "report.txt")
    assert reading.claims
    first = reading.claims[0]
    shifted = replace(reading, claims=(replace(first, start=first.start + 1),))
    with pytest.raises(invariants.BrokenError):
        invariants.check(shifted)
    with pytest.raises(invariants.BrokenError):
        invariants.check(replace(reading, claims=(first, first)))


def test_a_text_read_too_slowly_is_a_fault(fuzz, monkeypatch):
    invariants = fuzz("invariants")
    monkeypatch.setattr(invariants, "SECONDS", 0.0)
    with pytest.raises(invariants.HangsError):
        invariants.read_one(TEXT, "report.txt")


def test_the_first_texts_of_the_row_hold(fuzz):
    run, invariants = fuzz("run"), fuzz("invariants")
    texts = run.corpus()
    readings = []
    for number in range(40):
        random = Random(f"1 {number}")  # noqa: S311  (as above)
        data, path = run.case(texts, random, number)
        found = invariants.read_one(data, path)
        invariants.check_again(data, path, found)
        readings += found
    invariants.check_linked(readings, Random(1))  # noqa: S311  (as above)
