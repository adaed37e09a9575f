"""What programs read of a project one by one, and what all of it comes to."""

from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query

from witnessmark.model.record import Record, to_record
from witnessmark.publish.labels import codebook_labels
from witnessmark.web.api.auth import desk_of
from witnessmark.web.api.filtering import FilterIn, ScopeIn
from witnessmark.web.api.router import REFUSALS, Id, Named, Slug, router
from witnessmark.web.api.shapes import (
    Codes,
    Counted,
    Figures,
    Judged,
    PairOut,
    ReadingOut,
    Tallies,
    Told,
)
from witnessmark.web.permissions import (
    get_document_for,
    get_explored_for,
    get_incident_for,
    get_tallies_for,
)
from witnessmark.web.single import (
    get_act_for,
    get_claim_for,
    get_home_for,
    get_judged_for,
    get_outward_for,
    get_pair_file_for,
    get_reading_file_for,
)
from witnessmark.web.tallied import TallyFile

_TAGS = ["read"]


@router.get("/codes", response={200: Codes, REFUSALS: Told}, tags=_TAGS)
def codes(request: HttpRequest) -> dict[str, Any]:  # noqa: ARG001  (the same for everybody)
    """The codes that fields of claims may have, with their words."""
    labels = codebook_labels()
    return {"axes": labels.axes, "names": labels.names}


@router.get("/p/{slug}/documents/{path:document}", response={200: Record, REFUSALS: Told}, tags=_TAGS)
def document(request: HttpRequest, slug: Slug, document: Id) -> Record:
    """One document."""
    desk = desk_of(request, slug)
    (found,) = get_outward_for(desk, [get_document_for(desk, document)])
    return to_record(found)


@router.get("/p/{slug}/readings/{path:document}", response={200: ReadingOut, REFUSALS: Told}, tags=_TAGS)
def reading(request: HttpRequest, slug: Slug, document: Id) -> dict[str, Any]:
    """A document with its claims as they are by now, and all that is known around it."""
    file = get_reading_file_for(desk_of(request, slug), document)
    return {
        "document": to_record(file.document),
        "claims": [to_record(c) for c in file.claims],
        "relations": [to_record(r) for r in file.relations],
        "lineage": to_record(file.lineage) if file.lineage is not None else None,
        "incidents": [to_record(i) for i in file.incidents],
        "decisions": [to_record(d) for d in file.decisions],
        "received": asdict(file.custody),
    }


@router.get("/p/{slug}/claims/{claim}", response={200: Record, REFUSALS: Told}, tags=_TAGS)
def claim(request: HttpRequest, slug: Slug, claim: Id) -> Record:
    """One claim, as it was last read."""
    return to_record(get_claim_for(desk_of(request, slug), claim))


@router.get("/p/{slug}/claims/{claim}/incident", response={200: Record, REFUSALS: Told}, tags=_TAGS)
def incident_of(request: HttpRequest, slug: Slug, claim: Id) -> Record:
    """The incident that a claim is in by now: incidents have other ids once their claims are others."""
    return to_record(get_home_for(desk_of(request, slug), claim))


@router.get("/p/{slug}/incidents/{incident}", response={200: Record, REFUSALS: Told}, tags=_TAGS)
def incident(request: HttpRequest, slug: Slug, incident: Id) -> Record:
    """One incident with its figures."""
    return to_record(get_incident_for(desk_of(request, slug), incident).incident)


@router.get("/p/{slug}/pair", response={200: PairOut, REFUSALS: Told}, tags=_TAGS)
def pair(request: HttpRequest, slug: Slug, a: Named, b: Named) -> dict[str, Any]:
    """Two reports that were put side by side: what agrees, what differs, what an answer would change."""
    file = get_pair_file_for(desk_of(request, slug), a, b)
    return {
        "pair": to_record(file.pair),
        "compared": [asdict(c) for c in file.compared],
        "claims": file.claims,
        "incidents": [i.id for i in file.incidents],
        "decisions": [to_record(d) for d in file.decisions],
    }


@router.get("/p/{slug}/decisions/{decision}", response={200: list[Record], REFUSALS: Told}, tags=_TAGS)
def decision(request: HttpRequest, slug: Slug, decision: Id) -> list[Record]:
    """The decision of that id; or, where it is that of an act, all that were made in one go."""
    return [to_record(d) for d in get_act_for(desk_of(request, slug), decision)]


@router.get("/p/{slug}/judged", response={200: Judged, REFUSALS: Told}, tags=_TAGS)
def judged(
    request: HttpRequest,
    slug: Slug,
    on: Annotated[list[Named], Query(min_length=1, max_length=100)],
) -> dict[str, Any]:
    """What was decided on these claims, documents or decisions: what to name in `seen`."""
    found = get_judged_for(desk_of(request, slug), on)
    return {
        "items": [to_record(d) for d in found.decisions],
        "in_force": found.in_force,
        "awaiting": found.awaiting,
    }


@router.get("/p/{slug}/counts", response={200: Counted, REFUSALS: Told}, tags=_TAGS)
def counts(request: HttpRequest, slug: Slug, asked: Query[FilterIn]) -> dict[str, Any]:
    """The incidents of a filter counted, as the explore page has them."""
    found = get_explored_for(desk_of(request, slug), asked.filter(), None)
    return {
        "whole": found.whole,
        "undated": found.undated,
        "unplaced": found.unplaced,
        "facets": found.facets,
        "bars": found.histogram.bars,
        "places": [asdict(p) for p in found.places],
    }


@router.get("/p/{slug}/figures", response={200: Figures, REFUSALS: Told}, tags=_TAGS)
def figures(request: HttpRequest, slug: Slug, asked: Query[ScopeIn]) -> dict[str, Any]:
    """What the single incidents of a scope come to, as the totals page has it."""
    return _figures(get_tallies_for(desk_of(request, slug), asked.scope()))


@router.get("/p/{slug}/tallies", response={200: Tallies, REFUSALS: Told}, tags=_TAGS)
def tallies(request: HttpRequest, slug: Slug, asked: Query[ScopeIn]) -> dict[str, Any]:
    """Totals that others gave, with their audit, beside the sums over single incidents in the same scope."""
    desk = desk_of(request, slug)
    file = get_tallies_for(desk, asked.scope())
    totals = [to_record(i) for i in get_outward_for(desk, file.totals)]
    return {"totals": totals, "all_totals": file.all_totals, **_figures(file)}


def _figures(file: TallyFile) -> dict[str, Any]:
    return {
        "figures": [asdict(found) for found in file.sums],
        "counted": file.counted,
        "left": [
            {"reason": left.reason, "number": left.number, "some": [i.id for i in left.some]}
            for left in file.left
        ],
    }
