"""Acts that pictures are said not to show are told by nobody, and make no event and no figure."""

import pytest

from extract.cases import read
from factory import document
from witnessmark.model.claim import ClaimKind, Modality
from witnessmark.pipeline import analyse, link

TRUE = "A shell hit a school in Homs on 4 May 2015, killing two pupils."


def told(text):
    return [c for c in read(text).claims if c.kind is not ClaimKind.EVIDENCE]


@pytest.mark.parametrize(
    "text",
    [
        "Photos passed round as those of a raid on a clinic in Aleppo on 9 May 2015 are years old.",
        "A video said to show an air strike on Aleppo on 9 May 2015 that killed 12 was filmed earlier.",
        "The footage does not show the shelling of a market in Aleppo on 9 May 2015.",
        "Images of shelling that killed nine people in Aleppo on 9 May 2015 predate the war.",
    ],
)
def test_what_pictures_do_not_show_is_evidence_denied(text):
    assert told(text) == []
    assert {c.modality for c in read(text).claims} == {Modality.DENIED}
    found = link([analyse(document(f"{text} {TRUE}"))]).incidents
    assert [(i.kind, i.place.name) for i in found] == [("incident", "Homs")]


@pytest.mark.parametrize(
    "text",
    [
        "Photos show a raid on a clinic in Aleppo on 9 May 2015 that killed 12 people.",
        "A raid on a clinic in Aleppo on 9 May 2015 killed 12 people, and photos shared of it are old.",
        "A raid killed 12 people in Aleppo on 9 May 2015; most of the buildings there are old.",
    ],
)
def test_an_act_that_is_told_beside_pictures_stays(text):
    assert [c.count.value for c in told(text) if c.count] == [12]
