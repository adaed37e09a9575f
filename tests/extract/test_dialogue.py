"""Whose turn it is in a transcript."""

import pytest

from extract.cases import row

ROWS = [
    row(
        66,
        "PRESENTER: Shells fell on Aden on Monday. "
        "Dr Salma al-Nuri directs the clinic. Doctor, what do you know?\n\n"
        "AL-NURI: Eleven people were killed. Two children died on the way.\n\n"
        "PRESENTER: And in Taiz four people were wounded.",
        "killed person 11",
        "killed child 2",
        "injured person 4",
        has=[
            {"origin": "Salma al-Nuri", "count": "killed person 11", "explicit": True},
            {"origin": "Salma al-Nuri", "count": "killed child 2", "explicit": False},
            {"origin": "UNKNOWN_PUBLISHER", "count": "injured person 4"},
        ],
    ),
    row(
        66,
        "HOST: You were in Aden.\n\nNURI: A guard said that six people were wounded. "
        "Nineteen people were killed.\n\n"
        "HOST: Thank you.",
        "injured person 6",
        "killed person 19",
        has=[
            {"origin": "Nuri", "count": "killed person 19"},
            {"origin": "guard", "count": "injured person 6"},
        ],
    ),
    row(
        66,
        "ADEN: Nine people were killed on Monday.\n\nTAIZ: Two people were killed on Friday.",
        "killed person 9",
        "killed person 2",
        has={"origin": "UNKNOWN_PUBLISHER", "count": "killed person 9"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_dialogue(case):
    case.check()
