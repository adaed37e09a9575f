"""The place and the day of an event, told from where and when it was said."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        95,
        "Shelling killed three people in Kherson on Friday.",
        "killed person 3",
        has={"from": date(2024, 3, 8), "until": date(2024, 3, 8), "precision": "day", "kind": "incident"},
        published=date(2024, 3, 14),
    ),
    row(
        95,
        "Amnesty International said on Tuesday that shelling killed three people in Mekelle on Friday.",
        "killed person 3",
        has={"from": date(2021, 5, 14), "origin": "AMNESTY", "count": "killed person 3"},
        published=date(2021, 5, 19),
    ),
    row(
        95,
        "MSF said on Monday that a raid in Marib killed five people.",
        "killed person 5",
        never={"from": date(2024, 3, 11)},
        published=date(2024, 3, 14),
    ),
    row(
        96,
        "Overnight shelling killed two people in Nikopol.",
        "killed person 2",
        has={"from": date(2024, 3, 13), "until": date(2024, 3, 14)},
        published=date(2024, 3, 14),
    ),
    row(
        96,
        "Air strikes killed six people in Rafah yesterday.",
        "killed person 6",
        has={"from": date(2024, 3, 13), "until": date(2024, 3, 13)},
        published=date(2024, 3, 14),
    ),
    row(
        97,
        "A mine killed three people in Hama three days after the truce of 27 February.",
        "killed person 3",
        has={"from": date(2020, 3, 1), "until": date(2020, 3, 1)},
        published=date(2020, 9, 16),
    ),
    row(
        97,
        "Shells killed four people in Hama in the last week of May.",
        "killed person 4",
        has={"from": date(2020, 5, 25), "until": date(2020, 5, 31)},
        published=date(2020, 9, 16),
    ),
    row(
        97,
        "A raid on January 29 killed eight people in Demoso, Myanmar.",
        "killed person 8",
        has={"from": date(2024, 1, 29)},
        published=date(2024, 3, 14),
    ),
    row(
        98,
        "Shelling has killed 54 people in Omdurman since 26 April.",
        "killed person 54",
        has={"from": date(2023, 4, 26), "kind": "aggregate_tally"},
        published=date(2023, 6, 14),
    ),
    row(
        99,
        "At least 80 people were killed in El Fasher in the past four weeks alone.",
        "killed person >=80",
        has={"from": date(2024, 5, 3), "kind": "aggregate_tally"},
        published=date(2024, 5, 31),
    ),
    row(
        100,
        "The coalition carried out 44 air strikes on Saada between 7 and 10 September.",
        "airstrikes - 44",
        has={"from": date(2016, 9, 7), "until": date(2016, 9, 10)},
        published=date(2016, 9, 15),
    ),
    row(
        101,
        "Air strikes in late April killed 18 people in Mocha.",
        "killed person 18",
        has={"from": date(2015, 4, 21), "until": date(2015, 4, 30)},
        published=date(2015, 5, 12),
    ),
    row(
        102,
        "Mines killed 112 people in Ukraine last year.",
        "killed person 112",
        has={"from": date(2023, 1, 1), "until": date(2023, 12, 31)},
        published=date(2024, 3, 14),
    ),
    row(104, "Within 72 hours 90 people were killed in El Geneina.", "killed person 90"),
    row(
        106,
        "Shelling killed four people in Kupiansk, in the Kharkiv region.",
        "killed person 4",
        has={"place": "Kupyansk"},
    ),
    row(107, "Barrel bombs killed six people in the southern countryside of Idlib.", "killed person 6"),
    row(
        108,
        "Shelling killed five people in Saraqib, Syria, and the wounded were taken to hospital in Gaziantep.",
        "killed person 5",
        has={"count": "killed person 5", "place": "Saraqib"},
        never={"place": "Gaziantep"},
    ),
    row(
        105,
        "A UN spokesman said in Geneva that air strikes had killed nine people in Taiz, Yemen.",
        "killed person 9",
        has={"count": "killed person 9", "place": "Taiz"},
        never={"place": "Geneva"},
    ),
    row(
        105,
        "Ministers met in Vienna after a drone killed nine people in Odesa, Ukraine.",
        "killed person 9",
        has={"count": "killed person 9", "place": "Odesa"},
    ),
    row(
        110,
        "Shelling from Russia's Kursk region killed two people in Sumy, Ukraine.",
        "killed person 2",
        has={"count": "killed person 2", "place": "Sumy"},
    ),
    row(
        108,
        "A convoy bound for Khartoum was shelled in Nyala, Sudan, and four drivers died.",
        "killed person 4",
        has={"count": "killed person 4", "place": "Nyala"},
        never={"place": "Khartoum"},
    ),
    row(
        108,
        "Some 4,000 people displaced from Homs, Aleppo and Hama live in camps.",
        "displaced person ~4000",
        never=[{"place": "Homs"}, {"place": "Aleppo"}],
    ),
    row(109, "Raids on Idlib, Aleppo and Hama provinces killed nine people.", "killed person 9"),
    row(
        110,
        "Russian strikes killed nine people in Kharkiv.",
        "killed person 9",
        has={"place": "Kharkiv", "by": ["RUS_GOV"]},
    ),
    row(103, "Shelling killed seven people in Taiz during Ramadan.", "killed person 7"),
    row(
        3,
        "A raid in Taiz killed five people. Two children were wounded.",
        "killed person 5",
        "injured child 2",
        has={"count": "injured child 2", "place": "Taiz", "place_inherited": True},
    ),
    row(
        95,
        "KYIV, June 12, 2024 (Newsline) - A missile killed three women in Kharkiv late on Tuesday.",
        "killed woman 3",
        has={"from": date(2024, 6, 11)},
        never={"from": date(2024, 6, 12)},
        published=date(2024, 6, 12),
    ),
    row(
        96,
        "On 11 April 2023, around 7:30 a.m., jets bombed Pazigyi village, killing nine people.",
        "killed person 9",
        has={"from": date(2023, 4, 11), "count": "killed person 9"},
    ),
    row(
        95,
        "Gunmen killed nine people in Zamfara state on Saturday, residents said.",
        "killed person 9",
        has={"count": "killed person 9", "from": date(2025, 2, 8)},
        published=date(2025, 2, 10),
    ),
    row(
        95,
        "In a report on Monday the Lantern Centre said that raids killed nine people in Marib.",
        "killed person 9",
        never={"from": date(2025, 2, 10)},
        published=date(2025, 2, 12),
    ),
    row(
        105,
        "Shelling kills five in Kherson as Kyiv, Moscow trade blame",
        "killed person 5",
        has={"count": "killed person 5", "place": "Kherson", "modality": "asserted"},
        never={"origin": "RUS_GOV"},
    ),
    row(
        105,
        "The Moscow-installed mayor said that shelling killed two people in Donetsk city.",
        "killed person 2",
        never={"place": "Moscow"},
    ),
    row(
        94,
        "Shelling killed four people in Hama on Friday.",
        "killed person 4",
        has={"place": "Hama", "kind": "incident"},
        published=date(2024, 3, 14),
    ),
    row(
        94,
        "Shelling killed four people on Friday, Hama officials said.",
        "killed person 4",
        never={"place": "Hama"},
        published=date(2024, 3, 14),
    ),
    row(
        71,
        "Damascus and Moscow are held responsible for strikes during two offensives.",
        "campaigns - 2",
        never={"place": "Damascus and Moscow"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_where_when(case):
    case.check()
