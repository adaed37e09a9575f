"""What lists of two reports share is what sets of their codes share, whatever bits codes have in common."""

from random import Random

import numpy as np
import pyarrow as pa
import pytest

from witnessmark.link import overlap
from witnessmark.link.overlap import Codes, shared
from witnessmark.link.telling import weight_of

REPORTS = 40


def crowded(chance: Random) -> int:
    """A code of which few bits differ from others, so that many want one place."""
    return chance.choice((1 << 4, 1 << 12, 1 << 40, 1 << 58)) * chance.randrange(12) + chance.randrange(1, 16)


def spread(chance: Random) -> int:
    return (chance.randrange(300) * 0x9E3779B97F4A7C15 & ((1 << 59) - 1)) << 4 | chance.randrange(1, 4)


@pytest.mark.parametrize("drawn", [crowded, spread])
@pytest.mark.parametrize("chunk", [3, 1024])
def test_shared_is_the_weight_of_what_both_have(drawn, chunk, monkeypatch):
    monkeypatch.setattr(overlap, "CHUNK", chunk)
    chance = Random(5)  # noqa: S311  (numbers, not secrets)
    one, other = (
        [sorted({drawn(chance) for _ in range(chance.randrange(70))}) for _ in range(REPORTS)] for _ in "lr"
    )
    left = np.sort(np.array([chance.randrange(REPORTS) for _ in range(500)]))
    right = np.array([chance.randrange(REPORTS) for _ in range(500)])
    found = shared(codes(one), codes(other), left, right)
    expected = [sum(map(weight_of, set(one[a]) & set(other[b]))) for a, b in zip(left, right, strict=True)]
    assert found.tolist() == expected
    assert any(expected)


def test_lists_that_are_all_empty_share_nothing():
    empty = codes([[], []])
    assert shared(empty, codes([[17], [18]]), np.array([0, 1]), np.array([1, 0])).tolist() == [0, 0]


def test_a_part_of_a_table_of_lists_is_read_from_where_it_begins():
    part = pa.array([[1], [2, 3], [], [4]], pa.list_(pa.int64())).slice(1, 2)
    assert Codes.of(part).rows.tolist() == [[2, 3], [0, 0]]


def codes(lists: list[list[int]]) -> Codes:
    return Codes.of(pa.array(lists, pa.list_(pa.int64())))
