"""Pages for what went wrong: in words, without a path of the server or a text of a case."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from witnessmark.errors import BusyCaseError, IntegrityError, StorageError, UsageError, WitnessmarkError
from witnessmark.publish.tongue import retold
from witnessmark.web.plain import or_plain
from witnessmark.web.remedies import remedy


def status_of(error: WitnessmarkError) -> HTTPStatus:
    """The status that tells a program the same."""
    if isinstance(error, UsageError):
        return HTTPStatus.BAD_REQUEST
    if isinstance(error, BusyCaseError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    return HTTPStatus.INTERNAL_SERVER_ERROR


def words_of(error: WitnessmarkError) -> str:
    """What somebody at a browser can make use of."""
    if isinstance(error, UsageError):
        return retold(str(error))
    if isinstance(error, BusyCaseError):
        return _("Somebody else is writing to this project. Nothing was lost; try again in a moment.")
    if isinstance(error, IntegrityError):
        return _(
            "The case is not as it was written down. Tell whoever runs this server: `witnessmark verify`."
        )
    if isinstance(error, StorageError):
        return _("The server cannot write at the moment. Tell whoever runs it.")
    return _("This could not be done.")


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  (Django's own)
    """A form that did not come from this room."""
    return _page(request, _("This form is too old: go back and load the page again."), HTTPStatus.FORBIDDEN)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's own)
    """Nothing of this address, or nothing that who asks may see."""
    return _page(request, _("There is nothing here, or nothing that you may see."), HTTPStatus.NOT_FOUND)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's own)
    """Somebody lacks the right."""
    return _page(request, _("Your role in this project does not allow this."), HTTPStatus.FORBIDDEN)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program, or of what it needs: a page asks the room's tables who is signed in."""
    message = _("Something went wrong; it was noted for whoever runs this server.")
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return or_plain(lambda: _page(request, message, status), message, status)


def _page(request: HttpRequest, message: str, status: HTTPStatus) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": message, "remedy": remedy(status)}, status=status)
    return render(request, "web/told.html", {"message": message}, status=status)
