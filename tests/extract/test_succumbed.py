"""The wounded who died later are victims of the event that wounded them, and a part of its risen toll."""

from datetime import date

import pytest

from extract.cases import read
from factory import document
from witnessmark.model.claim import RelationType
from witnessmark.pipeline import analyse, link

PRINTED = date(2021, 3, 9)
HIT = "A shell hit the livestock market of Zabid on Sunday, killing 12 people and wounding 40, medics said."


def told(text):
    """The counted claims by number, and which are a part of which."""
    reading = read(text, published=PRINTED)
    counts = {c.id: c for c in reading.claims if c.count}
    parts = {
        (counts[a].count.value, counts[r.b].count.value)
        for r in reading.relations
        if r.type is RelationType.SUBSET_OF
        for a in r.a
    }
    return {c.count.value: c for c in counts.values()}, parts


@pytest.mark.parametrize(
    "text",
    [
        f"{HIT} The death toll has risen to 15. Three of the wounded died overnight.",
        f"{HIT} The death toll has risen to 15, as three people died of their wounds on Tuesday.",
        f"{HIT} Three of those injured died on Tuesday, raising the death toll to 15.",
        f"{HIT} Three of the wounded died on Tuesday, bringing the toll of the attack to 15.",
    ],
)
def test_who_died_of_wounds_is_a_part_of_the_toll_that_rose_by_them(text):
    _, parts = told(text)
    assert parts == {(3, 15)}


@pytest.mark.parametrize("how", ["of the wounded died", "people died of their injuries"])
def test_the_day_is_that_of_the_event_and_not_of_the_death(how):
    counts, parts = told(f"{HIT} Three {how} on Tuesday.")
    assert counts[3].date.start == counts[12].date.start == date(2021, 3, 7)
    assert counts[3].date.inherited
    assert parts == set()


def test_no_toll_that_has_not_risen_holds_them_and_no_smaller_one():
    assert told(f"{HIT} Three of the wounded died.")[1] == set()
    assert told(f"{HIT} The toll has risen to 15. Sixteen of the wounded died on Tuesday.")[1] == set()


def test_one_event_is_told_whose_dead_are_counted_once():
    text = f"{HIT} The death toll has risen to 15, a clinic said. Three of the wounded died overnight."
    found = link([analyse(document(text, published=PRINTED))]).incidents
    assert len(found) == 1
    assert [f.best for f in found[0].figures if f.measure == "killed"] == [15]
