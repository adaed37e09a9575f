import itertools
from datetime import date as day
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.when import TimePrecision, TimexType

WEDNESDAY = day(2019, 6, 12)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def document(text, published=None, zones=()):
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    return Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=zones, language="en")


def read(text, published=WEDNESDAY):
    return date(document(text, published)).timexes


def only(text, published=WEDNESDAY):
    (timex,) = read(text, published)
    return timex


def days(timex):
    return timex.value_start, timex.value_end


@pytest.mark.parametrize(
    "text",
    [
        "15 September 2018", "15th of September 2018", "15-Sep-2018", "Sept 15, 2018", "Sept. 15, 2018",
        "September 15th, 2018", "2018-09-15", "15/09/2018", "15.09.2018", "2018/09/15",
        "Saturday, 15 September 2018", "15 SEPTEMBER 2018",
    ],
)  # fmt: skip
def test_full_dates_in_many_styles(text):
    timex = only(f"Seen on {text} in the town.", published=None)
    assert days(timex) == (day(2018, 9, 15), day(2018, 9, 15))
    assert (timex.precision, timex.type, timex.value) == (TimePrecision.DAY, TimexType.DATE, "2018-09-15")


def test_date_with_clock_time_is_to_the_minute():
    timex = only("Tuesday, 4 June 2019 08:15", published=None)
    assert (timex.precision, timex.value) == (TimePrecision.MINUTE, "2019-06-04T08:15")
    assert timex.quote == "Tuesday, 4 June 2019 08:15"


def test_weekday_that_disagrees_is_said():
    assert "disagrees" in only("Friday, 15 September 2018", published=None).method


