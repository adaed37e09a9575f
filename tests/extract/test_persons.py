"""Counts of persons: the measure from the word that governs them, the group from the head noun."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        1,
        "Artillery killed nine villagers in Huliaipole.",
        "killed person 9",
        has={"by": [], "method": ["shelling"]},
    ),
    row(
        1,
        "A drone strike killed a teacher in Zabid.",
        "killed educator 1",
        has={"method": ["drone_strike"], "by": []},
    ),
    row(1, "Gunmen shot dead 11 farmers near Zamfara's border.", "killed farmer 11"),
    row(
        2,
        "Seven civilians were killed by Houthi shelling in Taiz.",
        "killed civilian 7",
        has={"by": ["HOUTHIS"], "method": ["shelling"], "place": "Taiz"},
    ),
    row(
        2,
        "Twelve women were wounded by Taliban rocket fire in Kandahar.",
        "injured woman 12",
        has={"by": ["TALIBAN"]},
    ),
    row(
        2,
        "In Sudan, thirty displaced people were killed by the Rapid Support Forces.",
        "killed idp 30",
        has={"by": ["RSF"]},
    ),
    row(3, "Four people were killed in a raid in Myanmar.", "killed person 4", has={"by": []}),
    row(
        3,
        "Russian forces shelled Kherson on Monday. Five people were killed in a raid.",
        "killed person 5",
        never={"by": ["RUS_GOV"], "count": "killed person 5"},
        published=date(2024, 3, 14),
    ),
    row(
        4,
        "A rocket hit the depot in Marib, killing two and wounding seven.",
        "killed person 2",
        "injured person 7",
        has={"weapon": ["rocket"], "count": "killed person 2"},
    ),
    row(
        4,
        "Jets bombed a wedding in Saada, killing at least 16 guests and injuring 40.",
        "killed person >=16",
        "injured person 40",
    ),
    row(5, "The strike on Sumy left 12 dead and 30 injured.", "killed person 12", "injured person 30"),
    row(5, "The bombardment of El Fasher left hundreds dead and injured.", "killed_or_injured person 100+"),
    row(5, "The clashes left three children dead.", "killed child 3"),
    row(6, "The blast in Kabul claimed five lives.", "killed person 5"),
    row(
        6,
        "Nineteen people lost their lives in the shelling of Omdurman.",
        "killed person 19",
        has={"method": ["shelling"]},
    ),
    row(7, "The death toll from the raid on Khan Younis stands at 41.", "killed person 41"),
    row(7, "The death toll in Bucha has reached 420.", "killed person 420"),
    row(8, "Monitors logged 17 civilian deaths in Hodeidah.", "killed civilian 17"),
    row(
        8,
        "The office recorded 63 fatalities and 112 injuries in Kharkiv.",
        "killed person 63",
        "injured person 112",
    ),
    row(9, "There were 25 casualties in Goma.", "killed_or_injured person 25"),
    row(
        9, "The mission counted 3,120 civilian casualties in Afghanistan.", "killed_or_injured civilian 3120"
    ),
    row(
        10,
        "The attack on Lviv killed three people and wounded 14, two of them critically.",
        "killed person 3",
        "injured person 14",
        "injured person 2",
        relations=["2 < 14"],
    ),
    row(
        11,
        "The air strike killed 16 children and injured 27 more.",
        "killed child 16",
        "injured child 27",
    ),
    row(
        11,
        "Eleven people were killed and 20 others were wounded in Mandalay.",
        "killed person 11",
        "injured person 20",
    ),
    row(
        13,
        "Another eight people died in Mariupol on Tuesday.",
        "killed person 8",
        has={"kind": "incident"},
        published=date(2022, 4, 1),
    ),
    row(18, "Ten people are feared dead under a collapsed block in Izium.", "feared_killed person 10"),
    row(18, "Rescuers in Idlib said six people were missing.", "missing person 6"),
    row(
        18,
        "About 30 people are believed trapped under the rubble in Gaza City.",
        "trapped person ~30",
        never={"count": "killed person ~30"},
    ),
    row(26, "The mortar round killed four or five people in Mosul.", "killed person 4..5"),
    row(29, "Half a dozen children were injured in Sirte.", "injured child 6"),
    row(29, "Two dozen detainees were executed in Mekelle.", "killed detainee 24"),
    row(30, "Twenty-three people were killed in Chiapas.", "killed person 23"),
    row(30, "Two hundred and five villagers were massacred in the Peruvian highlands.", "killed person 205"),
    row(30, "The fighting has displaced 1.5 million people in Sudan.", "displaced person 1500000"),
    row(30, "The commission recorded 1,068 dead in Ayacucho.", "killed person 1068"),
    row(33, "A nine-year-old boy was killed in Rafah.", "killed child 1"),
    row(33, "Shelling killed a 70-year-old woman in Nikopol.", "killed woman 1"),
    row(33, "Maria, aged 34, was wounded in Donetsk.", never={"quote": "34"}),
    row(
        49,
        "Twenty-two people were killed in Lashkar Gah, among them 15 soldiers.",
        "killed person 22",
        "killed combatant 15",
        relations=["15 < 22"],
    ),
    row(
        81,
        "The war has killed more than 200,000 people since 2014.",
        "killed person >200000",
        has={"kind": "context_figure"},
    ),
    row(
        85, "An ambush killed 14 soldiers in Burkina Faso.", "killed combatant 14", has={"method": ["ambush"]}
    ),
    row(94, "The offensive forced 60,000 people to flee Ituri.", "displaced person 60000"),
    row(94, "Some 9,000 families fled El Geneina.", "displaced family ~9000"),
    row(
        94,
        "About 700,000 people remain displaced in Tigray.",
        "displaced person ~700000",
        has={"kind": "context_figure"},
    ),
    row(94, "More than 12,000 refugees returned to Sinjar.", "returned refugee >12000"),
    row(
        85,
        "Rebels killed 30 troops and captured 12 in Morazan.",
        "killed combatant 30",
        "detained combatant 12",
    ),
    row(1, "Soldiers detained 45 students in Rangoon.", "detained student 45", has={"by": ["MMR_GOV"]}),
    row(1, "Fighters abducted 17 aid workers in Bunia.", "abducted humanitarian_worker 17"),
    row(29, "Both children were killed.", never={"quote": "scores"}),
    row(
        2,
        "At least 40 people, including 12 women, were killed "
        "by government forces in Huehuetenango, Guatemala.",
        "killed person >=40",
        "killed woman 12",
        has={"by": ["GTM_GOV"], "count": "killed person >=40"},
        relations=["12 < >=40"],
    ),
    row(4, "Twelve people were taken to hospital in Sumy after a raid."),
    row(5, "Forty people left El Fasher on Sunday."),
    row(6, "Some 300 people took part in a protest in Khartoum."),
    row(
        23,
        "Around 30 of the wounded were taken to Marib.",
        "injured person ~30",
        never={"count": "killed person ~30"},
    ),
    row(
        2, "Nine of the 14 people on board were killed when the helicopter was shot down.", "killed person 9"
    ),
    row(84, "A boat capsized off Libya, drowning 30 people."),
    row(85, "The coalition said it had killed 150 Houthi fighters in Marib.", "killed combatant 150"),
    row(
        1,
        "Israeli strikes killed 20 Palestinians in Gaza City.",
        "killed person 20",
        has={"by": ["ISR_GOV"], "count": "killed person 20"},
    ),
    row(
        11,
        "Shelling killed one person and wounded three more in Nikopol.",
        "killed person 1",
        "injured person 3",
    ),
    row(10, "The explosion killed 12 and injured dozens.", "killed person 12", "injured person 12+"),
    row(
        30,
        "Thousands have been killed and 2 million displaced in Yemen.",
        "killed person 1000+",
        "displaced person 2000000",
    ),
    row(8, "Judges convicted an officer over the killing of 12 students.", "killed student 12"),
    row(
        2,
        "Eight civilians were killed and 12 were wounded when "
        "Taliban fighters fired mortars at a wedding in Faryab.",
        "killed civilian 8",
        "injured civilian 12",
        has={"by": ["TALIBAN"], "count": "killed civilian 8", "target": ["wedding"]},
    ),
    row(
        46,
        "A mother and her two daughters were killed by a shell in Donetsk.",
        "killed woman 1",
        "killed woman 2",
    ),
    row(
        36,
        "Seven people, including a pregnant woman, were killed in Myawaddy.",
        "killed person 7",
        "killed pregnant_woman 1",
        relations=["1 < 7"],
    ),
    row(
        1,
        "The raid destroyed 12 houses and killed nine people in Saada.",
        "buildings_destroyed residential_building 12",
        "killed person 9",
    ),
    row(8, "Medics treated 14 wounded men.", "injured man 14", has={"rule": "count.participle_before_noun"}),
    row(6, "Eight pupils died.", "killed student 8", has={"rule": "count.intransitive"}),
    row(
        8, "The group documented the deaths of 27 farmers.", "killed farmer 27", has={"rule": "count.noun_of"}
    ),
    row(
        94,
        "Rafah is home to 1.4 million people.",
        "population person 1400000",
        has={"rule": "count.home_to", "by": []},
    ),
    row(
        40,
        "Fighting in Kivu killed 82 people. M23 fighters killed 42 of them and the Congolese army 40.",
        "killed person 82",
        "killed person 42",
        "killed person 40",
        has={"rule": "count.gapped_verb", "by": ["COD_GOV"]},
    ),
    row(7, "The toll in Saada climbed to 31.", "killed person 31", has={"rule": "count.toll"}),
    row(
        8,
        "The bodies of 37 people were found in a mass grave in Tarhuna.",
        "killed person 37",
    ),
    row(8, "Rescuers recovered the bodies of nine people in Izium.", "killed person 9"),
    row(8, "The hospital in Tawila received 12 bodies.", "killed person 12"),
    row(8, "Two of the 14 bodies found in Aweil were burned."),
    row(8, "A team of medics treated 14 wounded soldiers in Loikaw.", "injured hors_de_combat 14"),
    row(17, "A nurse in Aden died on Sunday of wounds sustained on Friday.", "killed health_worker 1"),
    row(33, "A blast killed three men aged 19, 24 and 61 in Balkh.", "killed man 3"),
    row(46, "A displaced family was killed in Taiz.", never={"count": "killed idp 1"}),
    row(46, "A family of seven was killed in Beit Lahia.", "killed person 7"),
    row(2, "Three children playing football were killed in Kherson.", "killed child 3"),
    row(2, "500 people who were sheltering in the church have been killed.", "killed person 500"),
    row(53, "Rebels claimed that 12 soldiers were killed in Cabo Delgado.", "killed combatant 12"),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_persons(case):
    case.check()
