"""Who asks: by a key, or by the session of a browser. Neither reaches further than the person."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import Http404, HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer
from ninja.security.session import SessionAuth

from witnessmark.web import tokens
from witnessmark.web.confirming import is_confirmed
from witnessmark.web.models import Membership
from witnessmark.web.permissions import Desk, get_desk_for, projects_for, rights_of
from witnessmark.web.rights import Right


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody, and what narrows them: a key opens one project and no more than its scope."""

    user: AbstractBaseUser | AnonymousUser
    project: str | None = None
    scope: frozenset[Right] | None = None


class Key(HttpBearer):
    """`Authorization: Bearer wm_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:  # noqa: ARG002  (ninja's own)
        found = tokens.holder(token)
        if found is None:
            return None
        return Caller(found.user, found.project.slug, tokens.SCOPES.get(found.scope, frozenset()))


class Session(SessionAuth):
    """The session of a browser, with its second factor; what it writes needs the CSRF token."""

    def __call__(self, request: HttpRequest) -> Caller | None:
        if not request.user.is_authenticated:
            return None
        found: Caller | None = super().__call__(request)
        return found

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:  # noqa: ARG002  (ninja's own)
        return Caller(request.user) if is_mfa_enabled(request.user) else None


def desk_of(request: HttpRequest, slug: str, *needed: Right) -> Desk:
    """The desk of who asks. Raises Http404 and PermissionDenied."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if caller.project not in {None, slug}:
        raise Http404
    return get_desk_for(caller.user, slug, *needed, scope=caller.scope)


def publishing_desk_of(request: HttpRequest, slug: str) -> Desk:
    """The desk of who may let something out: by a key made for that, or where they confirmed who they are.

    Raises Http404, PermissionDenied and HttpError.
    """
    desk = desk_of(request, slug, Right.PUBLISH)
    caller: Caller = request.auth  # type: ignore[attr-defined]
    if caller.scope is None and not is_confirmed(request):
        raise HttpError(403, "confirm who you are at /account/reauthenticate/, then ask again")
    return desk


def memberships_of(request: HttpRequest) -> Iterable[Membership]:
    """The projects that who asks may read here."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    return [m for m in projects_for(caller.user) if caller.project in {None, m.project.slug}]


def rights_here(request: HttpRequest, membership: Membership) -> frozenset[Right]:
    """What who asks may do there, as they ask."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    own = rights_of(membership)
    return own if caller.scope is None else own & caller.scope
