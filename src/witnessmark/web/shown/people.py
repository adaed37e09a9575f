"""Words for roles, rights, scopes of keys and deeds."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from witnessmark.model.act import Deed
from witnessmark.web.rights import Right, Role

ROLES: Mapping[Role, Promise] = {
    Role.VIEWER: _("viewer"),
    Role.ANALYST: _("analyst"),
    Role.REVIEWER: _("reviewer"),
    Role.PUBLISHER: _("publisher"),
    Role.ADMINISTRATOR: _("administrator"),
}
RIGHTS: Mapping[Right, Promise] = {
    Right.READ: _("read documents, claims, incidents, pairs and tallies"),
    Right.DECIDE: _("add, correct and reject claims; judge pairs; merge and split incidents; undo"),
    Right.CONFIRM: _("confirm another person's decision"),
    Right.PUBLISH: _("export, publish, and see the bytes as received"),
    Right.ADMINISTER: _("people, roles, settings, and what was done by whom"),
    Right.REGISTER: _("open the register of sites; no role implies it"),
}
DEEDS: Mapping[Deed, Promise] = {
    Deed.SIGN_IN: _("signed in"),
    Deed.SIGN_IN_REFUSED: _("was refused at signing in"),
    Deed.SIGN_OUT: _("signed out"),
    Deed.INVITED: _("invited"),
    Deed.ROLE: _("gave a role"),
    Deed.SETTING: _("changed a setting"),
    Deed.SESSION_ENDED: _("ended the sessions of"),
    Deed.TOKEN: _("key for a program"),
    Deed.SAW_BYTES: _("saw the bytes as received"),
    Deed.SAW_CHECKS: _("saw the check of sites"),
    Deed.EXPORTED: _("exported"),
    Deed.PUBLISHED: _("published"),
}
SCOPES: Mapping[str, Promise] = {
    "read": _("read"),
    "decide": _("read and decide"),
    "confirm": _("read, decide and confirm"),
    "acts": _("read, and what was done by whom"),
    "publish": _("read, export and see the bytes as received; for one day"),
}


def role(value: Role) -> str:
    """The role in the language of who asks."""
    return str(ROLES[value])


def deed(value: Deed) -> str:
    """The deed in the language of who asks; that of a later version by its name."""
    return str(DEEDS[value]) if value in DEEDS else gettext(value.value)
