from reconcile.made import count, ends, figure, killed, told
from witnessmark.model.claim import ClaimKind, Modality

ARMY, MINISTRY = ("RUS_GOV",), ("RUS_MOD",)


def test_what_the_accused_concedes_stands_beside_and_is_never_mixed():
    readings = [told("a", killed(11), who=("SCD",)), told("b", killed(2), who=MINISTRY)]
    found = figure(*readings, accused=("RUS_GOV",))
    assert ends(found) == (11, 11, 11)
    assert found.claims == ("a-0",)
    (beside,) = found.conceded
    assert (beside.party, ends(beside), beside.claims) == ("RUS_GOV", (2, 2, 2), ("b-0",))
    assert found.set_aside[0].reason == "conceded by RUS_GOV, to whom it is attributed; shown beside"


def test_the_same_voice_is_like_any_other_where_it_is_not_accused():
    readings = [told("a", killed(11), who=("SCD",)), told("b", killed(2), who=ARMY)]
    found = figure(*readings, accused=("SYR_GOV",))
    assert found.conceded == ()
    assert (found.low, found.high) == (2, 11)


def test_a_concession_nobody_else_counts_beside_is_said_to_be_one():
    found = figure(told("b", killed(2), who=ARMY), accused=("RUS_GOV",))
    assert (ends(found), found.rule) == ((2, 2, 2), "conceded_only")
    assert found.conceded[0].party == "RUS_GOV"


def test_counting_fighters_one_killed_concedes_nothing():
    readings = [told("b", killed(12, group="combatant"), who=ARMY)]
    found = figure(*readings, accused=("RUS_GOV",), group="combatant")
    assert (found.conceded, found.rule) == ((), "single_origin_exact")


def test_only_harm_to_people_can_be_conceded():
    readings = [told("b", count("airstrikes", 4), who=ARMY)]
    assert figure(*readings, accused=("RUS_GOV",), measure="airstrikes", group=None).conceded == ()


def denial(doc, who=ARMY, **more):
    """A report in which `who` denies the attack and counts nobody."""
    return told(doc, killed(0), who=who, **{"kind": ClaimKind.DENIAL, "modality": Modality.DENIED, **more})


def test_none_killed_says_who_denies_it_and_it_is_no_figure_beside_those_of_others():
    found = figure(told("a", killed(11), who=("SCD",)), denial("b"))
    assert ends(found) == (11, 11, 11)
    (beside,) = found.conceded
    assert (beside.party, ends(beside), beside.claims) == ("RUS_GOV", (0, 0, 0), ("b-0",))
    assert [s.claim for s in found.set_aside] == ["b-0"]


def test_none_killed_by_the_accused_is_no_figure_where_others_count_people_of_another_group():
    readings = [told("a", killed(11, group="person"), who=("SCD",)), told("b", killed(0), who=MINISTRY)]
    found = figure(*readings, accused=("RUS_GOV",))
    assert ends(found) == (None, None, None)
    assert ends(found.conceded[0]) == (0, 0, 0)
    assert ends(figure(*readings, accused=("RUS_GOV",), group="person")) == (11, 11, 11)


def test_none_killed_says_somebody_who_denies_nothing_and_it_counts():
    found = figure(told("a", killed(11), who=("SCD",)), told("b", killed(0), who=("SNHR",)))
    assert (found.low, found.high, found.conceded) == (0, 11, ())


def test_harm_that_a_denier_counts_is_a_figure_like_any_other():
    readings = [
        told("a", killed(11), who=("SCD",)),
        denial("b", ("SNHR",)),
        told("c", killed(3), who=("SNHR",)),
    ]
    assert figure(*readings).low == 3
