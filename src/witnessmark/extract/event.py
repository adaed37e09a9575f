"""What one verb or noun of attack or harm tells, by the part each phrase beside it has in it."""

from dataclasses import dataclass

from witnessmark.model.actor import Actor

Span = tuple[int, int]  # chunks, the last one exclusive


@dataclass(frozen=True, slots=True)
class Event:
    """What the chunk at `at` tells: its agents, the names and phrases of those it befell, what it struck.

    `told` says that it is told as having happened: a finite verb of the past, or a definite noun.
    """

    at: int
    agents: tuple[Actor, ...] = ()
    names: tuple[Span, ...] = ()
    victims: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    told: bool = False
    counted: bool = False  # a count is of this very event
    cause: Span | None = None  # an act or weapon that is the subject ("a bomb blast damaged")

    @property
    def first(self) -> int:
        """The first chunk of what it tells."""
        spans: list[Span] = [*self.names, *self.victims, *self.targets]
        first = min([self.at, *(first for first, _ in spans)])
        return first if self.cause is None else min(first, self.cause[0])