def test_figures_that_could_be_either_way_round_stay_open_unless_a_weekday_decides():
    timex = only("on 03/04/2019", published=None)
    assert days(timex) == (None, None)
    assert timex.candidates == (day(2019, 3, 4), day(2019, 4, 3))
    assert only("Wednesday, 03/04/2019", published=None).value_start == day(2019, 4, 3)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("on Friday", (2019, 6, 7), (2019, 6, 7), "day"),
        ("on Wednesday", (2019, 6, 12), (2019, 6, 12), "day"),
        ("last Wednesday", (2019, 6, 5), (2019, 6, 5), "day"),
        ("next Friday", (2019, 6, 14), (2019, 6, 14), "day"),
        ("this Friday", (2019, 6, 14), (2019, 6, 14), "day"),
        ("will open on Friday", (2019, 6, 14), (2019, 6, 14), "day"),
        ("yesterday", (2019, 6, 11), (2019, 6, 11), "day"),
        ("this morning", (2019, 6, 12), (2019, 6, 12), "part_of_day"),
        ("last night", (2019, 6, 11), (2019, 6, 11), "part_of_day"),
        ("overnight", (2019, 6, 11), (2019, 6, 12), "part_of_day"),
        ("on Friday morning", (2019, 6, 7), (2019, 6, 7), "part_of_day"),
        ("in the early hours of Friday", (2019, 6, 7), (2019, 6, 7), "part_of_day"),
        ("at 5 p.m. on Friday", (2019, 6, 7), (2019, 6, 7), "minute"),
        ("on January 29", (2019, 1, 29), (2019, 1, 29), "day"),
        ("on 5 September", (2018, 9, 5), (2018, 9, 5), "day"),
        ("between 7 and 10 May", (2019, 5, 7), (2019, 5, 10), "range_days"),
        ("7-10 May 2018", (2018, 5, 7), (2018, 5, 10), "range_days"),
        ("May 7-10, 2018", (2018, 5, 7), (2018, 5, 10), "range_days"),
        ("from 26 April to 9 May", (2019, 4, 26), (2019, 5, 9), "range_days"),
        ("between May 5, 2018, and February 25", (2018, 5, 5), (2019, 2, 25), "range_days"),
        ("between May 2018 and March 2019", (2018, 5, 1), (2019, 3, 31), "multi_month"),
        ("between Monday and Wednesday", (2019, 6, 10), (2019, 6, 12), "range_days"),
        ("over the weekend", (2019, 6, 8), (2019, 6, 9), "range_days"),
        ("last week", (2019, 6, 3), (2019, 6, 9), "week"),
        ("in April 2018", (2018, 4, 1), (2018, 4, 30), "month"),
        ("in January and February 2020", (2020, 1, 1), (2020, 2, 29), "multi_month"),
        ("January, February and March 2019", (2019, 1, 1), (2019, 3, 31), "multi_month"),
        ("in December", (2018, 12, 1), (2018, 12, 31), "month"),
        ("in May", (2019, 5, 1), (2019, 5, 31), "month"),
        ("last month", (2019, 5, 1), (2019, 5, 31), "month"),
        ("in late April 2018", (2018, 4, 21), (2018, 4, 30), "part_of_month"),
        ("in early May", (2019, 5, 1), (2019, 5, 10), "part_of_month"),
        ("mid-May", (2019, 5, 11), (2019, 5, 20), "part_of_month"),
        ("at the beginning of March", (2019, 3, 1), (2019, 3, 10), "part_of_month"),
        ("last year", (2018, 1, 1), (2018, 12, 31), "year"),
        ("in 2011", (2011, 1, 1), (2011, 12, 31), "year"),
        ("earlier this year", (2019, 1, 1), (2019, 6, 12), "part_of_year"),
        ("the first half of 2018", (2018, 1, 1), (2018, 6, 30), "part_of_year"),
        ("the second quarter of 2018", (2018, 4, 1), (2018, 6, 30), "part_of_year"),
        ("in Q2 2018", (2018, 4, 1), (2018, 6, 30), "part_of_year"),
        ("in the Q4 of 2018", (2018, 10, 1), (2018, 12, 31), "part_of_year"),
        ("2018 Q3", (2018, 7, 1), (2018, 9, 30), "part_of_year"),
        ("in Q1", (2019, 1, 1), (2019, 3, 31), "part_of_year"),
        ("Q3 last year", (2018, 7, 1), (2018, 9, 30), "part_of_year"),
        ("from Q3 2018 to Q1 2019", (2018, 7, 1), (2019, 3, 31), "multi_month"),
        ("in H1 2018", (2018, 1, 1), (2018, 6, 30), "part_of_year"),
        ("on the Saturday before last", (2019, 6, 1), (2019, 6, 1), "day"),
        ("the Friday after next", (2019, 6, 21), (2019, 6, 21), "day"),
        ("the weekend before last", (2019, 6, 1), (2019, 6, 2), "range_days"),
        ("the night before last", (2019, 6, 10), (2019, 6, 10), "part_of_day"),
        ("the week before last", (2019, 5, 27), (2019, 6, 2), "week"),
        ("the month before last", (2019, 4, 1), (2019, 4, 30), "month"),
        ("the year before last", (2017, 1, 1), (2017, 12, 31), "year"),
        ("the first nine months of 2018", (2018, 1, 1), (2018, 9, 30), "part_of_year"),
        ("in the summer of 2015", (2015, 6, 1), (2015, 8, 31), "season"),
        ("last winter", (2018, 12, 1), (2019, 2, 28), "season"),
        ("in the 1990s", (1990, 1, 1), (1999, 12, 31), "decade"),
        ("in the '80s", (1980, 1, 1), (1989, 12, 31), "decade"),
        ("in the week ending 5 May", (2019, 4, 29), (2019, 5, 5), "relative_weeks"),
        ("in the three months ended March 31", (2019, 1, 1), (2019, 3, 31), "relative_months"),
        ("in the quarter ended March 31", (2019, 1, 1), (2019, 3, 31), "part_of_year"),
        ("since late April 2018", (2018, 4, 21), (2019, 6, 12), "open_since_part_of_month"),
        ("since the beginning of March", (2019, 3, 1), (2019, 6, 12), "open_since_part_of_month"),
        ("since May", (2019, 5, 1), (2019, 6, 12), "open_since_month"),
        ("from December", (2018, 12, 1), (2019, 6, 12), "open_since_month"),
        ("since April 26", (2019, 4, 26), (2019, 6, 12), "open_since_day"),
        ("since the fighting began in 2011", (2011, 1, 1), (2019, 6, 12), "open_since_year"),
        ("in the past three weeks", (2019, 5, 22), (2019, 6, 12), "relative_weeks"),
        ("over the past year", (2018, 6, 12), (2019, 6, 12), "relative_year"),
        ("in the last 24 hours", (2019, 6, 11), (2019, 6, 12), "relative_days"),
        ("in the three weeks to 28 May", (2019, 5, 7), (2019, 5, 28), "relative_weeks"),
        ("two days ago", (2019, 6, 10), (2019, 6, 10), "day"),
        ("two months ago", (2019, 4, 1), (2019, 4, 30), "relative_months"),
    ],
)
def test_intervals_from_a_publication_date(text, start, end, precision):
    timex = only(f"It happened {text}.")
    assert days(timex) == (day(*start), day(*end))
    assert timex.precision == precision


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("for three weeks", "DURATION", "P3W"),
        ("within 72 hours", "DURATION", "PT72H"),
        ("for several months", "DURATION", "PXM"),
        ("every Friday", "SET", "XXXX-WXX-5"),
        ("daily", "SET", "P1D"),
        ("every two weeks", "SET", "P2W"),
        ("last week", "DATE", "2019-W23"),
        ("last summer", "DATE", "2018-SU"),
        ("on Friday night", "TIME", "2019-06-07TNI"),
        ("now", "DATE", "PRESENT_REF"),
        ("over the past five weeks", "DURATION", "P5W"),
        ("at dawn", "TIME", "XXXX-XX-XXTMO"),
    ],
)
def test_timex3_types_and_values(text, type_, value):
    timex = only(f"They came {text}.")
    assert (timex.type, timex.value) == (type_, value)


