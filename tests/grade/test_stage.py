from link.made import HAZAR, claim, count, on, perpetrator, report
from link.stories import other_desk, translated, wire
from witnessmark import codebook
from witnessmark.grade import grade
from witnessmark.link import link
from witnessmark.model.claim import Modality
from witnessmark.reconcile import reconcile


def graded(*readings, place="Hazar"):
    """The grade of the one event at `place`, as levels, reasons and flags."""
    linkage = link(list(readings))
    claims = {c.id: c for r in readings for c in r.claims}
    found = [i for i in linkage.incidents if i.kind in ("incident", "allegation") and i.place.name == place]
    (event,) = found
    return grade(event, claims, linkage.lineages, dict(linkage.origins))


def levels(result):
    return {name: d.level.split("_")[0] for name, d in result.dimensions}


def told(doc, who=("RESCUERS",), by_whom=None, **more):
    quotes = [f"A strike on Hazar ({doc}).", "It killed 11 civilians."]
    same = {"who": who, "at": HAZAR, "when": on("2021-03-04"), "by_whom": by_whom, **more}
    claims = [
        claim(f"{doc}-0", quotes[0], event_type=("air_strike",), target=("market",), **same),
        claim(f"{doc}-1", quotes[1], n=count("killed", 11, "civilian"), **same),
    ]
    return report(doc, " ".join(quotes), claims)


def test_one_named_voice_is_one_source_on_what_it_says_and_nothing_on_the_rest():
    found = levels(graded(told("a")))
    assert found["occurrence"] == found["numbers"] == found["victim_status"] == "V2"
    assert found["attribution"] == "V0"


def test_unnamed_reports_are_a_bare_allegation():
    assert levels(graded(told("a", who=("UNNAMED_REPORTS", "UNKNOWN_PUBLISHER"))))["occurrence"] == "V1"


def test_what_its_own_author_wants_verified_is_a_bare_allegation_and_flagged():
    found = graded(told("a", modality=Modality.NEEDS_VERIFICATION))
    assert levels(found)["occurrence"] == "V1"
    assert found.flags == ("needs_verification",)


def test_an_investigation_shows_that_it_happened_not_who_did_it():
    found = levels(graded(told("a", by_whom="ARMY_N", modality=Modality.DOCUMENTED_BY_CLAIMANT)))
    assert found["occurrence"] == "V3"
    assert found["attribution"] == found["numbers"] == "V2"


def test_copies_corroborate_nothing():
    alone, copied = graded(wire()), graded(wire(), translated())
    assert levels(alone) == levels(copied)


def test_two_voices_in_two_reports_corroborate_each_other():
    found = graded(told("a"), told("b", who=("SNHR",)))
    assert dict(found.dimensions)["occurrence"].level == "V3_corroborated"
    assert "2 independent origins in 2 reports" in dict(found.dimensions)["occurrence"].reason


def test_with_an_investigation_among_two_voices_it_is_well_established():
    investigation = told("b", who=("SNHR",), modality=Modality.DOCUMENTED_BY_CLAIMANT)
    assert levels(graded(told("a"), investigation))["occurrence"] == "V4"


def test_a_denial_is_shown_and_lowers_nothing():
    before, after = graded(wire()), graded(wire(), other_desk())
    assert "contested" in after.flags
    assert "contested" not in before.flags
    order = ["V0", "V1", "V2", "V3", "V4", "V5"]
    for name, level in levels(before).items():
        assert order.index(levels(after)[name]) >= order.index(level)


def test_a_denial_changes_no_figure():
    def best(*readings):
        incidents = reconcile(link(list(readings)), list(readings))
        (event,) = [i for i in incidents if i.kind == "incident" and i.place.name == "Hazar"]
        return next(f.best for f in event.figures if f.group == "civilian")

    assert best(wire()) == best(wire(), other_desk()) == 17


def test_the_accused_admitting_it_settles_attribution_but_not_numbers():
    admitted = told("a", who=("ARMY_N",), by_whom="ARMY_N")
    found = graded(admitted)
    assert levels(found)["attribution"] == "V5"
    assert levels(found)["numbers"] == "V2"


def test_every_dimension_of_the_codebook_has_a_level_of_its_scale_and_a_reason():
    book = codebook.load()
    for event in (
        told("a"),
        told("a", who=("UNNAMED_REPORTS", "UNKNOWN_PUBLISHER")),
        told("a", who=("OPCW",)),
    ):
        found = graded(event)
        assert [name for name, _ in found.dimensions] == list(book.taxonomy("dimensions"))
        assert all(d.level in book.taxonomy("grades") and d.reason for _, d in found.dimensions)
        assert set(found.flags) <= set(book.taxonomy("grade_flags"))


def test_an_inherited_attribution_grades_nothing():
    from dataclasses import replace

    inherited = told("a", actors=(replace(perpetrator("ARMY_N"), inherited=True),))
    assert levels(graded(inherited))["attribution"] == "V0"


def test_unnamed_witnesses_cited_by_a_paper_are_a_bare_allegation():
    assert levels(graded(told("a", who=("WITNESSES", "VALLEY_PAPER"))))["occurrence"] == "V1"
    assert levels(graded(told("a", who=("VALLEY_PAPER",))))["occurrence"] == "V2"


def test_an_organ_of_the_accused_party_admits_for_it():
    assert levels(graded(told("a", who=("RUS_MOD",), by_whom="RUS_GOV")))["attribution"] == "V5"


def test_a_finding_to_a_standard_of_proof_is_the_highest_level():
    assert levels(graded(told("a", who=("OPCW",), by_whom="ARMY_N")))["attribution"] == "V5"


def test_voices_that_blame_different_parties_contest_each_other():
    one, other = told("a", by_whom="ARMY_N"), told("b", who=("SNHR",), by_whom="MILITIA_S")
    assert graded(one, other).flags == ("contested",)
    assert graded(one, told("b", who=("SNHR",), by_whom="ARMY_N")).flags == ()
