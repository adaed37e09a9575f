"""Whom a pronoun means after a sentence that only begins with a name."""

import pytest

from extract.cases import row

ROWS = [
    row(
        72,
        "UNICEF is at work in Aden. The Coral Rights Centre arrived at a different number. "
        "It said 36 people died.",
        "killed person 36",
        has={"origin": "Coral Rights Centre"},
    ),
    row(
        72,
        "Amina Darwa, a teacher of 29, left Aden at dawn. Nine people were killed at the gate, she said.",
        "killed person 9",
        has={"origin": "Amina Darwa"},
    ),
    row(
        72,
        "The Rapid Support Forces gave another version. They said 27 people were killed in Nyala.",
        "killed person 27",
        has={"origin": "RSF"},
    ),
    row(
        72,
        "The Lantern Centre spoke of shelling. The Rapid Support Forces attacked Nyala. "
        "It said nine people died.",
        "killed person 9",
        has={"origin": "Lantern Centre", "count": "killed person 9"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_openings(case):
    case.check()
