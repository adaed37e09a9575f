from datetime import date as day

import pytest

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow


def read(text, published=day(2019, 6, 12)):
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language="en")
    return date(document).timexes


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("three days after 27 February 2018", (2018, 3, 2), (2018, 3, 2), "day"),
        ("two days before Christmas", (2018, 12, 23), (2018, 12, 23), "day"),
        ("the day after the raid on 3 May", (2019, 5, 4), (2019, 5, 4), "day"),
        ("a day after the raid on Monday", (2019, 6, 11), (2019, 6, 11), "day"),
        ("a week after the truce of 27 February", (2019, 3, 3), (2019, 3, 9), "relative_weeks"),
        ("the week before 3 June", (2019, 5, 24), (2019, 5, 30), "relative_weeks"),
        ("six months after the July 2016 coup", (2017, 1, 1), (2017, 1, 31), "relative_months"),
        ("two years after the 2011 uprising", (2013, 1, 1), (2013, 12, 31), "year"),
    ],
)
def test_counts_from_the_time_beside_it(text, start, end, precision):
    (timex,) = read(f"It burned {text}.")
    assert (timex.value_start, timex.value_end, timex.precision) == (day(*start), day(*end), precision)


@pytest.mark.parametrize(
    "text",
    [
        "a few days after 3 May",
        "in the days after 3 May",
        "a day after May",
        "the week before Ramadan",
        "three days after the raid on Monday",  # which would be after publication
    ],
)
def test_what_cannot_be_counted_has_no_days_and_is_not_the_time_beside_it(text):
    (timex,) = read(f"It burned {text}.")
    assert (timex.value_start, timex.value_end, timex.precision) == (None, None, "unresolved")


def test_without_publication_date_nothing_is_counted_from_a_weekday():
    (timex,) = read("It burned two days after the raid on Monday.", published=None)
    assert timex.value_start is None


def test_the_length_and_the_time_counted_from_are_its_parts():
    (timex,) = read("It burned three days after 27 February 2018.")
    assert [(p.quote, p.value) for p in timex.parts] == [
        ("three days", "P3D"),
        ("27 February 2018", "2018-02-27"),
    ]


@pytest.mark.parametrize(
    "text", ["two days after the 20 men", "a day after 3 people", "the day before he left"]
)
def test_what_is_no_time_is_not_counted_from(text):
    assert all(t.value_start is None for t in read(f"It burned {text}."))
