"""The stage: an incident in, a level and a reason for each dimension out."""

from collections.abc import Iterator, Mapping, Sequence

from witnessmark.grade.against import against
from witnessmark.grade.dimensions import DIMENSIONS, OCCURRENCE, Dimension
from witnessmark.grade.facts import facts
from witnessmark.grade.ladders import suggest
from witnessmark.grade.levels import Level, level, rank
from witnessmark.grade.lift import lift
from witnessmark.grade.testimony import Case, case
from witnessmark.model.claim import Claim, Modality
from witnessmark.model.grade import DimensionGrade, Grade
from witnessmark.model.incident import Incident, IncidentKind, Lineage
from witnessmark.model.sentence import sentence


def grade(
    incident: Incident,
    claims: Mapping[str, Claim],
    lineages: Sequence[Lineage] | Mapping[str, str],
    origins: Mapping[str, tuple[str, ...]] | None = None,
) -> Grade:
    """How well each dimension of `incident` is known, by the scale of the codebook's `grades`.

    `claims` by id must hold the incident's; `lineages` are those of its documents, or, to grade many
    incidents, the lineage id of every document; `origins` are the voices of each claim as `link` settled them
    (without, a claim's first claimant stands for it). Two voices corroborate each other only across
    lineages. A denial sets the flag `contested` and is shown; it lowers nothing. What a voice takes back
    counts as a bare allegation, a number that the incident's figures set aside for another as none. The order
    of the claims makes no difference.
    """
    line = lineages if isinstance(lineages, Mapping) else lineage_of(lineages)
    told = [claims[c] for c in incident.claims]
    known = case(told, origins or {}, line, incident.attributed_to, _outdated(incident, claims))
    total = incident.kind is IncidentKind.AGGREGATE
    found = {asked[0].name: _weakest(known, asked) for asked in DIMENSIONS}
    flags = _flags(known)
    return Grade(
        dimensions=tuple((name, _graded(known, d, best, total=total)) for name, (d, best) in found.items()),
        flags=flags,
        minimum=f"V{min(rank(best.code) for _, best in found.values())}",
        suggested=suggest(incident, facts(known, {name: best for name, (_, best) in found.items()}, flags)),
    )


def _outdated(incident: Incident, claims: Mapping[str, Claim]) -> Iterator[str]:
    """Claims that figures set aside for another number: superseded, altered in a copy, a part."""
    for figure in incident.figures:
        stands = {_value(claims[c]) for c in figure.claims}
        beside = {c for conceded in figure.conceded for c in conceded.claims}
        if figure.working is None:
            aside = (s.claim for s in figure.set_aside if s.claim in claims and s.claim not in beside)
            yield from (c for c in aside if _value(claims[c]) not in stands)


def _value(claim: Claim) -> int | None:
    return claim.count.value if claim.count is not None else None


def lineage_of(lineages: Sequence[Lineage]) -> dict[str, str]:
    """Document id -> id of its lineage."""
    return {doc: item.id for item in lineages for doc in item.documents}


def _weakest(known: Case, asked: tuple[Dimension, ...]) -> tuple[Dimension, Level]:
    """The least known of what a dimension asks for, which is what it is as a whole."""
    found = [(d, level(known, d)) for d in asked]
    return min(found, key=lambda pair: rank(pair[1].code))


def _graded(known: Case, dimension: Dimension, found: Level, *, total: bool) -> DimensionGrade:
    denied, words = against(known, dimension, found)
    reason = f"{found.reason}; {words}" if words else found.reason
    if dimension is OCCURRENCE and total:
        reason = sentence("as a total: {said}", said=reason)
    return DimensionGrade(
        level=found.code,
        reason=reason,
        claims=tuple(t.claim.id for t in found.told),
        against=tuple(t.claim.id for t in denied),
        lift=lift(dimension, found),
    )


def _flags(known: Case) -> tuple[str, ...]:
    raised = {
        "contested": bool(known.denials or known.rivals),
        "retracted": bool(known.takers_back),
        "needs_verification": any(t.claim.modality is Modality.NEEDS_VERIFICATION for t in known.told),
    }
    return tuple(name for name, is_raised in raised.items() if is_raised)
