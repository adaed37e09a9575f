"""The tables: what the database itself refuses, and that migrations and models agree."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from store import made
from witnessmark.store.models import ClaimRow, MentionRow, columns


def test_models_and_migrations_agree():
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)


WRONG = [
    (ClaimRow, {"quote": ""}),
    (ClaimRow, {"start": 9, "end": 9}),
    (ClaimRow, {"start": -1}),
    (ClaimRow, {"count_low": 5, "count_high": 4}),
    (ClaimRow, {"document_id": "f" * 64}),
    (MentionRow, {"start": 9, "end": 3}),
    (MentionRow, {"kind": "guess"}),
]


def test_the_database_refuses_what_must_never_be(case):
    case.record(made.reading(0))
    for model, wrong in WRONG:
        row = model.objects.using(case._using).order_by("seq").first()
        same = {name: getattr(row, name) for name in columns(model)}
        bad = model(**{**same, "seq": 99, "record_id": "e" * 64, **wrong})
        with pytest.raises(IntegrityError), transaction.atomic(using=case._using):
            bad.save(using=case._using, force_insert=True)
    assert case.verify() == []
