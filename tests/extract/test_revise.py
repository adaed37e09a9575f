"""One figure told with two times; totals that share a period."""

from datetime import date

import pytest

from extract.cases import row

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
