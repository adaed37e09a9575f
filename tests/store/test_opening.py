"""Making and opening cases: each wrong call has its one-line answer."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connections

from witnessmark.errors import CaseError, IntegrityError, NewerCaseError, NotACaseError, UsageError
from witnessmark.store.case import Case
from witnessmark.store.database import URL_VARIABLE


@pytest.fixture
def closed(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.delenv(URL_VARIABLE, raising=False)
    Case.init(tmp_path / "case").close()
    return tmp_path / "case"


def test_a_card_says_what_the_case_is(closed):
    card = json.loads((closed / "case.json").read_text())
    assert card["format"] == 1
    assert card["database"] == "sqlite"
    assert sorted(p.name for p in closed.iterdir()) == [
        "case.db",
        "case.json",
        "case.lock",
        "heads.json",
        "heads.lock",
        "vault",
    ]


def test_init_refuses_what_is_there(closed, tmp_path):
    with pytest.raises(CaseError, match="holds a case already"):
        Case.init(closed)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("x")
    with pytest.raises(UsageError, match=r"not empty \(letter.txt\)"):
        Case.init(tmp_path / "full")
    with pytest.raises(UsageError, match="is a file"):
        Case.init(tmp_path / "full/letter.txt")


def test_an_init_cut_short_can_be_repeated(closed):
    card = json.loads((closed / "case.json").read_text())
    (closed / "case.json").rename(closed / "case.json.new")
    with pytest.raises(NotACaseError):
        Case.open(closed)
    Case.init(closed).close()
    assert json.loads((closed / "case.json").read_text())["id"] == card["id"]


def test_a_case_of_a_later_format_is_left_alone(closed):
    card = json.loads((closed / "case.json").read_text())
    (closed / "case.json").write_text(json.dumps({**card, "format": 2, "made_by": "9.1"}))
    with pytest.raises(NewerCaseError, match=r"format 2, made by witnessmark 9\.1.*upgrade"):
        Case.open(closed)


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"format": 1}', "\x00"])
def test_a_broken_card_is_named(closed, card):
    (closed / "case.json").write_text(card)
    with pytest.raises(NotACaseError, match=r"case\.json: .*backup"):
        Case.open(closed)


def test_a_lost_database_is_not_silently_made_anew(closed):
    (closed / "case.db").unlink()
    with pytest.raises(IntegrityError, match=r"case\.db: missing"):
        Case.open(closed)
    assert not (closed / "case.db").exists()


def test_a_file_that_is_no_database_is_told(closed):
    (closed / "case.db").write_bytes(b"not a database at all" * 500)
    with pytest.raises(IntegrityError, match="not a database"):
        Case.open(closed)


def test_the_database_of_another_case_is_refused(closed, tmp_path):
    Case.init(tmp_path / "other").close()
    (tmp_path / "other/case.db").replace(closed / "case.db")
    with pytest.raises(IntegrityError, match="belongs to another case"):
        Case.open(closed)


def test_an_empty_database_is_refused(closed):
    (closed / "case.db").write_bytes(b"")
    with pytest.raises(IntegrityError, match="holds no case"):
        Case.open(closed)


def test_a_case_on_a_server_needs_its_address(postgres, tmp_path, monkeypatch):
    Case.init(tmp_path / "case").close()
    assert not (tmp_path / "case/case.db").exists()
    with pytest.raises(CaseError, match="holds another case"):
        Case.init(tmp_path / "second")
    monkeypatch.delenv(URL_VARIABLE)
    with pytest.raises(CaseError, match=f"set {URL_VARIABLE}"):
        Case.open(tmp_path / "case")
    assert postgres.startswith("postgres://")


def test_a_server_that_is_not_there_is_told(tmp_path, monkeypatch):
    pytest.importorskip("psycopg")
    monkeypatch.setenv(URL_VARIABLE, "postgres://nobody@127.0.0.1:9/none")
    with pytest.raises(Exception, match="connection failed: check WITNESSMARK_DATABASE_URL") as caught:
        Case.init(tmp_path / "case")
    assert type(caught.value).__name__ == "StorageError"


def test_sqlite_is_opened_as_promised(sqlite_case):
    with connections[sqlite_case._using].cursor() as cursor:
        found = {}
        for pragma in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout"):
            cursor.execute(f"PRAGMA {pragma}")
            found[pragma] = cursor.fetchone()[0]
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 30_000,
    }
    assert connections[sqlite_case._using].transaction_mode == "IMMEDIATE"


def test_django_is_loaded_by_the_case_alone():
    asked = (
        "import sys, witnessmark.store; assert 'django' not in sys.modules;"
        "import witnessmark.store.case; assert 'django' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
