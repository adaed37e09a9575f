"""A filter survives the query string, and one that cannot be read says which field is wrong."""

from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.errors import UsageError
from witnessmark.model.filter import Box, Filter, Unknowns
from witnessmark.model.incident import IncidentKind

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1).map(str.strip)
several = st.sets(words.filter(bool)).map(lambda found: tuple(sorted(found)))
degrees = st.integers(-90_000_000, 90_000_000).map(lambda millionths: millionths / 1e6)


@st.composite
def boxes(draw):
    south, north = sorted([draw(degrees), draw(degrees)])
    return Box(draw(degrees) * 2, south, draw(degrees) * 2, north)


@st.composite
def filters(draw):
    days = sorted([draw(st.dates()), draw(st.dates())])
    return Filter(
        start=draw(st.sampled_from([None, days[0]])),
        end=draw(st.sampled_from([None, days[1]])),
        undated=draw(st.sampled_from(Unknowns)),
        place=draw(words),
        bbox=draw(st.none() | boxes()),
        unplaced=draw(st.sampled_from(Unknowns)),
        party=draw(several),
        kind=draw(st.sets(st.sampled_from(IncidentKind)).map(lambda found: tuple(sorted(found)))),
        grade=draw(st.sampled_from(["", "V0", "V4"])),
        text=draw(words),
    )


@given(filters())
def test_a_filter_comes_back_from_a_query_string(wanted):
    assert Filter.from_query(wanted.query()) == wanted
    assert Filter.from_query(parse_qs(urlencode(wanted.query(), doseq=True))) == wanted


def test_the_same_filter_has_one_query_string():
    one = Filter.from_query({"method": ["shelling", "air_strike"], "text": " market ", "page": "7"})
    other = Filter.from_query({"text": "market", "method": ["air_strike", "shelling", "shelling"]})
    assert one == other
    assert urlencode(one.query(), doseq=True) == "method=air_strike&method=shelling&text=market"
    assert Filter().query() == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("start", "yesterday"),
        ("end", ["2031-01-01", "2031-01-02"]),
        ("bbox", "1,2,3"),
        ("bbox", "1,2,3,north"),
        ("bbox", "0,50,10,40"),
        ("bbox", "nan,0,1,1"),
        ("kind", "disaster"),
        ("grade", "high"),
        ("undated", "perhaps"),
    ],
)
def test_what_cannot_be_read_is_named(field, value):
    with pytest.raises(UsageError, match=f"^{field}: "):
        Filter.from_query({field: value})


def test_days_are_in_their_order():
    with pytest.raises(UsageError, match="end: 2031-01-01 is before 2031-02-01"):
        Filter(start=date(2031, 2, 1), end=date(2031, 1, 1))
