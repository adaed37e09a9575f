"""The publisher's home, read off its name or address."""

import pytest

from witnessmark.locate import locate
from witnessmark.locate.home import homes
from witnessmark.model.document import Document


def document(text, **facts):
    return Document("d", "d", text, "", "txt", **facts)


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("Aleppo Herald", None, "aleppo"),
        ("The Homs Observer", None, "homs"),
        (None, "https://www.aleppoherald.example/2024/1", "aleppo"),
        (None, "https://the-aleppo-herald.example/", "aleppo"),
        ("Meridian Wire", None, None),
        ("Lina Homs-Darwish", None, None),
        (None, "https://news.example", None),
        (None, None, None),
    ],
)
def test_a_home_is_what_the_words_of_papers_leave(gazetteer, publisher, url, home):
    found = homes(document("x", publisher=publisher, url=url), gazetteer)
    assert list(found) == ([home] if home else [])
    assert all(abs(sum(share for _, share in places) - 1) < 1e-6 for places in found.values())


def test_a_home_tells_where_its_namesakes_lie(gazetteer):
    text = "A shell fell on a school in Ariha on Monday."
    [told] = locate(document(text, publisher="Aleppo Herald"), gazetteer)
    [untold] = locate(document(text), gazetteer)
    assert told.place.country == "SYR"
    assert untold.place is None


def test_a_home_is_no_evidence_for_its_own_name(gazetteer):
    [mention] = locate(document("A shell fell on Tripoli.", publisher="Tripoli Herald"), gazetteer)
    assert mention.place is None
