"""What an entry of a rule says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """`yields` is what its claims of the example are: `measure group bounds` of a count, else a kind."""

    name: str
    family: str
    meaning: str
    patterns: tuple[int, ...]
    example: str
    yields: tuple[str, ...]
    beside: tuple[str, ...] = ()  # other rules that make claims of the example
