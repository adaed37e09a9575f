"""Texts that retell one report."""

import pytest

from extract.cases import row

ROWS = [
    row(
        63,
        "The Silk Reach Incident Monitor recorded 214 attacks on civilians in Sudan in October, "
        "according to its summary published on Tuesday.\n\nMeans. Shelling killed 90 people.\n\n"
        "The summary lists 14 air strikes.",
        "attacks - 214",
        "killed person 90",
        "airstrikes - 14",
        has=[
            {"chain": ["Silk Reach Incident Monitor", "UNKNOWN_PUBLISHER"], "count": "attacks - 214"},
            {"origin": "Silk Reach Incident Monitor", "count": "killed person 90", "explicit": False},
            {"origin": "Silk Reach Incident Monitor", "count": "airstrikes - 14"},
        ],
    ),
    row(
        63,
        "We print the main points of the bulletin issued by the Salt Road Ambulance Service.\n\n"
        "On Monday shells killed nine people in Aden.\n\n"
        "Mariam Dolo, a teacher, told us otherwise.\n\n"
        "Two people were wounded in Taiz.",
        "killed person 9",
        "injured person 2",
        has=[
            {"origin": "Salt Road Ambulance Service", "count": "killed person 9"},
            {"origin": "UNKNOWN_PUBLISHER", "count": "injured person 2"},
        ],
    ),
    row(
        63,
        "The Salt Road Ambulance Service said shells fell on Aden.\n\n"
        "Nine people were killed in Taiz in May.",
        "killed person 9",
        has={"origin": "UNKNOWN_PUBLISHER", "count": "killed person 9"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_digest(case):
    case.check()
