"""The database refuses edits, and goes on refusing them after a migration that rebuilds a table."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest
from django.db import DatabaseError, connections, transaction
from django.test import override_settings

from store import made
from store.keys import Person
from witnessmark.errors import NewerCaseError
from witnessmark.model.act import Deed
from witnessmark.model.decision import Decision, Judgement
from witnessmark.store import guards
from witnessmark.store.case import Case
from witnessmark.store.models import LEDGERS, ClaimRow, table

# A later version of the program: it widens one column of the claims, which on SQLite rebuilds the table.
LATER = """
from django.db import migrations, models

class Migration(migrations.Migration):
    dependencies = [("store", "{newest}")]
    operations = [migrations.AlterField("claimrow", "prev_hash", models.CharField(max_length=128))]
"""


def attempt(case: Case, sql: str) -> None:
    with transaction.atomic(using=case._using), connections[case._using].cursor() as cursor:
        cursor.execute(sql)


def test_no_ledger_row_can_be_edited_or_deleted(filled):
    filled.decide(Decision("d1", ("a",), Judgement.SAME, "rules 1", human=False, reason="", at="2031-04-01"))
    keeper = Person("keeper")
    filled.begin_run("sites init", {})
    filled.make_register(keeper.holder, keeper.signs)
    filled.open_register(keeper.opens, "sites list", "")
    filled.finish_run({})
    filled.note_act("keeper", Deed.SIGN_IN)
    for name in map(table, LEDGERS):
        for sql in ("UPDATE {} SET record = '{{}}'", "DELETE FROM {}"):
            with pytest.raises(DatabaseError, match=f"{name} is append-only"):
                attempt(filled, sql.format(name))
    assert filled.verify() == []


def test_truncate_is_refused_where_the_database_has_it(filled):
    if connections[filled._using].vendor == "postgresql":
        with pytest.raises(DatabaseError, match="append-only"):
            attempt(filled, "TRUNCATE ledger_claim CASCADE")
        attempt(filled, "SET LOCAL session_replication_role = replica")
        with pytest.raises(DatabaseError, match="append-only"):
            attempt(filled, "SET LOCAL session_replication_role = replica; DELETE FROM ledger_claim")
    assert filled.status()["claims"] == 16


def test_a_row_cannot_be_replaced_on_the_sly(sqlite_case):
    made.add(sqlite_case, 2)
    copy = (
        "INSERT OR REPLACE INTO ledger_capture (seq, record_id, record, prev_hash, row_hash, sha256) "
        "SELECT seq, {}, '{{}}', prev_hash, row_hash, sha256 FROM ledger_capture WHERE seq = 1"
    )
    for record_id in ("record_id", "'other'"):
        with pytest.raises(DatabaseError, match="append-only"):
            attempt(sqlite_case, copy.format(record_id))
    assert sqlite_case.verify() == []


def test_rebuilding_a_table_drops_its_guards_on_sqlite_and_a_migration_puts_them_back(sqlite_case):
    using = sqlite_case._using
    made.add(sqlite_case, 2)
    old = ClaimRow._meta.get_field("prev_hash")
    new = old.clone()
    new.max_length = 128
    new.set_attributes_from_name("prev_hash")
    new.model = ClaimRow
    with connections[using].schema_editor() as editor:
        editor.alter_field(ClaimRow, old, new)
    assert [name for name in guards.missing(using) if "ledger_claim" in name] == [
        "ledger_claim_no_update",
        "ledger_claim_no_delete",
        "ledger_claim_no_replace",
    ]
    assert any("guard ledger_claim_no_delete is missing" in p for p in sqlite_case.verify())


def test_a_later_version_migrates_the_case_guards_it_again_and_an_older_one_stands_back(
    filled, tmp_path, monkeypatch
):
    before = list(filled.dump())
    later = tmp_path / "later_migrations"
    now = Path(import_module("witnessmark.store.migrations").__file__).parent
    shutil.copytree(now, later, ignore=shutil.ignore_patterns("__pycache__"))
    newest = max(path.stem for path in now.glob("[0-9]*.py"))
    (later / "9999_wider.py").write_text(LATER.format(newest=newest))
    monkeypatch.syspath_prepend(tmp_path)
    with override_settings(MIGRATION_MODULES={"store": "later_migrations"}), Case.open(filled.root) as newer:
        assert guards.missing(newer._using) == []
        with pytest.raises(DatabaseError, match="append-only"):
            attempt(newer, "DELETE FROM ledger_claim")
        assert list(newer.dump()) == before
        assert newer.verify() == []
    with pytest.raises(NewerCaseError, match=r"9999_wider.*upgrade witnessmark"):
        Case.open(filled.root)


def test_a_case_path_may_be_text(sqlite_case):
    with Case.open(str(sqlite_case.root)) as again:
        assert again.root == Path(sqlite_case.root)
