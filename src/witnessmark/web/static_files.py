"""Addresses of the files that browsers keep: with a digest of what is in them."""

import hashlib
from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Named(StaticFilesStorage):
    """`/static/web/room.css?v=5f1c09…`: another content, another address."""

    def url(self, name: str | None, **more: Any) -> str:  # noqa: ANN401  (Django's own)
        return f"{super().url(name, **more)}?v={_digest(name or '')}"


@cache
def _digest(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    with open(found, "rb") as file:  # noqa: PTH123  (hashlib wants it so)
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
