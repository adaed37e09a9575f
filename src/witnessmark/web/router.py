"""Which database has which tables: cases those of the store, `default` the room's own."""

from typing import Any


class Router:
    """Keeps migrations of the store off `default`, and all others on it."""

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool:  # noqa: ANN401  (Django's hints)
        return (app_label == "store") is (db != "default")
