"""Sentences that stand beside results: read as written, refused without what they rest on."""

import pytest

from witnessmark.codebook import load
from witnessmark.codebook.statements import read_statements
from witnessmark.errors import UsageError


def test_the_sentence_on_notification_is_there_word_for_word():
    said = load().statements["notification_and_law"]
    assert said == "Notification changes no protection under the law; neither does its absence."


@pytest.mark.parametrize("item", ["{text: A sentence.}", "{why: A reason.}", "A sentence."])
def test_a_sentence_without_text_or_reason_is_refused(tmp_path, item):
    path = tmp_path / "statements.yaml"
    path.write_text(f"source: us\nverified: false\nstatements: {{one: {item}}}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"statements\.yaml.*`one`"):
        read_statements(path)
