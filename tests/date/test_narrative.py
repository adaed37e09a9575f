from datetime import date as day

import pytest

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow
from witnessmark.model.when import TimePrecision


def last(text, published=day(2023, 9, 20)):
    known = Published(published, PublishedHow.GIVEN)
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language="en")
    return date(document).timexes[-1]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It fell on 3 March 2020. Two days later it burned.", (2020, 3, 5), (2020, 3, 5)),
        ("It fell on 3 March 2020. The next day it burned.", (2020, 3, 4), (2020, 3, 4)),
        ("It fell on 3 March 2020. The previous day it was full.", (2020, 3, 2), (2020, 3, 2)),
        ("It fell on 3 March 2020. Two hours later it burned.", (2020, 3, 3), (2020, 3, 3)),
        ("It fell on 3 March 2020. That night it burned.", (2020, 3, 3), (2020, 3, 3)),
        ("It fell on 3 March 2020. A week later it burned.", (2020, 3, 7), (2020, 3, 13)),
        ("It fell on 3 March 2020. Two months later it burned.", (2020, 5, 1), (2020, 5, 31)),
        ("It fell in 2014. Two years later it burned.", (2016, 1, 1), (2016, 12, 31)),
        ("It fell in May 2014. A year earlier it was full.", (2013, 5, 1), (2013, 5, 31)),
        ("It fell on 3 March 2020. At 5:40 p.m. it burned.", (2020, 3, 3), (2020, 3, 3)),
        ("It fell on 3 March 2020. In the evening it burned.", (2020, 3, 3), (2020, 3, 3)),
        ("It fell on 3 March 2020, before jets came at dawn.", (2020, 3, 3), (2020, 3, 3)),
    ],
)
def test_times_counted_from_the_nearest_time_told_before(text, start, end):
    timex = last(text)
    assert (timex.value_start, timex.value_end) == (day(*start), day(*end))
    assert timex.method.startswith("narrative: ")


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 3 March 2020. Rats come at night.",
        "It fell in March 2020. At 5:40 p.m. it burned.",
        "At 5:40 p.m. it burned.",
        "Two days later it burned.",
        "It was full in May 2014. Two days later it burned.",
        "It fell on 3 March 2020. " + "Nobody came to see it. " * 30 + "Two days later it burned.",
    ],
)
def test_times_with_nothing_near_to_count_from_stay_open(text):
    timex = last(text)
    assert (timex.value_start, timex.precision) == (None, TimePrecision.UNRESOLVED)


def test_the_day_of_a_statement_is_not_counted_from():
    text = "It fell on 1 June 2021, the mayor said on 9 June 2021. Two days later it burned."
    assert last(text).value_start == day(2021, 6, 3)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("It fell on 2 January. Three days earlier it was full.", day(1, 1, 3)),
        ("It fell on 30 December. Three days later it burned.", day(9999, 12, 31)),
    ],
)
def test_a_time_beyond_the_calendar_is_not_known(text, published):
    timex = last(text, published)
    assert (timex.value_start, timex.value_end) == (None, None)
