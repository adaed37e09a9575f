"""A name is a place's or a person's by what the whole document shows of it."""

import pytest

from witnessmark.locate import locate
from witnessmark.locate.patterns import SEQUENCE
from witnessmark.model.document import Document


def names(gazetteer, text):
    return [m.quote for m in locate(Document("d", "d", text, "", "txt"), gazetteer)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ariha Veterans met on Monday.", []),
        ("Ariha Veterans met on Monday. The market in Ariha was shut.", ["Ariha", "Ariha"]),
        ("Ariha said so. Then Ariha sat down.", []),
        ("In Syria, trade stopped. Ariha said nothing in Ariha.", ["Syria", "Ariha", "Ariha"]),
        ("Jericho Ariha left the firm.", []),
        ("Bobby E. Ariha left the firm.", []),
        ("The mayor spoke in Khan Shaykhun Monday.", ["Khan Shaykhun"]),
        ("Rep. Tom Bell, R-Ariha, agreed.", ["Ariha"]),
    ],
)
def test_names_of_persons_and_places(gazetteer, text, found):
    assert names(gazetteer, text) == found


@pytest.mark.parametrize("name", ["W. Va.", "N.C.", "N.Y", "U.S.", "St. Paul", "Bobby E. Hale"])
def test_abbreviations_and_initials_stay_in_one_sequence(name):
    assert SEQUENCE.match(f"{name}, who").group() == name