@pytest.mark.parametrize(
    "text",
    [
        "He may march to the second school.", "The sun sat low.", "A 9-year-old boy, 20 years old.",
        "killed 2000 Shabab fighters", "about 2000 people", "Su-24 jets", "1,068 shells",
    ],
)  # fmt: skip
def test_not_time_expressions(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("31 February 2019", "2019-02-XX"),
        ("29 February 2019", "2019-02-XX"),
        ("June 31, 2019", "2019-06-XX"),
        ("31 April", "XXXX-04-XX"),
        ("20 to 31 June 2019", "2019-06-XX"),
        ("20 May to 31 June 2019", "2019-05-20/2019-06-XX"),
    ],
)
def test_a_day_the_calendar_has_not_is_a_date_without_days(text, value):
    timex = only(f"It burned on {text}.")
    assert (days(timex), timex.value, timex.precision) == ((None, None), value, "unresolved")
    assert timex.method == "the calendar has no such day"


def test_a_day_is_read_where_a_count_follows_it():
    assert [t.quote for t in read("on April 24 and 25 people fled")] == ["on April 24"]


@pytest.mark.parametrize("text", ["the next day", "two days later", "a year earlier", "the previous week"])
def test_times_counted_from_the_story_are_not_counted_from_publication(text):
    timex = only(f"They fled {text}.")
    assert (days(timex), timex.precision) == ((None, None), TimePrecision.UNRESOLVED)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("yesterday", "unresolved"),
        ("on Wednesday", "unresolved"),
        ("on January 29", "unresolved"),
        ("over the past five weeks", "relative_weeks"),
        ("last year", "unresolved"),
    ],
)
def test_nothing_is_guessed_without_a_publication_date(text, precision):
    found = date(document(f"They left {text}."))
    (timex,) = found.timexes
    assert days(timex) == (None, None)
    assert timex.precision == precision
    assert found.published.how is PublishedHow.UNKNOWN


def test_a_day_almost_a_year_back_is_the_one_to_come_and_both_are_kept():
    timex = only("The vote on 5 July")
    assert days(timex) == (day(2019, 7, 5), day(2019, 7, 5))
    assert timex.candidates == (day(2018, 7, 5), day(2019, 7, 5))


def test_full_dates_bound_an_unknown_publication_date():
    found = date(document("A photo of May 4, 2020. On Monday they spoke of the fire on January 29."))
    photo, monday, fire = found.timexes
    assert (found.published.day, found.published.how) == (None, PublishedHow.INFERRED)
    assert found.published.low == photo.value_start == day(2020, 5, 4)
    assert fire.value_start == day(2020, 1, 29)
    assert "document_bound" in fire.method
    assert (monday.value_start, monday.precision) == (None, TimePrecision.UNRESOLVED)
    assert monday.candidates[:2] == (day(2020, 5, 4), day(2020, 5, 11))
    assert len(monday.candidates) == 5


