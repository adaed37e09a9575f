"""What was hit, in plain sentences: however it is named, whatever hits it, and what only came near it."""

from datetime import date

import pytest

from extract.cases import fits, read, row

_DAY = "in Nyala on 3 May 2024"
_HIT = {"target": ["medical_facility"], "place": "Nyala", "from": date(2024, 5, 3), "kind": "incident"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Shells hit a hospital {_DAY}.",
        f"Shells struck the hospital {_DAY}.",
        f"A missile destroyed the Saint Anne clinic {_DAY}.",
        f"Rockets hit the Al-Noor hospital {_DAY}.",
        f"Jets hit the town's hospital {_DAY}.",
        f"An air strike by the Sudanese Armed Forces hit a hospital {_DAY}.",
        f"A missile fired by the Sudanese army directly hit a hospital {_DAY}.",
        f"Shells also hit two clinics {_DAY}.",
        f"A drone hits a hospital {_DAY}.",
        f"Shells came down on a hospital {_DAY}.",
        f"Mortar rounds landed on two clinics {_DAY}.",
        f"A shell hit the roof of a hospital {_DAY}.",
        f"Shelling reduced the hospital to rubble {_DAY}.",
        f"Shelling set the hospital on fire {_DAY}.",
        f"A hospital came under fire {_DAY}.",
        f"The clinic took a direct hit {_DAY}.",
        f"The hospital was reportedly hit {_DAY}.",
        "A hospital in Nyala was struck on 3 May 2024.",
    ],
)
def test_a_hit_keeps_its_object_place_and_day(sentence):
    claims = read(sentence).claims
    assert any(fits(c, _HIT) for c in claims), claims


@pytest.mark.parametrize(
    "sentence",
    [
        f"A shell did not hit the hospital {_DAY}.",
        f"No shell hit the hospital {_DAY}.",
        f"Shells nearly hit the hospital {_DAY}.",
        f"Shells missed the hospital {_DAY}.",
        f"Shells landed near the hospital {_DAY}.",
        f"Shells hit a car behind the hospital {_DAY}.",
        f"The army said it had not targeted a hospital {_DAY}.",
        f"A doctor at the hospital was shot by gunmen {_DAY}.",
        f"No hospital was hit {_DAY}.",
        "The army denied hitting the hospital in Nyala.",
        "The army threatened to shell the hospital in Nyala.",
    ],
)
def test_what_was_not_hit_is_no_object(sentence):
    told = [
        c for c in read(sentence).claims if str(c.kind) in {"incident", "incident_unspecified", "pattern"}
    ]
    assert not [c.target for c in told if "medical_facility" in c.target]


ROWS = [
    row(
        90,
        f"Shells hit a hospital {_DAY}, killing two people.",
        "killed person 2",
        has=[
            {"count": "killed person 2", "target": ["medical_facility"], "weapon": ["artillery_shell"]},
            {"rule": "act", "target": ["medical_facility"], "method": ["shelling"]},
        ],
    ),
    row(
        90,
        f"Shells struck an ambulance and a minibus {_DAY}.",
        has={"rule": "act", "target": ["medical_transport", "bridge_road"], "weapon": ["artillery_shell"]},
    ),
    row(
        88,
        f"Gunmen on motorcycles opened fire {_DAY}, killing two people.",
        "killed person 2",
        never={"target": ["bridge_road"]},
    ),
    row(
        111,
        f"Two missiles fired by the RSF hit a market {_DAY}.",
        "missiles - 2",
        has={"rule": "act", "target": ["market"], "by": ["RSF"], "method": ["missile_strike"]},
    ),
    row(
        111,
        f"The attack, which hit the hospital {_DAY}, killed two people.",
        "killed person 2",
        has={"count": "killed person 2", "target": ["medical_facility"]},
    ),
    row(
        52,
        f"Nine dead as Russian shells hit a market {_DAY}.",
        "killed person 9",
        has={"count": "killed person 9", "by": ["RUS_GOV"], "target": ["market"]},
    ),
    row(
        31,
        "A plane came down on a house in Nyala on 3 May 2024.",
        never={"rule": "act", "method": ["air_strike"]},
    ),
    row(
        7,
        "The hospital in Nyala said that shells had hit a market on 3 May 2024.",
        has={"origin": "MEDICS", "target": ["market"], "weapon": ["artillery_shell"]},
        never={"target": ["medical_facility"]},
    ),
    row(43, f"An air strike struck houses {_DAY}.", has={"target": ["residential_building"]}),
]


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_struck(case):
    case.check()
