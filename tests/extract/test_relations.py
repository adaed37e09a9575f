"""How the counts of one text stand to each other."""

import pytest

from extract.cases import row

ROWS = [
    row(
        40,
        "The archive counted 108 attacks in Sudan: 71 by the RSF and 40 by the Sudanese army.",
        "attacks - 108",
        "attacks - 71",
        "attacks - 40",
        relations=["71 + 40 <= 108"],
    ),
    row(
        42,
        "The network counted 30 civilians killed in Hama in June 2021: 18 by shelling, among them five "
        "children, and 12 by air strikes, among them three children.",
        "killed civilian 30",
        "killed civilian 18",
        "killed civilian 12",
        "killed child 5",
        "killed child 3",
        relations=["18 + 12 = 30", "5 < 18", "3 < 12"],
    ),
    row(
        43,
        "Monitors documented 20 attacks on schools in Marib in April 2022. Eighteen schools were hit.",
        "attacks school 20",
        "facilities_hit school 18",
        relations=["18 @ 20"],
    ),
    row(
        40,
        "The archive counted 108 attacks in Sudan: 71 by the RSF and 37 by the Sudanese army.",
        "attacks - 108",
        "attacks - 71",
        "attacks - 37",
        relations=["71 + 37 = 108"],
    ),
    row(
        14,
        "Two more people died in hospital in Kharkiv, bringing the toll to 19.",
        "killed person 2",
        "killed person 19",
        never={"count": "killed person 21"},
    ),
    row(
        15,
        "The death toll in Pokrovsk rose from 11 to 16.",
        "killed person 11",
        "killed person 16",
        relations=["16 replaces 11"],
    ),
    row(15, "The death toll in Saada climbed to 31.", "killed person 31"),
    row(
        51,
        "Shelling killed 14 people in Sumy. The governor said 14 people were killed in Sumy.",
        "killed person 14",
        "killed person 14",
    ),
    row(
        45,
        "Monitors counted 80 strikes in Yemen, including 50 on homes and 30 on farms.",
        "attacks - 80",
        "attacks residential_building 50",
        "attacks farm_crops_livestock 30",
        relations=["50 + 30 = 80"],
    ),
    row(
        56,
        "Ukraine said Russian shelling killed nine people in Kherson. Russia denied shelling Kherson.",
        "killed person 9",
        has={"modality": "denied"},
    ),
    row(
        16,
        "Officials lowered the toll in Kunduz to 7 from 10.",
        "killed person 7",
        "killed person 10",
        relations=["7 replaces 10"],
    ),
    row(27, "The ministry put the toll at 9 and medics at 14.", "killed person 9", "killed person 14"),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_relations(case):
    case.check()
