"""A form that was refused comes back on the page it stood on, filled in as it was sent, with why.

What was sent waits in the session of who sent it until that page is loaded, which is at once.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from witnessmark.web.refilled import OWN, Sent, refilled

_KEY = "refused"
_MOST = 2**16  # signs that are kept of a form; none of the room's comes near
_MOST_OF_NOBODY = 2**13  # of somebody who signs in first
_PLACE = "refused"  # the id of the words that say why


def come_back(request: HttpRequest, why: str, page: str = "", path: str = "") -> HttpResponse | None:
    """The way back to the page of the form that was refused; None where this was no form of a page.

    `page` and `path` are where such a form stands by now, and what it is sent to, where that is elsewhere.
    Never keeps what a view calls sensitive.
    """
    page = _page_of(request) and (page or _page_of(request))
    sent = request.POST if request.method == "POST" else request.GET
    given = {name: values for name, values in sent.lists() if name not in OWN}
    size = sum(len(value) for values in given.values() for value in values)
    most = _MOST if request.user.is_authenticated else _MOST_OF_NOBODY
    if not page or not given or size > most or hasattr(request, "sensitive_post_parameters"):
        return None
    form = {"path": path or request.path, "method": str(request.method).lower(), "given": given}
    request.session[_KEY] = {"page": page, "why": why, "form": form}
    return HttpResponseRedirect(f"{page}#{_PLACE}")


def signed_in_first(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Where somebody whose session ended sent a form: to its page, by way of signing in, the form filled in.

    The address of a form is no page to go on to. Another who signs in instead sees what was written, as far
    as they may see the page.
    """
    login = reverse("account_login")
    if request.method != "POST" or request.user.is_authenticated or response.status_code != HTTPStatus.FOUND:
        return response
    if request.path.startswith(login) or not response["Location"].startswith(login):
        return response
    why = _("The session had ended: nothing of this was kept. Look through it and send it again.")
    return come_back(request, why) or HttpResponseRedirect(login)


def _page_of(request: HttpRequest) -> str:
    """The page of the room that a browser says it comes from, unless it is what was refused itself."""
    if "text/html" not in request.headers.get("Accept", ""):
        return ""
    came = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came, {request.get_host()}, require_https=request.is_secure()):
        return ""
    parts = urlsplit(came)
    page = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return "" if request.method == "GET" and page == request.get_full_path() else page


def told_again(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The page with the form that was refused there; as it is where none was."""
    held = request.session.get(_KEY) if request.method == "GET" else None
    if held is None or held["page"] != request.get_full_path():
        return response
    if response.status_code in range(300, 400):
        return response  # somebody signs in first, or confirms who they are; it waits for them
    del request.session[_KEY]
    sent, words = Sent(**held["form"]), {"why": held["why"], "place": _PLACE}
    if response.status_code == 200:
        told = render_to_string("web/refused.html", words, request)
        page = refilled(response.content.decode(), request.get_full_path(), sent, told)
        if page is not None:
            response.content = page.encode()
            return response
    return render(request, "web/told.html", {"message": held["why"], "lost": _words(sent.given)}, status=400)


def _words(given: Mapping[str, Any]) -> list[str]:
    """What somebody wrote that no form takes back, so that they can copy it."""
    return [value for values in given.values() for value in values if " " in value.strip()]
