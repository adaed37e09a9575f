"""What part a place plays, by the words around it."""

import pytest

from witnessmark.locate import locate
from witnessmark.model.document import Document
from witnessmark.model.place import PlaceRole


@pytest.fixture
def roles(gazetteer):
    def run(text):
        return {m.quote: str(m.role) for m in locate(Document("d", "d", text, "", "txt"), gazetteer)}

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Syria, shells fell on Homs.", {"Homs": "event", "Syria": "event"}),
        ("In Syria, 2,000 people displaced from Homs live in tents in Idlib.", {"Homs": "origin"}),
        ("Families who fled Homs, in Syria, have reached Tripoli in Lebanon.", {"Tripoli": "destination"}),
        ("Three refugees from Homs were killed by a mine in Hama, Syria.",
         {"Homs": "origin", "Hama": "event"}),
        ("A native of Aleppo was shot dead in Homs, Syria.", {"Aleppo": "origin", "Homs": "event"}),
        ("Two Aleppo natives died in Homs, Syria.", {"Aleppo": "origin", "Homs": "event"}),
        ("Shells hit Homs, Syria; the wounded were taken to a hospital in Tripoli, Lebanon.",
         {"Homs": "event", "Tripoli": "treatment", "Lebanon": "treatment"}),
        ("The injured were treated in Hama, Syria.", {"Hama": "treatment"}),
        ("He was treated in a Homs hospital in Syria.", {"Homs": "treatment"}),
        ("She said in Tripoli that shells had hit Homs, Syria.", {"Tripoli": "statement", "Homs": "event"}),
        ("He told reporters in Paris, France, that Homs had been hit.",
         {"Paris": "statement", "France": "statement"}),
        ("A court in Paris, France, convicted him of killing ten people in Homs, Syria.",
         {"Paris": "statement", "Homs": "event"}),
        ("TRIPOLI (Newsline) - Shells fell on Homs, Syria.", {"TRIPOLI": "statement", "Homs": "event"}),
        ("Homs - Shells fell on Hama, Syria.", {"Homs": "event"}),
        ("The Tripoli-based monitor counted shells in Homs, Syria.", {"Tripoli": "seat", "Homs": "event"}),
        ("The group, which is based in Paris, France, counted shells in Homs.",
         {"Paris": "seat", "Homs": "event"}),
        ("Rockets fired from Lebanon into Syria killed two people.",
         {"Lebanon": "fire_origin", "Syria": "event"}),
        ("Rockets from Lebanon hit Homs, Syria.", {"Lebanon": "fire_origin", "Homs": "event"}),
        ("A convoy bound for Aleppo was shelled in Homs, Syria.", {"Aleppo": "destination", "Homs": "event"}),
        ("In Syria, soldiers near the border with Lebanon shelled Homs.",
         {"Lebanon": "landmark", "Homs": "event"}),
        ("In Syria, gunmen took three aid workers from a clinic in Homs.", {"Homs": "event"}),
        ("In Syria, refugees from Homs, Hama and Aleppo were shelled.",
         {"Homs": "origin", "Hama": "origin", "Aleppo": "origin"}),
    ],
)  # fmt: skip
def test_the_words_around_a_place_say_what_part_it_plays(roles, text, expected):
    found = roles(text)
    assert {quote: found[quote] for quote in expected} == expected


@pytest.mark.parametrize("role", [r for r in PlaceRole if r is not PlaceRole.EVENT])
def test_every_role_has_a_cue(role):
    from witnessmark.locate.role import cues

    assert any(cue.role is role for cue in cues())


def test_a_sentence_before_gives_no_role(roles):
    assert roles("In Syria, they were displaced. From Homs came news of shells.")["Homs"] == "event"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Aleppo residents were killed near Hama, Syria.", {"Aleppo": "origin", "Hama": "event"}),
        ("In Homs, Syria, an Aleppo woman was shot dead.", {"Aleppo": "origin", "Homs": "event"}),
        ("An Ariha man died in Khan Shaykhun, Syria.", {"Ariha": "origin", "Khan Shaykhun": "event"}),
        ("Two Aleppo residents were killed in Syria.", {"Aleppo": "event"}),
        ("Two Aleppo residents were killed in Aleppo, Syria.", {"Aleppo": "event"}),
        ("Two Aleppo residents were killed. In Hama, Syria, it was quiet.", {"Aleppo": "event"}),
        ("Aleppo and Hama residents were shelled, Syria said.", {"Hama": "event"}),
        ("Aleppo residents blamed Lebanon.", {"Aleppo": "event"}),
    ],
)
def test_a_place_before_people_is_their_origin_where_another_says_where(roles, text, expected):
    found = roles(text)
    assert {quote: found[quote] for quote in expected} == expected
