"""The order in which a case keeps the pairs of reports that a person should look at."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from witnessmark.link.review import Reviewed, pairs_of
from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision
from witnessmark.model.incident import Incident
from witnessmark.model.pair import Candidate
from witnessmark.model.reading import Reading

# What somebody was unsure of comes after all that nobody looked at: values are far below this.
_LOOKED_AT = 1e6


class Around(Protocol):
    """What a case knows of the claims that were not linked again."""

    def incidents_of(self, names: Iterable[str]) -> list[Incident]: ...
    def recorded_claims(self, ids: Iterable[str]) -> list[Claim]: ...


def ranks(
    candidates: Sequence[Candidate],
    incidents: Sequence[Incident],
    readings: Sequence[Reading],
    decisions: Sequence[Decision],
    around: Around,
) -> dict[tuple[str, str], float]:
    """The ranks of those candidates that are open, the least first; with what is beside them."""
    claims = {c.id: c for r in readings for c in r.claims}
    linked = {r.document.id for r in readings}
    beside = [n for c in candidates for n in (c.a, c.b) if n not in claims and n not in linked]
    others = around.incidents_of(beside) if beside else []
    claims |= {c.id: c for c in around.recorded_claims([c for i in others for c in i.claims])}
    found = pairs_of(candidates, Reviewed([*incidents, *others], claims, decisions, {}))
    return {(p.a, p.b): _LOOKED_AT * bool(p.judged) - p.value for p in found}
