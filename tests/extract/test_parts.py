"""Parts of totals: including, of whom, splits, shares."""

import pytest

from extract.cases import row

ROWS = [
    row(
        46,
        "A couple and their three children were killed in Dnipro.",
        "killed person 2",
        "killed child 3",
        never={"count": "killed person 5"},
    ),
    row(
        36,
        "The bombing killed 40 civilians, including 9 children, in Pibor.",
        "killed civilian 40",
        "killed child 9",
        relations=["9 < 40"],
    ),
    row(
        36,
        "Shelling killed 18 people, including three medics and two journalists, in Stepanakert.",
        "killed person 18",
        "killed health_worker 3",
        "killed journalist 2",
        relations=["3 < 18", "2 < 18"],
    ),
    row(
        37,
        "Strikes on Saada killed 52 people, 11 of whom were women.",
        "killed person 52",
        "killed woman 11",
        relations=["11 < 52"],
    ),
    row(
        37,
        "The militia killed 33 villagers in Djugu, 14 of them children.",
        "killed person 33",
        "killed child 14",
        relations=["14 < 33"],
    ),
    row(
        38,
        "Shells killed 21 people in Sloviansk. Among the dead were two medics.",
        "killed person 21",
        "killed health_worker 2",
        relations=["2 < 21"],
    ),
    row(
        38,
        "A clinic counted 45 civilians killed in Djugu in May 2020. Of the 45, 31 were killed in raids and "
        "14 in mortar shelling.",
        "killed civilian 45",
        "killed civilian 31",
        "killed civilian 14",
        relations=["31 < 45", "14 < 45", "31 + 14 = 45"],
    ),
    row(
        38,
        "A clinic counted 45 people killed in Djugu in May 2020. Of the 45 dead, 20 died in raids, nine in "
        "shelling and two by sniper fire.",
        "killed person 45",
        "killed person 20",
        "killed person 9",
        "killed person 2",
        relations=["20 < 45", "9 < 45", "2 < 45"],
    ),
    row(
        38,
        "Of the 70 people in the camp, 12 were killed in raids and nine were wounded.",
        "killed person 12",
        "injured person 9",
    ),
    row(
        40,
        "The centre recorded 30 raids in Syria: 18 by the Syrian army and 12 by Russia.",
        "attacks - 30",
        "attacks - 18",
        "attacks - 12",
        has=[{"count": "attacks - 18", "by": ["SYR_GOV"]}, {"count": "attacks - 12", "by": ["RUS_GOV"]}],
        relations=["18 + 12 = 30"],
    ),
    row(
        40,
        "Monitors counted 95 raids on Yemeni towns: 62 were carried out "
        "by the Saudi-led coalition while 33 were the work of others.",
        "attacks - 95",
        "attacks - 62",
        "attacks - 33",
        relations=["62 + 33 = 95"],
    ),
    row(
        41,
        "The monitor logged 50 attacks in Ethiopia, including 20 on schools and 9 on clinics.",
        "attacks - 50",
        "attacks school 20",
        "attacks medical_facility 9",
        relations=["20 < 50", "9 < 50", "20 + 9 <= 50"],
    ),
    row(
        31,
        "The blast in Quetta killed 48 people, half of whom were pilgrims.",
        "killed person 48",
        "killed person share",
        relations=["share < 48"],
    ),
    row(31, "A third of the dead were women.", never={"count": "killed woman 3"}),
    row(
        49,
        "The raid killed 22 people, among them 15 fighters.",
        "killed person 22",
        "killed combatant 15",
        relations=["15 < 22"],
    ),
    row(50, "The three strikes on Kramatorsk together killed 17 people.", "killed person 17", "attacks - 3"),
    row(48, "Excluding fighters, 70 people died in Beit Hanoun.", "killed person 70"),
    row(
        40,
        "Fighting in Kivu killed 82 people. M23 fighters killed 42 of them and the Congolese army 40.",
        "killed person 82",
        "killed person 42",
        "killed person 40",
        relations=["42 + 40 = 82"],
    ),
    row(
        36,
        "The ministry said 130 people, among them 40 women "
        "and 31 children, had been wounded in Deir al-Balah.",
        "injured person 130",
        "injured woman 40",
        "injured child 31",
        relations=["40 < 130", "31 < 130"],
    ),
    row(
        38,
        "A market in Bentiu was bombed and 29 people died. Those killed included six women.",
        "killed person 29",
        "killed woman 6",
        relations=["6 < 29"],
    ),
    row(
        38,
        "Nine children were among the 31 dead in Gao.",
        "killed child 9",
        "killed person 31",
        relations=["9 < 31"],
    ),
    row(
        39,
        "Houthi and Saudi-led coalition fire killed 8 and 3 civilians respectively.",
        "killed civilian 8",
        "killed civilian 3",
        has=(
            {"count": "killed civilian 8", "by": ["HOUTHIS"]},
            {"count": "killed civilian 3", "by": ["SAUDI_COALITION"]},
        ),
    ),
    row(
        37,
        "The blast killed 30 people in Aden. Five of the dead were children.",
        "killed person 30",
        "killed child 5",
        relations=["5 < 30"],
    ),
    row(
        38,
        "61 women and 44 children were among the dead.",
        "killed woman 61",
        "killed child 44",
    ),
    row(
        38,
        "The dead included seven women and a boy of nine.",
        "killed woman 7",
        "killed child 1",
    ),
    row(
        37,
        "It struck a bus in Taiz, injuring eight passengers, of whom five were women.",
        "injured person 8",
        "injured woman 5",
        relations=["5 < 8"],
    ),
    row(
        37,
        "Raids killed 30 people in Aden and two in Marib. Five of the dead were children.",
        "killed person 30",
        "killed person 2",
        "killed child 5",
        relations=["5 < 30"],
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_parts(case):
    case.check()
