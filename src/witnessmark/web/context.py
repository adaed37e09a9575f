"""What every template gets."""

from typing import Any

from django.http import HttpRequest

from witnessmark.web.permissions import projects_for
from witnessmark.web.rights import Right


def room(request: HttpRequest) -> dict[str, Any]:
    """The projects of who asks, and whether they want distressing text blurred."""
    from django.utils.functional import SimpleLazyObject

    return {
        "memberships": SimpleLazyObject(lambda: projects_for(request.user)),
        "Right": {right.name: right for right in Right},  # a template would call the class
        "blurred": request.session.get("blurred", True),
    }
