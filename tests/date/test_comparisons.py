from datetime import date as day

import pytest

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow
from witnessmark.model.when import mentioned


def read(text, published=day(2023, 9, 20)):
    known = Published(published, PublishedHow.GIVEN)
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language="en")
    return date(document).timexes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sales rose in the second quarter from a year ago.", "2022-Q2"),
        ("Sales rose in the second quarter from the year-ago quarter.", "2022-Q2"),
        ("Sales rose in the second quarter from the year-earlier period.", "2022-Q2"),
        ("It earned more than in the year-earlier third quarter.", "2022-Q3"),
        ("It reported a second-quarter loss. Sales fell in the latest quarter.", "2023-Q2"),
        ("It reported a second-quarter loss. The latest period was hard.", "2023-Q2"),
        (
            "It fell in the second quarter. Rain came on Friday. In the latest quarter it beat a year ago.",
            "2022-Q2",
        ),
        ("It fell in the second quarter. It was more a year ago. It is less than a year ago.", "2022-Q2"),
        ("The market was full in May. It was empty a year ago.", "2022"),
        ("The market was empty a year ago.", "2022"),
        ("Sales fell in the latest quarter.", "2023-Q2"),
        ("Sales fell in the latest week.", "2023-W37"),
    ],
)
def test_comparisons_count_from_the_quarter_told(text, value):
    assert read(text)[-1].value == value


def test_an_account_of_no_quarter_gives_a_year_ago_quarter_no_days():
    assert read("It earned more than in the year-ago quarter.")[-1].value_start is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("from March to May 2021", [("March", "2021-03"), ("May 2021", "2021-05")]),
        ("between 2014 and 2016", [("2014", "2014"), ("2016", "2016")]),
        ("7 to 10 May 2021", [("7", "2021-05-07"), ("10 May 2021", "2021-05-10")]),
        ("on May 7 and 8", [("May 7", "2023-05-07"), ("8", "2023-05-08")]),
        ("in December and January", [("December", "2022-12"), ("January", "2023-01")]),
        ("from Monday to Tuesday", [("Monday", "2023-09-18"), ("Tuesday", "2023-09-19")]),
    ],
)
def test_a_range_is_one_time_and_names_two(text, parts):
    (timex,) = read(f"The camp was shelled {text}.")
    assert [(part.quote, part.value) for part in timex.parts] == parts
    assert (timex.value_start, timex.value_end) == (timex.parts[0].value_start, timex.parts[-1].value_end)
    assert [t.quote for t in mentioned(timex)] == [timex.quote, *(quote for quote, _ in parts)]
