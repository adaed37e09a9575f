"""How well stated chances hold: bins of them beside the share that was right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BINS = 10  # of equal width, as the expected calibration error is commonly given


class Bin(NamedTuple):
    """Claims of like confidence: how many, their mean confidence, the share of right ones."""

    claims: int
    stated: float
    right: float


def bins(pairs: Iterable[tuple[float, bool]]) -> list[Bin]:
    """The bins that hold any claim, lowest first."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for stated, right in pairs:
        held[min(int(stated * BINS), BINS - 1)].append((stated, right))
    return [
        Bin(len(own), sum(s for s, _ in own) / len(own), sum(r for _, r in own) / len(own))
        for own in held
        if own
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """The expected calibration error: how far stated and right are apart, over all claims."""
    return sum(b.claims * abs(b.stated - b.right) for b in found) / sum(b.claims for b in found)
