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

    @property
    def nominal(self) -> int | None:
        return self.value


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

# Names of rules for one voice, and what each means.
RULES: dict[str, str] = {
    "single_origin_exact": "one voice gives one exact number",
    "single_origin_bounds": "one voice gives a number with a qualifier; only its strict bounds are kept",
    "single_origin_vague": "one voice gives a vague word: a lower bound, no best value",
    "restated_bounds": "one voice's figure is worded with different bounds; the wider ones are kept",
    "latest_of_origin": "one voice gave several figures over time; its latest counts",
    "largest_of_report": "one report gives several figures at once; the largest is taken for its total",
    "part_only": "only parts of the total are given; the largest is a lower bound",
    "derived": "added by us over parts that cannot overlap; the parts are named",
}


def policy(name: str) -> Policy:
    """The policy of that name. Raises UsageError naming the ones there are."""
    if name not in POLICIES:
        raise UsageError(f"no rule `{name}`; there are {', '.join(sorted(POLICIES))}")
    return POLICIES[name]
