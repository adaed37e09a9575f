"""Where a case's tables live: a file in the case, or a PostgreSQL server. One alias for each open case."""

from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from witnessmark.errors import UsageError
from witnessmark.store.faults import translated

URL_VARIABLE = "WITNESSMARK_DATABASE_URL"
_BUSY_MS = 30_000  # longest a statement waits for another's: SQLite commits here take milliseconds
_SQLITE_START = (
    f"PRAGMA busy_timeout={_BUSY_MS}; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
    "PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON"
)
_aliases = count(1)

Configuration = dict[str, Any]  # Django's own shape of a DATABASES entry


def sqlite(path: Path) -> Configuration:
    """A file: write-ahead log, so that readers never wait; the write lock taken when a transaction begins."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "init_command": _SQLITE_START},
    }


def postgresql(url: str) -> Configuration:
    """A server, from `postgres://user:password@host:port/name?sslmode=require`; raises UsageError."""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    try:
        port = parts.port
    except ValueError as error:
        raise UsageError(f"{URL_VARIABLE}: the port is not a number between 0 and 65535") from error
    if parts.scheme not in {"postgres", "postgresql"} or not name:
        raise UsageError(f"{URL_VARIABLE}: write it as postgres://user:password@host:port/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def connect(configuration: Configuration) -> str:
    """Register a database under an alias of its own, so that several cases can be open in one process."""
    alias = f"case-{next(_aliases)}"
    filled = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: configuration})
    connections.settings[alias] = filled[alias]
    return alias


def disconnect(alias: str) -> None:
    """Close the connection and forget the alias; once it is forgotten, nothing is left to do."""
    if alias in connections.settings:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def unknown_migrations(using: str) -> list[str]:
    """Migrations the database has had that this program does not know: it was made by a later one."""
    applied, known = _migrations(using)
    return sorted(applied - known)


def is_current(using: str) -> bool:
    """Whether every migration this program knows has been applied."""
    applied, known = _migrations(using)
    return known <= applied


def migrate(using: str) -> None:
    """Make or update the tables; the guards are put back after it."""
    with translated(using):
        call_command("migrate", "store", database=using, interactive=False, verbosity=0)


def _migrations(using: str) -> tuple[set[str], set[str]]:
    with translated(using):
        applied = MigrationRecorder(connections[using]).applied_migrations()
    known = MigrationLoader(None).disk_migrations or {}
    return {name for app, name in applied if app == "store"}, {name for app, name in known if app == "store"}


def has_table(using: str, table: str) -> bool:
    """Whether the database has a table of that name."""
    with translated(using):
        return table in connections[using].introspection.table_names()
