"""What linking hands to a case to keep: views, and the traces by which later documents are linked to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from witnessmark.model.claim import Relation
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate
from witnessmark.model.trace import Trace


@dataclass(frozen=True, slots=True)
class Links:
    """In the place of all that was kept of the documents of these traces.

    Candidates are in the place of those between two of them, and of those between one of `moved` and any
    other. `made_by` names program and rules: what others made is not added to. `decided` is how many
    decisions these links stand on, where more may have come since; None: all. `ranks` has those of the
    candidates that a person should look at, by their ends; the least comes first.
    """

    lineages: Sequence[Lineage]
    incidents: Sequence[Incident]
    relations: Sequence[Relation]
    candidates: Sequence[Candidate] = ()
    traces: Sequence[Trace] = ()
    moved: frozenset[str] = frozenset()
    made_by: str = ""
    decided: int | None = None
    ranks: Mapping[tuple[str, str], float] = field(default_factory=dict)
