"""A source: who publishes or speaks. Alignment describes independence, never truth."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """`reliability` is the Admiralty letter A-F a desk assigned; F means unknown, never worst."""

    id: str
    name: str
    kind: str
    alignment: str | None = None
    reliability: str = "F"