def test_a_since_is_later_than_the_since_it_is_compared_with():
    text = "Raids resumed since April 12, for the first time since all sides signed a truce in October 2016."
    found = date(document(text))
    assert found.timexes[0].value_start == day(2017, 4, 12)
    assert found.timexes[0].value_end is None
    assert "document_constraint" in found.timexes[0].method
    assert found.published.low == day(2017, 4, 12)


def test_an_unrelated_past_month_gives_no_year():
    found = date(document("The road was built in October 2006. On March 30 it was hit."))
    assert found.timexes[1].value_start is None


def test_a_metadata_zone_gives_the_publication_date_and_other_zones_give_nothing():
    text = "date 2020-05-11\nThey met on Monday.\nRead more: the story of 3 March 2025"
    second, third = text.index("They"), text.index("Read")
    zones = (
        Zone(ZoneKind.CRAWLER_METADATA, 0, second),
        Zone(ZoneKind.BODY, second, third),
        Zone(ZoneKind.RELATED_ARTICLES, third, len(text)),
    )
    found = date(document(text, zones=zones))
    assert (found.published.day, found.published.how) == (day(2020, 5, 11), PublishedHow.METADATA)
    assert [(t.quote, t.value_start) for t in found.timexes] == [
        ("2020-05-11", day(2020, 5, 11)),
        ("on Monday", day(2020, 5, 11)),
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "   Bridge hit again     NEWS  Saturday 2 Aug 2014 At least two people were hurt on Friday.",
        "2 August 2014\nTwo people were hurt on Friday.",
        "Bridge hit again\nSaturday, August 2, 2014\nTwo people were hurt on Friday.",
    ],
)
def test_a_date_line_above_the_story_is_the_publication_date(opening):
    found = date(document(opening))
    assert (found.published.day, found.published.how) == (day(2014, 8, 2), PublishedHow.STATED)
    assert found.timexes[-1].value_start == day(2014, 8, 1)


@pytest.mark.parametrize(
    "opening",
    [
        "On 2 August 2014 Two Rivers was hit.",
        "The truce of 2 August 2014 held until Friday.",
        "The bridge was hit  (2 August 2014) by shells.",
    ],
)
def test_a_date_inside_a_sentence_is_not(opening):
    assert date(document(opening)).published.day is None


def test_a_known_publication_date_is_kept():
    published = Published(WEDNESDAY, PublishedHow.GIVEN, evidence="told")
    text = "It was 3 May 2018."
    assert date(Document("d", "d", text, "0", "text", published=published)).published == published


def test_an_open_end_without_publication_date_stays_open():
    timex = only("They stayed since April 2019.", published=None)
    assert days(timex) == (day(2019, 4, 1), None)


@pytest.mark.parametrize("words", ["10 February 1258", "February 10, 1258"])
def test_a_day_centuries_ago_keeps_its_year(words):
    assert only(f"The city fell on {words} after a siege").value_start == day(1258, 2, 10)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In 1415, an army landed.", (1415, 1, 1), (1415, 12, 31)),
        ("In 987 the king died.", (987, 1, 1), (987, 12, 31)),
        ("It was the summer of eighteen hundred and eleven.", (1811, 6, 1), (1811, 8, 31)),
        ("In eighteen hundred the king died.", (1800, 1, 1), (1800, 12, 31)),
        ("In nineteen forty-three ships sank.", (1943, 1, 1), (1943, 12, 31)),
        ("In the ninth century, the town fell.", (801, 1, 1), (900, 12, 31)),
        ("It fell in the 14th century.", (1301, 1, 1), (1400, 12, 31)),
        ("At the end of the fourteenth century, it fell.", (1367, 9, 2), (1400, 12, 31)),
        ("Thirty-five years ago it fell.", (1984, 1, 1), (1984, 12, 31)),
    ],
)
def test_years_long_past_and_in_words_and_centuries_are_read(text, start, end):
    assert days(only(text)) == (day(*start), day(*end))


