"""Invitations: an address, used once, where somebody chooses a password; the only way to an account.

The address is signed with the room's key and names somebody who has no password yet; with one it is void, for
good: who begins anew later does so at another.
"""

import unicodedata
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core import signing
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.web.models import Membership, Project
from witnessmark.web.rights import Role

_SALT = "witnessmark.invitation"
LASTS = timedelta(days=7)


def invite(name: str, project: Project, role: Role, *, register: bool = False) -> Membership:
    """Give somebody a role in a project, who may have no account yet; `address_for` says where they begin.

    Raises UsageError for a name that is none, and where they are in the project already.
    """
    name = unicodedata.normalize("NFKC", name.strip())
    user = get_user_model().objects.filter(username=name).first() or _begun(name)
    if Membership.objects.filter(user=user, project=project).exists():
        told = {"name": name, "project": project}
        raise UsageError(_("%(name)s: is in %(project)s already: change the role there") % told)
    return Membership.objects.create(user=user, project=project, role=role.value, register=register)


def _begun(name: str) -> User:
    """An account of that name. Raises UsageError for a name that is none, or would be taken for another."""
    from django.core.exceptions import ValidationError

    user = get_user_model()(username=name)
    user.set_unusable_password()
    try:
        _tell_apart(user.username)
        user.full_clean(exclude=["password"])
    except ValidationError as error:
        told = {"name": name, "why": error.messages[0]}
        raise UsageError(_("%(name)s: no name for an account (%(why)s)") % told) from error
    user.save()
    return user


# Scripts that one name is written in (Unicode Technical Standard 39, 5.1), by how names of letters begin.
_TOGETHER = (
    {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"},
    {"CJK", "HANGUL"},
    {"CJK", "BOPOMOFO"},
)


def _tell_apart(name: str) -> None:
    """Decisions bear names: none may pass for another by its case, or by letters of another script."""
    from django.core.exceptions import ValidationError

    folded = name.casefold()
    taken = get_user_model().objects.values_list("username", flat=True)
    if any(other.casefold() == folded for other in taken):
        raise ValidationError(_("another account is called so but for capital letters"))
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
    if len(scripts) > 1 and not any(scripts <= one for one in _TOGETHER):
        raise ValidationError(_("its letters are of more than one script"))


def address_for(user: User) -> str:
    """Where somebody without a password begins; "" for who has one."""
    if user.has_usable_password():
        return ""
    return reverse("welcome", args=[signing.dumps([user.pk, _turn(user)], salt=_SALT)])


def invited(token: str) -> User | None:
    """Who an invitation is for; None where it is used, too old, or none."""
    try:
        key, turn = signing.loads(token, salt=_SALT, max_age=LASTS)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    user = get_user_model().objects.filter(pk=key, is_active=True).first()
    return user if user is not None and not user.has_usable_password() and turn == _turn(user) else None


def _turn(user: User) -> str:
    """What is another each time somebody begins: where there is no password, random signs stand for it."""
    return salted_hmac(_SALT, user.password).hexdigest()[:16]
