"""Django, configured for the store alone, once in a process."""

import django
from django.apps import apps
from django.conf import settings as live

from witnessmark.store import settings as own


def configure() -> None:
    """Make the store's models importable; does nothing inside a program that configured Django itself."""
    if not live.configured:
        live.configure(**{name: getattr(own, name) for name in dir(own) if name.isupper()})
    if not apps.ready:
        django.setup()
