"""What every form that decides has in common: what came meanwhile is shown first, what changed afterwards."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from witnessmark.model.decision import Decision
from witnessmark.publish.tongue import retold
from witnessmark.web.deciding import Settled, decide, meanwhile
from witnessmark.web.permissions import Desk
from witnessmark.web.refilled import OWN
from witnessmark.web.shown.decisions import decisions_shown, seen


def settle(request: HttpRequest, desk: Desk, decisions: Sequence[Decision], back: str) -> HttpResponse:
    """Keep the decisions and go back to a page; ask first where others decided on the same since `seen`.

    The form carries the ids it was shown with in `seen`, and `anyway` once the others were shown.
    """
    known = request.POST.get("seen", "").split()
    others = meanwhile(desk, decisions, known)
    if others and "anyway" not in request.POST:
        kept = [(name, v) for name, of in request.POST.lists() if name not in OWN for v in of]
        context = {
            "desk": desk,
            "others": decisions_shown(others),
            "fields": kept,
            "seen": f"{' '.join(known)} {seen(others)}".strip(),
            "back": back,
        }
        return render(request, "web/meanwhile.html", context, status=409)
    tell(request, decide(desk, decisions, known))
    return HttpResponseRedirect(back)


def tell(request: HttpRequest, settled: Settled) -> None:
    """Say on the next page what became of decisions."""
    if settled.linked:
        messages.success(request, _("Kept, and counted."))
    else:
        messages.info(request, _("Kept. The figures are being reckoned: load the page again in a moment."))
    for change in settled.changes:
        for before, after in change.lines:
            messages.info(request, f"{change.title}: {before or _('nothing')} → {after or _('nothing')}")
        if not change.lines:
            messages.info(
                request, f"{change.title}: {_('no incident any more') if change.gone else _('new incident')}"
            )
    for line in settled.told:
        messages.warning(request, retold(line))
    for other in decisions_shown(settled.others):
        messages.warning(
            request,
            _("%(who)s decided too: %(what)s. %(why)s")
            % {"who": other.by, "what": other.what, "why": other.reason},
        )
