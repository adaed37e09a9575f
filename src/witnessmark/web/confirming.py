"""Confirming who one is once more, before what would do the most harm in the wrong hands."""

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest


@reauthentication_required  # type: ignore[untyped-decorator]  # allauth has no types
def confirm_identity(request: HttpRequest) -> None:
    """Go on only where who asks confirmed who they are within the last minutes.

    Else allauth's exception leads them to do so and comes back to the same request, form and all. Views call
    it after they have got their desk, so that nobody confirms for what they may not do.
    """


def is_confirmed(request: HttpRequest) -> bool:
    """Whether they did, for forms that must not be kept while somebody confirms."""
    try:
        confirm_identity(request)
    except ReauthenticationRequired:
        return False
    return True
