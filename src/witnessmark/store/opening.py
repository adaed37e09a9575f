"""Making a case and connecting to one: which database, whose, and how old."""

import os
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

from witnessmark.errors import CaseError, IntegrityError, NewerCaseError, UsageError
from witnessmark.store import chain, database
from witnessmark.store.faults import refused, translated, writing
from witnessmark.store.layout import FORMAT, Card, Layout
from witnessmark.store.lock import WriterLock
from witnessmark.store.models import IdentityRow, table


def make(path: Path, lock_timeout: float) -> None:
    """Make directory, tables and, last, the card: before that there is no case, and `make` starts over."""
    layout = Layout(path)
    if layout.card.exists():
        raise CaseError(f"{path}: holds a case already: use it, or name a directory that does not exist")
    try:
        path.mkdir(parents=True, exist_ok=True)
        strangers = layout.strangers()
    except FileExistsError as error:
        raise UsageError(f"{path}: is a file: name a directory that does not exist") from error
    except OSError as error:
        raise refused(path, error) from error
    if strangers:
        raise UsageError(f"{path}: not empty ({strangers[0]}): name a directory that does not exist")
    url = os.environ.get(database.URL_VARIABLE)
    using = database.connect(_configuration(layout, "postgresql" if url else "sqlite"))
    lock = WriterLock(layout.lock, using, lock_timeout)
    try:
        lock.acquire("init")
        _make_inside(layout, using, "postgresql" if url else "sqlite")
    finally:
        lock.release()
        database.disconnect(using)


def connect(layout: Layout) -> str:
    """The alias of the case's database; raises NotACaseError, NewerCaseError, CaseError or IntegrityError."""
    card = layout.read_card()
    if card.database == "sqlite" and not layout.database.exists():
        raise IntegrityError(f"{layout.database}: missing: restore it from a backup of the case")
    using = database.connect(_configuration(layout, card.database))
    try:
        _check_age(layout, using)
        _check_identity(layout, using, card)
    except BaseException:
        database.disconnect(using)
        raise
    return using


def _configuration(layout: Layout, kind: str) -> database.Configuration:
    if kind == "sqlite":
        return database.sqlite(layout.database)
    url = os.environ.get(database.URL_VARIABLE)
    if not url:
        raise CaseError(
            f"{layout.root}: this case is kept in PostgreSQL: set {database.URL_VARIABLE} to its database"
        )
    return database.postgresql(url)


def _make_inside(layout: Layout, using: str, kind: str) -> None:
    if layout.card.exists():
        raise CaseError(f"{layout.root}: another process has just made a case here: use it")
    card = _draft(layout, kind)
    if card.database != kind:
        raise CaseError(
            f"{layout.root}: an init with {card.database} was cut short here: remove the directory, then init"
        )
    database.migrate(using)
    with writing(using):
        rows = IdentityRow.objects.using(using)
        found = rows.first() or rows.create(case_id=card.id)
        if found.case_id != card.id:
            raise CaseError(
                f"{layout.root}: the database holds another case: give each case a database of its own"
            )
    try:
        layout.vault.mkdir(exist_ok=True)
        layout.write_heads(lambda: chain.heads(using))
        layout.publish_draft()
    except OSError as error:
        raise refused(layout.root, error) from error


def _draft(layout: Layout, kind: str) -> Card:
    """The card of an `init` that was cut short, or a new one; on the disk before the tables know its id."""
    if layout.draft.exists():
        return layout.read_card(layout.draft)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    card = Card(FORMAT, str(uuid4()), now, version("witnessmark"), kind)
    layout.write_draft(card)
    return card


def _check_age(layout: Layout, using: str) -> None:
    unknown = database.unknown_migrations(using)
    if unknown:
        raise NewerCaseError(
            f"{layout.root}: a later version of witnessmark changed this case ({unknown[-1]}): upgrade "
            "witnessmark, then run the command again"
        )


def _check_identity(layout: Layout, using: str, card: Card) -> None:
    if not database.has_table(using, table(IdentityRow)):
        raise IntegrityError(f"{layout.root}: the database holds no case: restore it from a backup")
    with translated(using):
        found = IdentityRow.objects.using(using).first()
    if found is None or found.case_id != card.id:
        raise IntegrityError(
            f"{layout.root}: the database belongs to another case: check {database.URL_VARIABLE}, or restore "
            "the directory and the database from one backup"
        )
