"""Properties of finding that hold on any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from witnessmark.locate import locate, phrase
from witnessmark.model.document import Document

WORDS = st.sampled_from(
    [
        "Idlib",
        "Ariha",
        "Syria",
        "in",
        "the",
        "of",
        ",",
        ".",
        "southern",
        "city",
        "Hospital",
        "Paris",
        "Moreau",
        "R-",
        "HAMA",
        "إدلب",
        "في",
        "\x00",
        "U.S.",
        "al-",
        "'s",
        "province",
        "Tripoli",
        "(",
        ")",
        "XXXXXXXXXXXXXXXXXXXXXXXXXXXXX",
    ]
)
MONSTERS = {
    "one word": "A" * 10_000,
    "many words": "Aa " * 5_000,
    "particles": "Of The " * 3_000,
    "articles": "al-" * 5_000,
    "initials": "A.B." * 4_000,
    "Arabic": "إ" * 10_000,
    "hyphens": "Idlib-" * 3_000,
}


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30), st.sampled_from([" ", ""]))
def test_mentions_are_verbatim_in_order_and_apart(gazetteer, words, glue):
    text = glue.join(words)
    found = locate(Document("d", "d", text, "", "txt"), gazetteer)
    end = 0
    for mention in found:
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start >= end
        assert 0 <= mention.margin <= 1
        assert mention.place is not None or mention.runner_up is not None
        start, stop = phrase(text, mention)
        assert start <= mention.start < mention.end <= stop
        end = mention.end


@pytest.mark.parametrize("text", MONSTERS.values(), ids=MONSTERS)
def test_monstrous_names_cost_little(gazetteer, text):
    began = time.process_time()
    locate(Document("d", "d", text, "", "txt"), gazetteer)
    assert time.process_time() - began < 5


def test_places_of_persons_and_parties(gazetteer):
    text = "Maya Haddad of Homs spoke in Syria. Senator Lee, R-Texas, and the Union of Aleppo Bakers replied."
    found = {m.quote for m in locate(Document("d", "d", text, "", "txt"), gazetteer)}
    assert found == {"Homs", "Syria", "Texas", "Aleppo"}
