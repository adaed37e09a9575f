"""The page of an incident."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from witnessmark.model.claim import Claim
from witnessmark.web.gathered import IncidentFile
from witnessmark.web.permissions import (
    get_decided_with_for,
    get_desk_for,
    get_incident_for,
    get_incident_of_claim_for,
)
from witnessmark.web.rights import Right
from witnessmark.web.shown.decisions import seen
from witnessmark.web.shown.history import history
from witnessmark.web.shown.incident import incident_sheet
from witnessmark.web.shown.labels import labels


@login_required
def incident(request: HttpRequest, slug: str, incident: str) -> HttpResponse:
    """What is known of it, from whom, and why each number is what it is.

    An incident has another name once its claims are others: `of` names claims of it, by which an address that
    was kept leads to what they are in by now.
    """
    desk = get_desk_for(request.user, slug)
    try:
        file = get_incident_for(desk, incident)
    except Http404:
        now = get_incident_of_claim_for(desk, *request.GET.get("of", "").split())
        messages.info(request, _("The claims of this incident changed since then. This is it now."))
        return redirect("incident", slug, now.id)
    context = {
        "desk": desk,
        "page": "incident",
        "sheet": incident_sheet(file, labels()),
        "history": history(file.decisions, desk.person, _claims(file), file.recorded),
        "seen": seen(file.decisions),
        "undo_seen": seen(get_decided_with_for(desk, file.decisions)),
        "may_decide": desk.may(Right.DECIDE),
        "may_confirm": desk.may(Right.CONFIRM),
        "may_check": file.register and desk.may(Right.REGISTER),
    }
    return render(request, "web/incident.html", context)


def _claims(file: IncidentFile) -> dict[str, Claim]:
    return {c.id: c for reading in file.dossier.readings for c in reading.claims}
