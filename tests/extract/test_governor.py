"""What a verb denies, foresees or asks for is no count of what happened."""

import pytest

from extract.cases import row

ROWS = (
    row(57, "The army did not kill three villagers in Taiz."),
    row(57, 'The militia, its office said, "has never killed a civilian" in Taiz.'),
    row(57, "Three villagers were not killed in Taiz but fled to the hills."),
    row(57, "The strike not only killed three women in Taiz but wounded ten.",
        "killed woman 3", "injured woman 10"),
    row(60, "If the column reaches the hill, hundreds could be massacred in Taiz, a nurse warned."),
    row(60, "Three guards may be executed in Taiz."),
    row(60, "The shelling may kill 300 villagers in Taiz."),
    row(60, "Up to 500 villagers may have been killed in Taiz.", "killed person <=500",
        has={"modality": "suspected"}),
    row(60, "Three women, possibly nurses, were killed in Taiz.", "killed woman 3",
        has={"modality": "asserted"}),
    row(61, "The judges asked that no one be executed in Taiz."),
    row(61, "The prosecutor demanded that three guards be hanged in Taiz."),
    row(57, "It is not true that three children were killed in Taiz.", "killed child 3",
        has={"modality": "denied"}, never={"modality": "asserted"}),
    row(57, "It is not known whether three children were killed in Taiz.", "killed child 3",
        has={"modality": "needs_verification"}, never={"modality": "asserted"}),
    row(12, "She was told by a neighbour that they had been killed in Mosul."),
    row(40, "Gunmen took away some 200 head of cattle and killed five donkeys in Mali."),
    row(35, "Two raids in Ituri killed 21: thirteen in one village and eight in the next.",
        "attacks - 2", "killed person 21", "killed person 13", "killed person 8"),
    row(35, "One in five of the dead in Mosul was a woman."),
    row(35, "Toll up to 6 in Aleppo after the shelling.", "killed person 6"),
    row(57, "A peacekeeper from Egypt died the same day from illness in Mali."),
    row(57, "Three people died of their wounds in Aleppo.", "killed person 3"),
    row(12, "The army blamed the rebels for the blast in Aleppo. Three men were hurt.", "injured man 3",
        has={"count": "injured man 3", "origin": "UNKNOWN_PUBLISHER", "modality": "asserted"}),
    row(57, "A false report that 50 people were killed spread in Jolo, Philippines.", "killed person 50",
        has={"modality": "denied"}, never={"modality": "asserted"}),
    row(57, "Troops said that 30 people were killed in Mosul and that the claims of others were false.",
        "killed person 30", never={"count": "killed person 30", "modality": "denied"}),
)  # fmt: skip


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_what_did_not_happen_is_not_counted(case):
    case.check()
