"""Numbers that count nobody, and verbs that tell no harm done."""

import pytest

from extract.cases import Row, row

ROWS = [
    row(0, "3 of 4 A man died on Friday after a shooting in Korve.", "killed man 1"),
    row(0, "1 / 12 Back A gunman shot five people in Korve.", "killed_or_injured person 5"),
    row(0, "Officers responded to a shooting at 1044 Whitfield in Korve."),
    row(0, "Three people were shot at Cafe 60, 3140 West Harbour Blvd.", "killed_or_injured person 3"),
    row(0, "The shooting occurred at 3760 W. 3310 South on Friday."),
    row(0, "Five teens were injured in a shooting at a Sweet 16 party on Saturday.", "injured teenager 5"),
    row(0, "Officers found Moor and Brandis, both 31, of Korve, with gunshot wounds."),
    row(0, "Anyone with information on the murder is asked to call 911."),
    row(0, "She died of a bullet wound above one eye in Korve."),
    row(0, "One hurt in Korve shooting. This one hurt, a lot.", "injured person 1"),
    row(0, "The girl did not live at the home where the shooting occurred."),
    row(0, "Nine were hurt in Korve and six did not live.", "injured person 9", "killed person 6"),
    row(0, "A man fell from his tree stand near Korve."),
    row(0, "Four young men hung out near a house in Korve."),
    row(0, "He was going to kill his wife."),
    row(0, "Otto Brandis is accused of trying to kill two officers."),
    row(0, "The gun was carried to harm or kill another person."),
    row(0, "The gunman used a rifle to kill three people in Korve.", "killed person 3"),
    row(0, "The army managed to kill 35 fighters in Korve.", "killed combatant 35"),
    row(0, "A jet carried out a raid to kill another 20 fighters.", "killed combatant 20"),
    row(0, "40 injured following a shelling attack in Korve.", "injured person 40"),
    row(0, "They are charged with the attempted murders of five teenagers."),
    row(0, "The blast in Korve left -7 dead."),
    row(0, "A bomb killed \u22124 people in Korve."),
    row(0, "Air strike in Korve -5 killed.", "killed person 5"),
    row(
        0,
        "Nine people were killed, including three boys, a neighbour aid committee said.",
        "killed person 9",
        "killed child 3",
    ),
    row(0, "Police are investigating a shooting involving two juveniles."),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_nobody(case: Row) -> None:
    case.check()


DEATHS = [
    row(0, "A man shot his daughter to death in Korve.", "killed woman 1"),
    row(0, "Deputies found a deceased man with a gunshot wound in Korve.", "killed man 1"),
    row(
        0,
        "The shooter shot a student in Korve and then killed herself.",
        "killed_or_injured student 1",
        "killed person 1",
    ),
]


@pytest.mark.parametrize("case", DEATHS, ids=str)
def test_who_died(case: Row) -> None:
    case.check()
