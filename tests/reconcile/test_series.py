from link.made import count, rel
from reconcile.made import audited, ends, killed, reconciled, row, told


def days(*values, measure="killed", **more):
    """One voice's figures on one day after another, from 5 March on."""
    counts = [count(measure, v, "civilian") for v in values]
    return [told(f"d{n}", c, published=f"2021-03-{5 + n:02}", **more) for n, c in enumerate(counts)]


def test_a_toll_over_days_is_a_series_and_counts_at_its_latest():
    found = reconciled(*days(11, 14, 16, 19))
    toll = row(found)
    assert ends(toll) == (19, 19, 19)
    assert toll.rule == "latest_of_origin"
    assert [(str(r.day), r.value, r.claim) for r in toll.revisions] == [
        ("2021-03-05", 11, "d0-0"),
        ("2021-03-06", 14, "d1-0"),
        ("2021-03-07", 16, "d2-0"),
        ("2021-03-08", 19, "d3-0"),
    ]
    assert audited(found)["killed: 11 by 2021-03-05, 14 by 2021-03-06: 3 more"] is True
    assert 11 + 14 + 16 + 19 not in ends(toll)


def test_a_figure_that_stays_has_no_revisions():
    assert row(reconciled(*days(11, 11))).revisions == ()


def test_a_toll_that_falls_without_a_correction_is_impossible():
    found = reconciled(*days(19, 12))
    assert ends(row(found)) == (12, 12, 12)
    assert audited(found) == {"killed: 19 by 2021-03-05, 12 by 2021-03-06: 7 fewer": False}
    assert found.audit[0].note == "a toll that falls without a correction"


def test_a_toll_that_falls_by_a_correction_is_said_to_be_corrected():
    earlier, later = days(19, 12)
    later = told("d1", killed(12), published="2021-03-06", relations=[rel("supersedes", "d1-0", "d0-0")])
    found = reconciled(earlier, later)
    assert ends(row(found)) == (12, 12, 12)
    assert False not in audited(found).values()


def test_the_missing_may_become_fewer():
    assert audited(reconciled(*days(19, 12, measure="missing"))) == {}


def test_figures_of_different_voices_are_no_series_of_one():
    readings = [
        told("a", killed(19), who=("SCD",)),
        told("b", killed(12), who=("SOHR",), published="2021-03-06"),
    ]
    found = reconciled(*readings)
    assert audited(found) == {}
    assert len(row(found).revisions) == 2
