"""What sort of statement a count is."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        75,
        "An assault on Rafah would kill thousands of people.",
        never=[{"kind": "incident"}, {"kind": "aggregate_tally"}],
    ),
    row(
        76, "The Russian army warned residents of Kherson to leave or be shelled.", never={"kind": "incident"}
    ),
    row(
        79,
        "Government forces have been shelling Darayya, Syria, for weeks.",
        has={"kind": "pattern", "by": ["SYR_GOV"]},
        never={"kind": "incident"},
    ),
    row(
        80,
        "In 1982 soldiers killed 260 villagers in Dos Erres, Guatemala.",
        "killed person 260",
        published=date(2016, 1, 5),
    ),
    row(
        80,
        "Since the war began, more than 6,000 people have been killed in Yemen.",
        "killed person >6000",
        has={"kind": "context_figure"},
    ),
    row(
        81,
        "The conflict in Sudan has killed 15,000 people since 2023.",
        "killed person 15000",
        has={"kind": "context_figure"},
        published=date(2024, 6, 1),
    ),
    row(
        94,
        "Rafah is home to 1.4 million people.",
        "population person 1400000",
        has={"kind": "context_figure"},
    ),
    row(
        95, "On 3 May 2021 shelling killed four people in Bago.", "killed person 4", has={"kind": "incident"}
    ),
    row(
        99,
        "Over the past month 40 people were killed in Bago.",
        "killed person 40",
        has={"kind": "aggregate_tally"},
        published=date(2021, 5, 10),
    ),
    row(
        93,
        "Relief agencies gave the coordinates of 60 clinics to all sides.",
        "sites_notified medical_facility 60",
        has={"kind": "protective_measure"},
    ),
    row(82, "It was the deadliest strike on Odesa since 2022.", never={"kind": "incident"}),
    row(
        20,
        "Monitors recorded 212 shelling attacks in Nagorno-Karabakh.",
        "attacks - 212",
        has={"kind": "aggregate_tally"},
    ),
    row(
        94,
        "Around 2.1 million people need humanitarian assistance in Tigray.",
        "people_in_need person ~2100000",
        has={"kind": "context_figure"},
    ),
    row(  # one day, be it one whose date a text without a date leaves open
        95,
        "Army shelling killed four people in Bago, Myanmar on Saturday.",
        "killed person 4",
        has={"kind": "incident", "count": "killed person 4"},
    ),
    row(
        99,
        "Shelling killed four people in Bago, Myanmar last month.",
        "killed person 4",
        has={"kind": "aggregate_tally"},
        never={"kind": "incident"},
    ),
    row(
        79,
        "On 3 May 2021 a blast shook Bago, Myanmar. The army often shells the town at night.",
        has=({"kind": "incident", "quote": "blast"}, {"kind": "pattern", "quote": "shells"}),
    ),
    row(  # acts with a definite article behind an event are that event's
        79,
        "A blast killed a man in Bago, Myanmar on Saturday. The strikes were carried out by the army.",
        "killed man 1",
        has={"kind": "incident_unspecified", "quote": "strikes"},
    ),
    row(
        79,
        "The strikes in Bago, Myanmar were carried out by the army.",
        never={"kind": "incident_unspecified"},
    ),
    row(  # what was counted since a day is not of that day
        99,
        "On 3 May 2021 shelling killed four people in Bago, Myanmar. Since then 90 people have been killed.",
        "killed person 4",
        "killed person 90",
        has={"kind": "aggregate_tally", "count": "killed person 90"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_kinds(case):
    case.check()
