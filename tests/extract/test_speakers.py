"""Who says so, and how they stand behind it."""

from datetime import date

import pytest

from extract.cases import read, row
from factory import document
from witnessmark.model.claim import ClaimKind
from witnessmark.model.document import Zone, ZoneKind
from witnessmark.pipeline import analyse

ROWS = [
    row(
        51,
        "Eleven people were killed in Nyala, the Lantern Centre said.",
        "killed person 11",
        has={"origin": "Lantern Centre", "explicit": True, "modality": "asserted"},
    ),
    row(
        51,
        "Shelling killed two people in Kherson, UNICEF said. It added that five children were wounded.",
        "killed person 2",
        "injured child 5",
        has=[{"origin": "UNICEF", "count": "injured child 5"}],
    ),
    row(
        51,
        "MSF said its hospital in Abs was hit and 19 people were killed.",
        "killed person 19",
        has={"origin": "MSF", "count": "killed person 19"},
    ),
    row(
        51,
        "Eleven people were killed in Nyala, police and hospital officials said.",
        "killed person 11",
        has={"origin": "POLICE", "explicit": True},
    ),
    row(
        51,
        "The sit-in was put down by force in March, and 40 people fled.",
        "displaced person 40",
        has={"chain": ["UNKNOWN_PUBLISHER"]},
    ),
    row(
        53,
        "But the provincial governor, Amin Darwa, blamed the Islamic State group.",
        has={"origin": "Amin Darwa", "modality": "alleged", "by": ["ISIS"]},
    ),
    row(
        52,
        "According to the UN, 45 people were killed in Beni.",
        "killed person 45",
        has={"origin": "UN", "explicit": True},
    ),
    row(
        52,
        "Forty people were killed in Zamzam camp, according to witnesses.",
        "killed person 40",
        has={"explicit": True},
    ),
    row(
        52,
        "Sixteen people died in Afrin, according to medics cited by Radio Sol.",
        "killed person 16",
        has={"chain": ["MEDICS"]},
    ),
    row(
        53,
        "Human Rights Watch accused Ethiopian forces of shelling a market in Amhara.",
        has={"modality": "alleged", "by": ["ETH_GOV"], "origin": "HRW", "target": ["market"]},
    ),
    row(
        54,
        "The UN human rights office verified 14 attacks on schools in Afghanistan.",
        "attacks school 14",
        has={"modality": "verified_by_claimant", "origin": "OHCHR"},
    ),
    row(
        54,
        "The Syrian Network for Human Rights documented the deaths of 27 civilians in May.",
        "killed civilian 27",
        has={"modality": "documented_by_claimant", "origin": "SNHR"},
        published=date(2019, 6, 3),
    ),
    row(
        55,
        "The Saudi-led coalition acknowledged that the strike on Saada killed 9 children.",
        "killed child 9",
        has={"origin": "SAUDI_COALITION"},
    ),
    row(
        56,
        "Russia denied bombing the hospital in Maarat al-Numan.",
        has={"modality": "denied", "origin": "RUS_GOV"},
    ),
    row(
        56,
        "The Israeli army denied that it had shelled the school in Beit Lahia.",
        has={"modality": "denied", "origin": "ISR_GOV"},
    ),
    row(
        57,
        "Shelling killed three people in Goma. The army did not respond to a request for comment.",
        "killed person 3",
        never={"modality": "denied"},
    ),
    row(
        59,
        "Four villages near Taunggyi were reportedly shelled.",
        "facilities_hit residential_area 4",
        has={"modality": "reported"},
    ),
    row(
        59,
        "Reports said 15 people were killed in Wad Madani.",
        "killed person 15",
        has={"modality": "reported"},
    ),
    row(
        60,
        "A suspected gas attack in Douma killed 9 people.",
        "killed person 9",
        has={"modality": "suspected", "count": "killed person 9"},
    ),
    row(
        61,
        "Unconfirmed reports said 30 people were killed in Djibo.",
        "killed person 30",
        has={"modality": "needs_verification"},
    ),
    row(65, '"Neighbours told us ten people died," a doctor in Zalingei told Amber TV.', "killed person 10"),
    row(
        66,
        '"We heard jets," said Amina Darwa, a teacher. "Then the roof fell and seven people died."',
        "killed person 7",
        has={"origin": "Amina Darwa", "count": "killed person 7"},
    ),
    row(67, 'The envoy said the raids on Mariupol were "barbaric".', never={"kind": "incident"}),
    row(
        27,
        "The health ministry put the toll in Khan Younis at 9, while medics said 14 people were killed.",
        "killed person 9",
        "killed person 14",
    ),
    row(
        55,
        "The Taliban claimed responsibility for the bombing that killed 8 people in Jalalabad.",
        "killed person 8",
        has={"by": ["TALIBAN"], "count": "killed person 8"},
    ),
    row(
        52,
        "Citing doctors, the Sudan Doctors Network said that 23 people had been killed in El Fasher.",
        "killed person 23",
        has={"chain": ["MEDICS", "SUDAN_DOCTORS"]},
    ),
    row(
        54,
        "The World Health Organization has confirmed 41 attacks on health facilities in Sudan.",
        "attacks medical_facility 41",
        has={"origin": "WHO", "modality": "verified_by_claimant"},
    ),
    row(
        51,
        "Six people were killed in Loikaw, field researcher Tessa Oduya said in a call.",
        "killed person 6",
        has={"origin": "Tessa Oduya", "count": "killed person 6"},
    ),
    row(
        51,
        "Doctors said on Friday that 9 people were killed in Taiz.",
        "killed person 9",
        has={"origin": "MEDICS", "modality": "asserted"},
    ),
    row(
        52,
        "A nurse who asked not to be named told us that 7 people died in Aden.",
        "killed person 7",
        has={"count": "killed person 7", "modality": "asserted"},
        never={"modality": "demand"},
    ),
    row(
        51,
        "The army continued to shell Loikaw on 3 May 2021, killing nine people.",
        "killed person 9",
        never={"origin": "MMR_GOV"},
    ),
    row(
        51,
        "A raid on Nyala killed at least 16 people, the Lantern Centre said, including six children.",
        "killed person >=16",
        "killed child 6",
        has=[
            {"origin": "Lantern Centre", "count": "killed person >=16"},
            {"origin": "Lantern Centre", "count": "killed child 6"},
        ],
    ),
    row(
        53,
        "Shells killed two people in Homs, a Syrian activist said.",
        "killed person 2",
        has={"origin": "Syrian activist"},
        never={"origin": "SYR_GOV"},
    ),
    row(
        53,
        "Air strike kills six in Kani, Myanmar monitor says",
        "killed person 6",
        has={"origin": "Myanmar monitor"},
        never={"origin": "MMR_GOV"},
    ),
    row(
        53,
        "Israel later said that 4 people were killed in Gaza City.",
        "killed person 4",
        has={"origin": "ISR_GOV"},
    ),
    row(
        52,
        "According to the National Unity Government, nine people died in Loikaw.",
        "killed person 9",
        has={"origin": "NUG"},
    ),
    row(
        51,
        "Eight people were killed in Beni, the Independent Inquiry Board said.",
        "killed person 8",
        never={"origin": "INDEPENDENT"},
    ),
    row(
        51,
        "Nine people died over the week, the independent commission said.",
        "killed person 9",
        never={"origin": "THE_WEEK"},
    ),
    row(
        53,
        "A spokesman for the Sudanese army blamed the RSF and said that 5 people were killed in Nyala.",
        "killed person 5",
        has={"origin": "SDN_GOV", "count": "killed person 5"},
    ),
    row(
        51,
        "Tarek Dovani, a civil leader, said nine people were killed in Beni. Two more died there, he said.",
        "killed person 9",
        "killed person 2",
        has=[
            {"origin": "Tarek Dovani", "count": "killed person 9", "explicit": True},
            {"origin": "Tarek Dovani", "count": "killed person 2"},
        ],
    ),
    row(
        51,
        "Nine people were killed in Taiz, the ministry's spokesman, Colonel Omar Velani, told reporters. "
        "Velani added that 20 people were wounded.",
        "killed person 9",
        "injured person 20",
        has=[
            {"origin": "Omar Velani", "count": "killed person 9"},
            {"origin": "Omar Velani", "count": "injured person 20"},
        ],
        never={"origin": "JOURNALISTS"},
    ),
    row(
        51,
        "Shells killed six people in Kadugli, said Dr Mona Tarwe, the director of the Al-Wadi clinic.",
        "killed person 6",
        has={"origin": "Mona Tarwe"},
    ),
    row(
        51,
        "Jamil Ortega, 38, of the camp committee, who saw it, told us that seven people were killed in Goma.",
        "killed person 7",
        has={"origin": "Jamil Ortega"},
    ),
    row(
        64,
        "The Nuba Hills Relief Network (NHRN) said 12 people were killed in Kadugli.\n\n"
        "NHRN said that 5 people were wounded. The network recorded 3 deaths in Dilling.",
        "killed person 12",
        "injured person 5",
        "killed person 3",
        has=[
            {"origin": "Nuba Hills Relief Network", "count": "killed person 12"},
            {"origin": "Nuba Hills Relief Network", "count": "injured person 5"},
            {"origin": "Nuba Hills Relief Network", "count": "killed person 3"},
        ],
    ),
    row(
        51,
        "The Farmers' Union of Aweil said that eight people were killed in Aweil.",
        "killed person 8",
        has={"origin": "Farmers Union of Aweil"},
    ),
    row(
        51,
        "A resident who asked not to be named put the toll in Loikaw at 16 dead.",
        "killed person 16",
        has={"origin": "RESIDENTS"},
    ),
    row(
        51,
        "Two residents and a nurse told the Blue Plain Wire that 19 people were killed in Kadugli.",
        "killed person 19",
        has={"origin": "RESIDENTS"},
    ),
    row(
        51,
        "The governor's office said four people were killed in Sumy.",
        "killed person 4",
        has={"origin": "governor's office"},
    ),
    row(
        72,
        "Amnesty International published its review on Monday. The army rejected it. "
        "Leila Marek, a lawyer, said it was sound. She said 3 people were killed in Afrin.",
        "killed person 3",
        has={"origin": "Leila Marek", "count": "killed person 3"},
    ),
    row(
        52,
        "Ten people were killed in Homs on Friday, says a report that the Lantern Centre published.",
        "killed person 10",
        has={"origin": "Lantern Centre"},
    ),
    row(
        51,
        "At Kapoeta around 40 people were wounded, the deputy mayor, Ivo Radzan, told a local station, and "
        "a woman was killed.",
        "injured person ~40",
        "killed woman 1",
        has=[
            {"origin": "Ivo Radzan", "count": "injured person ~40"},
            {"origin": "Ivo Radzan", "count": "killed woman 1"},
        ],
    ),
    row(
        1, "BREAKING: two women were killed in Aleppo.", "killed woman 2", has={"origin": "UNKNOWN_PUBLISHER"}
    ),
    row(
        1,
        "Burkina Faso: Army Executed 223 Villagers",
        "killed person 223",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(1, "Army: 12 killed in Taiz.", "killed person 12", has={"origin": "YEM_GOV"}),
    row(
        51,
        "Two schools in Hays were damaged overnight, the Hays Education Desk tells us. No pupils were hurt.",
        "facilities_damaged school 2",
        "injured student 0",
        has=[
            {"origin": "Hays Education Desk", "count": "facilities_damaged school 2"},
            {"origin": "Hays Education Desk", "count": "injured student 0", "explicit": False},
        ],
    ),
    row(
        59,
        "The injury of 18 persons was reported by the Mansara Health Circle.",
        "injured person 18",
        has={"chain": ["Mansara Health Circle", "UNKNOWN_PUBLISHER"], "modality": "asserted"},
    ),
    row(
        59,
        "Police in Taiz said the road was closed. There are also reports of ten deaths in Mocha.",
        "killed person 10",
        has={"chain": ["UNNAMED_REPORTS", "UNKNOWN_PUBLISHER"], "modality": "reported"},
    ),
    row(
        51,
        "Army storms hill near Bayhan, claims 31 Houthi fighters dead",
        "killed combatant 31",
        has={"origin": "YEM_GOV", "modality": "alleged", "place": "Bayhan"},
    ),
    row(
        64,
        "The Shelter Desk counted 12 dead in Aden. The Logistics Group said 38 people were wounded there.",
        "killed person 12",
        "injured person 38",
        has={"origin": "Logistics Group", "count": "injured person 38"},
    ),
    row(
        64,
        "Prosecutors in Kharkiv blamed a drone. The attack killed 12 people, "
        "according to the prosecutor's office.",
        "killed person 12",
        has={"origin": "prosecutor's office", "count": "killed person 12"},
    ),
    row(
        72,
        "The Lantern Centre called on UNICEF to name the dead. It said 14 people were killed in Afrin.",
        "killed person 14",
        has={"origin": "Lantern Centre"},
    ),
    row(
        51,
        "Two guards were killed in Dera; vandals were blamed by the mayor.",
        "killed person 2",
        has={"origin": "UNKNOWN_PUBLISHER", "count": "killed person 2"},
    ),
    row(
        51,
        "One woman is still trapped in Odesa, and crews have been talking to her through a pipe.",
        "trapped woman 1",
        has={"origin": "UNKNOWN_PUBLISHER"},
    ),
    row(
        72,
        "The Lantern Centre called on UNICEF to plainly name the killers. It said 14 people died in Afrin.",
        "killed person 14",
        has={"origin": "Lantern Centre"},
    ),
    row(
        52,
        "The Free Syrian Army gave reporters pictures which it says show a strike that killed three people.",
        "killed person 3",
        has={"count": "killed person 3", "origin": "NLF_SNA"},
    ),
    row(
        52,
        "The Lantern Centre criticised the UN Secretary-General who called for an end to the siege of Homs. "
        "It said 14 people died there.",
        "killed person 14",
        has={"count": "killed person 14", "origin": "Lantern Centre"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_speakers(case):
    case.check()


def test_what_a_relative_clause_has_somebody_say_is_said_by_them():
    text = "The report recalled the UN Secretary-General who called for an end to the siege of Homs."
    assert "UNSG" in {n.name for c in read(text).claims for n in c.claimants if c.kind == ClaimKind.DEMAND}


@pytest.mark.parametrize(
    ("zone", "origin"), [(ZoneKind.TITLE, "UNNAMED_REPORTS"), (ZoneKind.BODY, "UNKNOWN_PUBLISHER")]
)
def test_a_title_in_quotation_marks_is_said_by_somebody_unnamed(zone, origin):
    text = "Fears after “air strikes on Nyala hospital”"
    claims = analyse(document(text, zones=(Zone(zone, 0, len(text)),))).claims
    assert {c.claimants[0].name for c in claims} == {origin}
