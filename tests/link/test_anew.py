# ruff: noqa: E501  (told sentences are kept whole)
"""Old stories told as news in other words; what is merely alike is left alone."""

from datetime import date

import pytest

from witnessmark import pipeline
from witnessmark.link import link
from witnessmark.model.claim import RelationType
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id
from witnessmark.model.incident import LineageFlag, LineageKind

OLD = (
    "Shelling killed 23 people and wounded 61 at the livestock market of Zabid on 13 April 2019. Four shells fell "
    "within minutes, and 318 families were moved to a school. The pump that was hit had served 14,500 people.\n\n"
    '"We carried people out on doors because there were not enough stretchers," said Nadim Qarawi, a rescuer.'
)
SAID = '"We carried the people out on doors as there were not enough stretchers," Nadim Qarawi said.'
NEW = (
    "Rescuers in Zabid say that {} people died and {} were injured {} when the livestock market came under shelling. "
    "A school has taken in 318 families, and 14,500 people wait for a pump to be mended.\n\n{}"
)


def read(name, text, published):
    return pipeline.analyse(
        Document(
            name, f"{name}.txt", text, bytes_id(text.encode()), "txt",
            published=Published(date.fromisoformat(published), PublishedHow.GIVEN), publisher=f"{name} daily",
            language="en", zones=(Zone(ZoneKind.BODY, 0, len(text)),),
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def old():
    return read("old", OLD, "2019-04-14")


def new(dead=23, hurt=61, day="yesterday", said=SAID, published="2021-08-02"):
    return read("new", NEW.format(dead, hurt, day, said), published)


def test_a_story_told_anew_in_other_words_is_an_old_one_and_its_event_keeps_its_day(old):
    found = link([old, new()])
    (line,) = found.lineages
    assert (line.kind, line.flags) == (LineageKind.SAME_STORY, (LineageFlag.RECYCLED,))
    assert "23 killed, 61 injured at one place, and 1 quotations in common" in line.evidence[0]
    notes = [r.note for r in found.relations if r.type is RelationType.CONTRADICTION]
    assert notes
    assert all("new was printed 841 days after old" in note for note in notes)
    (event,) = [i for i in found.incidents if "new" in i.documents]
    assert (event.documents, str(event.date[0])) == (("new", "old"), "2019-04-13")


@pytest.mark.parametrize(
    "other",
    [
        {"said": "Traders had come from four districts."},  # another attack with the same tolls
        {"hurt": 40},  # a spokesman's sentence, and one toll
        {"day": "on 13 April 2019"},  # an anniversary
        {"published": "2019-05-06"},  # within the month
    ],
)
def test_what_is_merely_alike_is_another_story(old, other):
    found = link([old, new(**other)])
    assert [line.flags for line in found.lineages] == [(), ()]


def test_tolls_below_ten_repeat():
    few = read("old", OLD.replace("23", "3").replace("61", "7"), "2019-04-14")
    assert [line.flags for line in link([few, new(3, 7)]).lineages] == [(), ()]
