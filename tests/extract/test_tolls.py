"""Words that become a toll or a verb of harm by their neighbours, labels, and parts in brackets."""

import pytest

from extract.cases import row

ROWS = [
    row(1, "A mine killed 3 people in Taiz on 29 February 2019.", "killed person 3"),
    row(1, "On February 30, 2021 bombs killed 3 people in Taiz.", "killed person 3"),
    row(7, "The mayor of Mopti put the dead at nine.", "killed person 9"),
    row(
        7,
        "Police in Mopti put the death toll at 14 and the injured at 22.",
        "killed person 14",
        "injured person 22",
    ),
    row(
        7,
        "After the raid in Mopti, the prefect put the dead at six and the missing at two.",
        "killed person 6",
        "missing person 2",
    ),
    row(6, "Six soldiers sustained gunshot wounds near Gao.", "injured combatant 6"),
    row(6, "Two women had burns after the raid on Hama, a doctor said.", "injured woman 2"),
    row(6, "Four shepherds were bearing witness to the raid on Hama."),
    row(6, "A shell hit the house in Taiz, and a woman lost an arm.", "injured woman 1"),
    row(
        6, "Forty wounded reached Dori. Half a dozen did not survive.", "injured person 40", "killed person 6"
    ),
    row(
        2,
        "Two nurses returning from the market were shot dead near Turbat.",
        "killed health_worker 2",
    ),
    row(
        10, "Militants killed in Swat: 31. Soldiers wounded: 4.", "killed combatant 31", "injured combatant 4"
    ),
    row(
        10,
        "Civilians killed: 12. Schools destroyed: 7.",
        "killed civilian 12",
        "facilities_destroyed school 7",
    ),
    row(
        36,
        "Shells hit a house in Hangu. Dead: 6 (a woman and five children).",
        "killed person 6",
        "killed woman 1",
        "killed child 5",
        relations=("1 < 6", "5 < 6"),
    ),
    row(
        36,
        "Two midwives and a driver were among the 16 people killed in Mopti.",
        "killed health_worker 2",
        "killed person 1",
        "killed person 16",
    ),
    row(
        36,
        "Of the 31 people killed in Hama, 19 were women.",
        "killed person 31",
        "killed woman 19",
    ),
    row(9, 'The army said it had killed "a dozen rebels" near Djibo.', "killed combatant 12"),
    row(9, "The army says it 'neutralised' 40 fighters in Djibo.", "killed combatant 40"),
    row(
        9,
        "Six militants, among them two guides, reported dead in Swat.",
        "killed combatant 6",
        "killed combatant 2",
    ),
    row(12, "Iraq: 26 killed by car bombs in Baghdad, 14 in Basra.", "killed person 26", "killed person 14"),
    row(13, "A device in Quetta could have killed dozens."),
    row(39, "Shelling killed two brothers, 12 and 15, in Loikaw.", "killed person 2"),
    row(39, "Shelling killed two boys (8 and 11) in Loikaw.", "killed child 2"),
    row(39, "Two children (11 and 6) were killed in Loikaw.", "killed child 2"),
    row(
        39,
        "Five people (three men and two women) were killed in Loikaw.",
        "killed person 5",
        "killed man 3",
        "killed woman 2",
        relations=["3 < 5", "2 < 5"],
    ),
    row(39, "Five people (two of them women) died in Loikaw.", "killed person 5", "killed woman 2"),
    row(
        39,
        "Five people (three men, two women) killed in Loikaw.",
        "killed person 5",
        "killed man 3",
        "killed woman 2",
    ),
    row(112, "Gunmen on about thirty motorcycles raided Machun, killing two people.", "killed person 2"),
    row(112, "Troops in Damboa recovered two rifles and 40 rounds of ammunition."),
    row(31, "A ward with 18 beds was burnt in Kumbo."),
    row(1, "A shell killed a grocer's family of six in Taiz.", "killed person 6"),
    row(
        1,
        "A shell killed a farmer, his wife and their two sons in Taiz.",
        "killed farmer 1",
        "killed woman 1",
        "killed person 2",
    ),
    row(1, "Masked men bundled a lawyer into a van in Karachi.", "abducted person 1"),
    row(1, "Troops dragged two teachers from a school in Kumba.", "abducted educator 2"),
    row(1, "Troops dragged two benches from a school in Kumba."),
    row(94, "About 2,000 families have left for Dori since the raid.", "displaced family ~2000"),
    row(
        7,
        "A raid killed 12 people in Taiz. By Sunday the toll had reached 14. It has risen to 16.",
        "killed person 12",
        "killed person 14",
        "killed person 16",
    ),
    row(
        7,
        "A raid killed 12 people in Taiz. The death toll reached 14. "
        "A train with tents reached Taiz for 900 people.",
        "killed person 12",
        "killed person 14",
    ),
    row(
        7,
        "The death toll of the raid in Taiz rose to 12 on Friday and reached 14 on Sunday.",
        "killed person 12",
        "killed person 14",
    ),
    row(
        7,
        "The death toll of the raid in Taiz reached 14 as a train reached Taiz with tents for 900 people.",
        "killed person 14",
    ),
    row(
        31,
        "Otto Brandis, 66 and Ida Brandis, 64 were killed in Taiz.",
        "killed person 2",
    ),
    row(8, "Medics told of the fatal shooting of one man in Taiz.", "killed man 1"),
    row(3, "Otto Brandis is charged with murder, two counts of theft and three counts of fraud."),
    row(
        6,
        "A man was hit in the leg and a woman was grazed in the arm in Taiz.",
        "injured man 1",
        "injured woman 1",
    ),
    row(46, "A mother and her son were found shot to death in Taiz.", "killed woman 1", "killed person 1"),
    row(
        31,
        "A woman was shot dead in Taiz. Another man was wounded.",
        "killed woman 1",
        "injured man 1",
    ),
    row(
        31,
        "Two men were killed in Taiz. A third person was wounded.",
        "killed man 2",
        "injured person 1",
    ),
    row(94, "Two ministers left for Dori on Monday."),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_tolls(case):
    case.check()
