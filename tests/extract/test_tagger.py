"""From text to chunks: one letter each, in order, nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factory import document
from witnessmark.extract.settle import settle
from witnessmark.extract.tagger import tag
from witnessmark.extract.words import words
from witnessmark.model.document import Zone, ZoneKind

WORDS = ["Nine", "14", "people", "were", "killed", "in", "the", "raid", ",", ";", ":", "by", "army", "said"]


def tagged(text):
    return [settle(s) for s in tag(document(text), (), (), words("en"))]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Shelling killed nine villagers.", "AtNGx"),
        ("Nine villagers were killed by rockets.", "NGBtyWx"),
        ("Nine deaths were recorded.", "NMBRx"),
        ("A raid hit the clinic.", "eAVeOx"),
        ("UNICEF said nine people died.", "SRNGIx"),
        ("Half of them were children.", None),
    ],
)
def test_letters_say_what_a_stretch_is(text, letters):
    [sentence] = tagged(text)
    if letters is None:
        assert sentence.symbols[0] == "F"
    else:
        assert sentence.symbols == letters


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_chunks_cover_every_word_once_and_in_order(parts):
    text = " ".join(parts)
    for sentence in tagged(text):
        at = sentence.start
        for chunk in sentence.chunks:
            assert text[at : chunk.start].strip() == ""
            assert chunk.start < chunk.end
            at = chunk.end
        assert text[at : sentence.end].strip() == ""


def test_only_zones_that_allow_claims_are_cut_into_sentences():
    text = "Nine people died. Nine people died."
    doc = document(text, zones=(Zone(ZoneKind.BODY, 0, 17), Zone(ZoneKind.WIDGET, 18, len(text))))
    assert [(s.start, s.end) for s in tag(doc, (), (), words("en"))] == [(0, 17)]


def test_a_longer_name_beats_the_words_inside_it():
    [sentence] = tagged("The Syrian Network for Human Rights spoke.")
    assert [c.speaker for c in sentence.chunks if c.speaker] == ["SNHR"]


@pytest.mark.parametrize("text", ["the un of it all", "who came"])
def test_an_acronym_is_no_common_word(text):
    assert all(c.speaker is None for s in tagged(text) for c in s.chunks)
