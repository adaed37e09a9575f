"""What holds of every grade, whatever is told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from grade.made import graded, height, said
from grade.test_flags import denial
from witnessmark.codebook import load
from witnessmark.model.claim import Modality

NAMES = (
    "RESCUERS",
    "HAZAR_HOSPITAL",
    "AMNESTY",
    "RUS_MOD",
    "RUS_GOV",
    "COI_SYRIA",
    "OPCW",
    "UNNAMED_RESIDENTS",
    "NORTH_PAPER",
)
MODALITIES = (
    Modality.ASSERTED, Modality.ALLEGED, Modality.SUSPECTED, Modality.NEEDS_VERIFICATION,
    Modality.DOCUMENTED_BY_CLAIMANT,
)  # fmt: skip


@st.composite
def claims(draw):
    n = draw(st.none() | st.sampled_from((3, 37, 40)))
    return said(
        draw(st.sampled_from("abcd")),
        draw(st.sampled_from(NAMES)),
        quote=draw(st.sampled_from(("It fell at noon.", "Nobody in the whole street had any warning."))),
        kind=draw(st.sampled_from(("incident", "evidence", "attribution"))),
        named=draw(st.booleans()),
        blame=draw(st.sampled_from(((), ("RUS_GOV",), ("MILITIA_S",)))),
        n=n,
        modality=draw(st.sampled_from(MODALITIES)),
        weapon=draw(st.sampled_from(((), ("sarin",), ("chemical",)))),
        target=draw(st.sampled_from(((), ("market",)))),
    )


def cases():
    return st.lists(claims(), min_size=1, max_size=6, unique_by=lambda c: c.id)


def heights(found):
    return {name: height(found, name) for name, _ in found.dimensions}


@given(cases(), st.randoms())
def test_the_order_of_claims_makes_no_difference(told, random):
    other = list(told)
    random.shuffle(other)
    assert graded(*other) == graded(*told)


@given(cases())
def test_a_copy_lifts_nothing(told):
    of = told[0].doc
    copy = [replace(c, id=f"{c.id}|copy", doc="copy") for c in told if c.doc == of]
    before, after = graded(*told), graded(*told, *copy, same={of, "copy"})
    assert heights(after) == heights(before)
    assert [s.level for s in after.suggested] == [s.level for s in before.suggested]


@given(cases(), claims())
def test_another_origin_never_lowers_occurrence(told, added):
    added = replace(added, doc="new", id="new")
    assert height(graded(*told, added), "occurrence") >= height(graded(*told), "occurrence")


@given(cases(), st.sampled_from(NAMES))
def test_a_denial_lowers_nothing_and_is_shown(told, by_whom):
    answer = denial("new", by_whom)
    before, after = graded(*told), graded(*told, answer)
    assert heights(after) == heights(before)
    assert "contested" in after.flags
    assert any(answer.id in d.against for _, d in after.dimensions)


@given(cases())
def test_the_minimum_is_the_least_and_every_level_is_of_the_scale_with_a_reason(told):
    found = graded(*told)
    assert found.minimum == f"V{min(heights(found).values())}"
    scale = load().taxonomy("grades")
    known = {c.id for c in told}
    for _, d in found.dimensions:
        assert d.level in scale
        assert d.reason
        assert (d.lift == "") == (d.level == "V5")
        assert set(d.claims) <= known
        assert bool(d.claims) or d.level == "V0"
