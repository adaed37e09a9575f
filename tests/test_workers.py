"""Work shared among processes comes back in order, whole, and never far ahead of what was asked for."""

import os
from collections.abc import Iterator

import pytest

import working
from witnessmark.errors import WorkerError
from witnessmark.workers import cores, ordered


def test_the_order_is_that_of_the_items_whoever_is_done_first():
    assert list(ordered(working.first_is_slow, range(12), jobs=2)) == list(range(12))


def test_several_processes_work_and_none_is_this_one():
    done = list(ordered(working.whose, range(40), jobs=2))
    assert [number for number, _ in done] == list(range(40))
    assert os.getpid() not in {process for _, process in done}


def test_one_job_works_here_on_one_item_at_a_time():
    taken: list[int] = []
    results = ordered(working.whose, _counted(taken), jobs=1)
    assert next(results) == (0, os.getpid())
    assert taken == [0]


def test_items_are_taken_only_a_little_ahead():
    taken: list[int] = []
    results = ordered(abs, _counted(taken), jobs=2)
    assert [next(results) for _ in range(5)] == [0, 1, 2, 3, 4]
    assert len(taken) < 5 + 2 * 5
    results.close()


def _counted(taken: list[int]) -> Iterator[int]:
    for number in range(10_000):
        taken.append(number)
        yield number


def test_an_error_in_the_work_is_raised_in_its_turn():
    results = ordered(working.no_threes, range(6), jobs=2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(LookupError, match="three"):
        next(results)


def test_a_process_that_ends_by_itself_is_told_with_what_to_do():
    with pytest.raises(WorkerError, match="fewer --jobs"):
        list(ordered(working.ends_at_three, range(6), jobs=2))


def test_there_is_a_core_to_work_on():
    assert 1 <= cores() <= (os.cpu_count() or 1)
