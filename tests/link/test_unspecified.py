"""Words for some body of a kind and the body itself are one voice where only one can be meant."""

import pytest

from link.made import HAZAR, claim, count, incidents, on, report
from witnessmark.link import link, recall

FRIDAY = on("2021-03-05")


def told(*voices):
    """One event in as many documents, each by another voice and in words of its own."""
    out = []
    for n, voice in enumerate(voices):
        text = f"Shells killed nine people in Hazar, note {n}."
        harm = claim(
            f"c{n}", text[:-1], who=(voice,), at=HAZAR, when=FRIDAY, event_type=("shelling",),
            n=count("killed", 9, "person"),
        )  # fmt: skip
        out.append(report(f"d{n}", text, [harm], published="2021-03-06"))
    return out


CASES = [
    (("RESCUERS", "CIVIL_DEFENCE", "SCD"), {"SCD"}),
    (("RESCUERS", "CIVIL_DEFENCE"), {"CIVIL_DEFENCE"}),
    (("CIVIL_DEFENCE", "SCD", "GAZA_CIVIL_DEFENCE"), {"CIVIL_DEFENCE", "SCD", "GAZA_CIVIL_DEFENCE"}),
    (("SCD", "GAZA_CIVIL_DEFENCE"), {"SCD", "GAZA_CIVIL_DEFENCE"}),
    (("RESCUERS", "SNHR"), {"RESCUERS", "SNHR"}),
]


@pytest.mark.parametrize(("voices", "counted"), CASES)
def test_an_unspecified_form_is_the_voice_of_the_one_body_it_can_mean(voices, counted):
    readings = told(*voices)
    linkage = link(readings)
    (event,) = incidents(linkage)
    assert set(event.origins) == counted
    assert {name for _, of in linkage.origins for name in of} == counted
    again = recall(readings, linkage.lineages, linkage.incidents, linkage.relations)
    assert again.origins == linkage.origins


def test_of_another_event_it_stays_a_voice_of_its_own():
    (one, _) = told("RESCUERS", "RESCUERS")
    there = claim(
        "far", "A mine hurt two boys in Belen.", who=("SCD",), at=None, when=on("2021-05-01"),
        event_type=("landmine",), n=count("injured", 2, "child"),
    )  # fmt: skip
    linkage = link([one, report("far", "A mine hurt two boys in Belen.", [there], published="2021-05-02")])
    assert dict(linkage.origins)["c0"] == ("RESCUERS",)
