"""A page in plain words, for when the room's tables are gone and no page can be made."""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpResponse


def or_plain(page: Callable[[], HttpResponse], message: str, status: int) -> HttpResponse:
    """The page; the message alone where it cannot be made."""
    try:
        return page()
    except DatabaseError:
        return HttpResponse(message, "text/plain; charset=utf-8", status)
