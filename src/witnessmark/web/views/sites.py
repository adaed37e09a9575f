"""The check of an incident against the register of sites: asked for with a key, shown once, kept nowhere."""

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from witnessmark.errors import LockedError
from witnessmark.model.act import Deed
from witnessmark.web.acts import note
from witnessmark.web.checked import Given
from witnessmark.web.confirming import confirm_identity, is_confirmed
from witnessmark.web.permissions import get_desk_for, get_site_check_for, get_site_question_for
from witnessmark.web.rights import Right
from witnessmark.web.shown.labels import labels


class CheckForm(forms.Form):
    """What opens the register; none of it is shown again."""

    key = forms.FileField(label=_("Your key file that opens the register"), max_length=255)
    passphrase = forms.CharField(
        label=_("Its passphrase"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Why the register is opened"),
        help_text=_("Kept in clear in the ledger of openings: name no site and no source."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables("form", "given")
@login_required
def sites(request: HttpRequest, slug: str, incident: str) -> HttpResponse:
    """Ask for a key, and show what the register says of the incident's place, in bands."""
    desk = get_desk_for(request.user, slug, Right.REGISTER)
    question = get_site_question_for(desk, incident, labels())
    if request.method != "POST":
        confirm_identity(request)
    elif not is_confirmed(request):
        # Never through allauth's own way back, which keeps the form: key and passphrase would be on disk.
        return redirect("sites", slug, incident)
    form = CheckForm(request.POST or None, request.FILES or None)
    context = {"desk": desk, "page": "incident", "question": question, "form": form}
    if request.method == "POST" and form.is_valid():
        given = Given(
            form.cleaned_data["key"].read(), form.cleaned_data["passphrase"], form.cleaned_data["reason"]
        )
        try:
            context["check"] = get_site_check_for(desk, incident, given, labels())
        except LockedError as error:
            form.add_error(None, str(error))
        else:
            note(desk.project, desk.person, Deed.SAW_CHECKS, incident)
    return render(request, "web/sites.html", context)
