"""Speakers in front of a headline and behind it."""

import pytest

from extract.cases import row

ROWS = [
    row(
        1,
        "Mine blast kills two in Taiz: provincial council",
        "killed person 2",
        has={"origin": "GOVERNMENT_OFFICIALS", "explicit": True},
    ),
    row(
        1,
        "Mine blast kills two in Taiz \u2013 Salt Road Ambulance Service",
        "killed person 2",
        has={"origin": "Salt Road Ambulance Service"},
    ),
    row(1, "Drone kills five in Sumy: residents", "killed person 5", has={"origin": "RESIDENTS"}),
    row(
        1,
        "Drone kills five in Sumy \u2013 The Guardian",
        "killed person 5",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(
        1,
        "Drone kills five in Sumy: what we know so far",
        "killed person 5",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(1, "Drone kills five in Sumy-based brigade", "killed person 5", has={"origin": "UNKNOWN_PUBLISHER"}),
    row(
        53,
        "Syrian army accused of killing 60 protesters by rights groups",
        "killed person 60",
        has={"origin": "ACTIVISTS", "modality": "alleged", "by": ["SYR_GOV"]},
    ),
    row(
        53,
        "Syria and Russia accused of war crimes in Idlib by the Lantern Centre",
        has={"origin": "Lantern Centre", "modality": "alleged"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_labels(case):
    case.check()