@pytest.mark.parametrize(
    "text",
    [
        "In 400 attacks they lost.",
        "They fled in 1200 cars.",
        "In eighteen hundred and eleven houses they hid.",
        "In nineteen villages they hid.",
        "In nineteen forty-kilo bags it came.",
        "Shells hit the 12th century mosque.",
        "It rained in the fourth century-old house.",
    ],
)
def test_what_could_be_counted_is_no_year_and_an_adjective_no_century(text):
    assert not [t for t in date(document(text)).timexes if t.value_start]


def test_a_number_of_people_after_a_month_is_no_year():
    assert all("1200" not in t.quote for t in date(document("In May 1200 families fled.")).timexes)


def test_hard_wrapped_capitals_are_read():
    timex = only("SAN MARTIN, 3 JAN 90 -- THE MAYOR SPOKE", published=None)
    assert timex.value_start == day(1990, 1, 3)


REAL_DAYS = st.dates(day(1900, 1, 1), day(2099, 12, 31))


@given(REAL_DAYS)
def test_any_day_reads_back_from_any_style(when):
    month = MONTHS[when.month - 1]
    styles = [
        when.isoformat(),
        f"{when.day} {month} {when.year}",
        f"{month} {when.day}, {when.year}",
        f"{month[:3]} {when.day}, {when.year}",
        f"{when:%A}, {when.day} {month} {when.year}",
        f"the {when.day}th of {month} {when.year}" if when.day > 3 else f"on {when.day} {month} {when.year}",
        f"{when.day:02}.{when.month:02}.{when.year}"
        if when.day > 12
        else f"{when.year}/{when.month}/{when.day}",
    ]
    for style in styles:
        assert days(only(f"Seen {style}.", published=None)) == (when, when)


PHRASES = st.sampled_from(
    [
        "on Friday", "since May", "4 May 2019", "in the past three weeks", "between 3 and 5 May", "12 people",
        "at 10:30", "May", "of", "the", "2019", "first", "last", "in", "week", "ago", "to", "-", ",", ".",
        "\n", "1,068", "مايو", "\U0001f600", "early", "hours", "and", "half", "a",
    ]
)  # fmt: skip


@given(st.lists(PHRASES, max_size=25), st.none() | REAL_DAYS)
def test_quotes_are_verbatim_and_ends_do_not_cross(words, published):
    text = " ".join(words)
    found = date(document(text, published)).timexes
    for timex in found:
        assert text[timex.start : timex.end] == timex.quote != ""
        if timex.value_start and timex.value_end:
            assert timex.value_start <= timex.value_end
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(REAL_DAYS, st.lists(PHRASES, max_size=12))
def test_what_comes_after_changes_no_earlier_full_date(when, words):
    first = f"It was {when.day} {MONTHS[when.month - 1]} {when.year}."
    (alone,) = read(first, published=None)
    more = read(f"{first}\n\n{' '.join(words)}", published=None)
    assert more[0] == alone


@given(REAL_DAYS)
def test_weekdays_lie_in_the_week_before_publication(published):
    for weekday in ("Monday", "Thursday", "Sunday"):
        timex = only(f"It was on {weekday}.", published)
        assert timedelta(0) <= published - timex.value_start < timedelta(7)
        assert timex.value_start.strftime("%A") == weekday


def test_a_date_refused_as_still_to_come_is_no_anchor():
    text = "Published: 3 May 2093\n\nShells hit it yesterday, after raids on 2 June 2019 and 9 May 2094."
    zones = (Zone(ZoneKind.DATELINE_METADATA, 0, 21), Zone(ZoneKind.BODY, 23, len(text)))
    refused = Published(high=WEDNESDAY, evidence="later than 2019-06-12, not used")
    found = date(Document("d", "d.txt", text, "0" * 64, "text", published=refused, zones=zones))
    assert found.published.day is None
    assert (found.published.low, found.published.high) == (day(2019, 6, 2), WEDNESDAY)
    assert [days(t) for t in found.timexes if t.quote == "yesterday"] == [(None, None)]


def test_figures_follow_the_order_of_others_in_the_text_that_fit_only_one():
    first, second = read("Seen on 03/04/2019 and on 25/04/2019.", published=None)
    assert days(first) == (day(2019, 4, 3), day(2019, 4, 3))
    assert first.method.startswith("document_constraint")
    assert first.candidates == (day(2019, 3, 4), day(2019, 4, 3))
    assert days(second) == (day(2019, 4, 25), day(2019, 4, 25))


