"""A room: the cases it shows, where its own tables are, and who may reach it."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from witnessmark.errors import UsageError

SECRET = "room.secret"  # noqa: S105  (the name of a file)
DATABASE = "room.db"
_SHORTEST = 50  # signs of the key; Django's own check asks for as many


@dataclass(frozen=True, slots=True)
class Room:
    """The first of the cases keeps the room's own tables (accounts, sessions, rights) in its directory.

    `hosts` are the names the room is reached by. `https` is False only for a room on this machine alone.
    """

    cases: tuple[Path, ...]
    hosts: tuple[str, ...] = ()
    https: bool = False


def configure(room: Room) -> None:
    """Configure Django for the room; must come before anything imports the store's models.

    Where it is configured already, the tables of this room take the place of those of the one before.
    Raises UsageError where its secret cannot be kept.
    """
    import django
    from django.conf import settings as live
    from django.db import connections

    from witnessmark.web import settings as own

    if live.configured:
        connections["default"].close()
        del connections["default"]
        connections.settings["default"] = connections.configure_settings({"default": _database(room)})[
            "default"
        ]
        return
    given = {name: getattr(own, name) for name in dir(own) if name.isupper()}
    live.configure(**given | _of(room, given) | {"DATABASES": {"default": _database(room)}})
    django.setup()


def _of(room: Room, given: dict[str, Any]) -> dict[str, Any]:
    changed: dict[str, Any] = {"SECRET_KEY": secret(room.cases[0])}
    if room.hosts:
        changed["ALLOWED_HOSTS"] = [*given["ALLOWED_HOSTS"], *room.hosts]
        changed["CSRF_TRUSTED_ORIGINS"] = [f"https://{host}" for host in room.hosts]
    if room.https:
        changed["SECURE_PROXY_SSL_HEADER"] = ("HTTP_X_FORWARDED_PROTO", "https")
    else:
        names = (
            "SESSION_COOKIE_SECURE",
            "CSRF_COOKIE_SECURE",
            "LANGUAGE_COOKIE_SECURE",
            "SECURE_SSL_REDIRECT",
        )
        changed |= dict.fromkeys(names, False) | {"SECURE_HSTS_SECONDS": 0}
    return changed


def _database(room: Room) -> dict[str, Any]:
    from witnessmark.store import database

    url = os.environ.get(database.URL_VARIABLE)
    if url:
        return database.postgresql(url)
    path = room.cases[0] / DATABASE
    if path.parent.is_dir():
        _own(path)
    return database.sqlite(path)


def _own(path: Path) -> None:
    """Make the file, readable to its owner alone, where there is none. Raises UsageError."""
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        raise UsageError(f"{path}: the room's tables cannot be kept there ({error.strerror})") from error


def secret(case: Path) -> str:
    """The key that signs sessions: made once, readable to its owner alone. Raises UsageError."""
    path = case / SECRET
    try:
        if not path.exists():
            _keep(path, secrets.token_urlsafe(64))
        if path.stat().st_mode & 0o077:
            raise UsageError(f"{path}: others can read the room's key: take that from them (chmod 600)")
        kept = path.read_text(encoding="ascii")
    except OSError as error:
        raise UsageError(f"{path}: the room's key cannot be kept there ({error.strerror})") from error
    if len(kept) < _SHORTEST:
        raise UsageError(f"{path}: this is not the room's key: put it back from a backup, or remove the file")
    return kept


def _keep(path: Path, text: str) -> None:
    """A new file with all of the text, or none."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
