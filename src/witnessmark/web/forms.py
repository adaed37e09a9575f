"""Forms of the pages on people and keys."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.web.rights import Role
from witnessmark.web.shown.people import ROLES, SCOPES
from witnessmark.web.tokens import DAYS, LONGEST


def _roles() -> list[tuple[str, Promise]]:
    return [(role.value, words) for role, words in ROLES.items()]


class RoleForm(forms.Form):
    """What somebody is in a project."""

    role = forms.TypedChoiceField(label=_("Role"), choices=_roles, coerce=Role)
    register = forms.BooleanField(label=_("May open the register of sites"), required=False)


class InviteForm(RoleForm):
    """Somebody to take in."""

    name = forms.CharField(
        label=_("Name to sign in with"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "dir": "auto"}),
    )
    field_order = ("name", "role", "register")


class TokenForm(forms.Form):
    """A key for a program."""

    project = forms.ChoiceField(label=_("Project"))
    name = forms.CharField(label=_("What it is for"), max_length=80)
    scope = forms.ChoiceField(label=_("It may"), choices=lambda: list(SCOPES.items()))
    days = forms.TypedChoiceField(
        label=_("It ends after so many days"), choices=[(n, n) for n in DAYS], coerce=int, initial=30
    )

    def __init__(self, *args: Any, projects: list[tuple[str, str]], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self.fields["project"].choices = projects  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        most = LONGEST.get(given.get("scope", ""))
        if most is not None and given.get("days", 0) > most:
            self.add_error("days", _("A key that lets things out lives one day."))
        return given
