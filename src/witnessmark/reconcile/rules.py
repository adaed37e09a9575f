"""The rules that choose a figure. Each has a name that is shown with the figure, and says what it does.

A policy says how the figures of several voices become one best value; the registry at the end is literal.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from witnessmark.errors import UsageError


@dataclass(frozen=True, slots=True)
class Statement:
    """What one voice says: the nominal value, its bounds (None: open), and the claim that says it."""

    voice: str
    value: int | None
    low: int | None
    high: int | None
    claim: str


def combined_low(statements: Sequence[Statement]) -> int | None:
    """The smallest lower bound; open as soon as one voice leaves it open."""
    lows = [s.low for s in statements]
    return None if None in lows else min(n for n in lows if n is not None)


def combined_high(statements: Sequence[Statement]) -> int | None:
    """The largest upper bound; open as soon as one voice leaves it open."""
    highs = [s.high for s in statements]
    return None if None in highs else max(n for n in highs if n is not None)


def median(statements: Sequence[Statement]) -> int | None:
    """The middle one of the values the voices give; of an even number the lower middle, never a mean."""
    values = sorted(s.value for s in statements if s.value is not None)
    return values[(len(values) - 1) // 2] if values else None


def lowest(statements: Sequence[Statement]) -> int | None:
    """The smallest value any voice gives."""
    return min((s.value for s in statements if s.value is not None), default=None)


def highest(statements: Sequence[Statement]) -> int | None:
    """The largest value any voice gives."""
    return max((s.value for s in statements if s.value is not None), default=None)


@dataclass(frozen=True, slots=True)
class Policy:
    """How one best value is chosen among independent voices; `shown` is the name a figure carries."""

    shown: str
    best: Callable[[Sequence[Statement]], int | None]


# `default` follows Every Casualty's advice to publish a range with a stated way of choosing inside it; the
# lower middle is ACLED's conservative choice between two figures.
POLICIES: dict[str, Policy] = {
    "default": Policy("range_over_origins, best: median", median),
    "conservative": Policy("range_over_origins, best: lowest", lowest),
    "highest": Policy("range_over_origins, best: highest", highest),
}


def policy(name: str) -> Policy:
    """The policy of that name. Raises UsageError naming the ones there are."""
    if name not in POLICIES:
        raise UsageError(f"no rule `{name}`; there are {', '.join(sorted(POLICIES))}")
    return POLICIES[name]
