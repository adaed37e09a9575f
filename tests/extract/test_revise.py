"""One figure told with two times; totals that share a period."""

from datetime import date

import pytest

from extract.cases import read, row
from witnessmark.model.claim import ClaimKind
from witnessmark.model.document import Zone, ZoneKind

ROWS = [
    row(
        102,
        "The group documented 18 attacks last year in Idlib. The 18 "
        "attacks took place between 5 May 2019 and 25 February 2020.",
        "attacks - 18",
        published=date(2020, 5, 11),
    ),
    row(
        102,
        "Investigators described 23 raids on Aden last year. Between 4 "
        "June 2015 and 20 January 2016 they verified 23 raids on Aden.",
        "attacks - 23",
        "attacks - 23",
        relations=["23 against 23"],
        published=date(2016, 3, 10),
    ),
    row(
        98,
        "The Lantern Centre said on 2 June 2021 that the army resumed shelling Bago "
        "on 5 May 2021. The Lantern Centre said that 33 civilians were killed.",
        "killed civilian 33",
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_revise(case):
    case.check()


def test_a_title_and_its_article_are_one_origin_and_one_event():
    title, body = (
        "Ten killed in Taiz, officials say",
        "Ten people were killed in Taiz on 2 March 2019, health officials said.",
    )
    text = f"{title}\n\n{body}\n"
    zones = (
        Zone(ZoneKind.TITLE, 0, len(title)),
        Zone(ZoneKind.BODY, len(title) + 2, len(text) - 1),
    )
    claims = [c for c in read(text, zones=zones).claims if c.count]
    assert [c.zone for c in claims] == [ZoneKind.TITLE, ZoneKind.BODY]
    assert {c.claimants[0].name for c in claims} == {"HEALTH_OFFICIALS"}
    assert [c.claimants[0].explicit for c in claims] == [False, True]
    assert {c.kind for c in claims} == {ClaimKind.INCIDENT}
