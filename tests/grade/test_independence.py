from grade.made import graded, on_, said
from witnessmark.model.claim import Claimant

QUOTE = "The planes came back again and again until nothing was left standing."


def level(*claims, **of):
    return on_(graded(*claims, **of), "occurrence").level


def own_words(doc, paper, **more):
    """A paper that tells it without saying where it has it from."""
    return said(doc, paper, **{"claimants": (Claimant(paper, explicit=False),), **more})


def test_one_origin_in_ten_prints_stays_one_source():
    prints = [said(f"print{n}") for n in range(10)]
    found = on_(graded(*prints), "occurrence")
    assert found.level == "V2_single_source"
    assert "in 10 publications" in found.reason


def test_two_origins_in_one_report_or_its_copies_do_not_corroborate_each_other():
    one, two = said("a"), said("a", "HAZAR_HOSPITAL")
    assert level(one, two) == "V2_single_source"
    assert level(one, said("b", "HAZAR_HOSPITAL"), same={"a", "b"}) == "V2_single_source"
    assert level(one, said("b", "HAZAR_HOSPITAL")) == "V3_corroborated"


def test_two_organs_of_one_party_are_one_origin():
    from witnessmark.codebook import load

    organs = {}
    for s in load().claimants.values():
        if s.alignment:
            organs.setdefault(s.alignment, []).append(s.id)
    one, two = next(ids for ids in organs.values() if len(ids) > 1)[:2]
    assert level(said("a", one), said("b", two)) == "V2_single_source"
    assert level(said("a", one), said("b")) == "V3_corroborated"


def test_papers_that_name_nobody_and_share_two_rare_things_are_one_account():
    shared = {"quote": QUOTE, "n": 37}
    assert (
        level(own_words("a", "NORTH_PAPER", **shared), own_words("b", "SOUTH_PAPER", **shared))
        == "V2_single_source"
    )
    assert (
        level(own_words("a", "NORTH_PAPER", n=37), own_words("b", "SOUTH_PAPER", n=37)) == "V3_corroborated"
    )


def test_round_and_small_numbers_are_no_sign_of_one_account():
    for n in (12, 40):
        told = (
            own_words(d, p, quote=q, n=n)
            for d, p, q in (("a", "NORTH_PAPER", "x"), ("b", "SOUTH_PAPER", "y"))
        )
        assert level(*told) == "V3_corroborated"


def test_origins_that_name_their_own_witness_may_share_numbers_and_words():
    shared = {"quote": QUOTE, "n": 37}
    assert level(said("a", **shared), said("b", "HAZAR_HOSPITAL", **shared)) == "V3_corroborated"


def test_voices_are_those_that_linking_settled():
    one, two = said("a"), said("b", "HAZAR_HOSPITAL")
    assert level(one, two, voices={one.id: ("RESCUERS",), two.id: ("RESCUERS",)}) == "V2_single_source"


def test_a_voice_of_one_report_is_corroborated_once_the_other_speaks_in_a_report_of_its_own():
    wire = (said("a"), said("a", "HAZAR_HOSPITAL"))
    copy = (said("b"), said("b", "HAZAR_HOSPITAL"))
    later = said("c", "HAZAR_HOSPITAL", quote="Nine have died by now.")
    assert level(*wire, *copy, same={"a", "b"}) == "V2_single_source"
    found = on_(graded(*wire, *copy, later, same={"a", "b"}), "occurrence")
    assert found.level == "V3_corroborated"
    assert "2 independent origins in 2 reports" in found.reason
