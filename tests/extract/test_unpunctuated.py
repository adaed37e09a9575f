"""Texts that lost their commas, line ends or both: they read as they would with them."""

from datetime import date

import pytest

from extract.cases import read, row, worded
from factory import document
from witnessmark.extract.tagger import tag
from witnessmark.extract.words import words
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

DAY = date(2023, 9, 14)  # a Thursday

ROWS = [
    row(
        40,
        "At least 11 villagers including three children were killed in shelling of Taiz.",
        "killed person >=11",
        "killed child 3",
        relations=["3 < >=11"],
    ),
    row(
        40,
        "Nine people among them two nurses died in Taiz.",
        "killed person 9",
        "killed health_worker 2",
        relations=["2 < 9"],
    ),
    row(
        40,
        "The clinic said 34 people 6 of them women were wounded in Taiz.",
        "injured person 34",
        "injured woman 6",
    ),
    row(  # the day before an unpunctuated speaker is the event's, and so is the place
        71,
        "A shell killed two villagers in Kherson, Ukraine on Monday a local group said and broke windows.",
        "killed person 2",
        has={"count": "killed person 2", "from": date(2023, 9, 11), "place": "Kherson", "kind": "incident"},
        published=DAY,
    ),
    row(
        71,
        "A shell killed two villagers in Kherson on Monday the group Amnesty International said.",
        "killed person 2",
        has={"chain": ["AMNESTY"], "count": "killed person 2", "from": date(2023, 9, 11)},
        published=DAY,
    ),
    row(  # said before it: the sentence's own beginning names the day of speaking
        71,
        "On Sunday the ministry put the toll in Kherson at 40.",
        "killed person 40",
        never={"from": date(2023, 9, 10), "precision": "day"},
        published=DAY,
    ),
    row(  # an opening without a day of its own happened by the day it was told
        71,
        "A shell killed two villagers in Kherson, officials said on Tuesday. Another hit a barn.",
        "killed person 2",
        has={"count": "killed person 2", "from": date(2023, 9, 11), "until": date(2023, 9, 12)},
        published=DAY,
    ),
    row(
        71,
        "The war has killed 900 people in Kherson, officials said on Tuesday.",
        "killed person 900",
        has={"count": "killed person 900", "from": None},
        published=DAY,
    ),
    row(  # a day behind the verb of saying is the day by which it was told
        71,
        "The governor said on Tuesday that two villagers had been killed in Kherson.",
        "killed person 2",
        has={"count": "killed person 2", "from": date(2023, 9, 11), "until": date(2023, 9, 12)},
        published=DAY,
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_without_commas(case):
    case.check()


def test_a_wide_gap_ends_a_sentence():
    reading = read("Market fire in Kherson     Shells killed four villagers in Kherson.", DAY)
    assert [c.quote for c in reading.claims if c.count] == ["killed four villagers"]


@pytest.mark.parametrize(("gap", "paragraphs"), [(" ", [0, 0, 0]), ("  ", [0, 0, 1])])
def test_wide_gaps_are_paragraphs_where_no_line_ends_are(gap, paragraphs):
    text = f"A shell killed two villagers. Windows broke.{gap}The war has cost many homes."
    assert [s.paragraph for s in tag(document(text), (), (), words("en"))] == paragraphs


def test_a_title_has_the_day_of_the_opening_that_counts_the_same():
    title = "Shelling kills 16 in Kherson"
    lead = "Shelling killed at least 16 villagers in Kherson on Monday, officials said."
    text = f"{title}\n\n{lead}"
    zones = (Zone(ZoneKind.TITLE, 0, len(title)), Zone(ZoneKind.BODY, len(title) + 2, len(text)))
    claims = analyse(document(text, published=DAY, zones=zones)).claims
    found = {worded(c.count): c for c in claims if c.count}
    assert found["killed person 16"].date.start == found["killed person >=16"].date.start == date(2023, 9, 11)


def test_a_title_keeps_its_silence_where_the_opening_counts_otherwise():
    title = "Shelling kills 16 in Kherson"
    text = f"{title}\n\nShelling killed two villagers in Sumy on Monday, officials said."
    zones = (Zone(ZoneKind.TITLE, 0, len(title)), Zone(ZoneKind.BODY, len(title) + 2, len(text)))
    claims = analyse(document(text, published=DAY, zones=zones)).claims
    assert [c.date for c in claims if c.count and c.count.value == 16] == [None]
