"""The first page of a project: what waits for a person, and deciding on many at once."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from witnessmark.errors import UsageError
from witnessmark.model.decision import Judgement
from witnessmark.web.deciding import confirmed, judged
from witnessmark.web.paged import known_for
from witnessmark.web.permissions import get_counts_for, get_desk_for, get_freshness_for, get_waiting_for
from witnessmark.web.rights import Right
from witnessmark.web.shown.inbox import LISTS
from witnessmark.web.views.settling import settle

FIRST, PAGE = 5, 25  # lines of each list on the first page, and on a page of its own
# What can be done with many at once, by list and button.
_BULK = {
    ("documents", "read"): Judgement.READ,
    ("claims", "accept"): Judgement.ACCEPT,
    ("claims", "reject"): Judgement.REJECT,
    ("second", "confirm"): Judgement.CONFIRM,
}


@require_safe
@login_required
def inbox(request: HttpRequest, slug: str) -> HttpResponse:
    """The beginning of each list; or with `list` one of them, from `after` on."""
    desk = get_desk_for(request.user, slug)
    one, after = request.GET.get("list", ""), request.GET.get("after", "")
    if one and one not in LISTS:
        raise Http404
    counts = get_counts_for(desk)
    sections = [
        {
            "name": name,
            "title": title,
            "count": counts[counted],
            "waiting": get_waiting_for(desk, name, after or None, PAGE if one else FIRST),
        }
        for name, (counted, title) in LISTS.items()
        if name == one or (not one and counts[counted])
    ]
    context = {
        "desk": desk,
        "page": "inbox",
        "sections": sections,
        "one": one,
        "fresh": get_freshness_for(desk),
        "may_decide": desk.may(Right.DECIDE),
        "may_confirm": desk.may(Right.CONFIRM),
    }
    return render(request, "web/inbox.html", context)


@require_POST
@login_required
def bulk(request: HttpRequest, slug: str) -> HttpResponse:
    """One judgement on everything that was ticked, for one reason, as one act."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    what = (request.POST.get("list", ""), request.POST.get("judgement", ""))
    if what not in _BULK:
        raise UsageError(_("This cannot be done with many of this list at once."))
    judgement = _BULK[what]
    chosen = list(dict.fromkeys(name for ticked in request.POST.getlist("chosen") for name in ticked.split()))
    if not chosen:
        raise UsageError(_("Tick what this is about."))
    reason = request.POST.get("reason", "")
    if judgement is Judgement.CONFIRM:
        made = confirmed(desk, chosen, reason)
    elif set(chosen) - known_for(desk, chosen):
        raise Http404
    else:
        made = judged(desk, [(name,) for name in chosen], judgement, reason)
    return settle(request, desk, made, f"{reverse('inbox', args=[slug])}?list={what[0]}")
