"""What is told as past happened before it was told, whatever its words leave open."""

from datetime import date

import pytest

from extract.cases import read, row

WEDNESDAY = date(2020, 9, 16)


def told(text, counts, *days):
    """A row whose counts lie between two days, as ISO dates."""
    has = {"from": date.fromisoformat(days[0]), "until": date.fromisoformat(days[-1])}
    return row(95, text, counts, has=has, published=WEDNESDAY)


ROWS = [
    told("Shelling killed five people in Idlib on Oct. 3.", "killed person 5", "2019-10-03"),
    told("On 3 October five people were killed in Idlib.", "killed person 5", "2019-10-03"),
    told("Shelling killed five people in Idlib in October.", "killed person 5", "2019-10-01", "2019-10-31"),
    told("The group threatened to kill five hostages on 3 October.", "killed person 5", "2020-10-03"),
    told(
        "The ministry denied on Thursday bombing the market in Idlib, where 39 people died on Monday.",
        "killed person 39",
        "2020-09-07",
    ),
    told(
        "A raid killed four people in Idlib on Monday, the ministry said on Thursday.",
        "killed person 4",
        "2020-09-07",
    ),
    told(
        "A raid killed four people in Idlib on Monday, the ministry said on Tuesday.",
        "killed person 4",
        "2020-09-14",
    ),
    told(
        "A report of 3 May was read out on Tuesday. A raid killed four people in Idlib on Wednesday.",
        "killed person 4",
        "2020-09-16",
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_past(case):
    case.check()


def test_the_time_mentioned_keeps_both_years():
    [timex] = read("Shelling killed five people in Idlib on Oct. 3.", WEDNESDAY).timexes
    assert timex.candidates == (date(2019, 10, 3), date(2020, 10, 3))


def test_what_is_announced_stays_after_the_announcement():
    claims = read("The army said on Tuesday that it would bomb Idlib on Wednesday.", WEDNESDAY).claims
    assert [c.date.start for c in claims if c.date] == [WEDNESDAY]
