"""The room as a Django application."""

from django.apps import AppConfig


class Web(AppConfig):
    """Accounts' rights, and what happens when somebody signs in."""

    name = "witnessmark.web"
    label = "web"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from witnessmark.web import signing_in

        signing_in.listen()
