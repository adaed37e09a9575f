"""Chains: who retells whose words."""

import pytest

from extract.cases import row

ROWS = [
    row(
        52,
        "Twelve people were killed in Taiz, the Blue News agency reported, citing police.",
        "killed person 12",
        has={"chain": ["POLICE", "Blue News agency"]},
    ),
    row(
        52,
        "Quoting residents, the Blue News agency reported that twelve people were killed in Taiz.",
        "killed person 12",
        has={"chain": ["RESIDENTS", "Blue News agency"]},
    ),
    row(
        52,
        "The mayor's spokesman, quoting the head of the clinic, said eight people had been killed in Gao.",
        "killed person 8",
        has={"chain": ["head of clinic", "mayor's spokesman"]},
    ),
    row(
        65,
        '"A neighbour told me that 17 people were dead," said Rolf Hagen, a driver.',
        "killed person 17",
        has={"chain": ["RESIDENTS", "Rolf Hagen"]},
    ),
    row(
        65,
        '"We said nothing and 17 people died," said Rolf Hagen, a driver.',
        "killed person 17",
        has={"origin": "Rolf Hagen"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_retelling(case):
    case.check()
