"""Keys by which programs act for people: for one project, for some of their rights, and for a time."""

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.act import Deed
from witnessmark.web.acts import note
from witnessmark.web.models import Project, Token
from witnessmark.web.permissions import Desk
from witnessmark.web.rights import Right

if TYPE_CHECKING:
    from django.contrib.auth.models import User

_MARK = "wm_"  # so that a key in the wrong place is known as one
DAYS = (1, 7, 30, 90, 365)  # how long a key may live

# What a key may be for; none opens the register.
SCOPES: Mapping[str, frozenset[Right]] = {
    "read": frozenset({Right.READ}),
    "decide": frozenset({Right.READ, Right.DECIDE}),
    "confirm": frozenset({Right.READ, Right.DECIDE, Right.CONFIRM}),
    "acts": frozenset({Right.READ, Right.ADMINISTER}),
    "publish": frozenset({Right.READ, Right.PUBLISH}),
}
# Days that a key of a scope may live where that is less: what lets things out asks who one is each day anew.
LONGEST: Mapping[str, int] = {"publish": 1}


def make(desk: Desk, user: "User", name: str, scope: str, days: int) -> str:
    """A key for the project of the desk, shown this once; UsageError for one that would live too long."""
    if days > LONGEST.get(scope, days):
        raise UsageError(_("A key that lets things out lives one day."))
    key = _MARK + secrets.token_urlsafe(32)
    with _noted(desk.project, desk.person, f"made for {scope}, {days} days: {name}"):
        Token.objects.create(
            user=user,
            project=desk.project,
            name=name,
            digest=_digest(key),
            scope=scope,
            expires=timezone.now() + timedelta(days=days),
        )
    return key


def of(user: "User") -> QuerySet[Token]:
    """Somebody's keys that open something still, the newest first."""
    live = Token.objects.filter(user=user, revoked=None, expires__gt=timezone.now())
    return live.select_related("project").order_by("-made")


def revoke(user: "User", key: int) -> None:
    """End one of somebody's own keys. Raises Http404."""
    token = of(user).filter(pk=key).first()
    if token is None:
        raise Http404
    with _noted(token.project, user.get_username(), f"taken back: {token.name}"):
        token.revoked = timezone.now()
        token.save()


def holder(key: str) -> Token | None:
    """The key that this is, where it is in force and whoever made it still has an account."""
    live = Token.objects.filter(revoked=None, expires__gt=timezone.now(), user__is_active=True)
    return live.select_related("user", "project").filter(digest=_digest(key)).first()


def _digest(key: str) -> str:
    """Keys are drawn at random from 2**256: a plain digest gives none of them away."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


@contextmanager
def _noted(project: Project, who: str, subject: str) -> Iterator[None]:
    with transaction.atomic():
        yield
        note(project, who, Deed.TOKEN, subject)
