"""Sites folded from changes: whatever the order of entry, a register that holds together."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.errors import IntegrityError
from witnessmark.model.site import Position, Shape, Stay
from witnessmark.model.site_change import ChangeKind, SiteChange
from witnessmark.sites.register import fold

DAY = date(2031, 3, 1)


def stay(lat=10.0, start=None, end=None):
    return Stay(Position(lat, 20.0, 10.0, "made up"), Shape(30.0), start, end)


def registered(site="a", **more):
    given = {"names": ("Blue Gate Clinic",), "object": "medical_facility", "stay": stay(), **more}
    return SiteChange(site, ChangeKind.REGISTERED, **given)


def test_a_move_ends_one_stay_and_begins_another():
    (site,) = fold([registered(), SiteChange("a", ChangeKind.MOVED, DAY, stay(11.0))])
    assert [s.end for s in site.stays] == [DAY - timedelta(days=1), None]
    assert site.stay_on(DAY).position.lat == 11.0
    assert site.stay_on(DAY - timedelta(days=1)).position.lat == 10.0


def test_an_earlier_stay_entered_later_stands_before_the_one_known():
    first, later = stay(10.0, DAY), stay(9.0, date(2030, 1, 1))
    (site,) = fold([registered(stay=first), SiteChange("a", ChangeKind.MOVED, later.start, later)])
    assert [s.position.lat for s in site.stays] == [9.0, 10.0]


def test_a_site_that_is_closed_stands_nowhere_until_it_is_reopened():
    closed = SiteChange("a", ChangeKind.CLOSED, DAY)
    again = SiteChange("a", ChangeKind.REOPENED, DAY + timedelta(days=30))
    (site,) = fold([registered(), closed])
    assert site.stay_on(DAY) is not None
    assert site.stay_on(DAY + timedelta(days=1)) is None
    (site,) = fold([registered(), closed, again])
    assert site.stay_on(DAY + timedelta(days=29)) is None
    assert site.stay_on(DAY + timedelta(days=30)).position.lat == 10.0


def test_closing_the_old_place_on_the_day_of_the_move_does_not_close_the_new_one():
    moved, closed = (
        SiteChange("a", ChangeKind.MOVED, DAY, stay(11.0)),
        SiteChange("a", ChangeKind.CLOSED, DAY),
    )
    (site,) = fold([registered(), moved, closed])
    assert site.stay_on(DAY + timedelta(days=9)).position.lat == 11.0


def test_a_correction_mends_the_stay_it_names_and_no_other_date():
    moved = SiteChange("a", ChangeKind.MOVED, DAY, stay(11.0))
    mended = SiteChange("a", ChangeKind.CORRECTED, DAY, stay(11.5), operator="Harbour Aid")
    (site,) = fold([mended, moved, registered()])
    assert [(s.position.lat, s.start) for s in site.stays] == [(10.0, None), (11.5, DAY)]
    assert site.operator == "Harbour Aid"
    assert site.names == ("Blue Gate Clinic",)


def test_changes_of_a_site_that_was_never_registered_are_a_broken_record():
    with pytest.raises(IntegrityError, match="before it was registered"):
        fold([SiteChange("a", ChangeKind.CLOSED, DAY)])


days = st.integers(0, 40).map(lambda n: DAY + timedelta(days=n))
times = st.integers(0, 9).map(lambda n: f"2032-01-0{n + 1}T00:00:00Z")
later = st.one_of(
    st.builds(
        SiteChange, st.sampled_from("ab"), st.sampled_from([ChangeKind.MOVED, ChangeKind.REOPENED]), days,
        st.builds(stay, st.integers(0, 50).map(float), st.none(), st.none() | days), recorded=times,
    ),
    st.builds(SiteChange, st.sampled_from("ab"), st.just(ChangeKind.CLOSED), days, recorded=times),
    st.builds(
        SiteChange, st.sampled_from("ab"), st.just(ChangeKind.RENAMED), days,
        names=st.just(("Old Mill School",)), recorded=times,
    ),
    st.builds(
        SiteChange, st.sampled_from("ab"), st.just(ChangeKind.CORRECTED), st.none() | days,
        st.builds(stay, st.integers(0, 50).map(float)), recorded=times,
    ),
)  # fmt: skip
records = st.lists(later, max_size=9).map(lambda cs: [registered("a"), registered("b"), *cs])


@given(records, st.randoms())
def test_the_order_of_entry_does_not_matter(changes, random):
    other = list(changes)
    random.shuffle(other)
    assert sorted(fold(changes), key=lambda s: s.id) == sorted(fold(other), key=lambda s: s.id)


@given(records, st.integers(2, 11))
def test_any_beginning_of_a_record_is_a_register(changes, length):
    for site in fold(changes[:length]):
        assert site.names
        for one in site.stays:
            assert (one.start or date.min) <= (one.end or date.max)
        for one, two in pairwise(site.stays):
            assert one.end is not None
            assert two.start is not None
            assert one.end < two.start
