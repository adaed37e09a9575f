"""The store as a Django app; its one signal puts the guards back after every migration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StoreConfig(AppConfig):
    """Append-only tables and the views rebuilt from them."""

    name = "witnessmark.store"
    label = "store"

    def ready(self) -> None:
        post_migrate.connect(_guard, sender=self, dispatch_uid="witnessmark.store.guards")


def _guard(*, using: str, **_signal: object) -> None:
    from witnessmark.store import guards  # the models exist only once the apps are ready

    guards.install(using)
