"""Two tellers of one event: when they are two, and when the second has it from the first or one source."""

from datetime import date
from itertools import permutations

import pytest

from link.shelf import Shelf, at_once
from witnessmark import pipeline
from witnessmark.link import link
from witnessmark.model.claim import RelationType
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id
from witnessmark.model.incident import IncidentKind, LineageKind

FIRST = "Two shells struck a bakery in Taftanaz on 8 March 2021 and killed 14 people{}. {}"
SECOND = "Fourteen people died when the bakery of Taftanaz was shelled on 8 March 2021{}. {}"
FLOUR = "The flour store burned until evening."
SCHOOLS = "Schools in the town closed for a week."
SACKS = "The store held 1,347 sacks of flour, and 286 families were left without bread."
QUEUED = "Afterwards 286 families queued elsewhere, as 1,347 sacks of flour had burned."
BAKER = '\n\n"We had swept the floor and were about to open the shutters," said Hani Marrouf, the baker.'
TEACHER = '\n\n"My brother went for four loaves and did not return to us," said Lina Qasim, a teacher.'


def read(name, text, publisher, day=date(2021, 3, 9)):
    published = Published(day, PublishedHow.GIVEN if day else PublishedHow.UNKNOWN)
    return pipeline.analyse(
        Document(
            name, f"{name}.txt", text, bytes_id(text.encode()), "txt",
            published=published, publisher=publisher, language="en",
            zones=(Zone(ZoneKind.BODY, 0, len(text)),),
        )
    )  # fmt: skip


def told(first, second, publishers=("Valley Gazette", "Evening Post")):
    """The origins of the one incident that both tell of, and why they are not independent."""
    readings = [read(n, t, p) for n, t, p in zip("ab", (first, second), publishers, strict=True)]
    found = link(readings)
    assert [line.kind for line in found.lineages] == [LineageKind.SINGLE, LineageKind.SINGLE]
    (event,) = [i for i in found.incidents if i.kind is IncidentKind.INCIDENT]
    assert event.documents == ("a", "b")
    why = [r.note for r in found.relations if r.type is RelationType.SHARED_ORIGIN_DOCUMENTS]
    return event.origins, why


def test_two_reporters_of_one_event_are_independent():
    assert told(FIRST.format("", FLOUR), SECOND.format("", SCHOOLS)) == (
        ("Evening Post", "Valley Gazette"),
        [],
    )


def test_reports_that_rest_on_one_source_are_one_origin_and_say_so():
    origins, why = told(
        FIRST.format(", the Orontes Monitor said", FLOUR),
        SECOND.format(", according to the Orontes Monitor", SCHOOLS),
    )
    assert origins == ("Orontes Monitor",)
    assert why == ["shared_origin: both rest on Orontes Monitor"]


@pytest.mark.parametrize(
    ("publisher", "cited", "origin"),
    [
        ("Valley Gazette", "the Valley Gazette", "Valley Gazette"),
        ("The Guardian", "the Guardian", "GUARDIAN"),
    ],
)
def test_who_cites_another_report_of_the_event_counts_with_it(publisher, cited, origin):
    origins, why = told(
        FIRST.format("", FLOUR), SECOND.format(f", {cited} reported", SCHOOLS), (publisher, "Evening Post")
    )
    assert origins == (origin,)
    assert why == [f"one cites the other: {origin}"]


def test_two_rare_numbers_in_common_are_no_coincidence():
    origins, why = told(FIRST.format("", SACKS), SECOND.format("", QUEUED))
    assert len(origins) == 1
    assert why == ["both have 1347 and 286"]


def test_a_rare_number_and_a_quotation_in_common_are_none_either():
    again = '"We had swept the floor and were about to open the shutters," the baker said. {}'
    origins, why = told(
        FIRST.format("", SACKS + BAKER), SECOND.format("", again.format("1,347 sacks burned."))
    )
    assert len(origins) == 1
    assert why[0].startswith("both have 1347 and “we had swept")


def test_one_rare_number_in_common_may_be_one():
    one = "The store held 1,347 sacks of flour."
    origins, why = told(FIRST.format("", one), SECOND.format("", "Afterwards 1,347 sacks had burned."))
    assert (len(origins), why) == (2, [])


def test_reporters_with_a_witness_each_are_independent_whatever_numbers_they_share():
    origins, why = told(FIRST.format("", SACKS + BAKER), SECOND.format("", QUEUED + TEACHER))
    assert (len(origins), why) == (2, [])


LONG = FIRST.format(
    "", "The flour store burned until evening, and people of three streets brought water. " * 2
)


@pytest.mark.parametrize(
    ("days", "origin"),
    [
        ((date(2021, 3, 10), date(2021, 3, 9), None), "Valley Gazette"),
        ((date(2021, 3, 9), date(2021, 3, 9), date(2021, 3, 12)), "Another Voice"),
        ((None, None, date(2021, 3, 12)), "Zonal Herald"),
        ((None, None, None), "Another Voice"),
    ],
)
def test_copies_without_a_named_voice_are_that_of_the_first_print_in_any_order(days, origin):
    named = ("Another Voice", "Valley Gazette", "Zonal Herald")
    prints = [read(n, LONG, who, day) for n, who, day in zip("abc", named, days, strict=True)]
    for order in permutations(prints):
        (event,) = [i for i in link(list(order)).incidents if i.kind is IncidentKind.INCIDENT]
        assert event.origins == (origin,)
        shelf = Shelf()
        for one in order:
            shelf.add([one])
        assert shelf.shown() == at_once(prints)
