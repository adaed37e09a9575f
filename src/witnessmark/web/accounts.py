"""Accounts: made by invitation, named by a user name, with a second factor; no address of anybody is kept."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

NOWHERE = "0.0.0.0"  # noqa: S104  (a column that must be filled; nothing listens)


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """No sign-up, no mail."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (allauth's own)
        return False

    def get_client_ip(self, request: HttpRequest) -> str:  # noqa: ARG002  (allauth's own)
        return NOWHERE

    def send_mail(self, *_: Any, **__: Any) -> None:  # noqa: ANN401  (allauth's own)
        """A room sends no mail."""


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Secrets of second factors are encrypted with the room's key, which is not in its database."""

    def encrypt(self, text: str) -> str:
        return _fernet().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _fernet().decrypt(encrypted_text.encode()).decode()


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"second factors\0" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def no_address(request: HttpRequest) -> None:
    """What is kept of where somebody signs in from: nothing."""


def name_given(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name that somebody tries to sign in with, as attempts are counted by it: it may be a password."""
    given = (credentials or {}).get("username") or request.POST.get("login", "")
    return salted_hmac("attempts", str(given)).hexdigest()
