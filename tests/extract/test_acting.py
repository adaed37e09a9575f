"""Words that stand for a party beside an act, and names put together from several words."""

import pytest

from extract.cases import row

ROWS = [
    row(
        70,
        "Rebel shelling killed four people in Taiz, Yemen, which the Houthis besiege.",
        "killed person 4",
        has={"by": ["HOUTHIS"], "count": "killed person 4"},
    ),
    row(
        70,
        "Three shoppers died in a government air raid on Saraqib, Syria.",
        "killed person 3",
        has={"by": ["SYR_GOV"], "count": "killed person 3"},
    ),
    row(
        70,
        "Six farmers were killed in suspected Russian or Syrian government airstrikes on Saraqib.",
        "killed farmer 6",
        has={"by": ["RUS_GOV", "SYR_GOV"], "count": "killed farmer 6"},
    ),
    row(
        70,
        "Saudi-led strikes killed 14 people in Hajjah, Yemen.",
        "killed person 14",
        has={"by": ["SAU_GOV"], "count": "killed person 14"},
    ),
    row(
        70,
        "Jihadists from the Islamic State group shelled Palmyra in Syria, killing two.",
        "killed person 2",
        has={"by": ["ISIS"], "count": "killed person 2"},
    ),
    row(
        70,
        "Syria rebel rocket kills five pupils in Aleppo.",
        "killed student 5",
        has={"by": ["NSAG_SYR_OPP_UNSPEC"], "count": "killed student 5"},
        never={"by": ["SYR_GOV"]},
    ),
    row(  # the country of the war says where, its adjective says whose
        70,
        "Syria air strikes kill dozens of farmers near Saraqib.",
        "killed farmer 12+",
        has={"by": [], "count": "killed farmer 12+"},
    ),
    row(  # those inside a bus are no attackers
        70,
        "A bomb blast on a crowded Syrian bus convoy outside Saraqib killed 11 people.",
        "killed person 11",
        has={"by": [], "count": "killed person 11"},
        never={"by": ["SYR_GOV"]},
    ),
    row(
        70, "Officers seized a rebel weapons depot near Aleppo, Syria.", never={"by": ["NSAG_SYR_OPP_UNSPEC"]}
    ),
    row(70, "A rebel town in Syria was shelled.", never={"by": ["NSAG_SYR_OPP_UNSPEC"]}),
    row(  # the adjective of a noun that is no force says where somebody is from
        70,
        "Rebels and al-Qaeda's Syrian affiliate attacked parts of Aleppo and killed nine people.",
        "killed person 9",
        never={"by": ["SYR_GOV"]},
    ),
    row(
        70,
        "A terrorist attack killed nine people in Aleppo, Syria.",
        "killed person 9",
        never={"by": ["NSAG_SYR_OPP_UNSPEC"]},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_acting(case):
    case.check()
