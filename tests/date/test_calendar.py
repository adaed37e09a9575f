import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from witnessmark.date import calendar

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(st.integers(1800, 2200), st.integers(1, 12))
def test_parts_of_a_month_cover_it_without_overlap(year, number):
    whole = calendar.month(year, number)
    early, mid, late = (calendar.part_of(whole, p) for p in ("early", "mid", "late"))
    assert (early.start, late.end) == whole
    assert early.end + timedelta(1) == mid.start
    assert mid.end + timedelta(1) == late.start


@given(st.integers(1800, 2200))
def test_quarters_and_seasons_cover_a_year(year):
    quarters = [calendar.quarter_of(n, year) for n in (1, 2, 3, 4)]
    assert (quarters[0].start, quarters[-1].end) == calendar.year_of(year)
    seasons = [calendar.season_of(code, year) for code in ("SP", "SU", "FA", "WI")]
    assert all(a.end + timedelta(1) == b.start for a, b in itertools.pairwise(seasons))


@given(DAYS, st.integers(-600, 600))
def test_moving_by_months_keeps_the_day_where_it_can(day, months):
    moved = calendar.add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(1)).day == 1)


@given(DAYS, st.integers(0, 6))
def test_weekdays_before_and_after(day, weekday):
    before, after = calendar.weekday_before(day, weekday), calendar.weekday_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert before <= day < after
    assert (after - before).days == 7
