"""With what and against what; near a thing is not the thing."""

import pytest

from extract.cases import read, row

ROWS = [
    row(
        31,
        "Two people were killed in Kherson when soldiers opened fire.",
        "killed person 2",
        has={"count": "killed person 2", "method": ["shooting"]},
    ),
    row(
        31,
        "Artillery opened fire in Kherson on 5 May 2023, killing four.",
        "killed person 4",
        has={"count": "killed person 4", "method": ["shelling"]},
        never={"method": ["shooting"]},
    ),
    row(
        31,
        "A tank opened fire in Kherson on 5 May 2023, killing four.",
        "killed person 4",
        never={"method": ["shooting"]},
    ),
    row(
        88,
        "A shell landed near a clinic in Avdiivka, killing two people.",
        "killed person 2",
        has={"near": ["medical_facility"]},
        never={"target": ["medical_facility"]},
    ),
    row(
        88,
        "An air strike close to a school in Tabqa killed 33 people.",
        "killed person 33",
        has={"near": ["school"], "count": "killed person 33"},
        never={"target": ["school"]},
    ),
    row(
        90,
        "The Houthis targeted hospitals in Hodeidah.",
        has={"target": ["medical_facility"], "by": ["HOUTHIS"]},
    ),
    row(
        111,
        "Shelling and air strikes, including barrel bombs, killed 31 people in Darayya.",
        "killed person 31",
        has={"method": ["shelling", "air_strike"], "weapon": ["barrel_bomb"], "count": "killed person 31"},
    ),
    row(
        114,
        "Saudi-led warplanes dropped internationally banned cluster bombs on Hajjah.",
        has={"weapon": ["cluster_munition"], "by": ["SAUDI_COALITION"]},
    ),
    row(
        115,
        "Amnesty International found fragments of a missile in Chernihiv.",
        has={"kind": "evidence", "origin": "AMNESTY"},
    ),
    row(115, "Satellite imagery showed craters at a market in Nyala.", has={"kind": "evidence"}),
    row(
        116,
        "Jets hit schools, clinics and other sites in Mocha.",
        has={"target": ["school", "medical_facility"]},
    ),
    row(
        1,
        "White phosphorus shells hit a camp in Dhale, burning six people.",
        "injured person 6",
        has={"weapon": ["white_phosphorus"]},
    ),
    row(
        1,
        "A roadside bomb killed eight bus passengers in Helmand.",
        "killed person 8",
        has={"method": ["ied"], "count": "killed person 8"},
    ),
    row(
        1,
        "Missiles hit an apartment block in Dnipro, killing 45 people.",
        "killed person 45",
        has={"target": ["residential_building"], "weapon": ["missile"], "count": "killed person 45"},
    ),
    row(
        1,
        "Burkina Faso's army executed 223 civilians in two villages on 25 February, Human Rights Watch said.",
        "killed civilian 223",
        has={"by": ["BFA_GOV"], "origin": "HRW"},
        never={"target": ["residential_area"]},
    ),
    row(
        14,
        "Two people died in hospital in Kharkiv after a raid.",
        "killed person 2",
        never={"target": ["medical_facility"]},
    ),
    row(
        92,
        "Gunmen executed nine prisoners near Goma on Monday.",
        "killed detainee 9",
        has={"method": ["execution"]},
    ),
    row(92, "A bomb attack killed nine people in Kabul.", "killed person 9", has={"method": ["ied"]}),
]


@pytest.mark.parametrize(
    "text",
    [
        "Old shell explodes in a field near Hama, killing two children.",
        "Two children were killed when a leftover mortar shell went off near Hama.",
        "A rusty grenade exploded in a yard in Hama, killing two children.",
        "A rocket left over from the war exploded in Hama, killing two children.",
    ],
)
def test_what_was_left_by_a_war_and_goes_off_is_no_shelling(text):
    assert {c.event_type for c in read(text).claims} == {("erw",)}


def test_the_shells_of_an_attack_are_no_remnants():
    claims = read("A shell exploded in Hama after the shelling of the town killed two children.").claims
    assert all("erw" not in c.event_type for c in claims)


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_what(case):
    case.check()


def test_a_list_as_long_as_a_page_takes_what_was_said_of_its_first():
    claims = read("Rockets hit schools" + ", clinics" * 1500 + " on Monday.").claims
    assert claims
    assert set(claims[0].target) == {"school", "medical_facility"}


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Shelling hit the bridge in Korve, a day after the strike on the market.", ("bridge_road",)),
        ("Shelling struck a school in Korve two days after the shelling of the market.", ("school",)),
        ("Shelling struck a school in Korve after a raid on the market.", ("school", "market")),
        ("Two people died in Korve a day after the strike on the market.", ("market",)),
    ],
)
def test_what_another_attack_hit_from_which_the_days_are_counted_is_no_object_of_this_one(text, hit):
    assert read(text).claims[0].target == hit
