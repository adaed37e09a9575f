"""Who acted: the syntax decides, and no agent stays no agent."""

import pytest

from extract.cases import read, row
from witnessmark.model.claim import ClaimKind

LEGAL = ClaimKind.LEGAL_CHARACTERISATION

ROWS = [
    row(
        2,
        "Two medics were killed by Myanmar military aircraft in Loikaw.",
        "killed health_worker 2",
        has={"by": ["MMR_GOV"]},
    ),
    row(
        3,
        "Warplanes struck a bakery in Ar Rastan, Syria, killing 8 people.",
        "killed person 8",
        has={"by": [], "count": "killed person 8"},
    ),
    row(
        68,
        "An Iran-backed militia shelled Taiz, killing four people.",
        "killed person 4",
        never={"by": ["IRN_GOV"], "roles": ["attributed_perpetrator"]},
    ),
    row(
        68,
        "Houthi forces backed by Iran shelled Marib, killing 6 people.",
        "killed person 6",
        has={"by": ["HOUTHIS", "IRN_GOV"], "roles": ["attributed_perpetrator", "supporter_of"]},
    ),
    row(
        68,
        "The Russian-backed Syrian army bombed Saraqib.",
        has={"by": ["RUS_GOV", "SYR_GOV"], "roles": ["supporter_of", "attributed_perpetrator"]},
    ),
    row(
        69,
        "The clinic in El Obeid was bombed by either the RSF or the Sudanese army, killing 5 people.",
        "killed person 5",
        has={"sharing": ["either"], "count": "killed person 5"},
    ),
    row(
        69,
        "Syrian and Russian warplanes bombed Maarat al-Numan, killing 13 people.",
        "killed person 13",
        has={"by": ["SYR_GOV", "RUS_GOV"], "sharing": ["joint"], "count": "killed person 13"},
    ),
    row(
        69,
        "The raids on Mekelle were carried out by Ethiopian and Eritrean troops.",
        has={"by": ["ETH_GOV", "ERI_GOV"], "sharing": ["joint"]},
    ),
    row(
        70,
        "Unidentified aircraft bombed a market in Sirte, killing 3 people.",
        "killed person 3",
        has={"by": [], "count": "killed person 3"},
    ),
    row(
        70,
        "Warplanes believed to be Russian struck Jisr al-Shughur, killing five people.",
        "killed person 5",
        has={"modality": "suspected"},
    ),
    row(71, "The Kremlin has bombed Kharkiv for weeks.", has={"by": ["RUS_GOV"]}),
    row(71, "Damascus has bombed Douma.", has={"by": ["SYR_GOV"]}, never={"place": "Damascus"}),
    row(
        73,
        "The monitors said 13 people were killed in Kunduz, without naming who was responsible.",
        "killed person 13",
        has={"by": []},
    ),
    row(
        110, "Russian strikes on Zaporizhzhia killed six people.", "killed person 6", has={"by": ["RUS_GOV"]}
    ),
    row(110, "Israeli shelling of Jabalia killed 20 people.", "killed person 20", has={"by": ["ISR_GOV"]}),
    row(
        74,
        "Syrian forces, backed by Russia, bombed a school in Kafranbel.",
        has={
            "by": ["SYR_GOV", "RUS_GOV"],
            "roles": ["attributed_perpetrator", "supporter_of"],
            "target": ["school"],
        },
    ),
    row(
        58,
        "Israel's army said it struck a weapons depot in Khan Younis.",
        has={"origin": "ISR_GOV", "target": ["military_object"]},
    ),
    row(
        1,
        "Army troops massacred 120 farmers in Morazan, El Salvador.",
        "killed farmer 120",
        has={"by": ["SLV_GOV"]},
    ),
    row(
        1,
        "FARC guerrillas killed five policemen in Caqueta, Colombia.",
        "killed police 5",
        has={"by": ["FARC"]},
    ),
    row(
        1,
        "Russian forces fired rockets at Mykolaiv, killing three people.",
        "killed person 3",
        has={"by": ["RUS_GOV"], "weapon": ["rocket"]},
    ),
    row(
        2,
        "Ten civilians died in Kandahar in a suicide attack blamed on the Taliban.",
        "killed civilian 10",
        has={"by": ["TALIBAN"]},
    ),
    row(
        2,
        "The attack, for which the Taliban claimed responsibility, killed 12 people in Ghazni.",
        "killed person 12",
    ),
    row(
        3,
        "Nobody has been named for the bombing that killed 9 people in Bamako.",
        "killed person 9",
        has={"by": []},
    ),
    row(
        110,
        "The victims had fled Russian-held Mariupol; a mine killed two of them.",
        "killed person 2",
        never={"count": "killed person 2", "by": ["RUS_GOV"]},
    ),
    row(
        2,
        "Russia and Ukraine traded accusations after shelling killed 4 people near Enerhodar.",
        "killed person 4",
        has={"by": [], "count": "killed person 4"},
    ),
    row(72, "The Saudi-led coalition said it had bombed a camp in Hajjah.", has={"by": ["SAUDI_COALITION"]}),
    row(  # fighters who fall in a fight with a party fall to it; the party's own do not
        2,
        "At least 29 soldiers were killed in clashes with Houthi forces in Marib, Yemen.",
        "killed combatant >=29",
        has={"by": ["HOUTHIS"], "count": "killed combatant >=29"},
    ),
    row(  # civilians die in a fight by anybody's hand
        2,
        "Three villagers were killed in clashes with Houthi forces in Marib, Yemen.",
        "killed person 3",
        has={"by": [], "count": "killed person 3"},
        never={"by": ["HOUTHIS"]},
    ),
    row(
        2,
        "A blast in Marib, Yemen killed two and shook a building used by the Houthis.",
        "killed person 2",
        never={"by": ["HOUTHIS"]},
    ),
    row(
        2,
        "Mines left behind by the Houthis killed eight people near Marib, Yemen.",
        "killed person 8",
        has={"by": ["HOUTHIS"], "count": "killed person 8"},
    ),
    row(
        2,
        "Rebel rocket fire on a government-held area of Syria's second city Aleppo killed five pupils.",
        "killed student 5",
        has={"by": ["NSAG_SYR_OPP_UNSPEC"], "count": "killed student 5"},
        never={"by": ["SYR_GOV"]},
    ),
    row(  # who is blamed by a participle, behind the clause that tells the act
        53,
        "On 3 May 2021 a missile killed two girls in Marib, Yemen. The mayor named the dead on Tuesday"
        " blaming the Houthis for the attack.",
        "killed child 2",
        has={"kind": "attribution", "by": ["HOUTHIS"]},
    ),
    row(  # whose convoy it was, not who bombed it
        2,
        "The bombing of a Syrian bus convoy near Aleppo, Syria killed 14 travellers. A bombing of Syrian"
        " buses was reported before.",
        "killed person 14",
        never={"by": ["SYR_GOV"]},
    ),
    row(  # a country keeps its place behind a preposition, whatever tells its parts
        2,
        "Airstrikes in northern and eastern Syria kill 14 villagers.",
        "killed person 14",
        never={"by": ["SYR_GOV"]},
    ),
    row(
        2,
        "Air raids on two clinics in rebel-held northwestern Syria on Thursday left four nurses dead.",
        "killed health_worker 4",
        never={"by": ["SYR_GOV"]},
    ),
    row(  # the initials of a name stand between it and its verb
        2,
        "Militants of the Islamic State (ISIS) have executed three villagers in Palmyra, Syria.",
        "killed person 3",
        has={"by": ["ISIS"], "count": "killed person 3"},
    ),
    row(  # people counted as killed killed nobody, whatever they are called
        2,
        "120 Nusra fighters killed in Aleppo, Syria",
        "killed combatant 120",
        has={"by": [], "count": "killed combatant 120"},
    ),
    row(
        2,
        "Eight people killed in shelling near Bago, Myanmar.",
        "killed person 8",
        has={"by": [], "count": "killed person 8"},
        never={"roles": ["attributed_perpetrator"]},
    ),
    row(
        50,
        "One soldier was killed, and five attackers were shot dead by security forces in Mogadishu, Somalia.",
        "killed combatant 1",
        "killed combatant 5",
        has=[{"count": "killed combatant 1", "by": []}, {"count": "killed combatant 5", "by": ["SOM_GOV"]}],
    ),
    row(
        50,
        "The FARC blamed the ELN for the killing in Tumaco, Colombia.",
        has={"by": ["ELN"], "origin": "FARC"},
        never={"by": ["FARC"]},
    ),
    row(
        50,
        "Insurgents killed two people in Macomia, Mozambique.",
        "killed person 2",
        never={"by": ["SAHEL_ISLAMIST_UNSPEC"]},
    ),
    row(
        50,
        "Unidentified armed men killed two people in Djibo, Burkina Faso.",
        "killed person 2",
        never={"by": ["SAHEL_ISLAMIST_UNSPEC"]},
    ),
    row(
        2,
        "A rebel alliance shelled a market in Aleppo, Syria and killed four vendors.",
        "killed person 4",
        has={"by": ["NSAG_SYR_OPP_UNSPEC"]},
    ),
    row(
        50,
        "No group has claimed the attack, which the government blames on al-Shabaab, in Mogadishu, Somalia.",
        has={"by": ["AL_SHABAAB"]},
        never={"by": ["SOM_GOV"]},
    ),
    row(
        50,
        "The FARC blamed a gang for the killing in Tumaco, Colombia.",
        has={"rule": "accused", "by": []},
        never={"by": ["FARC"]},
    ),
    row(
        50,
        "Kenya has accused Somalia of funding the militia in Mandera.",
        has={"rule": "accused", "roles": ["alleged_responsible"]},
    ),
    row(
        50,
        "Somalia and Kenya were accused of shelling a village in Mandera.",
        has={"by": ["SOM_GOV", "KEN_GOV"]},
    ),
    row(
        50,
        "The RSF blamed the government and the armed forces for the raid on Omdurman in Sudan.",
        has={"rule": "accused", "by": ["SDN_GOV"]},
    ),
    row(
        50,
        "Army fire killed six people in Omdurman, Sudan, on Monday.",
        "killed person 6",
        has={"by": ["SDN_GOV"]},
    ),
    row(
        31,
        "FARC fighters attacked the town hall of Tumaco, Colombia.",
        has={"agents": ["FARC", "fighters"], "by": ["FARC"]},
    ),
    row(
        50,
        "Mortar fire from Syrian rebels killed six people in Aleppo on Monday.",
        "killed person 6",
        has={"count": "killed person 6", "by": ["NSAG_SYR_OPP_UNSPEC"]},
    ),
    row(
        50,
        "Six people were killed in shelling from the Syrian army in Aleppo on Monday.",
        "killed person 6",
        has={"count": "killed person 6", "by": ["SYR_GOV"]},
    ),
    row(
        50,
        "Six people fled shelling from Syria to Mafraq in Jordan.",
        "displaced person 6",
        never={"by": ["SYR_GOV"]},
    ),
    row(
        68,
        "A raid by a US-led coalition fighting the Islamic State killed five people in Hajin, Syria.",
        "killed person 5",
        has={"count": "killed person 5", "by": ["COALITION_OIR"]},
        never={"by": ["ISIS"]},
    ),
    row(
        68,
        "The Sudanese army fighting the RSF shelled Nyala, killing nine people.",
        "killed person 9",
        has={"count": "killed person 9", "by": ["SDN_GOV"]},
        never={"by": ["RSF"]},
    ),
    row(50, "Kenya accused Somalia of shelling a village in Mandera.", has={"by": ["SOM_GOV"]}),
    row(
        66,
        "The Sudanese army kept shelling Nyala, killing nine people and forcing more than 3,000 people "
        "out of their homes.",
        "killed person 9",
        "displaced person >3000",
        has={"count": "displaced person >3000", "by": ["SDN_GOV"]},
    ),
    row(
        66,
        "The Sudanese army is targeting markets and using barrel bombs in Nyala.",
        has={"weapon": ["barrel_bomb"], "by": ["SDN_GOV"]},
    ),
    row(
        66,
        "Russia has armed Damascus for years, also by carrying out unlawful airstrikes in Idlib, and that "
        "facilitates war crimes committed by the Syrian army, the group argues.",
        has={"quote": "airstrikes", "by": ["RUS_GOV"]},
    ),
]


def test_who_makes_crimes_of_others_possible_is_told_from_who_commits_them():
    text = "Russia arms Damascus, and that facilitates war crimes committed by the Syrian army."
    roles = {a.norm: str(a.role) for c in read(text).claims for a in c.actors if c.kind == LEGAL}
    assert roles == {"SYR_GOV": "attributed_perpetrator", "RUS_GOV": "alleged_facilitator"}


def test_a_headline_in_quotation_marks_has_its_subject_for_agent():
    (claim,) = read("Sudanese army “shelled market” in Nyala").claims
    assert [a.norm for a in claim.actors] == ["SDN_GOV"]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_who(case):
    case.check()
