from datetime import date as day

import pytest

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow


def read(text, published=day(2019, 6, 12), language="en"):
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language=language)
    return date(document).timexes


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("in the last week of March", (2019, 3, 25), (2019, 3, 31), "week"),
        ("in the first week of May", (2019, 5, 1), (2019, 5, 7), "week"),
        ("the last week in May", (2019, 5, 25), (2019, 5, 31), "week"),
        ("last week of March", (2019, 3, 25), (2019, 3, 31), "week"),
        ("in the second week of June 2018", (2018, 6, 8), (2018, 6, 14), "week"),
        ("on the first day of Ramadan", (2019, 5, 6), (2019, 5, 6), "day"),
        ("on the first Friday of June 2018", (2018, 6, 1), (2018, 6, 1), "day"),
        ("on the last Friday of March", (2019, 3, 29), (2019, 3, 29), "day"),
        ("in the last month of 2017", (2017, 12, 1), (2017, 12, 31), "month"),
        ("in the second year of the 1990s", (1991, 1, 1), (1991, 12, 31), "year"),
        ("in the last days of March", (2019, 3, 1), (2019, 3, 31), "month"),
        ("on the last day of last year", (2018, 12, 31), (2018, 12, 31), "day"),
    ],
)
def test_a_part_of_a_longer_time_is_counted_inside_it(text, start, end, precision):
    (timex,) = read(f"It burned {text}.")
    assert (timex.value_start, timex.value_end, timex.precision) == (day(*start), day(*end), precision)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the first day of 2018", "2018-01-01"),
        ("the last week of June 2018", "2018-06-24/2018-06-30"),
        ("the last month of 2018", "2018-12"),
        ("the first year of the 1990s", "1990"),
    ],
)
def test_the_value_is_of_the_part(text, value):
    (timex,) = read(f"It burned on {text}.")
    assert timex.value == value


@pytest.mark.parametrize(
    "text",
    [
        "the last week of the war",
        "in last week of the war",
        "the last day of the month",
        "the sixth week of June",
    ],
)
def test_part_of_what_has_no_days_has_none(text):
    assert read(f"It burned {text}.") == ()


def test_without_a_year_or_publication_date_the_part_has_no_days():
    (timex,) = read("It burned in the last week of June.", published=None)
    assert (timex.value_start, timex.precision) == (None, "unresolved")


def test_another_language_reads_it_from_the_same_classes_of_words():
    (timex,) = read("Le pont a brûlé la première semaine de mars.", language="fr")
    assert (timex.value_start, timex.value_end) == (day(2019, 3, 1), day(2019, 3, 7))
