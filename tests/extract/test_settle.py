"""Noun or verb, and names of parties put together."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(1, "The army attacks villages in Kachin, Myanmar.", has={"by": ["MMR_GOV"]}),
    row(20, "The attacks in Kachin killed 12 people.", "killed person 12"),
    row(
        2,
        "Three people were killed in bombing by Saudi-led warplanes in Ibb.",
        "killed person 3",
        has={"by": ["SAUDI_COALITION"]},
    ),
    row(
        51,
        "A report published on Monday lists 44 attacks in Tigray.",
        "attacks - 44",
        never={"from": date(2024, 3, 11)},
        published=date(2024, 3, 14),
    ),
    row(
        68,
        "The Sudanese air force bombed Nyala, killing 11 people.",
        "killed person 11",
        has={"by": ["SDN_GOV"]},
    ),
    row(
        51,
        "The documented attacks destroyed three schools in Kayah.",
        "facilities_destroyed school 3",
        never={"origin": "The"},
    ),
    row(8, "Rescuers carried the wounded from the destroyed school in Taiz."),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_settle(case):
    case.check()
