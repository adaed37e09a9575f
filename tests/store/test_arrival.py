"""Reports may come in any order, one by one, in batches or at once: the case shows the same in the end."""

import pytest

from link.stories import other_desk, reworded, translated, wire
from store.test_judgements import READINGS
from store.test_projections import exported
from witnessmark import pipeline

EVERY = [*READINGS, wire(), reworded(), translated(), other_desk()]
ARRIVALS = {
    "at once": [EVERY],
    "backwards, one by one": [[r] for r in EVERY[::-1]],
    "in batches, mixed": [EVERY[1::3], EVERY[2::3], EVERY[0::3]],
    "again and again": [EVERY[:5], EVERY[3:], EVERY[:2]],
}


@pytest.fixture(scope="module")
def shown():
    """What was shown after an earlier arrival."""
    return set()


@pytest.mark.parametrize("batches", ARRIVALS.values(), ids=ARRIVALS)
def test_the_order_of_arrival_changes_nothing_that_is_shown(case, shown, batches):
    for batch in batches:
        for reading in batch:
            case.record(reading)
        pipeline.rebuild(case)
    assert list(case.incidents())
    shown.add(exported(case))
    assert len(shown) == 1
