"""Counts that lean on one told before: its figure put right, and one person more."""

import pytest

from extract.cases import row

ROWS = [
    row(
        14,
        "Gunmen killed nine people in Mopti, police said. A priest said the true number was at least 12.",
        "killed person 9",
        "killed person >=12",
    ),
    row(
        14,
        "Gunmen killed nine people in Mopti. By evening the number had doubled to 18.",
        "killed person 9",
        "killed person 18",
    ),
    row(
        14,
        "A raid killed nine people in Mopti and wounded 30. The correct figure is 11, the mayor said.",
        "killed person 9",
        "injured person 30",
        "killed person 11",
    ),
    row(14, "Gunmen killed nine people in Mopti. The number of his cell was 312.", "killed person 9"),
    row(14, "The correct figure is 15."),
    row(
        6,
        "Two guards died and a third was wounded in a raid on Palma.",
        "killed person 2",
        "injured person 1",
    ),
    row(
        6,
        "Nine nurses died in a raid on Palma and a third were wounded.",
        "killed health_worker 9",
        "injured health_worker share",
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_restated(case):
    case.check()
