"""The whole phrase of a place."""

import pytest

from witnessmark.locate import locate, phrase
from witnessmark.model.document import Document


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("Raids hit Idlib city.", "Idlib", "Idlib city"),
        ("Raids hit the province of Idlib.", "Idlib", "the province of Idlib"),
        (
            "Raids hit the eastern part of Homs governorate.",
            "Homs",
            "the eastern part of Homs governorate",
        ),
        ("Raids hit the town of Ariha, in Idlib.", "Ariha", "the town of Ariha"),
        ("The Idlib region was hit.", "Idlib", "The Idlib region"),
        ("Raids hit northwest Syria.", "Syria", "northwest Syria"),
        ("Raids hit Homs and left.", "Homs", "Homs"),
    ],
)
def test_words_that_set_the_level_belong_to_the_phrase(gazetteer, text, quote, whole):
    mention = next(m for m in locate(Document("d", "d", text, "", "txt"), gazetteer) if m.quote == quote)
    start, end = phrase(text, mention)
    assert text[start:end] == whole
