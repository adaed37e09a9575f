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
