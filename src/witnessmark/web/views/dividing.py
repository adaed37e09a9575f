"""Deciding on incidents: two side by side, then merged; claims split off or moved; decisions taken back."""

import re
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision
from witnessmark.web import dividing
from witnessmark.web.deciding import confirmed, undone
from witnessmark.web.permissions import (
    Desk,
    get_desk_for,
    get_event_for,
    get_incident_for,
    get_incident_of_claim_for,
)
from witnessmark.web.refused import come_back
from witnessmark.web.rights import Right
from witnessmark.web.shown.joining import joining
from witnessmark.web.shown.labels import labels
from witnessmark.web.views.settling import settle

_ID = re.compile(r"[0-9a-f]{64}")


@require_safe
@login_required
def of_claim(request: HttpRequest, slug: str, claim: str) -> HttpResponse:
    """The incident that a claim is in by now: incidents have other names once their claims are others."""
    desk = get_desk_for(request.user, slug)
    return redirect("incident", slug, get_incident_of_claim_for(desk, claim).id)


@require_safe
@login_required
def join(request: HttpRequest, slug: str, incident: str) -> HttpResponse:
    """An incident beside another, to be merged with it, or to have claims moved there."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    other = _named(request.GET.get("typed", "") or request.GET.get("other", ""))
    if other == incident:
        raise UsageError(_("Choose another incident than this one."))
    one, two = get_incident_for(desk, incident), get_incident_for(desk, other)
    sheet = joining(one, two, request.GET.getlist("claims"), labels())
    context = {"desk": desk, "page": "incident", "sheet": sheet, "pair": (sheet.one, sheet.other)}
    return render(request, "web/join.html", context)


@require_POST
@login_required
def decide(request: HttpRequest, slug: str, incident: str) -> HttpResponse:
    """Do what a form of the incident asks for, with its reason; or show it beside the other one first."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    try:
        claims = get_event_for(desk, incident).claims
    except Http404:
        return _changed(request, desk)
    chosen = request.POST.getlist("claims")
    if request.POST.get("action") == "beside":
        other = _named(request.POST.get("typed", "") or request.POST.get("other", ""))
        asked = urlencode({"other": other, "claims": chosen}, doseq=True)
        return redirect(f"{reverse('join', args=[slug, incident])}?{asked}")
    left = next((c for c in claims if c not in chosen), claims[0])
    back = reverse("incident_of", args=[slug, left])
    return settle(request, desk, _asked(request, desk, incident, chosen), back)


def _changed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The form again, on the page of what the claims it was about are in by now. Raises Http404."""
    now = get_incident_of_claim_for(desk, *request.POST.get("of", "").split())
    where = [desk.project.slug, now.id]
    why = _("This incident is another by now: its claims changed meanwhile. Look at it again.")
    back = come_back(request, why, reverse("incident", args=where), reverse("incident_decide", args=where))
    if back is None:
        raise UsageError(why)
    return back


def _asked(request: HttpRequest, desk: Desk, incident: str, chosen: list[str]) -> list[Decision]:
    given, why = request.POST, request.POST.get("reason", "")
    match given.get("action", ""):
        case "merge":
            return dividing.merged(desk, (incident, _named(given.get("other", ""))), why)
        case "split":
            return dividing.divided(desk, incident, chosen, why)
        case "move":
            return dividing.moved(desk, incident, chosen, _named(given.get("other", "")), why)
        case "undo":
            return undone(desk, given.get("name", ""), why)
        case "confirm":
            return confirmed(desk, [given.get("name", "")], why)
    raise UsageError(_("This form asks for nothing that can be done."))


def _named(text: str) -> str:
    """The id of an incident in what somebody typed: the id itself, or its page's address."""
    found = _ID.findall(text)
    if not found:
        raise UsageError(_("Choose the other incident, or paste the address of its page."))
    return str(found[-1])
