"""Rows are a pure function of records."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from store import made
from witnessmark.model.ids import canonical_json
from witnessmark.model.record import to_record
from witnessmark.store.models import ClaimRow
from witnessmark.store.shape import column_text, columns_of, record_id, storable

words = st.text(st.characters(exclude_categories=("Cs",)))
halves = st.characters(categories=("Cs",))


@settings(deadline=None)
@given(words, halves, words)
def test_any_text_survives_as_stored_json(before, half, after):
    value = {"name": before + half + after}
    stored = storable(canonical_json(value))
    assert "\0" not in stored
    assert json.loads(stored.encode("utf-8")) == value


@settings(deadline=None)
@given(words, words)
def test_different_records_have_different_ids(one, other):
    same = record_id({"record": "x", "v": one}) == record_id({"record": "x", "v": other})
    assert same == (one == other)


@settings(deadline=None)
@given(st.text())
def test_column_text_can_be_stored_anywhere(text):
    assert "\0" not in column_text(text)
    assert bool(column_text(text)) == bool(text)


def test_a_number_too_large_for_its_column_stays_in_the_record():
    document = made.reading(0).document
    record = to_record(made.claim(document, "killing 2 people", 2**70))
    assert record["count"]["low"] == 2**70
    assert columns_of(ClaimRow, record)["count_low"] is None
