"""Explore: one filter, and its incidents on a map, along time and in a table."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from witnessmark.errors import UsageError
from witnessmark.model.filter import Box, Filter
from witnessmark.web import saved
from witnessmark.web.numbers import whole
from witnessmark.web.permissions import get_desk_for, get_explored_for, get_map_for
from witnessmark.web.rights import Right
from witnessmark.web.shown.areas import map_record
from witnessmark.web.shown.explore import explore_page
from witnessmark.web.shown.histogram import address
from witnessmark.web.shown.labels import labels

_WORLD = 3  # zoom of a map that was not told any


@require_GET
@login_required
def explore(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a filter as it stands in the address."""
    desk = get_desk_for(request.user, slug)
    wanted = asked(request.GET)
    found = get_explored_for(desk, wanted, request.GET.get("after") or None)
    context = {
        "desk": desk,
        "page": "explore",
        "shown": explore_page(found, wanted, labels()),
        "begun": bool(request.GET.get("after")),
        "may_publish": desk.may(Right.PUBLISH),
        "views": saved.views_of(request.user, desk.project),
    }
    return render(request, "web/explore.html", context)


@require_GET
@login_required
def explore_map(request: HttpRequest, slug: str) -> HttpResponse:
    """What the map draws, at the zoom and in the frame it has."""
    desk = get_desk_for(request.user, slug)
    wanted = asked(request.GET)
    zoom = whole(request.GET.get("zoom", ""))
    found = get_map_for(desk, wanted, _WORLD if zoom is None else zoom, _frame(request.GET))
    return JsonResponse(map_record(found, labels()))


@require_POST
@login_required
def keep_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Keep a filter under a name, in the place of the one that had it."""
    desk = get_desk_for(request.user, slug)
    wanted = asked(QueryDict(request.POST.get("query", "")))
    name = saved.keep(request.user, desk.project, request.POST.get("name", ""), address(wanted))
    messages.success(request, _("Kept as “%(name)s”.") % {"name": name})
    return _back(slug, address(wanted))


@require_POST
@login_required
def drop_view(request: HttpRequest, slug: str) -> HttpResponse:
    """Forget a view of one's own."""
    desk = get_desk_for(request.user, slug)
    saved.drop(request.user, desk.project, request.POST.get("name", ""))
    return _back(slug, request.POST.get("query", ""))


def asked(query: QueryDict) -> Filter:
    """The filter of an address. Raises UsageError naming the field that cannot be read."""
    return Filter.from_query({name: query.getlist(name) for name in query})


def _frame(query: QueryDict) -> Box | None:
    """The part of the world that a map shows."""
    try:
        return Filter.from_query({"bbox": query.getlist("frame")}).bbox
    except UsageError:
        return None


def _back(slug: str, query: str) -> HttpResponse:
    response = redirect("explore", slug)
    response["Location"] += f"?{address(asked(QueryDict(query)))}"
    return response
