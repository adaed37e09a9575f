"""The stage: an incident in, a level and a reason for each dimension out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from witnessmark.grade.dimensions import ADMITTABLE, DIMENSIONS, INVESTIGABLE, Dimension, blames
from witnessmark.grade.sources import Weight, investigated, party, unfounded, weight
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.grade import DimensionGrade, Grade
from witnessmark.model.incident import Incident, Lineage


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
    lineages. A denial sets the flag `contested`; it lowers nothing, but what is contested is never V4.
    """
    told = [claims[c] for c in incident.claims]
    case = _Case(
        accused=frozenset(incident.attributed_to),
        claims=tuple(c for c in told if c.modality is not Modality.DENIED),
        voices={c.id: (origins or {}).get(c.id) or _first(c) for c in told},
        line=lineages if isinstance(lineages, Mapping) else lineage_of(lineages),
        contested=any(c.kind is ClaimKind.DENIAL or c.modality is Modality.DENIED for c in told)
        or _blames_differ(told),
    )
    return Grade(tuple((d.name, _graded(case, d)) for d in DIMENSIONS), _flags(case, told))


def lineage_of(lineages: Sequence[Lineage]) -> dict[str, str]:
    """Document id -> id of its lineage."""
    return {doc: item.id for item in lineages for doc in item.documents}


@dataclass(frozen=True, slots=True)
class _Case:
    accused: frozenset[str]
    claims: tuple[Claim, ...]
    voices: Mapping[str, tuple[str, ...]]
    line: Mapping[str, str]
    contested: bool


def _blames_differ(told: Sequence[Claim]) -> bool:
    """Whether one speaker blames only parties that another leaves out entirely."""
    blamed: dict[tuple[str, ...], set[str]] = {}
    for claim in told:
        if blames(claim):
            blamed.setdefault(_first(claim), set()).update(blames(claim))
    sides = list(blamed.values())
    return any(not a & b for n, a in enumerate(sides) for b in sides[n + 1 :])


def _first(claim: Claim) -> tuple[str, ...]:
    return (claim.claimants[0].name,) if claim.claimants else ("UNNAMED",)


def _graded(case: _Case, dimension: Dimension) -> DimensionGrade:
    speaking = [c for c in case.claims if dimension.speaks(c)]
    if not speaking:
        return DimensionGrade("V0", dimension.silent)
    founded = [c for c in speaking if not unfounded(c, case.voices[c.id])]
    if not founded:
        return DimensionGrade("V1", "said by nobody named, or said not to be verified yet")
    voices = sorted({v for c in founded for v in case.voices[c.id]})
    finders = [v for v in voices if weight(v) is Weight.FINDS]
    if finders:
        return DimensionGrade("V5", f"found by {_list(finders)}, to its stated standard of proof")
    admitting = [v for v in voices if party(v) in case.accused]
    if admitting and dimension.name in ADMITTABLE:
        return DimensionGrade("V5", f"stated by {_list(admitting)}, to whom it is attributed")
    own = sorted({v for c in founded if investigated(c, case.voices[c.id]) for v in case.voices[c.id]})
    lines = {case.line.get(c.doc, c.doc) for c in founded}
    if len(voices) > 1 and len(lines) > 1:
        return _corroborated(case, voices, own)
    return _single(dimension, voices, own)


def _corroborated(case: _Case, voices: list[str], own: list[str]) -> DimensionGrade:
    words = f"{len(voices)} independent voices: {_list(voices)}"
    if own and not case.contested:
        return DimensionGrade("V4", f"{words}; {_list(own)} by its own investigation")
    return DimensionGrade("V3_corroborated", words)


def _single(dimension: Dimension, voices: list[str], own: list[str]) -> DimensionGrade:
    words = f"one voice: {voices[0]}"
    if len(voices) > 1:
        words = f"{_list(voices)}, in one report"
    if own and dimension.name in INVESTIGABLE:
        return DimensionGrade("V3_single_investigative", f"{words}, by its own investigation")
    return DimensionGrade("V2_single_source", words)


def _list(names: list[str]) -> str:
    return ", ".join(names)


def _flags(case: _Case, told: Sequence[Claim]) -> tuple[str, ...]:
    unverified = any(c.modality is Modality.NEEDS_VERIFICATION for c in told)
    flags = {"contested": case.contested, "needs_verification": unverified}
    return tuple(name for name, raised in flags.items() if raised)
