"""Counts: what was counted, of whom, and the strict logical bounds of the words used.

`value` is the number in the text, `low` and `high` what the qualifier makes certain ("at least 108":
low 108, high open; "almost 500": high 499, low open; "dozens": value unknown, low 12). Tolerances for
"about" are a policy of reconciliation, never stored in the count.
"""

from dataclasses import dataclass
from enum import StrEnum


class Qualifier(StrEnum):
    """How a number is hedged."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    FEWER_THAN = "fewer_than"
    ABOUT = "about"
    ALMOST = "almost"
    RANGE = "range"
    VAGUE = "vague"
    SINGULAR = "singular"
    FRACTION = "fraction"
    UNSPECIFIED_PLURAL = "unspecified_plural"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number as worded: the value said, and what is logically certain about the true one."""

    value: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}")


@dataclass(frozen=True, slots=True)
class Count:
    """A counted quantity inside a claim."""

    measure: str
    group: str | None
    value: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    verbatim: str
    fraction: float | None = None

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.value, self.low, self.high, self.qualifier)
