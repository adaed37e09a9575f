"""What is noted when somebody signs in or out, or fails to."""

from typing import Any

from django.contrib.auth import signals
from django.contrib.auth.models import AbstractBaseUser
from django.db.models.signals import pre_save
from django.http import HttpRequest

from witnessmark.web.accounts import NOWHERE


def listen() -> None:
    """Begin to note; called once, when the room is set up."""
    from allauth.mfa.signals import authentication_failed
    from allauth.usersessions.models import UserSession
    from axes.models import AccessAttempt

    signals.user_logged_in.connect(_signed_in, dispatch_uid="witnessmark.signed_in")
    signals.user_logged_out.connect(_signed_out, dispatch_uid="witnessmark.signed_out")
    signals.user_login_failed.connect(_refused, dispatch_uid="witnessmark.refused")
    authentication_failed.connect(_wrong_code, dispatch_uid="witnessmark.wrong_code")
    pre_save.connect(_blank, sender=UserSession, dispatch_uid="witnessmark.blank")
    pre_save.connect(_bare, sender=AccessAttempt, dispatch_uid="witnessmark.bare")


def _signed_in(request: HttpRequest, user: AbstractBaseUser, **_: Any) -> None:  # noqa: ANN401  (Django's signal)
    _note(user, "sign_in")
    _let_begin(request, user)
    _forget()


def _forget() -> None:
    """Sessions that are over leave nothing behind: what was said to people on pages is in them."""
    from allauth.usersessions.models import UserSession
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session

    SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()


def _let_begin(request: HttpRequest, user: AbstractBaseUser) -> None:
    """Somebody without a second factor goes on to making it: the password they gave now is not asked again.

    They can reach nothing else before they have it.
    """
    from allauth.account.internal.flows.login import record_authentication
    from allauth.mfa.utils import is_mfa_enabled

    if not is_mfa_enabled(user):
        record_authentication(request, user, method="password", reauthenticated=True)


def _wrong_code(user: AbstractBaseUser, **_: Any) -> None:  # noqa: ANN401  (allauth's signal)
    _note(user, "sign_in_refused")


def _signed_out(user: AbstractBaseUser | None, **_: Any) -> None:  # noqa: ANN401  (Django's signal)
    if user is not None:
        _note(user, "sign_out")


def _refused(credentials: dict[str, Any], **_: Any) -> None:  # noqa: ANN401  (Django's signal)
    from django.contrib.auth import get_user_model

    name = str(credentials.get("username", ""))
    user = get_user_model().objects.filter(username=name).first()
    if user is not None:  # of a name that nobody has, nothing is kept: it may be a password
        _note(user, "sign_in_refused")


def _note(user: AbstractBaseUser, act: str) -> None:
    from witnessmark.web.acts import note
    from witnessmark.web.permissions import projects_for

    for membership in projects_for(user):
        note(membership.project, user.get_username(), act)


def _bare(instance: Any, **_: Any) -> None:  # noqa: ANN401  (Django's signal)
    """Of an attempt its number is kept: not what was typed, nor with what browser."""
    for name in ("user_agent", "http_accept", "path_info", "get_data", "post_data"):
        setattr(instance, name, "")


def _blank(instance: Any, **_: Any) -> None:  # noqa: ANN401  (Django's signal)
    instance.ip = NOWHERE
