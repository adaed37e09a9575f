"""Pages for administrators: the people of a project, and what they did."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from witnessmark.errors import UsageError
from witnessmark.web import people
from witnessmark.web.confirming import confirm_identity
from witnessmark.web.forms import InviteForm, RoleForm
from witnessmark.web.numbers import whole
from witnessmark.web.paged import get_acts_for
from witnessmark.web.permissions import Desk, get_desk_for
from witnessmark.web.rights import ROLES, Right, Role
from witnessmark.web.shown.people import RIGHTS, deed, role

PAGE = 100  # acts on a page


@require_GET
@login_required
def members(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is in the project."""
    return _page(request, get_desk_for(request.user, slug, Right.ADMINISTER))


@require_POST
@login_required
@sensitive_variables("address")
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Take somebody in; the address where they begin is on the page this once."""
    desk = _administering(request, slug)
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, form=form, status=400)
    given = form.cleaned_data
    try:
        address = people.invite_for(desk, given["name"], given["role"], register=given["register"])
    except UsageError as error:
        form.add_error("name", str(error))
        return _page(request, desk, form=form, status=400)
    if not address:
        messages.success(request, _("%(name)s has an account already.") % given)
        return redirect("people", slug)
    return _page(request, desk, invited=given["name"], address=request.build_absolute_uri(address))


@require_POST
@login_required
def change(request: HttpRequest, slug: str, member: int) -> HttpResponse:
    """Give somebody another role."""
    desk = _administering(request, slug)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _page(request, desk, status=400)
    given = form.cleaned_data
    found = people.get_member_for(desk, member)
    return _done(
        request,
        slug,
        lambda: people.change(desk, found, given["role"], register=given["register"]),
        _("%(name)s is %(role)s now.") % {"name": found.user, "role": role(given["role"])},
    )


@require_POST
@login_required
def remove(request: HttpRequest, slug: str, member: int) -> HttpResponse:
    """Take somebody out of the project."""
    desk = _administering(request, slug)
    found = people.get_member_for(desk, member)
    told = _("%(name)s is no longer in this project.") % {"name": found.user}
    return _done(request, slug, lambda: people.remove(desk, found), told)


@require_POST
@login_required
def end_sessions(request: HttpRequest, slug: str, member: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    desk = get_desk_for(request.user, slug, Right.ADMINISTER)
    found = people.get_member_for(desk, member)
    told = _("%(name)s is signed out everywhere.") % {"name": found.user}
    return _done(request, slug, lambda: people.end_sessions(desk, found), told)


@require_POST
@login_required
@sensitive_variables("address")
def renew(request: HttpRequest, slug: str, member: int) -> HttpResponse:
    """Let somebody begin anew; the address is on the page this once."""
    desk = _administering(request, slug)
    found = people.get_member_for(desk, member)
    address = people.renew(desk, found)
    return _page(request, desk, invited=str(found.user), address=request.build_absolute_uri(address))


@require_POST
@login_required
def four_eyes(request: HttpRequest, slug: str) -> HttpResponse:
    """Whether decisions need a second person."""
    desk = _administering(request, slug)
    on = request.POST.get("on") == "yes"
    told = _("A decision counts once another person confirmed it.") if on else _("A decision counts at once.")
    return _done(request, slug, lambda: people.set_four_eyes(desk, on=on), told)


@require_GET
@login_required
def acts(request: HttpRequest, slug: str) -> HttpResponse:
    """What was done in the room, the latest first."""
    desk = get_desk_for(request.user, slug, Right.ADMINISTER)
    found = get_acts_for(desk, whole(request.GET.get("before", "")), PAGE + 1)
    rows = [(act, deed(act.deed)) for act in found[:PAGE]]
    older = found[PAGE - 1].place if len(found) > PAGE else None
    return render(request, "web/acts.html", {"desk": desk, "page": "people", "rows": rows, "older": older})


def _administering(request: HttpRequest, slug: str) -> Desk:
    """The desk of an administrator who confirmed just now that it is them."""
    desk = get_desk_for(request.user, slug, Right.ADMINISTER)
    confirm_identity(request)
    return desk


def _done(request: HttpRequest, slug: str, act: Callable[[], None], told: str) -> HttpResponse:
    """Do it, say so, and go back to the page. Raises UsageError where it cannot be done."""
    act()
    messages.success(request, told)
    return redirect("people", slug)


def _page(
    request: HttpRequest, desk: Desk, status: int = 200, form: InviteForm | None = None, **more: str
) -> HttpResponse:
    context = {
        "desk": desk,
        "page": "people",
        "members": people.get_members_for(desk),
        "form": form or InviteForm(),
        "roles": [(each.value, role(each)) for each in Role],
        "rights": list(RIGHTS.items()),
        "allowed": [(role(each), ROLES[each]) for each in Role],
        **more,
    }
    return render(request, "web/people.html", context, status=status)
