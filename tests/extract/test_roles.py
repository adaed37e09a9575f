"""Who did what to whom: phrases beside verbs and nouns of attack, in common case and in capitals."""

import pytest

from extract.cases import read, row

ROWS = [
    row(
        31,
        "Gunmen killed Judge Ewald Tammert in Cali, Colombia.",
        "killed person 1",
        has={"agents": ["Gunmen"], "by": [], "victims": ["Ewald Tammert"], "kind": "incident"},
    ),
    row(
        31,
        "The reporter Ilse Tamm was shot dead by gunmen outside her home in Mosul, Iraq.",
        "killed journalist 1",
        has={"agents": ["gunmen"], "victims": ["Ilse Tamm"]},
    ),
    row(
        31,
        "Assailants kidnapped engineers Otto Brandis and Piet Hulst near Maradi, Niger.",
        "abducted person 2",
        has={"victims": ["Otto Brandis", "Piet Hulst"], "method": ["abduction"]},
    ),
    row(
        31,
        "Judge Ewald Tammert, who had received threats, was killed in Cali, Colombia.",
        "killed person 1",
        has={"victims": ["Ewald Tammert"], "agents": []},
    ),
    row(
        31,
        "FOUR UNIDENTIFIED MEN ON MOTORCYCLES MURDERED JUDGE EWALD TAMMERT IN CALI, COLOMBIA, ON 4 MARCH.",
        "killed person 1",
        has={"victims": ["EWALD TAMMERT"], "agents": ["FOUR UNIDENTIFIED MEN"]},
    ),
    row(
        79,
        "GUERRILLAS BLEW UP TWO PYLONS AND BURNED THE TOWN HALL OF PASACA, EL SALVADOR.",
        "facilities_destroyed power_facility 2",
        has=[
            {"count": "facilities_destroyed power_facility 2", "by": ["FMLN"]},
            {"struck": ["TOWN HALL OF PASACA"], "method": ["arson"]},
        ],
    ),
    row(
        79,
        "A powerful bomb exploded at the railway station of Cali, Colombia.",
        has={"with": ["bomb"], "method": ["ied"], "kind": "incident_unspecified"},
    ),
    row(
        79,
        "The Free Valley Front claimed responsibility for the attack on the pipeline in Arauca, Colombia.",
        has={"agents": ["Free Valley Front"], "by": [], "struck": ["pipeline"]},
    ),
    row(
        79,
        "Warplanes bombed the market of Sirte, Libya.",
        has={"agents": [], "struck": ["market of Sirte"]},
    ),
    row(
        79,
        "Two men riding on a motorcycle threw a grenade at a police post in Cali, Colombia.",
        has={"agents": ["Two men"], "struck": ["police post"], "with": ["grenade"]},
    ),
    row(
        79,
        "A bomb blast damaged a telephone office today in Cali, Colombia.",
        has={"with": ["bomb"], "struck": ["telephone office"], "method": ["ied"]},
    ),
    row(
        79,
        "UNIDENTIFIED INDIVIDUALS SET OFF A BOMB IN THE DEPOT OF CALI, COLOMBIA, ON MONDAY.",
        has={"agents": ["UNIDENTIFIED INDIVIDUALS"], "with": ["BOMB"], "method": ["ied"]},
    ),
    row(
        31,
        "Merchant Ewald Tammert, kidnapped last week in Cali, was found on Monday.",
        "abducted person 1",
        has={"victims": ["Ewald Tammert"], "agents": []},
    ),
    row(
        79,
        "The murder of the priests in Cali, Colombia, shocked the town.",
        has={"victims": ["priests"], "kind": "incident_unspecified"},
    ),
    row(79, "Rebels captured Kafr Ewal in Syria.", never={"rule": "count.named"}),
    row(79, "Russian forces have shelled hospitals in Zhytomyr.", has={"kind": "pattern"}),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_roles(case):
    case.check()


def test_glosses_in_a_cable_are_no_part_of_its_sentences():
    text = "REBELS OF THE FREE VALLEY FRONT [FVF] MURDERED COLONEL EWALD TAMMERT [NAME AS RECEIVED] IN CALI."
    claims = read(text).claims
    assert [c.victim_verbatim for c in claims if c.count] == [("EWALD TAMMERT",)]
