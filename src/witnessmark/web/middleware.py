"""What holds for every page: nothing is kept by browsers, a second factor, errors in words."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from witnessmark.errors import BusyCaseError, UsageError, WitnessmarkError
from witnessmark.publish.tongue import speaking
from witnessmark.web.refused import come_back, signed_in_first, told_again
from witnessmark.web.remedies import remedy
from witnessmark.web.tongues import tongue

Next = Callable[[HttpRequest], HttpResponse]

# Where somebody without a second factor may go: to make one, and out.
_OPEN = ("/account/", "/static/", "/language/", "/api/")

# What somebody can mend, or only has to send again.
_MENDED = (UsageError, BusyCaseError)


def private(get_response: Next) -> Next:
    """Pages are not kept by the browser, nor by anything on the way."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store, private")
        response.headers.setdefault("Permissions-Policy", "geolocation=(), camera=(), microphone=()")
        return response

    return middleware


def spoken(get_response: Next) -> Next:
    """Words that `publish` puts together are in the language of the page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with speaking(tongue()):
            return get_response(request)

    return middleware


def shaped(get_response: Next) -> Next:
    """A method that an address of the interface has not is refused in the shape of its other errors."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.path.startswith("/api/"):
            told = {"detail": f"{request.method} is no method of this address", "remedy": remedy(405)}
            return JsonResponse(told, status=405, headers={"Allow": response["Allow"]})
        return response

    return middleware


def second_factor(get_response: Next) -> Next:
    """Somebody signed in without a second factor is led to making one."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated and not request.path.startswith(_OPEN):
            from allauth.mfa.utils import is_mfa_enabled

            if not is_mfa_enabled(request.user):
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return get_response(request)

    return middleware


class Told:
    """Errors raised on purpose become words that name no path of the server.

    A form that was refused comes back with them, as it was filled in; else they are a page of their own.
    """

    def __init__(self, get_response: Next) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return told_again(request, signed_in_first(request, self._get_response(request)))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, WitnessmarkError) or request.path.startswith("/api/"):
            return None
        from witnessmark.web.views.errors import status_of, words_of

        words = words_of(exception)
        back = come_back(request, words) if isinstance(exception, _MENDED) else None
        return back or render(request, "web/told.html", {"message": words}, status=status_of(exception))


told = Told
