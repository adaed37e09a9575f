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
        "GUERRILLAS BLEW UP TWO PYLONS AND BURNED THE TOWN HALL OF PASACA, EL SALVADOR, THE FMLN SAID.",
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
    row(
        31,
        "Judge Ewald Tammert was killed in Cali, Colombia, by alleged members of the Free Valley Front.",
        "killed person 1",
        has={"agents": ["alleged members", "Free Valley Front"], "by": [], "victims": ["Ewald Tammert"]},
    ),
    row(
        31,
        "Constable Otto Brandis was shot by one of the demonstrators in Cali, Colombia.",
        "killed_or_injured police 1",
        has={"agents": ["one of the demonstrators"], "victims": ["Otto Brandis"]},
    ),
    row(
        31,
        "Gunmen murdered on Monday Judge Ewald Tammert and Senator Otto Brandis in Cali, Colombia.",
        "killed person 2",
        has={"victims": ["Ewald Tammert", "Otto Brandis"]},
    ),
    row(
        31,
        "Four men, who posed as guards, kidnapped Mr Otto Brandis from his home in Cali, Colombia.",
        "abducted person 1",
        has={"agents": ["Four men"], "victims": ["Otto Brandis"]},
    ),
    row(
        31,
        "The family reported the disappearance and kidnapping of Otto Brandis in Cali, Colombia.",
        "disappeared person 1",
        has={"victims": ["Otto Brandis"]},
    ),
    row(
        79,
        "The attack on the town hall was carried out by a group of armed men in Cali, Colombia.",
        has={"agents": ["a group of armed men"], "struck": ["town hall"]},
    ),
    row(
        79,
        "The bomb was planted by two individuals wearing masks in Cali, Colombia.",
        has={"agents": ["two individuals"], "with": ["bomb"]},
    ),
    row(
        79,
        "Two men on a motorcycle set off 5 kg of dynamite in Cali, Colombia, on Monday.",
        has={"agents": ["Two men"], "with": ["dynamite"], "kind": "incident"},
    ),
    row(
        79,
        "A bomb went off late last night at the house of Judge Brandis and at the office of a lawyer.",
        has={"struck": ["house of Judge Brandis", "office of a lawyer"]},
    ),
    row(
        79,
        "Rebels destroyed a truck owned by a merchant in Cali, Colombia.",
        has={"struck": ["truck"]},
    ),
    row(
        79,
        "The mayor blamed the Free Valley Front for the attack on the town hall of Cali, Colombia.",
        has={"rule": "accused", "agents": ["Free Valley Front"], "by": []},
    ),
    row(
        31,
        "Hugo Brandis was charged with the murder of Judge Ewald Tammert in Cali, Colombia.",
        "killed person 1",
        has={"rule": "accused", "agents": ["Hugo Brandis"]},
    ),
    row(79, "Rebels captured Kafr Ewal in Syria.", never={"rule": "count.named"}),
    row(79, "Russian forces have shelled hospitals in Zhytomyr.", has={"kind": "pattern"}),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_roles(case):
    case.check()


NAMED_AMONG = [
    row(
        31,
        "Nine people were wounded in Cali, Colombia, on Monday. Among the injured are Otto Brandis, 53;"
        " Ewald Tammert, 24; and Anna Moor.",
        "injured person 9",
        "injured person 3",
        has={"victims": ["Otto Brandis", "Ewald Tammert", "Anna Moor"], "rule": "count.named"},
        relations=["3 < 9"],
    ),
    row(
        31,
        "The dead include Judge Otto Brandis and the teacher Ewald Tammert, hospital staff in Cali said.",
        "killed person 2",
        has={"victims": ["Otto Brandis", "Ewald Tammert"]},
    ),
]


@pytest.mark.parametrize("case", NAMED_AMONG, ids=str)
def test_names_among_the_dead_and_wounded(case):
    case.check()


def test_who_did_an_event_did_what_its_sentence_goes_back_to():
    text = "The FARC attacked Tumaco, Colombia, on Monday. The attack also wounded two teachers."
    (wounded,) = [c for c in read(text).claims if c.count]
    assert [(a.norm, a.inherited) for a in wounded.actors] == [("FARC", True)]


def test_nobody_is_said_to_have_done_what_goes_back_to_no_event():
    text = "The FARC attacked Tumaco, Colombia, on Monday. Two teachers were wounded in Cali on Friday."
    (wounded,) = [c for c in read(text).claims if c.count]
    assert wounded.actors == ()


def test_glosses_in_a_cable_are_no_part_of_its_sentences():
    text = "REBELS OF THE FREE VALLEY FRONT [FVF] MURDERED COLONEL EWALD TAMMERT [NAME AS RECEIVED] IN CALI."
    claims = read(text).claims
    assert [c.victim_verbatim for c in claims if c.count] == [("EWALD TAMMERT",)]
