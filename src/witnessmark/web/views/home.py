"""The first page, the language, and how distressing text is shown."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from witnessmark.web.permissions import projects_for


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """The projects of who asks; the one project, where there is one."""
    found = projects_for(request.user)
    if len(found) == 1:
        return redirect("inbox", found[0].project.slug)
    return render(request, "web/home.html", {})


@require_POST
@login_required
def blur(request: HttpRequest) -> HttpResponse:
    """Turn the blur of distressing text on or off, for this session."""
    request.session["blurred"] = not request.session.get("blurred", True)
    to = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(to if safe else reverse("home"))