def test_figures_stay_open_where_the_text_has_both_orders():
    timexes = read("Seen on 03/04/2019, on 25/04/2019 and on 04/25/2019.", published=None)
    assert days(timexes[0]) == (None, None)


def test_a_weekday_gives_the_year():
    timex = only("It fell on Tuesday, 5 May.", published=day(2022, 1, 10))
    assert days(timex) == (day(2020, 5, 5), day(2020, 5, 5))
    assert timex.candidates == (day(2020, 5, 5), day(2021, 5, 5))


@pytest.mark.parametrize(
    ("text", "value"),
    [("twice a week", "P1W"), ("three times a day", "P1D"), ("every weekend", "XXXX-WXX-WE")],
)
def test_repetitions(text, value):
    timex = only(f"It happened {text}.")
    assert (timex.type, timex.value) == (TimexType.SET, value)


def test_two_figures_behind_an_apostrophe_are_a_year():
    assert days(only("Seen on Mar. 24th '19 there.")) == (day(2019, 3, 24), day(2019, 3, 24))


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("They pay 20 dollars a year.", "SET", "P1Y"),
        ("Forty trucks a day came.", "SET", "P1D"),
        ("The mill ran in day-long shifts.", "DURATION", "P1D"),
        ("A three-day-long siege ended.", "DURATION", "P3D"),
        ("It took more than a decade.", "DURATION", "P10Y"),
        ("In the weeks before the raid, wells ran dry.", "DURATION", "PXW"),
        ("They had waited for months.", "DURATION", "PXM"),
        ("It has been hard in recent quarters.", "DURATION", "PXM"),
        ("The mill closed years ago.", "DATE", "PAST_REF"),
        ("The current mayor spoke.", "DATE", "PRESENT_REF"),
        ("They feared future raids.", "DATE", "FUTURE_REF"),
        ("In fiscal 2018 it was closed.", "DATE", "2018"),
        ("In the current fiscal year it was closed.", "DATE", "2019"),
        ("It closed in the nineties.", "DATE", "199"),
        ("It will close by year-end.", "DATE", "2019-12-31"),
        ("It will close in the second quarter.", "DATE", "2019-Q2"),
        ("A 2016 law forbids it.", "DATE", "2016"),
        ("Earlier in the year it was open.", "DATE", "2019"),
        ("Later in the day it was open.", "DATE", "2019-06-12"),
        ("Late in May it was open.", "DATE", "2019-05"),
        ("It was open on Sundays.", "SET", "XXXX-WXX-7"),
        ("They would be home on Friday.", "DATE", "2019-06-14"),
        ("It will open, he said. The mayor left on Friday.", "DATE", "2019-06-07"),
        ("They open in July.", "DATE", "2019-07"),
        ("Jets came at 0430 GMT.", "TIME", "XXXX-XX-XXT04:30"),
    ],
)
def test_lengths_rates_references_and_times_to_come(text, kind, value):
    timex = only(text)
    assert (timex.type, timex.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "Six men died a year after the raid.",
        "A man in his nineties was hit.",
        "A man in his 80s was hit.",
        "She was in her late eighties.",
        "He came in the hour.",
        "The period was hard.",
        "They wait in the day.",
    ],
)
def test_what_is_no_rate_age_or_length_is_not_read(text):
    assert read(text) == ()


def test_since_is_never_to_come():
    assert only("Four of us were hit since July.").value_start == day(2018, 7, 1)


@pytest.mark.parametrize("text", ["the H1 clinic", "a Q3 car", "the week after last", "Q5 2018 sales"])
def test_what_only_looks_like_a_quarter_or_a_week_is_none(text):
    assert all(t.value_start is None or t.value == "2018" for t in read(text))


@pytest.mark.parametrize("words", ["2 January 0001", "January 2, 0045"])
def test_a_year_that_no_report_is_of_leaves_the_day_without_a_year(words):
    timex = only(f"It was shelled on {words}, people said.")
    assert (timex.quote.endswith(words), days(timex)) == (True, (None, None))


def test_a_time_behind_a_date_is_no_year():
    found = read("It was shelled on 2 January 0030 hours", day(2019, 1, 5))
    assert days(found[0]) == (day(2019, 1, 2), day(2019, 1, 2))
