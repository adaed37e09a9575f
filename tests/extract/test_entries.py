"""Lists and digests: every entry has its own place, day and method, and shares what heads the list."""

from datetime import date

import pytest

from extract.cases import read, row, seen_as

DIGEST = """Notes of the week

- 2 May, Aleppo: shelling of a market, 3 killed.
- 4 May, Idlib: armed men took the cattle. Two herders were shot dead.
- 6 May, Umdolweit: a mine went off. Four boys were wounded.

The office is closed on Fridays."""
BY_DAY = """Aug 1 - Bannu: three farmers were killed by shelling.

Aug 3 - Kohat: a school was blown up. Two guards were hurt.

Aug 7 - Hangu: a clerk was abducted."""
STORY = """The road from Taiz

- Six people were killed by shelling in Taiz on 2 May.
- Two of the wounded died in hospital.
- Three homes were burned."""
SPEAKERS = """PRESENTER: Shells have been falling in Taiz since dawn. How many died?

WITNESS: Six people were killed.

PRESENTER: Thank you.

WITNESS: Two girls were wounded as well."""

ROWS = [
    row(
        53,
        DIGEST,
        "killed person 3",
        "killed person 2",
        "injured child 4",
        has=[
            {
                "count": "killed person 3",
                "place": "Aleppo",
                "from": date(2021, 5, 2),
                "method": ["shelling"],
            },
            {"count": "killed person 2", "place": "Idlib", "from": date(2021, 5, 4), "method": ["shooting"]},
            {"count": "injured child 4", "place": None, "from": date(2021, 5, 6)},
        ],
        published=date(2021, 6, 1),
    ),
    row(
        53,
        BY_DAY,
        "killed farmer 3",
        "injured person 2",
        "abducted person 1",
        has=[
            {"count": "killed farmer 3", "place": "Bannu", "from": date(2014, 8, 1)},
            {"count": "injured person 2", "place": "Kohat", "from": date(2014, 8, 3)},
            {"count": "abducted person 1", "place": "Hangu", "from": date(2014, 8, 7)},
        ],
        published=date(2014, 9, 1),
    ),
    row(
        53,
        STORY,
        "killed person 6",
        "killed person 2",
        "buildings_destroyed residential_building 3",
        has={"count": "buildings_destroyed residential_building 3", "place": "Taiz", "place_inherited": True},
        published=date(2021, 6, 1),
    ),
    row(
        53,
        SPEAKERS,
        "killed person 6",
        "injured child 2",
        has={"count": "injured child 2", "place": "Taiz", "place_inherited": True},
    ),
    row(
        10,
        "Violations in May 2021:\n\n1. Killed: 24\n2. Injured (children): 6\n3. Arrests: at least 9 cases",
        "killed person 24",
        "injured child 6",
        "arrests - >=9",
        has={"count": "injured child 6", "from": date(2021, 5, 1), "until": date(2021, 5, 31)},
        published=date(2021, 6, 2),
    ),
    row(
        10,
        "Civilians killed by governorate in October 2020:\n\nAleppo: 16\nIdlib | 7\nTaiz (4)",
        "killed civilian 16",
        "killed civilian 7",
        "killed civilian 4",
        has=[
            {"count": "killed civilian 16", "place": "Aleppo", "until": date(2020, 10, 31)},
            {"count": "killed civilian 7", "place": "Idlib", "kind": "aggregate_tally"},
            {"count": "killed civilian 4", "place": "Taiz"},
        ],
        published=date(2020, 11, 3),
    ),
    row(
        10,
        "The network noted the deaths of 41 civilians last week.\n\nBy place: Taiz 20; Aleppo 12; Idlib 9.",
        "killed civilian 41",
        "killed civilian 20",
        "killed civilian 12",
        "killed civilian 9",
        relations=("20 < 41", "12 < 41", "9 < 41"),
        has={"count": "killed civilian 12", "place": "Aleppo"},
    ),
    row(
        10,
        "Clinics damaged by state: Khartoum 21; Kassala 9.",
        "facilities_damaged medical_facility 21",
        "facilities_damaged medical_facility 9",
    ),
    row(
        10,
        "People killed and injured, by town: Taiz 8; Aleppo 5.",
        *(f"killed_or_injured person {n}" for n in (8, 5)),
    ),
    row(10, "Rain by town: Taiz 20; Aleppo 12; Idlib 9."),
    row(10, "Taiz 2; Aleppo 1."),
    row(
        10,
        "The observatory counted 88 dead in June.\n\nAmong combatants: 30 fighters, 8 soldiers.",
        "killed person 88",
        "killed combatant 30",
        "killed combatant 8",
        relations=("30 < 88", "8 < 88"),
    ),
    row(
        10,
        "The clash left 58 people dead and 96 injured.\n\nOVERVIEW\n\nFighting goes on.\n\n"
        "Of those killed, 41 were women.",
        "killed person 58",
        "injured person 96",
        "killed woman 41",
        relations=("41 < 58",),
    ),
    row(
        10,
        "Soldiers took a baker, his wife and a guest to the yard. All three were shot dead.",
        "killed person 3",
    ),
    row(
        10,
        "Gunmen shot dead two men and three women. All five were killed at night.",
        "killed man 2",
        "killed woman 3",
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_entries(case):
    case.check()


def test_by_whom_is_no_speaker():
    reading = read("By party: the army killed 14 civilians; the rebels killed 3 civilians.")
    assert {seen_as(c)["origin"] for c in reading.claims} == {"UNKNOWN_PUBLISHER"}
