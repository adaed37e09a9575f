"""Counts of acts, munitions and objects."""

import pytest

from extract.cases import row

ROWS = [
    row(
        12,
        "Army jets made 30 sorties over Kachin, and allied jets 12 others.",
        "sorties - 30",
        "sorties - 12",
    ),
    row(
        12,
        "The monitors recorded 90 air strikes in Darfur: 60 by the army and 30 others by unknown aircraft.",
        "airstrikes - 90",
        "airstrikes - 60",
        "airstrikes - 30",
        relations=["60 + 30 = 90"],
    ),
    row(
        20,
        "The group counted no fewer than 32 attacks on clinics in Yemen.",
        "attacks medical_facility >=32",
        has={"kind": "aggregate_tally", "target": ["medical_facility"]},
    ),
    row(
        112,
        "Residents said a helicopter of the Syrian army dropped three barrel bombs on a bakery in Aleppo on "
        "4 May 2015.",
        "barrel_bombs bakery 3",
        has={"kind": "incident", "by": ["SYR_GOV"], "target": ["bakery"]},
        never={"kind": "aggregate_tally"},
    ),
    row(
        112,
        "The Syrian army dropped 70 barrel bombs on Aleppo in May 2015, residents said.",
        "barrel_bombs - 70",
        has={"kind": "aggregate_tally"},
        never={"kind": "incident"},
    ),
    row(
        112,
        "On 4 May 2015 the Syrian army dropped nine barrel bombs across Syria, residents said.",
        "barrel_bombs - 9",
        never={"kind": "incident"},
    ),
    row(20, "At least 71 air strikes hit Marib in May.", "airstrikes - >=71"),
    row(
        32,
        "The agency logged 84 attacks in Kharkiv. Most of the attacks hit homes.",
        "attacks - 84",
        "attacks - share",
        relations=["share < 84"],
    ),
    row(
        42,
        "The network documented 26 attacks on markets, 12 on mosques and nine on clinics.",
        "attacks market 26",
        "attacks place_of_worship 12",
        "attacks medical_facility 9",
    ),
    row(43, "In Gaza two clinics were hit three times each.", "facilities_hit medical_facility 2"),
    row(
        44,
        "Investigators verified 15 attacks on 12 different clinics in Idlib.",
        "attacks - 15",
        "facilities_hit medical_facility 12",
        relations=["12 @ 15"],
    ),
    row(
        112,
        "Helicopters dropped 40 barrel bombs on Daraya.",
        "barrel_bombs - 40",
        never={"count": "airstrikes - 40"},
    ),
    row(112, "Artillery fired 200 shells into Torodi.", "shells - 200"),
    row(
        113,
        "The report describes at least one attack in which Russian forces used cluster munitions.",
        "cluster_munition_attacks - >=1",
        has={"weapon": ["cluster_munition"]},
    ),
    row(
        116,
        "The office counted 66 attacks on schools, clinics and other civilian sites.",
        "attacks - 66",
        never={"count": "attacks school 66"},
    ),
    row(
        120,
        "Three hospitals in Khartoum were rendered inoperable.",
        "facilities_out_of_service medical_facility 3",
    ),
    row(120, "Five schools were destroyed in Chernihiv.", "facilities_destroyed school 5"),
    row(35, "The attack damaged 85 houses in Hroza.", "buildings_damaged residential_building 85"),
    row(
        93,
        "The agency gave the coordinates of 60 clinics and schools to all sides in Yemen.",
        "sites_notified civilian_object 60",
        has={"kind": "protective_measure"},
    ),
    row(119, "The clinic in Maarat was bombed for the third time this year."),
    row(91, "Sappers defused 12 submunitions in Lyman.", never={"kind": "incident"}),
    row(
        44,
        "The council verified 40 strikes on 31 distinct schools.",
        "attacks - 40",
        "facilities_hit school 31",
        relations=["31 @ 40"],
    ),
    row(
        35,
        "Myanmar troops burned down 60 houses in Sagaing.",
        "buildings_destroyed residential_building 60",
        has={"by": ["MMR_GOV"]},
    ),
    row(35, "Militiamen torched 14 villages in Darfur.", "buildings_destroyed residential_area 14"),
    row(112, "Gunners fired 40 mortar rounds at Shabwa.", "shells - 40"),
    row(115, "The mission examined 45 videos of the raids on Bucha.", "videos_verified - 45"),
    row(53, "The group claimed 12 attacks in Mosul.", "attacks - 12"),
    row(
        40,
        "The group logged nine attacks in May. Three were ground attacks.",
        "attacks - 9",
        "attacks - 3",
        has={"rule": "count.predicate_act"},
        relations=["3 < 9"],
    ),
    row(
        31,
        "The monitor recorded 617 air strikes. Of these, 154 took place in Sagaing and 88 in Kayah.",
        "airstrikes - 617",
        "airstrikes - 154",
        "airstrikes - 88",
    ),
    row(
        42, "The network recorded 64 air strikes and 91 cases of shelling.", "airstrikes - 64", "attacks - 91"
    ),
    row(35, "The raids led to the destruction of 11 military vehicles.", "vehicles - 11"),
    row(
        120, "The burning of 312 homes in Begi was recorded.", "buildings_destroyed residential_building 312"
    ),
    row(120, "Twelve clinics around Mweso have closed.", "facilities_out_of_service medical_facility 12"),
    row(
        44,
        "Nine monasteries and four schools were hit in Loikaw.",
        "facilities_hit place_of_worship 9",
        "facilities_hit school 4",
    ),
    row(8, "The centre registered 31 abductions in Aden.", "abductions - 31"),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_acts(case):
    case.check()
