"""The page of totals: what each organisation says of a period, beside what the incidents support."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.period import Scope
from witnessmark.web.permissions import get_desk_for, get_tallies_for
from witnessmark.web.shown.labels import labels
from witnessmark.web.shown.tallies import tallies as sheet_of


@login_required
def tallies(request: HttpRequest, slug: str) -> HttpResponse:
    """Totals, their audit, and the sums over incidents in the same days, place and party."""
    desk = get_desk_for(request.user, slug)
    scope = scope_of(request.GET)
    sheet = sheet_of(get_tallies_for(desk, scope), labels())
    context = {"desk": desk, "page": "tallies", "sheet": sheet, "scope": scope}
    return render(request, "web/tallies.html", context)


def scope_of(query: QueryDict) -> Scope:
    """The scope that an address asks for. Raises UsageError naming the field that cannot be read."""
    start, end = (_day(name, query.get(name, "").strip()) for name in ("start", "end"))
    if start and end and start > end:
        raise UsageError(_("The last day is before the first."))
    return Scope(start, end, query.get("place", "").strip() or None, query.get("party", "").strip() or None)


def _day(name: str, given: str) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise UsageError(f"{name}: " + _("write a day as 2031-03-24")) from error
