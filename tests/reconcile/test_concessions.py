from reconcile.made import count, ends, figure, killed, told

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
