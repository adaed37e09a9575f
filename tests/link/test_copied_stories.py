from datetime import date
from itertools import permutations

import pytest

from link import planted
from witnessmark import pipeline
from witnessmark.link import link
from witnessmark.model.claim import RelationType
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id
from witnessmark.model.incident import LineageFlag, LineageKind


def read(name, text, published="2019-04-14", language="en"):
    day = Published(date.fromisoformat(published), PublishedHow.GIVEN)
    body = (Zone(ZoneKind.BODY, 0, len(text)),)
    return pipeline.analyse(
        Document(
            name, f"{name}.txt", text, bytes_id(text.encode()), "txt",
            published=day, publisher=name, language=language, zones=body,
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def wire():
    return read("wire", planted.WIRE, "2019-04-13")


@pytest.fixture(scope="module")
def prints(wire):
    """A wire story, six edits and two translations."""
    edits = [read(name, text) for name, text in planted.EDITS.items()]
    return [
        wire,
        *edits,
        read("journal", planted.FRENCH, language="fr"),
        read("sahifa", planted.ARABIC, language="ar"),
    ]


def test_six_edits_and_two_translations_of_a_wire_story_are_one_lineage_of_one_origin(prints):
    (line,) = link(prints).lineages
    assert len(line.documents) == 9
    assert line.kind is LineageKind.TRANSLATION
    assert line.origin == "Tihama Watch"
    assert line.flags == ()
    assert len(line.ties) == 8
    assert {LineageKind.EDITED_WIRE, LineageKind.TRANSLATION} <= {t.kind for t in line.ties}
    told = [e for e in line.evidence if "translated" in e]
    assert all("14500, 318" in e for e in told)


def test_the_lineage_does_not_depend_on_which_print_comes_first(prints):
    some = prints[:1] + prints[-3:]
    found = {link(list(order)).lineages for order in list(permutations(some))[::7]}
    assert len(found) == 1


def test_an_edit_for_another_houses_words_says_which(wire):
    (line,) = link([wire, read("herald", planted.EDITS["herald"])]).lineages
    assert line.kind is LineageKind.EDITED_WIRE
    assert "Tihama Wire credited" in line.evidence[0]


def test_a_report_with_its_own_witnesses_stays_another_origin(prints):
    found = link([*prints, read("town", planted.OWN_WITNESS)])
    assert sorted(len(line.documents) for line in found.lineages) == [1, 9]
    names = {name for claim, names in found.origins for name in names}
    assert "Widad Makki" in names


def test_a_copy_with_one_number_changed_is_a_contradiction_and_no_second_source(wire):
    found = link([wire, read("front", planted.ALTERED, "2019-04-15")])
    (line,) = found.lineages
    assert line.flags == (LineageFlag.ALTERED,)
    assert "figure altered: 23 in wire, 83 in front" in line.evidence
    (rel,) = [r for r in found.relations if r.type is RelationType.CONTRADICTION]
    docs = {
        c.id: (c.doc, c.count.value)
        for r in (wire, read("front", planted.ALTERED))
        for c in r.claims
        if c.count
    }
    assert docs[rel.b] == ("wire", 23)
    voices = {names for i in found.incidents for names in i.origins if "front" in i.documents}
    assert "front" not in voices


def test_an_old_story_told_as_new_is_flagged_with_both_days(wire):
    found = link([wire, read("again", planted.RECYCLED, "2021-08-02")])
    (line,) = found.lineages
    assert line.flags == (LineageFlag.RECYCLED,)
    assert any("842 days after wire" in e for e in line.evidence)


def test_an_old_story_told_as_new_is_no_new_event_and_moves_no_day(wire):
    found = link([wire, read("again", planted.RECYCLED, "2021-08-02")])
    events = [i for i in found.incidents if i.kind == "incident" and i.place and i.place.name == "Zabid"]
    assert [(i.documents, i.date[0]) for i in events] == [(("again", "wire"), date(2019, 4, 13))]


def test_a_late_reprint_that_gives_the_old_day_is_not_called_recycled(wire):
    (line,) = link([wire, read("again", planted.EDITS["star"], "2021-08-02")]).lineages
    assert line.flags == ()


def test_two_desks_writing_up_one_press_release_are_one_origin():
    readings = [read(name, text, "2019-05-03") for name, text in planted.RELEASES.items()]
    (line,) = link(readings).lineages
    assert line.kind is LineageKind.PRESS_RELEASE
    assert "press release" in line.evidence[0]
