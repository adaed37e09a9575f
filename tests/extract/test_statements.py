"""Statements that count nothing."""

from datetime import date

import pytest

from extract.cases import row

ROWS = [
    row(
        77,
        "Amnesty International called on Russia to stop bombing schools.",
        has={"kind": "demand", "origin": "AMNESTY"},
        never={"kind": "incident"},
    ),
    row(
        77,
        "The UN urged both sides in Sudan to halt attacks on hospitals.",
        has={"kind": "demand", "origin": "UN"},
    ),
    row(
        78,
        "Collective punishment is prohibited under international humanitarian law.",
        has={"kind": "legal_rule_statement"},
    ),
    row(86, "The RSF captured Wad Madani from the Sudanese army.", has={"kind": "situation"}),
    row(
        92,
        "Cluster bombs scatter dozens of bomblets over a wide area.",
        never=[{"kind": "incident"}, {"kind": "aggregate_tally"}],
    ),
    row(79, "The Taliban routinely use roadside bombs.", has={"kind": "pattern", "by": ["TALIBAN"]}),
    row(75, "Aid groups warned that an attack on Rafah would be a catastrophe.", never={"kind": "incident"}),
    row(
        75,
        "Russian forces may attack Sumy.",
        never=[{"kind": "incident"}, {"kind": "pattern", "modality": "asserted"}],
    ),
    row(
        114,
        "The army used banned cluster munitions in Amhara, Ethiopia.",
        has={"weapon": ["cluster_munition"]},
    ),
    row(
        90,
        "On 4 March 2022 Russian forces shelled a school in Zhytomyr.",
        has={
            "kind": "incident",
            "by": ["RUS_GOV"],
            "target": ["school"],
            "method": ["shelling"],
            "place": "Zhytomyr",
            "from": date(2022, 3, 4),
        },
    ),
    row(93, "The hospital's coordinates had been shared with all parties.", never={"kind": "incident"}),
    row(
        111,
        "A truce in Gaza went into effect on Sunday.",
        has={"kind": "situation"},
        published=date(2025, 1, 20),
    ),
    row(
        53,
        "Amnesty International said the raids on Mekelle were indiscriminate.",
        has={
            "kind": "legal_characterisation",
            "origin": "AMNESTY",
            "legal": ["indiscriminate"],
            "modality": "alleged",
        },
    ),
    row(61, "The reports have yet to be verified.", has={"kind": "modality_qualifier", "rule": "qualifier"}),
    row(
        56,
        "The defence ministry denied hitting the clinic in Tarin and said rebels had fired the rocket.",
        has={"kind": "denial", "modality": "denied", "target": ["medical_facility"], "rule": "denial"},
    ),
    row(56, "Rebel leaders rejected the accusation as hostile talk.", has={"kind": "denial"}),
    row(56, "The army called the report baseless.", has={"kind": "denial", "rule": "called_untrue"}),
    row(56, "The mayor dismissed two clerks.", never={"kind": "denial"}),
    row(56, "Guards denied the convoy access to Hazar.", never={"kind": "denial"}),
    row(
        56,
        "Amnesty said Sudan's army shelled a school in Omdurman. The army denied shelling the school.",
        has={"kind": "denial"},
        relations=["statement denies statement"],
    ),
    row(56, "The RSF said it had nothing to do with the fire.", has={"kind": "denial", "rule": "no_part"}),
    row(57, "Army spokesmen declined to comment on the raid.", never={"kind": "denial"}),
    row(57, "No group claimed responsibility for the blast in Kabul.", never={"kind": "attribution"}),
    row(56, "The ministry withdrew its earlier statement.", has={"kind": "denial", "rule": "retraction"}),
    row(
        56,
        "The coalition apologised for the error in its report on Hodeidah.",
        has={"kind": "denial", "rule": "error"},
    ),
    row(
        53,
        "Amnesty International accused Myanmar's army of burning villages.",
        has={"kind": "attribution", "modality": "alleged", "by": ["MMR_GOV"]},
    ),
    row(
        53,
        "Amnesty International accused Myanmar's army of war crimes.",
        has={"kind": "legal_characterisation", "modality": "alleged", "by": ["MMR_GOV"]},
    ),
    row(53, "The two sides blamed each other for the attack.", has={"kind": "attribution", "by": []}),
    row(
        58,
        "The Israeli army said the target had been a rocket workshop.",
        has={"kind": "stated_intent", "origin": "ISR_GOV"},
    ),
    row(58, "A governor promised an inquiry into the raid.", has={"kind": "stated_intent"}),
    row(
        61,
        "Two shells hit a clinic in Odesa. The report could not be independently verified.",
        "shells - 2",
        has={"kind": "modality_qualifier", "modality": "needs_verification"},
    ),
    row(62, 'Residents called the raids "barbaric".', has={"kind": "opinion", "modality": "quoted_opinion"}),
    row(
        67,
        '"These shellings amount to crimes against humanity," Amnesty International said.',
        has={"kind": "legal_characterisation", "modality": "direct_quote"},
    ),
    row(
        76,
        "The army warned residents to leave Rafah or be shelled.",
        has={"kind": "threat", "modality": "threatened"},
        never={"kind": "incident"},
    ),
    row(76, "The Taliban vowed to attack foreign bases.", has={"kind": "threat"}),
    row(
        78,
        "Attacking hospitals is a war crime.",
        has={"kind": "legal_rule_statement"},
        never={"kind": "legal_characterisation"},
    ),
    row(
        81,
        "The raids violated several provisions of international humanitarian law, the UN said.",
        has={"kind": "legal_characterisation", "rule": "breach"},
    ),
    row(86, "Troops took the town of Bakhmut on Sunday.", has={"kind": "situation", "rule": "control"}),
    row(92, "Cluster bombs scatter bomblets over a wide area.", has={"kind": "definition"}),
    row(
        93,
        "The UN gave the coordinates of the clinics to all sides.",
        has={"kind": "protective_measure"},
        never={"kind": "pattern"},
    ),
    row(
        115,
        "Human Rights Watch examined remnants of a cluster bomb found in a yard.",
        has={"kind": "evidence", "weapon": ["cluster_munition"]},
    ),
    row(68, "Russia-backed forces shelled Sumy.", never={"kind": "attribution"}),
    row(
        61,
        "Rebels shelled Kaya, witnesses said. None of these accounts could be verified.",
        has={"kind": "modality_qualifier", "quote": "None of these accounts could be verified"},
    ),
    row(
        61,
        "Neither version could be independently checked.",
        has={"kind": "modality_qualifier", "modality": "needs_verification"},
    ),
    row(61, "The agency verified the footage.", never={"kind": "modality_qualifier"}),
    row(
        58,
        "The Israeli army said it had struck an army base in Tyre.",
        has={"kind": "stated_intent", "by": ["ISR_GOV"], "target": ["military_object"]},
    ),
    row(58, "The ministry did not answer requests for comment.", never={"kind": "demand"}),
    row(
        78,
        "Objects indispensable to survival must not be attacked.",
        has={
            "kind": "legal_rule_statement",
            "quote": "Objects indispensable to survival must not be attacked",
        },
    ),
    row(93, "All feasible precautions had been taken, the army said.", has={"kind": "protective_measure"}),
    row(86, "Rebels hold the town.", has={"kind": "situation", "rule": "control"}),
    row(86, "Soldiers captured rifles and radios.", never={"kind": "situation"}),
    row(
        86,
        "The siege of the town is in its fifth year.",
        has={"kind": "situation"},
        never={"kind": "incident"},
    ),
    row(
        67,
        'A trader said the plan had "brought little comfort".',
        has={"kind": "opinion", "modality": "quoted_opinion"},
    ),
    row(
        76,
        "The Taliban threatened to resume their advance on Kabul.",
        has={"kind": "threat", "modality": "threatened"},
        never={"kind": "incident"},
    ),
    row(77, "The order of the day was brief.", never={"kind": "demand"}),
    row(
        79,
        "The army has been shelling Kharkiv for weeks.",
        has={"kind": "pattern"},
        never={"kind": "incident"},
    ),
    row(
        16,
        "Officials put the toll at 10 on Monday. On Tuesday the ministry corrected the toll to four.",
        "killed person 10",
        "killed person 4",
        relations=["4 replaces 10"],
    ),
    row(83, "Half a million people signed a petition against the raids."),
    row(
        82,
        "The raids were the deadliest since 2016.",
        never=[{"kind": "incident"}, {"kind": "aggregate_tally"}],
    ),
    row(
        56,
        "Residents said Russian jets bombed a market in Idlib on Monday. Russia's defence ministry rejected "
        "the account.",
        has={"kind": "denial", "quote": "rejected the account"},
        relations=["statement denies statement"],
    ),
    row(
        75,
        "A UN panel warned that an assault on Rafah would kill thousands of civilians.",
        has={"kind": "forecast", "modality": "forecast"},
        never={"kind": "incident"},
    ),
    row(
        77,
        "Oxfam called on the United Nations to put an end to the attacks in Marib.",
        has={"kind": "demand", "by": ["UN"], "roles": ["addressee"]},
    ),
    row(
        53,
        "Russia has continued to provide military support to the government in Mali.",
        has={"by": ["RUS_GOV"], "roles": ["alleged_facilitator"]},
    ),
    row(
        78,
        "Amnesty accused Sudan's army of using cluster bombs - prohibited by international law - in Nyala.",
        has={"kind": "legal_rule_statement", "modality": "asserted"},
    ),
    row(
        65,
        'The market, "a place with no soldier in it", was bombed by Russian jets.',
        never={"kind": "pattern", "modality": "direct_quote"},
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_statements(case):
    case.check()
