"""What the database or the disk says, told in the words of our own error tree."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError, InterfaceError, connections, transaction
from django.db import IntegrityError as Refused

from witnessmark.errors import BusyCaseError, IntegrityError, StorageError, WitnessmarkError

# SQLite primary result codes by name: https://www.sqlite.org/rescode.html
_SQLITE: tuple[tuple[str, type[WitnessmarkError], str], ...] = (
    ("SQLITE_FULL", StorageError, "the disk is full: free some space, then run the command again"),
    ("SQLITE_IOERR", StorageError, "the disk refused a read or write: check space and quota, then run again"),
    ("SQLITE_READONLY", StorageError, "it cannot be written to: check the permissions of the case"),
    ("SQLITE_CANTOPEN", StorageError, "it cannot be opened: check the path, the permissions and free space"),
    ("SQLITE_BUSY", BusyCaseError, "another program holds it: wait until it has finished, then run again"),
    ("SQLITE_CORRUPT", IntegrityError, "the file is damaged: restore the case from a backup"),
    ("SQLITE_NOTADB", IntegrityError, "the file is not a database: restore the case from a backup"),
)
# PostgreSQL SQLSTATE prefixes: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES: tuple[tuple[str, type[WitnessmarkError], str], ...] = (
    ("53", StorageError, "the server is out of disk, memory or connections: free some, then run again"),
    ("58", StorageError, "the server cannot read or write its files: check the server, then run again"),
    ("25006", StorageError, "it is read-only: connect to the primary server"),
    ("55P03", BusyCaseError, "another program holds it: wait until it has finished, then run again"),
    ("08", StorageError, "the connection failed: check WITNESSMARK_DATABASE_URL and that the server runs"),
    ("57P", StorageError, "the server is shutting down or starting: run again when it is up"),
    ("XX", IntegrityError, "the server reports damaged data: restore the case from a backup"),
)


@contextmanager
def translated(using: str) -> Iterator[None]:
    """Errors of the database inside come out as StorageError, BusyCaseError or IntegrityError.

    An error of none of these kinds is a defect of ours and passes unchanged.
    """
    try:
        yield
    except Refused as error:
        raise IntegrityError(f"{_name(using)}: the database refused a row: {error}") from error
    except (DatabaseError, InterfaceError) as error:
        known = _known(error)
        if known is None:
            raise
        kind, remedy = known
        raise kind(f"{_name(using)}: {remedy} ({error})") from error


@contextmanager
def writing(using: str) -> Iterator[None]:
    """One transaction, wholly kept or wholly undone, with errors translated."""
    with translated(using), transaction.atomic(using=using):
        yield


def refused(path: Path, error: OSError) -> StorageError:
    """A file that could not be written, as a StorageError that names it."""
    return StorageError(
        f"{path}: {error.strerror or error}: check free space and permissions, then run the command again"
    )


def _known(error: DatabaseError | InterfaceError) -> tuple[type[WitnessmarkError], str] | None:
    cause = error.__cause__
    code = getattr(cause, "sqlite_errorname", None)
    if code is not None:
        return next(((kind, told) for prefix, kind, told in _SQLITE if code.startswith(prefix)), None)
    state = getattr(cause, "sqlstate", None) or "08"  # psycopg gives no state when it never got through
    if not hasattr(cause, "sqlstate"):
        return None
    return next(((kind, told) for prefix, kind, told in _POSTGRES if state.startswith(prefix)), None)


def _name(using: str) -> str:
    return str(connections.settings[using]["NAME"])
