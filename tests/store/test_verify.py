"""Every way of tampering that verification promises to show, each planted for real."""

import json
from collections.abc import Callable

import pytest
from django.db import connections, transaction

from store import made
from witnessmark.model.links import Links
from witnessmark.store import chain, guards, ledger
from witnessmark.store.case import Case
from witnessmark.store.models import LEDGERS, ClaimRow, RunRow, table


def tamper(case: Case, *statements: str) -> None:
    """As the owner of the database would: drop the guards, edit, put the guards back."""
    connection = connections[case._using]
    with transaction.atomic(using=case._using), connection.cursor() as cursor:
        for name in (table(model) for model in LEDGERS):
            if connection.vendor == "postgresql":
                cursor.execute(f"DROP TRIGGER {name}_append_only ON {name}")
            else:
                for action in ("update", "delete", "replace"):
                    cursor.execute(f"DROP TRIGGER {name}_no_{action}")
        for statement in statements:
            cursor.execute(statement)
    guards.install(case._using)


def test_a_sound_case_has_no_problems(filled):
    assert filled.verify() == []


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        (
            "UPDATE ledger_claim SET record = REPLACE(record, '\"value\":2', '\"value\":9') WHERE seq = 1",
            "claim row 1: it was changed after it was recorded",
        ),
        (
            "UPDATE ledger_claim SET quote = 'killing 99' WHERE seq = 3",
            "claim row 3: its column quote differs",
        ),
        (
            "DELETE FROM ledger_failure WHERE seq = 1",
            "failure: heads.json knows 1 rows, and the last of them",
        ),
        ("DELETE FROM ledger_mention WHERE seq = 4", "mention row 5: rows 4 to 4 are missing before it"),
        (
            "DELETE FROM ledger_capture WHERE seq > 6",
            "capture: run row 2 knows 8 rows, and the last of them are",
        ),
        (
            "DELETE FROM ledger_run WHERE seq = 2",
            "run: heads.json knows 2 rows, and the last of them are gone",
        ),
        (
            "UPDATE ledger_document SET record = 'lost' WHERE seq = 2",
            "document row 2: its record is unreadable",
        ),
        (
            "UPDATE ledger_run SET record = '{}' WHERE seq = 1",
            "run row 1: it was changed after it was recorded",
        ),
        ("DELETE FROM ledger_relation WHERE seq = 8", "is listed but not in the ledger"),
    ],
)
def test_an_edit_behind_the_guards_is_shown(filled, statement, shown):
    tamper(filled, statement)
    assert any(shown in problem for problem in filled.verify()), filled.verify()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE view_incident SET record = REPLACE(record, 'best', 'most') WHERE position = 0",
        "UPDATE view_figure SET best = 999 WHERE position = 0",
        "DELETE FROM view_relation",
        "DELETE FROM view_state",
    ],
)
def test_an_edited_view_is_shown_until_it_is_rebuilt(filled, statement):
    views = list(filled.lineages()), list(filled.incidents()), list(filled.relations())
    assert all(views)
    with connections[filled._using].cursor() as cursor:
        cursor.execute(statement)
    assert filled.verify() == ["the listed incidents are not as they were built: run `witnessmark rebuild`"]
    filled.replace_links(Links(*views))
    assert filled.verify() == []


def test_a_tail_rewritten_with_right_hashes_is_shown_by_the_seals(filled):
    row = ClaimRow.objects.using(filled._using).get(seq=16)
    record = row.record.replace("Shells struck", "Nothing struck")
    own = chain.row_hash(row.prev_hash, 16, row.record_id, record)
    change = f"record = '{record}', row_hash = '{own}'"
    tamper(filled, f"UPDATE ledger_claim SET {change} WHERE seq = 16")  # noqa: S608  (planting a fault)
    problems = filled.verify()
    assert any("claim row 16: not the row that heads.json knows" in p for p in problems)
    assert any("claim row 16: not the row that run row 2 knows" in p for p in problems)
    assert any("claim row 16: its quote is not the text" in p for p in problems)


