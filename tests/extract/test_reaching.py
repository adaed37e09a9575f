"""Sources that a later sentence gives for what an earlier one told."""

import pytest

from extract.cases import row

ROWS = [
    row(
        64,
        "Twelve people were killed in Taiz on Monday. The figure came from the Salt Road Ambulance Service.",
        "killed person 12",
        has={"origin": "Salt Road Ambulance Service", "explicit": False},
    ),
    row(
        64,
        "Twelve people were killed in Taiz on Monday. That is from the police commander, Ali Darwa.",
        "killed person 12",
        has={"chain": ["Ali Darwa", "POLICE"]},
    ),
    row(
        64,
        "The total of 130 dead in Taiz, which came from the Salt Road Ambulance Service, is not affected.",
        "killed person 130",
        has={"origin": "Salt Road Ambulance Service", "explicit": True},
    ),
    row(
        64,
        "Twelve people were killed in Taiz on Monday. The figure was disputed by the army.",
        "killed person 12",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(
        64,
        "Twelve people were killed in Taiz on Monday. The fire came from the hills above the Lantern Centre.",
        "killed person 12",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(
        63,
        "The Lantern Centre said on Monday that villages were shelled.\n\n"
        "Three people were killed in Afrin. The centre said two were farmers.",
        "killed person 3",
        has={"origin": "Lantern Centre", "count": "killed person 3", "explicit": False},
    ),
    row(
        63,
        "The Lantern Centre said on Monday that villages were shelled.\n\n"
        "Three people were killed in Afrin. The mayor said the roads were shut.",
        "killed person 3",
        has={"origin": "UNKNOWN_PUBLISHER", "count": "killed person 3"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_reaching(case):
    case.check()
