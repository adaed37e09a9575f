"""The same made-up case in PostgreSQL: `copied.py SQLITE_CASE NEW_CASE`, much quicker than making it again.

`WITNESSMARK_DATABASE_URL` names an empty database, where rows go in by COPY and indexes are made after them.
Words of documents are put in by the store itself, since each database keeps them in its own way.
"""

import argparse
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import psycopg
from psycopg import sql

from witnessmark.store.case import Case

_MADE = ("ledger_", "trace_", "view_")
_OWN = ("case_identity", "view_document", "view_text")  # the new case's, and what is made below


def copied(source: Path, target: Path) -> None:
    """Make the case; raises CaseError and UsageError as `Case.init`."""
    from django.db import connections, transaction

    from witnessmark.store import texts

    with Case.init(target) as case, sqlite3.connect(source / "case.db") as rows:
        using = case._using  # noqa: SLF001  (bench only)
        connections[using].ensure_connection()
        to = connections[using].connection
        to.execute("SET session_replication_role = replica")  # the guards refuse rows that come out of turn
        known = connections[using].introspection.table_names()
        for table in (t for t in known if t.startswith(_MADE) and t not in _OWN):
            with _bare(to, table):
                _fill(to, table, rows)
        with transaction.atomic(using=using):
            texts.catch_up(using)
        to.execute("ANALYZE")
        to.execute("SET session_replication_role = DEFAULT")
    shutil.copyfile(source / "heads.json", target / "heads.json")
    shutil.copytree(source / "vault", target / "vault", dirs_exist_ok=True)


@contextmanager
def _bare(to: psycopg.Connection, table: str) -> Iterator[None]:
    """The table without its indexes but for those of constraints, until its rows are in."""
    found = to.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT IN "
        "(SELECT conname FROM pg_constraint)",
        [table],
    ).fetchall()
    for name, _ in found:
        to.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    yield
    for _, definition in found:
        to.execute(definition)


def _fill(to: psycopg.Connection, table: str, rows: sqlite3.Connection) -> None:
    begun = perf_counter()
    columns = to.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s "
        "ORDER BY ordinal_position",
        [table],
    ).fetchall()
    names = sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns)
    truths = [n for n, (_, kind) in enumerate(columns) if kind == "boolean"]
    asked = ", ".join(f'"{name}"' for name, _ in columns)
    number = 0
    with to.cursor().copy(sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)) as out:
        for row in _told(rows.execute(f"SELECT {asked} FROM {table}"), truths):  # noqa: S608  (our own names)
            out.write_row(row)
            number += 1
    print(f"{table}: {number:,} rows in {perf_counter() - begun:.0f} s", flush=True)


def _told(rows: Iterable[tuple[object, ...]], truths: list[int]) -> Iterator[tuple[object, ...]]:
    """SQLite has numbers for true and false."""
    for row in rows:
        yield tuple(bool(v) if n in truths else v for n, v in enumerate(row)) if truths else row


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    copied(given.source, given.target)
