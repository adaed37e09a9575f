"""Open names that lie side by side decide one another."""

import pytest

from witnessmark.locate import Gazetteer, locate, together
from witnessmark.locate.entry import Entry, NameKind
from witnessmark.locate.evidence import SETTLEMENT
from witnessmark.locate.rank import Choice, Ranked
from witnessmark.model.document import Document
from witnessmark.model.place import Place, PlacePrecision


def entry(number, lat, lon):
    place = Place(f"p{number}", "town", "COL", None, lat, lon, number, PlacePrecision.TOWN, 2_000, "test")
    return Entry(number, place, NameKind.OWN, None, None, countries=("COL",))


def choice(*entries, margin=0.0):
    """A choice between places that are all as likely."""
    best = Ranked(1.0, 0.0, entries[0], 0.0, 0.0, 0.0, 0.0)
    readings = tuple((e, SETTLEMENT / len(entries)) for e in entries)
    return Choice(best, None, margin, settled=margin > 0.0, readings=readings)


def test_the_readings_that_lie_together_gain():
    choices = {"a": choice(entry(1, 4.4, -75.7), entry(2, 8.2, -75.5)), "b": choice(entry(3, 8.3, -75.5))}
    gained = together.company(["a"], choices)["a"]
    assert gained[1] == 0
    assert gained[2] > 2


def test_a_reading_is_no_company_for_another_spelling_of_its_place():
    here = entry(1, 4.4, -75.7)
    assert together.company(["a"], {"a": choice(here), "b": choice(here)}) == {"a": {1: 0.0}}


def test_the_more_likely_company_gives_more():
    far, near, other = entry(1, 4.4, -75.7), entry(2, 8.2, -75.5), entry(3, 1.0, -70.0)
    choices = {
        "a": choice(entry(4, 4.4, -75.6), entry(5, 8.2, -75.4)),
        "b": choice(far),
        "c": choice(near, other),
    }
    gained = together.company(["a"], choices)["a"]
    assert gained[4] > gained[5] > 0


def test_only_names_in_doubt_are_asked():
    sure, open_ = choice(entry(1, 4.4, -75.7), margin=0.6), choice(entry(2, 4.4, -75.6), entry(3, 8.0, -75.6))
    assert together.doubted({"sure": sure, "open": open_}) == ["open"]


@pytest.mark.parametrize("text", ["An attack was reported in San Jose, and in San Carlos."])
def test_places_of_two_countries_that_are_nearly_as_likely_stay_open(text):
    found = locate(Document("d", "d", text, "", "txt"), Gazetteer.default())
    assert found[0].quote == "San Jose"
    assert found[0].place is None
