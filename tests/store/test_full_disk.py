"""A disk that refuses a write: a clear error, nothing half-written, and the work can be repeated."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections

from store import made
from witnessmark.errors import StorageError
from witnessmark.store.case import Case

ITEMS = 40


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """As on a full disk, the system refuses the write that would make a file larger than `size` bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_the_database_cannot_grow(sqlite_case, tmp_path):
    with no_file_above(400_000), pytest.raises(StorageError, match=r"case\.db: .*then run"):
        made.add(sqlite_case, ITEMS)
    sqlite_case.close()
    with Case.open(sqlite_case.root) as again, Case.init(tmp_path / "whole") as whole:
        kept = again.status()
        assert 0 < kept["documents"] < ITEMS
        assert kept["documents"] == kept["relations"] == kept["places"]
        assert again.verify() == []
        made.add(again, ITEMS)
        made.add(whole, ITEMS)
        assert list(again.dump()) == list(whole.dump())


def test_the_vault_cannot_take_the_bytes(case):
    with no_file_above(1_000_000), pytest.raises(StorageError, match=r"vault/.*check free space"):
        case.capture("large.bin", b"x" * 2_000_000)
    assert case.status()["captures"] == 0
    assert [p for p in (case.root / "vault").rglob("*") if p.is_file()] == []
    assert case.verify() == []


def test_the_database_says_it_is_full(sqlite_case):
    made.add(sqlite_case, 5)
    before = list(sqlite_case.dump())
    with connections[sqlite_case._using].cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count={cursor.fetchone()[0]}")
    with pytest.raises(StorageError, match="the disk is full: free some space"):
        made.add(sqlite_case, 200)
    after = list(sqlite_case.dump())
    assert [line for line in after if line in set(before)] == before
    assert sqlite_case.verify() == []


def test_a_vault_that_may_not_be_written_to(case, monkeypatch):
    def refuse(*_words: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "fsync", refuse)  # root may write anywhere: permissions alone would not stop it
    with pytest.raises(StorageError, match="Permission denied: check free space and permissions"):
        case.capture("a.txt", b"x")
    assert [p for p in (case.root / "vault").rglob("*") if p.is_file()] == []
