"""What holds for any reports of one event, whatever the rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from link.made import rel
from reconcile.made import AT_LEAST, ends, killed, linked, reconciled, row, told
from witnessmark.reconcile import reconcile
from witnessmark.reconcile.rules import rule_sets

VOICES = ("SCD", "SOHR", "HRW", "UN", "UNNAMED_REPORTS", "SANA", "MONITOR")
counts = st.tuples(
    st.sampled_from(VOICES),
    st.integers(0, 300),
    st.booleans(),  # a minimum
    st.integers(1, 28),
)
reports = st.lists(counts, min_size=1, max_size=6)
rules = st.sampled_from(sorted(rule_sets()))


def readings(told_by):
    return [
        told(
            f"d{n}",
            killed(value, AT_LEAST) if minimum else killed(value),
            who=(who,),
            published=f"2021-03-{day:02}",
        )
        for n, (who, value, minimum, day) in enumerate(told_by)
    ]


@settings(max_examples=60, deadline=None)
@given(reports, rules)
def test_low_best_and_high_are_in_order_and_best_was_said(told_by, rule):
    found = row(reconciled(*readings(told_by), rule=rule))
    low, best, high = ends(found)
    known = [n for n in (low, best, high) if n is not None]
    assert known == sorted(known)
    assert best is None or best in {value for _, value, _, _ in told_by}


@settings(max_examples=60, deadline=None)
@given(reports, rules)
def test_every_claim_is_used_or_set_aside_with_a_reason(told_by, rule):
    found = row(reconciled(*readings(told_by), rule=rule, accused=("SYR_GOV",)))
    aside = {s.claim: s.reason for s in found.set_aside}
    assert {*found.claims, *aside} == {f"d{n}-0" for n in range(len(told_by))}
    assert found.rule == "conceded_only" or not {*found.claims} & {*aside}
    assert all(aside.values())


@settings(max_examples=60, deadline=None)
@given(reports, rules, st.randoms())
def test_the_order_of_reports_never_matters(told_by, rule, chance):
    given_ = readings(told_by)
    shuffled = list(given_)
    chance.shuffle(shuffled)
    assert reconcile(linked(given_), given_, rule) == reconcile(linked(shuffled), shuffled, rule)


@settings(max_examples=60, deadline=None)
@given(reports, rules)
def test_a_copy_changes_nothing(told_by, rule):
    given_ = readings(told_by)
    who, value, minimum, day = told_by[0]
    copy = told(
        "copy",
        killed(value, AT_LEAST) if minimum else killed(value),
        who=(who,),
        published=f"2021-03-{day:02}",
    )
    before, after = (
        reconciled(*given_, rule=rule),
        reconciled(*given_, copy, rule=rule, prints=("d0", "copy")),
    )
    assert ends(row(after)) == ends(row(before))
    assert row(after).rule == row(before).rule


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 300), st.integers(0, 300), rules)
def test_a_part_never_changes_its_total(total, part, rule):
    part = min(part, total)
    counts = (killed(total), killed(part))
    found = row(reconciled(told("a", *counts, relations=[rel("subset_of", "a-1", "a-0")]), rule=rule))
    assert ends(found) == (total, total, total)


@pytest.mark.parametrize("rule", sorted(rule_sets()))
def test_one_voice_is_the_same_under_every_rule(rule):
    assert ends(row(reconciled(*readings([("SCD", 11, False, 5)]), rule=rule))) == (11, 11, 11)
