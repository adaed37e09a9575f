"""The database itself refuses to change or remove a ledger row.

Invariant: after `install`, UPDATE, DELETE, TRUNCATE and INSERT OR REPLACE fail on every ledger table, whoever
connects. A row of the register of sites or of its openings is taken at the end of its chain alone: not before
a row that is there, not with a time before the last one's, not for another run than the last. Installed after
every migration, because SQLite rebuilds a table to alter it and drops its triggers with the old one. An owner
of the database can still drop a trigger: `store.chain` then shows the edit.
"""

from collections.abc import Iterator

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from witnessmark.store.models import LEDGERS, LedgerRow, OpeningRow, RegisterRow, RunRow
from witnessmark.store.models import table as table_of

_FUNCTION = """
CREATE OR REPLACE FUNCTION witnessmark_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
"""

_PLACE_FUNCTION = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF {wrong} THEN RAISE EXCEPTION '{table} is append-only: {why}'; END IF; RETURN NEW; END $$
"""
_WHY = "a row comes after the last one, and is of now"


def install(using: str) -> None:
    """Put every guard in place; those that are there already stay.

    Where none is missing nothing is touched: to make a trigger, PostgreSQL waits for every reader of a table
    and keeps all others out.
    """
    if not missing(using):
        return
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
            for table in _tables():
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}")
                cursor.execute(
                    f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                    "FOR EACH STATEMENT EXECUTE FUNCTION witnessmark_append_only()"
                )
                # ALWAYS: not even a session in replica mode passes.
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_append_only")
            for model in _ORDERED:
                table, name = table_of(model), _order_guard(model)
                cursor.execute(_PLACE_FUNCTION.format(name=name, wrong=_wrong(model), table=table, why=_WHY))
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
                cursor.execute(
                    f"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
                )
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {name}")
        else:
            present = _sqlite_triggers(connection)
            for name, sql in _sqlite_guards():
                if present.get(name) != sql:
                    cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
                    cursor.execute(sql)


def missing(using: str) -> list[str]:
    """The names of guards that are absent, disabled or not as we write them."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        present = _sqlite_triggers(connection)
        return [name for name, sql in _sqlite_guards() if present.get(name) != sql]
    with connection.cursor() as cursor:
        cursor.execute(_PRESENT)
        found = {tuple(row) for row in cursor.fetchall()}
    return [wanted[0] for wanted in _postgres_guards() if wanted not in found]


def strange(using: str) -> list[str]:
    """The names of triggers and rules on ledgers that are none of ours: one of them could swallow a row."""
    connection = connections[using]
    tables = _tables()
    if connection.vendor == "postgresql":
        asked = _STRANGE
        ours = {guard[0] for guard in _postgres_guards()}
    else:
        asked = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
        ours = {guard[0] for guard in _sqlite_guards()}
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return sorted(name for name, table in cursor.fetchall() if table in tables and name not in ours)


# Ledgers whose order is evidence in itself: what was notified when, and who opened the register when.
_ORDERED: tuple[type[LedgerRow], ...] = (RegisterRow, OpeningRow)


def _order_guard(model: type[LedgerRow]) -> str:
    return f"{table_of(model)}_in_order"


def _wrong(model: type[LedgerRow]) -> str:
    """When a new row is not the next one, in SQL of both databases."""
    table, run = table_of(model), table_of(RunRow)

    def last(column: str, of: str = table) -> str:
        return f"(SELECT {column} FROM {of} ORDER BY seq DESC LIMIT 1)"  # noqa: S608  (our own names)

    wrong = [f"NEW.seq <> COALESCE({last('seq')}, 0) + 1", f"NEW.prev_hash <> {last('row_hash')}"]
    if model is OpeningRow:
        wrong.append(f"NEW.at < {last('at')}")
    else:
        wrong.append(f"NEW.run <> COALESCE({last('record_id', run)}, '')")
    return " OR ".join(wrong)


# Triggers that fire always and unconditionally, with what they run.
_PRESENT = """
SELECT tgname, relname, tgtype::int, prosrc FROM pg_trigger
JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE tgenabled = 'A' AND tgqual IS NULL AND tgattr = ''::int2vector AND tgnargs = 0
AND pg_table_is_visible(tgrelid)
"""
_STRANGE = """
SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal
UNION ALL SELECT rulename, relname FROM pg_rewrite JOIN pg_class ON pg_class.oid = ev_class
"""
# Bits of pg_trigger.tgtype: 1 each row, 2 before, 4 INSERT, 8 DELETE, 16 UPDATE, 32 TRUNCATE.
_REFUSES, _ORDERS = 2 + 8 + 16 + 32, 1 + 2 + 4


def _postgres_guards() -> Iterator[tuple[str, str, int, str]]:
    """Name, table, type and body of each, as PostgreSQL keeps them."""
    for table in _tables():
        yield f"{table}_append_only", table, _REFUSES, _body(_FUNCTION)
    for model in _ORDERED:
        table, name = table_of(model), _order_guard(model)
        whole = _PLACE_FUNCTION.format(name=name, wrong=_wrong(model), table=table, why=_WHY)
        yield name, table, _ORDERS, _body(whole)


def _body(function: str) -> str:
    return function.split("$$")[1]


def _tables() -> list[str]:
    return [table_of(model) for model in LEDGERS]


def _sqlite_guards() -> Iterator[tuple[str, str]]:
    for table in _tables():
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_no_{action.lower()}"
            yield name, f"CREATE TRIGGER {name} BEFORE {action} ON {table} {refuse}"
        # INSERT OR REPLACE removes the old row without firing a DELETE trigger.
        taken = f"EXISTS (SELECT 1 FROM {table} WHERE seq = NEW.seq OR record_id = NEW.record_id)"  # noqa: S608  (our own table names)
        yield (
            f"{table}_no_replace",
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {taken} {refuse}",
        )
    for model in _ORDERED:
        table, name = table_of(model), _order_guard(model)
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: {_WHY}'); END"
        yield name, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {_wrong(model)} {refuse}"


def _sqlite_triggers(connection: BaseDatabaseWrapper) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        return dict(cursor.fetchall())
