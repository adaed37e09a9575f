import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.sites.intervals import count_interval, expected, newcombe, quartiles, wilson


def test_wilson_as_in_its_example():
    # Newcombe 1998, two-sided intervals for the single proportion, table I: 81 of 263.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    assert wilson(0, 20)[0] == pytest.approx(0)
    assert wilson(0, 0) == (0, 1)


def test_newcombe_as_in_its_example():
    # Newcombe 1998, interval estimation for the difference, table II, method 10: 56 of 70 less 48 of 80.
    assert newcombe((56, 70), (48, 80)) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


@given(st.integers(0, 40), st.integers(1, 40), st.integers(0, 40), st.integers(1, 40))
def test_a_difference_lies_in_its_interval_and_turns_round(a, n, b, m):
    one, other = (min(a, n), n), (min(b, m), m)
    apart, low, high = newcombe(one, other)
    assert -1 <= low <= apart + 1e-9
    assert apart - 1e-9 <= high <= 1
    back = newcombe(other, one)
    assert (back[1], back[2]) == pytest.approx((-high, -low))


def test_events_of_like_chance_are_binomial():
    n, p = 30, 0.3
    total, tails = 0.0, []
    for k in range(n + 1):
        total += math.comb(n, k) * p**k * (1 - p) ** (n - k)
        tails.append(total)
    low = next(k for k, t in enumerate(tails) if t > 0.025)
    high = next(k for k, t in enumerate(tails) if t >= 0.975)
    assert count_interval([p] * n) == (low, high)


@given(st.lists(st.floats(0, 1), max_size=60))
def test_a_count_lies_between_none_and_all(chances):
    low, high = count_interval(chances)
    mean, variance = expected(chances)
    assert 0 <= low <= mean + 1 + 1e-9
    assert mean - 1 - 1e-9 <= high <= len(chances)
    assert variance >= 0


def test_many_events_are_nearly_normal():
    low, high = count_interval([0.5] * 1_000)
    assert (low, high) == (469, 531)


def test_a_hundred_thousand_unlikely_events_are_counted_as_one_sum():
    # Poisson of mean 20, which so many events are to within 20 / 100,000 of its chance (Le Cam 1960).
    assert count_interval([0.0002] * 100_000) == (12, 29)
    assert count_interval([0.9998] * 100_000) == (100_000 - 29, 100_000 - 12)


def test_quartiles_fall_between_values():
    assert quartiles([4, 1, 3, 2]) == (1.75, 2.5, 3.25)
    assert quartiles([]) is None