def test_a_missing_guard_is_shown(filled):
    dropped = (
        "DROP TRIGGER ledger_run_append_only ON ledger_run"
        if connections[filled._using].vendor == "postgresql"
        else "DROP TRIGGER ledger_run_no_delete"
    )
    with connections[filled._using].cursor() as cursor:
        cursor.execute(dropped)
    assert [p for p in filled.verify() if "guard ledger_run" in p]
    filled.begin_run("add", {})
    filled.finish_run({})
    assert filled.verify() == []


@pytest.mark.parametrize("hurt", [lambda p: p.unlink(), lambda p: (p.chmod(0o600), p.write_bytes(b"other"))])
def test_lost_or_changed_bytes_are_shown(filled, hurt: Callable):
    sha256 = filled.document("doc-0001").sha256
    hurt(filled.root / "vault" / sha256[:2] / sha256)
    assert [p for p in filled.verify() if sha256 in p]


def test_lost_heads_are_shown(filled):
    (filled.root / "heads.json").unlink()
    assert any("heads.json is missing: restore it" in p for p in filled.verify())


@pytest.mark.parametrize("heads", ["{", "[1]", '{"claim": 3}', '{"dream": [1, "x"]}'])
def test_broken_heads_are_shown(filled, heads):
    (filled.root / "heads.json").write_text(heads)
    assert any("heads.json" in p for p in filled.verify())


def test_a_damaged_file_is_shown(sqlite_case):
    made.add(sqlite_case, 40)
    connections[sqlite_case._using].cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections[sqlite_case._using].close()
    with (sqlite_case.root / "case.db").open("r+b") as stream:
        stream.seek(4096 * 6)
        stream.write(b"\xff" * 4096 * 8)
    problems = sqlite_case.verify()
    assert problems
    assert any("damaged" in p or "malformed" in p for p in problems)


def test_runs_seal_the_heads_and_hold_the_time(filled):
    begin, finish = (json.loads(r.record) for r in RunRow.objects.using(filled._using).order_by("seq"))
    assert begin["command"] == "add"
    assert begin["heads"]["claim"][0] == 0
    assert finish["heads"]["claim"] == list(filled.heads()["claim"])
    assert finish["counts"] == {"documents": 9}
    assert begin["at"].endswith("+00:00")


def test_the_chain_does_not_depend_on_how_the_work_was_cut(case):
    for i in range(5):
        case.record(made.reading(i))
    heads = case.heads()
    case.begin_run("add", {})
    for i in range(5):
        assert not ledger.record(case._using, made.reading(i))
    case.finish_run({})
    assert {k: v for k, v in case.heads().items() if k != "run"} == {
        k: v for k, v in heads.items() if k != "run"
    }


def another_guard(on: str, events: str) -> str:
    """One of that name that guards something else."""
    name = "ledger_run_append_only"
    return f"""
    DROP TRIGGER {name} ON ledger_run;
    CREATE TRIGGER {name} BEFORE {events} ON {on} FOR EACH STATEMENT
    EXECUTE FUNCTION witnessmark_append_only();
    ALTER TABLE {on} ENABLE ALWAYS TRIGGER {name}
    """


HOLLOW = """
CREATE OR REPLACE FUNCTION witnessmark_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RETURN NULL; END $$
"""


@pytest.mark.parametrize(
    "statement",
    [
        HOLLOW,
        another_guard("ledger_run", "DELETE"),
        another_guard("case_identity", "UPDATE OR DELETE OR TRUNCATE"),
    ],
    ids=["a body that refuses nothing", "other events", "another table"],
)
def test_a_guard_that_is_not_as_we_write_it_is_shown_on_postgresql(filled, statement):
    if connections[filled._using].vendor != "postgresql":
        pytest.skip("SQLite keeps the text of a trigger, and that is compared")
    with connections[filled._using].cursor() as cursor:
        cursor.execute(statement)
    assert [p for p in filled.verify() if "guard ledger_run" in p]
    guards.install(filled._using)
    assert [p for p in filled.verify() if "guard" in p] == []
