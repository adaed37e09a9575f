"""Who belongs to a project: what administrators see of them, and change.

Every function takes the desk of somebody with the right to administer; others get PermissionDenied.
What is changed is written down in the same step: what cannot be noted is not done.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.act import Deed
from witnessmark.web import invitations
from witnessmark.web.acts import note
from witnessmark.web.models import Membership, Project, Token
from witnessmark.web.permissions import Desk
from witnessmark.web.rights import Right, Role


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the project, as an administrator sees them.

    `begun` says that they chose a password, `factor` that they have a second factor, `renewable` that the
    administrator may begin their account anew.
    """

    id: int
    name: str
    role: Role
    register: bool
    begun: bool
    factor: bool
    sessions: int
    own: bool
    renewable: bool


def get_members_for(desk: Desk) -> tuple[Member, ...]:
    """Those in the project, by name."""
    from allauth.mfa.models import Authenticator
    from allauth.usersessions.models import UserSession

    desk.need(Right.ADMINISTER)
    factor = Exists(Authenticator.objects.filter(user=OuterRef("user")))
    found = Membership.objects.filter(project=desk.project).annotate(factor=factor)
    rows = list(found.select_related("user").order_by("user__username"))
    sessions: dict[int, int] = {}
    for session in UserSession.objects.filter(user__in=[row.user_id for row in rows]):
        sessions[session.user_id] = sessions.get(session.user_id, 0) + session.exists()
    ours = _administered(desk)
    return tuple(
        Member(
            id=row.pk,
            name=row.user.get_username(),
            role=Role(row.role),
            register=row.register,
            begun=row.user.has_usable_password(),
            factor=row.factor,
            sessions=sessions.get(row.user_id, 0),
            own=row.user.get_username() == desk.person,
            renewable=row.user.get_username() != desk.person and _projects(row.user) <= ours,
        )
        for row in rows
    )


def get_member_for(desk: Desk, key: int) -> Membership:
    """Somebody in the project. Raises Http404."""
    desk.need(Right.ADMINISTER)
    found = Membership.objects.filter(project=desk.project, pk=key).select_related("user", "project").first()
    if found is None:
        raise Http404
    return found


def invite_for(desk: Desk, name: str, role: Role, *, register: bool) -> str:
    """Take somebody into the project; the address to begin at, "" for who has an account.

    Raises UsageError, also for who was invited elsewhere by somebody else and has not begun: whoever has that
    address could begin as them, and would be in this project too.
    """
    with _changing(desk):
        user = invitations.invite(name, desk.project, role, register=register).user
        address = invitations.address_for(user)
        if address and not _projects(user) <= _administered(desk):
            raise UsageError(
                _("%(name)s was invited elsewhere and has not begun: take them in once they have.")
                % {"name": user}
            )
        note(desk.project, desk.person, Deed.INVITED, _told(str(user), role.value, register=register))
        return address


def change(desk: Desk, member: Membership, role: Role, *, register: bool) -> None:
    """Give somebody another role. Raises UsageError where nobody would be left to administer."""
    with _changing(desk):
        if role is not Role.ADMINISTRATOR:
            _keep_one(member)
        member.role, member.register = role.value, register
        member.save()
        note(desk.project, desk.person, Deed.ROLE, _told(str(member.user), role.value, register=register))


def remove(desk: Desk, member: Membership) -> None:
    """Take somebody out, and their keys with them. Raises UsageError where nobody could administer then."""
    with _changing(desk):
        _keep_one(member)
        keys = Token.objects.filter(project=desk.project, user=member.user, revoked=None)
        keys.update(revoked=timezone.now())
        member.delete()
        note(desk.project, desk.person, Deed.ROLE, f"{member.user}: none")


def end_sessions(desk: Desk, member: Membership) -> None:
    """Sign somebody out wherever they are signed in."""
    with _changing(desk):
        _sign_out(member.user)
        note(desk.project, desk.person, Deed.SESSION_ENDED, str(member.user))


def renew(desk: Desk, member: Membership) -> str:
    """Let somebody begin anew who lost password or second factor: the address where they choose a password.

    Their password, second factor, keys and sessions end. Raises UsageError for who is in a project that the
    administrator does not administer: whoever has the address could act as them there.
    """
    from allauth.mfa.models import Authenticator

    with _changing(desk):
        user = member.user
        if not _projects(user) <= _administered(desk):
            raise UsageError(
                _("%(name)s is in a project that you do not administer: ask whoever runs this server.")
                % {"name": user}
            )
        if user.get_username() == desk.person:
            raise UsageError(_("Your own password and second factor you change on your own pages."))
        _sign_out(user)
        Authenticator.objects.filter(user=user).delete()
        Token.objects.filter(user=user, revoked=None).update(revoked=timezone.now())
        user.set_unusable_password()
        user.save()
        note(desk.project, desk.person, Deed.INVITED, f"{user}: anew")
        return invitations.address_for(user)


def set_four_eyes(desk: Desk, *, on: bool) -> None:
    """Whether a decision of this project counts only once another person confirmed it."""
    with _changing(desk):
        desk.project.four_eyes = on
        desk.project.save()
        note(desk.project, desk.person, Deed.SETTING, f"four eyes: {'on' if on else 'off'}")


@contextmanager
def _changing(desk: Desk) -> Iterator[None]:
    """One change of a project's people at a time, whole or not at all."""
    desk.need(Right.ADMINISTER)
    with transaction.atomic():
        Project.objects.select_for_update().get(pk=desk.project.pk)
        yield


def _keep_one(member: Membership) -> None:
    """Raise UsageError where that one is the only administrator."""
    all_of_them = Membership.objects.filter(project=member.project, role=Role.ADMINISTRATOR.value)
    if not all_of_them.exclude(pk=member.pk).exists():
        raise UsageError(_("Nobody else administers this project: make another administrator first."))


def _sign_out(user: User) -> None:
    from allauth.usersessions.models import UserSession

    for session in UserSession.objects.filter(user=user):
        session.end()


def _projects(user: User) -> set[int]:
    return set(Membership.objects.filter(user=user).values_list("project", flat=True))


def _administered(desk: Desk) -> set[int]:
    own = Membership.objects.filter(user__username=desk.person, role=Role.ADMINISTRATOR.value)
    return set(own.values_list("project", flat=True))


def _told(name: str, role: str, *, register: bool) -> str:
    return f"{name}: {role}{' with the register' if register else ''}"
