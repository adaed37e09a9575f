"""Ratios of two times taken turn by turn, so that a busy machine slows both."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One speed figure; `better` says which side of the target is good. No target: for information."""

    name: str
    ratio: float
    target: float | None
    better: str  # "below" | "above"
    ours: str
    yardstick: str

    @property
    def met(self) -> bool:
        if self.target is None:
            return True
        return self.ratio <= self.target if self.better == "below" else self.ratio >= self.target

    def record(self) -> dict[str, Any]:
        row = {k: v for k, v in asdict(self).items() if k != "name"}
        met = {} if self.target is None else {"met": self.met}
        return row | {"ratio": round(self.ratio, 2)} | met


@dataclass(frozen=True)
class Pair:
    """Medians over the rounds, and the median of each round's own ratio."""

    ours: float
    yardstick: float
    ratio: float


def turns(ours: Callable[[], float], yardstick: Callable[[], float], rounds: int) -> Pair:
    """Run both by turns; each returns its seconds."""
    taken = []
    for number in range(rounds):
        if number % 2:
            mine, theirs = ours(), yardstick()
        else:
            theirs, mine = yardstick(), ours()
        taken.append((mine, theirs))
    return Pair(median(m for m, _ in taken), median(t for _, t in taken), median(m / t for m, t in taken))
