"""The interface put together: who may ask, what errors look like, where its description is."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from witnessmark.errors import WitnessmarkError
from witnessmark.model.decision import Decision
from witnessmark.model.record import to_record
from witnessmark.web.api import deciding, leaving, listing, reading  # noqa: F401  (each fills the one router)
from witnessmark.web.api.auth import Key, Session
from witnessmark.web.api.conflicts import Conflict
from witnessmark.web.api.router import router
from witnessmark.web.remedies import remedy
from witnessmark.web.views.errors import status_of, words_of

_log = logging.getLogger("django.request")

api = NinjaAPI(
    title="Witnessmark review room",
    version="1",
    description="What a project holds, and deciding on it. Records are those of docs/reference/records.md.",
    urls_namespace="api",
    auth=[Key(), Session()],
    docs_url=None,  # the viewers that ninja brings load scripts from elsewhere
)
api.add_router("", router)


def _told(
    request: HttpRequest,
    detail: str,
    status: int,
    headers: Mapping[str, str] = {},
    others: Sequence[Decision] = (),
) -> HttpResponse:
    told: dict[str, Any] = {"detail": detail, "remedy": remedy(status)}
    if others:
        told["others"] = [to_record(d) for d in others]
    response = api.create_response(request, told, status=status)
    for name, value in headers.items():
        response[name] = value
    return response


@api.exception_handler(WitnessmarkError)
def _ours(request: HttpRequest, error: WitnessmarkError) -> HttpResponse:
    status = status_of(error)
    return _told(request, words_of(error), status, {"Retry-After": "2"} if status == 503 else {})


@api.exception_handler(Conflict)
def _unfit(request: HttpRequest, error: Conflict) -> HttpResponse:
    return _told(request, str(error), 409, others=error.others)


@api.exception_handler(PermissionDenied)
def _refused(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return _told(request, f"this needs the right “{error}”: your role or key has it not", 403)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, _error: Http404) -> HttpResponse:
    return _told(request, "there is nothing here, or nothing that you may see", 404)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    return _told(request, "who asks is not known", 401, {"WWW-Authenticate": "Bearer"})


@api.exception_handler(HttpError)
def _other(request: HttpRequest, error: HttpError) -> HttpResponse:
    return _told(request, error.message, error.status_code)


@api.exception_handler(SuspiciousOperation)
def _too_much(request: HttpRequest, _error: SuspiciousOperation) -> HttpResponse:
    return _told(request, "this has more fields, or is larger, than the room takes at once", 400)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return _told(request, "; ".join(_line(e) for e in error.errors), 422)


def _line(error: Mapping[str, Any]) -> str:
    return f"{'.'.join(str(part) for part in error['loc'][1:]) or 'request'}: {error['msg']}"


@api.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("", exc_info=error)
    return _told(request, "something went wrong; it was noted for whoever runs this server", 500)
