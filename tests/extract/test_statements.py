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
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_statements(case):
    case.check()
