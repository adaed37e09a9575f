from grade.made import graded, height, on_, said
from witnessmark.model.claim import Modality


def denial(doc, by_whom, **more):
    return said(doc, by_whom, quote="It denied this.", kind="denial", modality=Modality.DENIED, **more)


def retraction(doc, by_whom):
    return denial(doc, by_whom, rule="retraction")


def test_no_flag_is_raised_where_nobody_objects():
    assert graded(said("a"), said("b", "HAZAR_HOSPITAL")).flags == ()


def test_a_denial_by_the_blamed_party_stands_beside_attribution_and_lowers_nothing():
    told = [
        said("a", blame=("ARMY_N",)),
        said("b", "VALLEY_MONITOR", blame=("ARMY_N",), modality=Modality.DOCUMENTED_BY_CLAIMANT),
    ]
    answer = denial("c", "ARMY_N")
    before, after = graded(*told), graded(*told, answer)
    assert after.flags == ("contested",)
    assert [d.level for _, d in after.dimensions] == [d.level for _, d in before.dimensions]
    assert on_(after, "attribution").level == "V4"
    assert on_(after, "attribution").against == (answer.id,)
    assert "denied by ARMY_N" in on_(after, "attribution").reason
    assert on_(after, "occurrence").against == ()


def test_a_denial_by_somebody_else_stands_beside_occurrence_and_what_it_names():
    answer = denial("b", "HAZAR_COUNCIL", target=("market",))
    found = graded(said("a", target=("market",)), answer)
    assert on_(found, "occurrence").against == on_(found, "object").against == (answer.id,)
    assert on_(found, "attribution").against == ()


def test_a_party_that_nobody_blames_denies_having_done_it_not_that_it_happened():
    answer = denial("b", "RUS_MOD")
    found = graded(said("a"), answer)
    assert on_(found, "attribution").against == (answer.id,)
    assert on_(found, "occurrence").against == ()


def test_parties_that_identified_origins_blame_differently_are_contested_and_keep_it_from_the_fourth_level():
    one = said("a", blame=("ARMY_N",), modality=Modality.DOCUMENTED_BY_CLAIMANT)
    two = said("b", "HAZAR_HOSPITAL", blame=("ARMY_N",))
    other = said("c", "TOWN_RADIO", blame=("MILITIA_S",))
    found = graded(one, two, other)
    assert found.flags == ("contested",)
    assert on_(graded(one, two), "attribution").level == "V4"
    attribution = on_(found, "attribution")
    assert attribution.level == "V3_corroborated"
    assert attribution.against == (other.id,)
    assert "TOWN_RADIO" in attribution.reason


def test_a_name_for_every_group_of_a_kind_does_not_contest_one_of_them():
    from witnessmark.codebook import load

    parties = load().parties.values()
    umbrella = next(p for p in parties if p.umbrella)
    member = next(p for p in parties if p.type == umbrella.type and not p.umbrella)
    told = said("a", blame=(umbrella.id,)), said("b", "HAZAR_HOSPITAL", blame=(member.id,))
    assert graded(*told).flags == ()


def test_a_blame_by_nobody_named_contests_nothing():
    told = said("a", blame=("ARMY_N",)), said("b", "UNNAMED_RESIDENTS", blame=("MILITIA_S",))
    assert graded(*told).flags == ()


def test_what_an_origin_takes_back_counts_as_a_bare_allegation_and_is_flagged():
    found = graded(said("a", n=12), retraction("b", "RESCUERS"))
    assert found.flags == ("retracted",)
    assert on_(found, "occurrence").level == on_(found, "numbers").level == "V1"
    assert "taken back" in on_(found, "occurrence").reason


def test_a_retraction_leaves_what_others_say():
    found = graded(said("a"), said("b", "HAZAR_HOSPITAL"), retraction("c", "RESCUERS"))
    assert on_(found, "occurrence").level == "V2_single_source"
    assert found.flags == ("retracted",)


def test_who_takes_back_what_it_never_said_of_this_is_only_one_that_objects():
    found = graded(said("a"), retraction("b", "ARMY_N"))
    assert found.flags == ("contested",)
    assert height(found, "occurrence") == 2


def test_a_reservation_is_flagged_and_a_bare_allegation():
    found = graded(said("a", modality=Modality.NEEDS_VERIFICATION))
    assert found.flags == ("needs_verification",)
    assert height(found, "occurrence") == 1
