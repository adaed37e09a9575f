"""The rule sets that make one figure of those of several voices: words are data, choices are code.

The codebook's `figure_rules` says of each set what it does, after whom, and which of these choices it takes.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from witnessmark import codebook
from witnessmark.errors import UsageError
from witnessmark.model.sentence import sentence


@dataclass(frozen=True, slots=True)
class Statement:
    """What one voice says: the nominal value, its bounds (None: open), and the claim that says it.

    `closeness` is how near to events the voice counts, 0 for nobody named; `day` when it said so.
    """

    voice: str
    value: int | None
    low: int | None
    high: int | None
    claim: str
    closeness: int = 0
    day: date | None = None


Statements = Sequence[Statement]


def strict_ends(statements: Statements) -> tuple[int | None, int | None]:
    """The smallest lower and the largest upper bound; an end is open as soon as one voice leaves it open."""
    lows, highs = [s.low for s in statements], [s.high for s in statements]
    low = None if None in lows else min(n for n in lows if n is not None)
    high = None if None in highs else max(n for n in highs if n is not None)
    return low, high


def said_ends(statements: Statements) -> tuple[int | None, int | None]:
    """As `strict_ends`, but one voice may close what another leaves open; every number said is inside."""
    values = [s.value for s in statements if s.value is not None]
    lows = [s.low for s in statements if s.low is not None]
    highs = [s.high for s in statements if s.high is not None]
    if len(statements) == 1:
        return strict_ends(statements)
    return min([*lows, *values]) if lows else None, max([*lows, *highs, *values]) if highs else None


def median(statements: Statements) -> int | None:
    """The middle one of the values the voices give; of an even number the lower middle, never a mean."""
    values = sorted(s.value for s in statements if s.value is not None)
    return values[(len(values) - 1) // 2] if values else None


def lowest(statements: Statements) -> int | None:
    """The smallest value any voice gives."""
    return min((s.value for s in statements if s.value is not None), default=None)


def closest_latest(statements: Statements) -> int | None:
    """Of the voices closest to the event the latest value; of one day the middle one."""
    near = _closest(statements)
    newest = max((s.day for s in near if s.day is not None), default=None)
    return median([s for s in near if s.day == newest])


def closest_lowest(statements: Statements) -> int | None:
    """The smallest value of the voices closest to the event."""
    return lowest(_closest(statements))


def most_origins(statements: Statements) -> int | None:
    """The value that most voices give, each counted once for it; of several the smallest."""
    given = Counter(value for _, value in {(s.voice, s.value) for s in statements} if value is not None)
    return min(given, key=lambda v: (-given[v], v), default=None)


def agreed(statements: Statements) -> int | None:
    """The value all voices give, if they give one."""
    values = {s.value for s in statements}
    return values.pop() if len(values) == 1 else None


def everyone(statements: Statements) -> list[Statement]:
    """All of them."""
    return list(statements)


def named(statements: Statements) -> list[Statement]:
    """Those of somebody a reader could ask; all where nobody is named."""
    return [s for s in statements if s.closeness > 0] or list(statements)


def _closest(statements: Statements) -> list[Statement]:
    """Those who give a number, as close to the event as any of them is."""
    valued = [s for s in statements if s.value is not None]
    nearest = max((s.closeness for s in valued), default=0)
    return [s for s in valued if s.closeness == nearest]


_AMONG: dict[str, Callable[[Statements], list[Statement]]] = {"all": everyone, "named": named}
_ENDS: dict[str, Callable[[Statements], tuple[int | None, int | None]]] = {
    "strict": strict_ends,
    "said": said_ends,
}
_BEST: dict[str, Callable[[Statements], int | None]] = {
    "closest_latest": closest_latest,
    "closest_lowest": closest_lowest,
    "lowest": lowest,
    "most_origins": most_origins,
    "agreed": agreed,
}

DEFAULT = "default"  # stands for the rule set that the codebook marks so


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One way to make a figure of those of several voices; `explained` says it to a reader."""

    name: str
    shown: str  # how the best value was chosen, as a figure's rule says it
    explained: str
    source: str
    among: Callable[[Statements], list[Statement]]
    ends: Callable[[Statements], tuple[int | None, int | None]]
    best: Callable[[Statements], int | None]

    def rule(self, statements: Statements) -> str:
        """What a figure made of several statements calls its rule; one voice in several is nobody named."""
        several = len({s.voice for s in statements}) > 1
        chosen = sentence(", best: {said}", said=self.shown)
        return f"range_over_{'origins' if several else 'reports'}{chosen}"


def rule_set(name: str = DEFAULT) -> RuleSet:
    """The rule set of that name, or the default one. Raises UsageError naming the ones there are."""
    known = rule_sets()
    if name == DEFAULT:
        return next(iter(known.values()))
    if name not in known:
        raise UsageError(f"no rule `{name}`; there are {', '.join(sorted(known))}")
    return known[name]


@cache
def rule_sets() -> dict[str, RuleSet]:
    """Every rule set by name, the default one first. Raises UsageError for a malformed one."""
    entries = codebook.load().taxonomy("figure_rules")
    ordered = sorted(entries.values(), key=lambda e: e.extra.get("default") is not True)
    return {e.code: _rule_set(e) for e in ordered}


def _rule_set(entry: codebook.Entry) -> RuleSet:
    said = {key: str(entry.extra.get(key, "")) for key in ("among", "ends", "best", "shown")}
    for key, choices in (("among", _AMONG), ("ends", _ENDS), ("best", _BEST)):
        if said[key] not in choices:
            raise UsageError(f"codebook: figure_rules: `{entry.code}` has an unknown `{key}`: {said[key]}")
    return RuleSet(
        name=entry.code,
        shown=said["shown"],
        explained=entry.definition,
        source=entry.source,
        among=_AMONG[said["among"]],
        ends=_ENDS[said["ends"]],
        best=_BEST[said["best"]],
    )
