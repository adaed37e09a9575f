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


def test_a_report_without_a_day_speaks_no_earlier_than_the_last_day_it_tells_of():
    first, second = told("b", killed(14)), told("a", killed(19), published=None, since="2021-03-08")
    assert ends(row(reconciled(first, second))) == (19, 19, 19)
    higher, later = told("b", killed(19)), told("a", killed(14), published=None, since="2021-03-08")
    assert ends(row(reconciled(higher, later))) == (14, 14, 14)


def test_a_figure_that_stays_has_no_revisions():
    assert row(reconciled(*days(11, 11))).revisions == ()


def test_a_toll_that_falls_without_a_correction_is_impossible():
    found = reconciled(*days(19, 12))
    assert ends(row(found)) == (12, 12, 12)
    assert audited(found) == {"killed: 19 by 2021-03-05, 12 by 2021-03-06: 7 fewer": False}
    assert found.audit[0].note == "a toll that falls without a correction"


def corrected(*values, published="2021-03-08", **more):
    """A report that gives several figures of the dead, the last of which corrects the one before."""
    last = len(values) - 1
    lowers = [rel("supersedes", f"z-{last}", f"z-{last - 1}")]
    return told("z", *map(killed, values), published=published, relations=lowers, **more)


def test_a_toll_that_falls_by_a_correction_is_said_to_be_corrected():
    earlier, _ = days(19, 12)
    later = told("d1", killed(12), published="2021-03-06", relations=[rel("supersedes", "d1-0", "d0-0")])
    found = reconciled(earlier, later)
    assert ends(row(found)) == (12, 12, 12)
    assert audited(found) == {"killed: 19 by 2021-03-05, 12 by 2021-03-06: 7 fewer": None}
    assert found.audit[0].note == "corrected, as the text or a later version of it says"
    assert [(r.value, r.corrected_by) for r in row(found).revisions] == [(19, "d1-0"), (12, None)]


def test_a_correction_is_no_rise_over_what_the_voice_gave_before():
    earlier, high, _ = days(8, 19, 12)
    later = told("d2", killed(12), published="2021-03-07", relations=[rel("supersedes", "d2-0", "d1-0")])
    found = reconciled(earlier, high, later)
    assert ends(row(found)) == (12, 12, 12)
    assert audited(found) == {
        "killed: 8 by 2021-03-05, 19 by 2021-03-06: 11 more": True,
        "killed: 19 by 2021-03-06, 12 by 2021-03-07: 7 fewer": None,
    }


def test_a_correction_within_one_text_is_told_with_its_day():
    found = reconciled(*days(8), corrected(19, 12))
    assert audited(found)["killed: 19, then 12 by 2021-03-08: 7 fewer"] is None
    assert not any("12 by 2021-03-08: 4 more" in line for line in audited(found))
    assert audited(reconciled(corrected(19, 12))) == {"killed: 19, then 12 by 2021-03-08: 7 fewer": None}


def test_a_correction_upwards_is_a_step_up():
    found = reconciled(*days(8), corrected(12, 19))
    assert audited(found) == {"killed: 8 by 2021-03-05, 19 by 2021-03-08: 11 more": True}
    assert all(r.corrected_by is None for r in row(found).revisions)


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
