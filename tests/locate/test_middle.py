"""The middle of a division follows its outline, not its crowds."""

import pytest

from witnessmark.locate.middle import middle


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(0, 0), (0, 10), (10, 0), (10, 10), (9, 9), (9.5, 9), (9, 9.5)], (5, 5)),
        ([(1, 1)], (1, 1)),
        ([(0, 0), (2, 2)], (1, 1)),
        ([(0, 0), (1, 1), (2, 2)], (1, 1)),
        ([(3, 3), (3, 3)], (3, 3)),
    ],
)
def test_the_middle(points, expected):
    assert middle(points) == pytest.approx(expected)
