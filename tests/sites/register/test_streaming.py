"""A list of any length is read in the memory of its longest row and of the sites that are taken."""

import tracemalloc
from itertools import islice

import pytest

from site_lists import options, streamed, written
from witnessmark.errors import UsageError
from witnessmark.sites.register import Options, plan, planning, rows

FILLER = "remarks of no use " * 50


def long_list(folder, count, kind="teapot"):
    lines = ["name,kind,latitude,longitude,country,remarks"]
    lines += [f"Place {n},{kind},{10 + n / 1e6:.6f},{-20 + n / 1e6:.6f},ATA,{FILLER}" for n in range(count)]
    return written(folder, "\n".join(lines) + "\n", f"{count}.csv")


def peak(path):
    """Most memory while the rows of a list are judged one by one."""
    sum(o.left_out for o in islice(streamed(path), 20))  # what is read once: the codebook, libraries
    tracemalloc.start()
    left_out = sum(o.left_out for o in streamed(path))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return left_out, most


def test_rows_that_are_left_out_cost_no_memory_however_many(tmp_path):
    short, long = peak(long_list(tmp_path, 500)), peak(long_list(tmp_path, 5_000))
    assert (short[0], long[0]) == (500, 5_000)
    assert long[1] < short[1] + 500_000  # the longer list has 4.3 MB


def test_rows_come_before_the_file_ends(tmp_path):
    path = long_list(tmp_path, 100)
    with path.open("a", encoding="utf-8") as out:
        out.write('Place 100,clinic,10.5,"-20.5,ATA,never closed\n')
    found = list(rows(path, options()))
    assert len(found) == 101
    assert next(rows(path, options())).names == ("Place 0",)


def test_a_list_longer_than_any_register_is_refused_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr(planning, "MOST_SITES", 30)
    with pytest.raises(UsageError, match="import it in parts"):
        plan(rows(long_list(tmp_path, 50, "clinic"), Options()), (), Options())


def test_a_plan_counts_every_problem_and_keeps_the_first(tmp_path, monkeypatch):
    monkeypatch.setattr(planning, "MOST_KEPT", 7)
    chosen = Options()
    found = plan(rows(long_list(tmp_path, 50), chosen), (), chosen)
    assert found.counts["unknown_kind"] == 50
    assert [p.row for p in found.problems] == list(range(2, 9))
    assert found.left_out == found.rows == 50
