import json
from dataclasses import replace

import pytest

from witnessmark.errors import IntegrityError, QuoteError, UsageError
from witnessmark.model.record import from_record
from witnessmark.publish import FORMATS, publish


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_dossier_gives_the_same_bytes(dossier, labels, form):
    assert publish(dossier, form, labels) == publish(dossier, form, labels)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_no_form_carries_exact_coordinates(dossier, labels, form):
    text = publish(dossier, form, labels)
    for secret in ("12.34567", "33.98765", "33.92345", "12.31234"):
        assert secret not in text


def test_an_unknown_form_is_a_wrong_call(dossier, labels):
    with pytest.raises(UsageError, match="no report format `pdf`"):
        publish(dossier, "pdf", labels)


def test_a_quote_that_is_not_in_its_document_is_refused(dossier, labels):
    first = dossier.readings[0]
    forged = replace(first.claims[0], quote="Nine civilians were killed")
    broken = replace(first, claims=(forged, *first.claims[1:]))
    with pytest.raises(QuoteError, match=r"wire\.txt"):
        publish(replace(dossier, readings=(broken, *dossier.readings[1:])), "html", labels)


def test_an_incident_that_names_a_missing_claim_is_refused(dossier, labels):
    stray = replace(dossier.incidents[0], claims=("nowhere",))
    with pytest.raises(IntegrityError, match="names nowhere"):
        publish(replace(dossier, incidents=(stray,)), "csv", labels)


def test_json_lines_read_back_into_the_values_published(dossier, labels):
    records = [json.loads(line) for line in publish(dossier, "jsonl", labels).splitlines()]
    values = [from_record(r) for r in records]
    kinds = {r["record"] for r in records}
    assert {"document", "claim", "relation", "lineage", "incident", "failure"} <= kinds
    texts = {r["id"]: r["text"] for r in records if r["record"] == "document"}
    for value in values:
        if hasattr(value, "quote"):
            assert texts[value.doc][value.start : value.end] == value.quote


def test_a_spreadsheet_runs_no_cell(dossier, labels):
    incident = dossier.incidents[0]
    figure = replace(incident.figures[0], rule="=HYPERLINK(1)")
    poisoned = replace(dossier, incidents=(replace(incident, figures=(figure,)),))
    assert "'=HYPERLINK(1)" in publish(poisoned, "csv", labels)
