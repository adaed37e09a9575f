"""What leaves the room: the incidents of a filter, and the report."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from witnessmark.publish.listed import PIECES
from witnessmark.web import files
from witnessmark.web.confirming import confirm_identity, is_confirmed
from witnessmark.web.permissions import count_incidents_for, get_desk_for
from witnessmark.web.rights import Right
from witnessmark.web.shown.histogram import address
from witnessmark.web.views.explore import asked


@require_GET
@login_required
def exports(request: HttpRequest, slug: str) -> HttpResponse:
    """What would leave, and the choice of forms."""
    desk = get_desk_for(request.user, slug, Right.PUBLISH)
    confirm_identity(request)
    wanted = asked(request.GET)
    context = {
        "desk": desk,
        "page": "explore",
        "query": address(wanted),
        "whole": count_incidents_for(desk, wanted),
        "forms": tuple(PIECES),
    }
    return render(request, "web/export.html", context)


@require_POST
@login_required
def export(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Every incident of a filter as a file; noted in the project's ledger before the first of them leaves."""
    desk = get_desk_for(request.user, slug, Right.PUBLISH)
    if not is_confirmed(request):  # allauth's way back knows no form of an address with a filter
        return redirect(f"{reverse('exports', args=[slug])}?{address(asked(request.GET))}")
    return files.export(desk, asked(request.GET), request.POST.get("form", ""))


@require_POST
@login_required
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The report of the project as a file."""
    desk = get_desk_for(request.user, slug, Right.PUBLISH)
    confirm_identity(request)
    return files.report(desk)
