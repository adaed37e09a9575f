"""Where an invitation leads: choosing a password."""

from django.contrib.auth.forms import SetPasswordForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from witnessmark.web.invitations import invited


@sensitive_post_parameters()
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password; then sign in with it, and make a second factor."""
    user = invited(token)
    if user is None:
        raise Http404
    form = SetPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("account_login")
    return render(request, "web/welcome.html", {"form": form, "name": user.get_username()})
