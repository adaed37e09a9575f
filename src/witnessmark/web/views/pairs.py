"""Pairs of reports: side by side, judged with one key, the next one behind it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from witnessmark.errors import UsageError
from witnessmark.model.decision import Judgement
from witnessmark.pipeline.reviewing import PairFile
from witnessmark.web.deciding import judged, undone
from witnessmark.web.permissions import (
    Desk,
    get_decided_with_for,
    get_decisions_for,
    get_desk_for,
    get_next_pair_for,
    get_pair_for,
)
from witnessmark.web.rights import Right
from witnessmark.web.shown.decisions import seen
from witnessmark.web.shown.pairs import PairShown, pair_shown
from witnessmark.web.views.settling import settle

_VERDICTS = {v.value: v for v in (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)}


@require_safe
@login_required
def pairs(request: HttpRequest, slug: str) -> HttpResponse:
    """The most valuable open pair behind `after`; or the one named by `a` and `b`."""
    desk = get_desk_for(request.user, slug)
    after = request.GET.get("after", "")
    file, behind = get_next_pair_for(desk, after)
    if "a" in request.GET:
        file, behind = get_pair_for(desk, request.GET["a"], request.GET.get("b", "")), None
    context = {
        "desk": desk,
        "page": "pairs",
        "shown": _shown(desk, file) if file is not None else None,
        "undo_seen": seen(get_decided_with_for(desk, file.decisions)) if file is not None else "",
        "after": after,
        "skip": _address(desk, behind) if behind else "",
        "may_decide": desk.may(Right.DECIDE),
    }
    return render(request, "web/pairs.html", context)


@require_POST
@login_required
def judge(request: HttpRequest, slug: str) -> HttpResponse:
    """Say of two reports whether they tell of one event, or take that back; then the next pair.

    Where no reason is given, what agrees and differs is kept as the reason: it is what they had before them.
    """
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    file = get_pair_for(desk, request.POST.get("a", ""), request.POST.get("b", ""))
    shown = _shown(desk, file)
    subject, reason = (shown.a, shown.b), request.POST.get("reason", "")
    verdict = _VERDICTS.get(request.POST.get("judgement", ""))
    if undo := request.POST.get("undo", ""):
        return settle(request, desk, undone(desk, undo, reason), _judged_at(desk, shown))
    if verdict is None:
        raise UsageError(_("Say whether it is one event or two, or that you are unsure."))
    made = judged(desk, [subject], verdict, reason.strip() or shown.reason)
    answer = settle(request, desk, made, _address(desk, request.POST.get("after", "")))
    if isinstance(answer, HttpResponseRedirect):  # the page is the next pair's: the way back is said
        way = format_html('<a href="{}">{}</a>', _judged_at(desk, shown), _("The pair you judged"))
        messages.info(request, way)
    return answer


def _judged_at(desk: Desk, shown: PairShown) -> str:
    return f"{reverse('pairs', args=[desk.project.slug])}?{urlencode({'a': shown.a, 'b': shown.b})}"


def _shown(desk: Desk, file: PairFile) -> PairShown:
    return pair_shown(file, get_decisions_for(desk, (file.pair.a, file.pair.b)))


def _address(desk: Desk, after: str) -> str:
    address = reverse("pairs", args=[desk.project.slug])
    return f"{address}?{urlencode({'after': after})}" if after else address
