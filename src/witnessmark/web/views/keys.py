"""Somebody's own keys for programs."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from witnessmark.web import tokens
from witnessmark.web.confirming import confirm_identity
from witnessmark.web.forms import TokenForm
from witnessmark.web.permissions import get_desk_for, projects_for
from witnessmark.web.shown.people import SCOPES


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@sensitive_variables("key")
def keys(request: HttpRequest) -> HttpResponse:
    """One's own keys, and making one; it is on the page this once."""
    user = cast("User", request.user)
    projects = [(m.project.slug, m.project.title) for m in projects_for(user)]
    form = TokenForm(request.POST if request.method == "POST" else None, projects=projects)
    key = ""
    if request.method == "POST":
        confirm_identity(request)
        if form.is_valid():
            given = form.cleaned_data
            desk = get_desk_for(user, given["project"])
            key = tokens.make(desk, user, given["name"], given["scope"], given["days"])
            form = TokenForm(projects=projects)
    rows = [(token, SCOPES[token.scope]) for token in tokens.of(user)]
    status = 400 if form.errors else 200
    context = {"form": form, "rows": rows, "key": key, "own": "keys"}
    return render(request, "web/keys.html", context, status=status)


@require_POST
@login_required
def revoke(request: HttpRequest, key: int) -> HttpResponse:
    """End a key."""
    tokens.revoke(cast("User", request.user), key)
    messages.success(request, _("The key opens nothing any more."))
    return redirect("keys")
