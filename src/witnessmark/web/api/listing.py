"""Lists that programs read of a project, a page at a time."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Path, Query

from witnessmark.model.listing import Page
from witnessmark.model.record import to_record
from witnessmark.web.api.auth import desk_of, memberships_of, rights_here
from witnessmark.web.api.filtering import FilterIn
from witnessmark.web.api.router import REFUSALS, IncidentPlace, Limit, Place, Slug, WorkPlace, router
from witnessmark.web.api.shapes import Acts, PersonOut, ProjectOut, Records, Told
from witnessmark.web.paged import get_acts_for, get_incidents_for, get_list_for, get_worklist_for
from witnessmark.web.people import get_members_for
from witnessmark.web.permissions import get_counts_for
from witnessmark.web.rights import Right

Lists = Literal["documents", "pairs", "claims", "second", "failures"]


@router.get("/projects", response={200: list[ProjectOut], REFUSALS: Told}, tags=["read"])
def projects(request: HttpRequest) -> list[dict[str, Any]]:
    """The projects of who asks, and what may be done there."""
    return [
        {
            "slug": m.project.slug,
            "title": m.project.title,
            "role": m.role,
            "rights": sorted(rights_here(request, m)),
            "four_eyes": m.project.four_eyes,
        }
        for m in memberships_of(request)
    ]


@router.get("/p/{slug}/documents", response={200: Records, REFUSALS: Told}, tags=["read"])
def documents(request: HttpRequest, slug: Slug, after: Place = None, limit: Limit = 50) -> dict[str, Any]:
    """Documents in the order they arrived, with their text and zones."""
    return _page(get_list_for(desk_of(request, slug), "documents", after, limit))


@router.get("/p/{slug}/claims", response={200: Records, REFUSALS: Told}, tags=["read"])
def claims(request: HttpRequest, slug: Slug, after: Place = None, limit: Limit = 50) -> dict[str, Any]:
    """Claims as they were read, document by document; as people corrected them they are in `readings`."""
    return _page(get_list_for(desk_of(request, slug), "claims", after, limit))


@router.get("/p/{slug}/incidents", response={200: Records, REFUSALS: Told}, tags=["read"])
def incidents(
    request: HttpRequest,
    slug: Slug,
    asked: Query[FilterIn],
    after: IncidentPlace = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Incidents with their figures by their first day, and what is no single event, each of its kind.

    The filter is that of the explore page; without one these are all.
    """
    return _page(get_incidents_for(desk_of(request, slug), asked.filter(), after, limit))


@router.get("/p/{slug}/pairs", response={200: Records, REFUSALS: Told}, tags=["read"])
def pairs(request: HttpRequest, slug: Slug, after: Place = None, limit: Limit = 50) -> dict[str, Any]:
    """Pairs of reports that may be one event: candidates, with what each comparison found."""
    return _page(get_list_for(desk_of(request, slug), "pairs", after, limit))


@router.get("/p/{slug}/decisions", response={200: Records, REFUSALS: Told}, tags=["read"])
def decisions(request: HttpRequest, slug: Slug, after: Place = None, limit: Limit = 50) -> dict[str, Any]:
    """Every decision in the order it was made, those taken back and those that took them back included."""
    return _page(get_list_for(desk_of(request, slug), "decisions", after, limit))


@router.get("/p/{slug}/waiting", response={200: dict[str, int], REFUSALS: Told}, tags=["read"])
def waiting(request: HttpRequest, slug: Slug) -> dict[str, int]:
    """How much waits for a person, by list of the inbox."""
    counts = get_counts_for(desk_of(request, slug))
    return {
        "documents": counts["unread"],
        "pairs": counts["open_pairs"],
        "claims": counts["unsure"],
        "second": counts["awaiting"],
        "failures": counts["failures"],
    }


@router.get("/p/{slug}/waiting/{name}", response={200: Records, REFUSALS: Told}, tags=["read"])
def worklist(
    request: HttpRequest,
    slug: Slug,
    name: Annotated[Lists, Path()],
    after: WorkPlace = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """One list of the inbox; `second` are decisions that wait for a second person."""
    return _page(get_worklist_for(desk_of(request, slug), name, after, limit))


@router.get("/p/{slug}/acts", response={200: Acts, REFUSALS: Told}, tags=["administer"])
def acts(
    request: HttpRequest,
    slug: Slug,
    before: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
    limit: Limit = 50,
) -> dict[str, Any]:
    """What was done in the room, the latest first."""
    found = get_acts_for(desk_of(request, slug, Right.ADMINISTER), before, limit + 1)
    return {"items": found[:limit], "before": found[limit - 1].place if len(found) > limit else None}


@router.get("/p/{slug}/people", response={200: list[PersonOut], REFUSALS: Told}, tags=["administer"])
def people(request: HttpRequest, slug: Slug) -> list[dict[str, Any]]:
    """Who is in the project, and as what; people are invited and changed on their page alone."""
    return [
        {"name": m.name, "role": m.role, "opens_register": m.register, "begun": m.begun, "factor": m.factor}
        for m in get_members_for(desk_of(request, slug, Right.ADMINISTER))
    ]


def _page(page: Page[Any]) -> dict[str, Any]:
    return {"items": [to_record(item) for item in page.items], "after": page.after}
