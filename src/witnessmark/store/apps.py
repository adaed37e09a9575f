"""The store as a Django app; its one signal puts the guards back after every migration."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StoreConfig(AppConfig):
    """Append-only tables and the views rebuilt from them."""

    name = "witnessmark.store"
    label = "store"

    def ready(self) -> None:
        from witnessmark.store import index_tables  # noqa: F401  (Django knows the models it has imported)

        post_migrate.connect(_guard, sender=self, dispatch_uid="witnessmark.store.guards")


def _guard(*, using: str, **_signal: object) -> None:
    from django.db import router

    from witnessmark.store import guards, models  # the models exist only once the apps are ready

    if router.allow_migrate_model(using, models.CaptureRow):  # elsewhere there are none of its tables
        guards.install(using)
