"""What a claim takes from its clause, its total and the sentence before."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        72,
        "RSF fighters entered Nyala on Sunday. They then shelled the market, killing 13 people.",
        "killed person 13",
        has={"count": "killed person 13", "target": ["market"]},
        published=date(2024, 3, 14),
    ),
    row(
        3,
        "Russian aircraft bombed Izium. Six civilians were wounded later in the week.",
        "injured civilian 6",
        never={"count": "injured civilian 6", "by": ["RUS_GOV"]},
    ),
    row(
        99,
        "Shelling hit Kupiansk on Tuesday. Three people were killed.",
        "killed person 3",
        has={"from": date(2024, 3, 12), "place": "Kupyansk", "place_inherited": True},
        published=date(2024, 3, 14),
    ),
    row(
        36,
        "Saudi-led coalition raids on Sanaa killed 30 people, including 8 women, on Monday.",
        "killed person 30",
        "killed woman 8",
        has={"count": "killed woman 8", "by": ["SAUDI_COALITION"], "from": date(2017, 6, 5)},
        published=date(2017, 6, 8),
    ),
    row(
        58,
        "A strike on a base in Wau killed 12 fighters. A strike on a school there killed 4 pupils.",
        "killed combatant 12",
        "killed student 4",
        has={"count": "killed student 4", "target": ["school"]},
        never={"count": "killed combatant 12", "target": ["school"]},
    ),
    row(
        94,
        "Lashkar Gah is home to 200,000 people. On Sunday the Taliban shelled a hospital there.",
        "population person 200000",
        never={"count": "population person 200000", "by": ["TALIBAN"]},
        published=date(2021, 8, 4),
    ),
    row(
        105,
        "TEGUCIGALPA, 11 May - Contra fighters killed five teachers in Jinotega on Monday.",
        "killed educator 5",
        never={"place": "Tegucigalpa"},
        published=date(1983, 5, 11),
    ),
    row(
        59,
        "The clinics in Hajjah were reportedly shelled and 7 people killed.",
        "killed person 7",
        has={"count": "killed person 7", "modality": "reported"},
    ),
    row(
        108,
        "A shell hit a clinic in Khan Younis on Monday, killing two people. The ministry said 190 people "
        "had been killed across the strip in the previous 24 hours.",
        "killed person 2",
        "killed person 190",
        has={"count": "killed person 190", "kind": "aggregate_tally"},
        never={"count": "killed person 190", "place": "Khan Yunis"},
        published=date(2024, 1, 23),
    ),
    row(
        108,
        "On 11 May a market in Beni was shelled, 3 civilians dead. Total for the week: 23 killed.",
        "killed civilian 3",
        "killed person 23",
        has={"count": "killed person 23", "kind": "aggregate_tally", "place": None},
        published=date(2024, 5, 14),
    ),
    row(
        99,
        "Gunmen attacked a village in Zamfara on Saturday, killing 30 people.\n\n"
        "A police spokesman confirmed the attack but said 19 people were killed.\n\n"
        "Elsewhere 4 people were killed.",
        "killed person 30",
        "killed person 19",
        "killed person 4",
        has={
            "count": "killed person 19",
            "from": date(2025, 2, 8),
            "place": "Zamfara",
            "place_inherited": True,
        },
        never={"count": "killed person 4", "place": "Zamfara"},
        published=date(2025, 2, 10),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_assemble(case):
    case.check()
