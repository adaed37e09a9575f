"""Pages of documents: reading one, judging its claims, and its bytes as received."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from witnessmark.errors import UsageError
from witnessmark.model.claim import Claim
from witnessmark.model.decision import Judgement
from witnessmark.pipeline import decisions
from witnessmark.web import files
from witnessmark.web.deciding import by, judged, needed, undone
from witnessmark.web.permissions import (
    Desk,
    get_around_for,
    get_custody_for,
    get_decided_with_for,
    get_decisions_for,
    get_desk_for,
    get_document_for,
    get_reading_for,
    get_waiting_for,
)
from witnessmark.web.rights import Right
from witnessmark.web.shown.decisions import seen
from witnessmark.web.shown.documents import DocumentShown, document_shown
from witnessmark.web.shown.fields import changed, fields
from witnessmark.web.spots import spot
from witnessmark.web.views.settling import settle

_JUDGED = {"accept": Judgement.ACCEPT, "reject": Judgement.REJECT}


@require_safe
@login_required
def document(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """The text with its claims marked, and one of them beside it."""
    desk = get_desk_for(request.user, slug)
    reading = get_reading_for(desk, doc)
    shown = document_shown(reading, get_around_for(desk, reading), request.GET.get("claim", ""))
    context = {
        "desk": desk,
        "page": "inbox",
        "shown": shown,
        "custody": get_custody_for(desk, doc),
        "fields": fields(),
        "next": _next(desk, doc) if shown.read else None,
        "undo_seen": _bearing(desk, shown),
        "may_decide": desk.may(Right.DECIDE),
        "may_take": desk.may(Right.PUBLISH),
    }
    return render(request, "web/document.html", context)


def _bearing(desk: Desk, shown: DocumentShown) -> str:
    """What a form carries that takes back a decision on the claim beside the text."""
    made = get_decisions_for(desk, [shown.chosen.id]) if shown.chosen else ()
    return seen(get_decided_with_for(desk, made))


def _next(desk: Desk, doc: str) -> str | None:
    """The document that one reads after this one: the first that nobody read, if there is any."""
    unread = get_waiting_for(desk, "documents", None, 2).lines
    return next((line.id for line in unread if line.id != doc), None)


@require_POST
@login_required
def judge(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """Accept or reject a claim of the document, or take a judgement on it back; with its reason."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    claim = request.POST.get("claim", "")
    if claim not in {c.id for c in get_reading_for(desk, doc).claims}:
        raise Http404
    back = f"{reverse('document', args=[slug, doc])}?claim={claim}"
    reason, name = request.POST.get("reason", ""), request.POST.get("undo", "")
    asked = _JUDGED.get(request.POST.get("judgement", ""))
    if name:
        return settle(request, desk, undone(desk, name, reason), back)
    if asked is None:
        raise UsageError(_("Say whether you accept the claim or reject it."))
    return settle(request, desk, judged(desk, [[claim]], asked, reason), back)


@require_POST
@login_required
def add(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """Add a claim that the program missed: where it stands, what it says, and why."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    document, form = get_document_for(desk, doc), request.POST
    start, end = spot(document, form.get("quote", ""), form.get("start", ""), form.get("end", ""))
    made = decisions.added(
        document, start, end, _fields(request, None), by(desk), needed(form.get("reason", ""))
    )
    return settle(request, desk, made, f"{reverse('document', args=[slug, doc])}?claim={made[0].subject[0]}")


@require_POST
@login_required
def correct(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """Give fields of a claim another value, and say why."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    name, reason = request.POST.get("claim", ""), needed(request.POST.get("reason", ""))
    claim = next((c for c in get_reading_for(desk, doc).claims if c.id == name), None)
    if claim is None:
        raise Http404
    fields = _fields(request, claim)
    if not fields:
        raise UsageError(_("Nothing was corrected: every field says what it said before."))
    made = decisions.corrected(claim, fields, by(desk), reason)
    return settle(request, desk, made, f"{reverse('document', args=[slug, doc])}?claim={name}")


@require_POST
@login_required
def mark_read(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """Say that one has read the document."""
    desk = get_desk_for(request.user, slug, Right.DECIDE)
    made = decisions.read([get_document_for(desk, doc).id], by(desk), needed(request.POST.get("reason", "")))
    return settle(request, desk, made, reverse("document", args=[slug, doc]))


def _fields(request: HttpRequest, claim: Claim | None) -> dict[str, str]:
    given = {name: ",".join(request.POST.getlist(name)) for name in request.POST}
    several = {f.name for f in fields(claim) if f.several}
    return changed(dict.fromkeys(several, "") | given, claim)


@require_safe
@login_required
def received(request: HttpRequest, slug: str, doc: str) -> HttpResponse:
    """The bytes as they were received, to keep and never to render; that they were asked for is noted."""
    return files.received(get_desk_for(request.user, slug, Right.PUBLISH), doc)
