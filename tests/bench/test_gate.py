"""The gate holds what was reached: no lower score, no other cases, no lowered floor without saying so."""

import importlib
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


class Bench:
    """A gate over one made-up bench whose score and cases a test sets."""

    def __init__(self, folder: Path):
        self.gate = importlib.import_module("gate")
        self.measured = importlib.import_module("measured")
        self.cases = folder / "cases.yaml"
        self.cases.write_text("cases: [one, two]\n", encoding="utf-8")
        self.floors = folder / "floors.json"
        self.scores = {"f1": 0.8}
        self.number = 2

    def measure(self):
        return self.measured.Measured(self.scores, self.number, [self.cases], wrong=["1: missed 'two'"])

    def run(self, *arguments: str) -> int:
        return self.gate.main(arguments, {"made": self.measure}, self.floors)

    def pinned(self) -> str:
        return self.floors.read_text(encoding="utf-8")


@pytest.fixture
def bench(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(BENCH))
    made = Bench(tmp_path)
    assert made.run("--update") == 0
    return made


def test_a_score_at_its_floor_passes(bench):
    assert bench.run() == 0


def test_a_higher_score_passes_and_moves_no_floor(bench):
    before = bench.pinned()
    bench.scores = {"f1": 0.9}
    assert bench.run() == 0
    assert bench.pinned() == before


def test_a_lower_score_fails(bench, capsys):
    bench.scores = {"f1": 0.79}
    assert bench.run() == 1
    assert "f1 0.790 is below its floor 0.800" in capsys.readouterr().out


def test_the_last_binary_digit_is_no_lower_score(bench):
    bench.scores = {"f1": 0.8 - 1e-16}
    assert bench.run() == 0


def test_a_bench_without_a_floor_fails(bench, capsys):
    bench.floors.unlink()
    assert bench.run() == 1
    assert "no floor yet" in capsys.readouterr().out


def test_a_measure_that_is_gone_fails(bench):
    bench.scores = {"recall": 1.0}
    assert bench.run() == 1


def test_changed_cases_fail_until_somebody_accepts_them(bench, capsys):
    bench.cases.write_text("cases: [one, easier]\n", encoding="utf-8")
    assert bench.run() == 1
    assert "the cases are not those of the floor" in capsys.readouterr().out
    assert bench.run("--update") == 0
    assert bench.run() == 0


def test_other_line_ends_are_no_other_cases(bench):
    bench.cases.write_bytes(bench.cases.read_bytes().replace(b"\n", b"\r\n"))
    assert bench.run() == 0


def test_update_raises_a_floor(bench):
    bench.scores = {"f1": 0.9}
    assert bench.run("--update") == 0
    bench.scores = {"f1": 0.85}
    assert bench.run() == 1


def test_update_does_not_lower_a_floor(bench, capsys):
    before = bench.pinned()
    bench.scores = {"f1": 0.7}
    assert bench.run("--update") == 1
    assert bench.pinned() == before
    assert "REFUSED" in capsys.readouterr().out


def test_update_does_not_drop_cases(bench):
    before = bench.pinned()
    bench.number = 1
    assert bench.run("--update") == 1
    assert bench.pinned() == before


def test_lowering_takes_a_second_flag_and_asks_for_a_line_in_the_changelog(bench, capsys):
    bench.scores = {"f1": 0.7}
    assert bench.run("--update", "--lower") == 0
    assert "CHANGELOG.md needs a line" in capsys.readouterr().out
    assert bench.run() == 0


def test_lower_alone_changes_nothing(bench):
    before = bench.pinned()
    bench.scores = {"f1": 0.7}
    assert bench.run("--lower") == 1
    assert bench.pinned() == before


def test_wrong_answers_are_told_on_demand(bench, capsys):
    bench.run()
    assert "missed 'two'" not in capsys.readouterr().out
    bench.run("--cases")
    assert "missed 'two'" in capsys.readouterr().out


def test_an_unknown_bench_is_refused(bench, capsys):
    with pytest.raises(SystemExit):
        bench.run("mode")
    assert "no such bench: mode" in capsys.readouterr().err
