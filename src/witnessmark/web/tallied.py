"""Totals that organisations gave, and what the incidents of the same scope come to, read from a case."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from witnessmark.model.incident import Incident
from witnessmark.model.listing import Sum
from witnessmark.model.period import Scope
from witnessmark.pipeline.tallying import inside, is_accident

if TYPE_CHECKING:
    from witnessmark.store.case import Case


@dataclass(frozen=True, slots=True)
class Left:
    """Incidents that are in no sum for one reason: how many, and the first of them."""

    reason: str
    number: int
    some: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class TallyFile:
    """What all incidents of a scope come to; of its totals the first ones, and how many there are."""

    scope: Scope
    sums: "tuple[Sum, ...]"
    counted: int
    left: tuple[Left, ...]
    totals: tuple[Incident, ...]
    all_totals: int
    parties: tuple[str, ...]


def tally_file(case: "Case", scope: Scope) -> TallyFile:
    """What is known in a scope."""
    from witnessmark.store.sums import Answers

    told = case.tally(scope, Answers(lambda places: inside(scope, places), is_accident))
    found = told.found
    return TallyFile(
        scope,
        found.sums,
        found.counted,
        tuple(Left(why, n, tuple(told.incidents[i] for i in some)) for why, n, some in found.left),
        tuple(told.incidents[i] for i in found.totals[1]),
        found.totals[0],
        found.parties,
    )
