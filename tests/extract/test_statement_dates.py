"""A day that belongs to a word of saying or publishing is the statement's, never the event's."""

from datetime import date

import pytest

from extract.cases import row

PUBLISHED = date(2024, 6, 12)


def told(text, counts, first, last=None):
    """A row whose event lies between two days of 2024, as (month, day)."""
    start, end = date(2024, *first), date(2024, *(last or first))
    return row(95, text, counts, has={"from": start, "until": end}, published=PUBLISHED)


ROWS = [
    told(
        "The commission released today its findings on the 11 May raid, which killed nine people in Yemen.",
        "killed person 9",
        (5, 11),
    ),
    told(
        "The police chief said on Tuesday that four people were killed on Sunday in Aden.",
        "killed person 4",
        (6, 9),
    ),
    told(
        "Four people were killed on Sunday in Aden, police said on Tuesday.",
        "killed person 4",
        (6, 9),
    ),
    told(
        "A report released on Thursday says 40 civilians were killed in April in Yemen.",
        "killed civilian 40",
        (4, 1),
        (4, 30),
    ),
    told(
        "The network reported on 5 June that 12 people were killed in Aden on 1 June.",
        "killed person 12",
        (6, 1),
    ),
    told(
        "Residents interviewed on 3 June said that soldiers shot dead four men on 21 May in Aden.",
        "killed man 4",
        (5, 21),
    ),
    told(
        "The health ministry said in a tweet on Friday that one nurse was killed in Aden.",
        "killed health_worker 1",
        (6, 6),
        (6, 7),
    ),
    told(
        "In a statement dated 8 June the agency said 14 people were killed in Aden.",
        "killed person 14",
        (6, 7),
        (6, 8),
    ),
    told(
        "The mayor mourned on Sunday the death of two teachers in Aden.",
        "killed educator 2",
        (6, 8),
        (6, 9),
    ),
    told(
        "The inquiry, made public on 4 June, found that a raid killed 13 people in Aden.",
        "killed person 13",
        (6, 3),
        (6, 4),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_the_day_of_the_telling_is_not_that_of_the_event(case):
    case.check()
