from datetime import date as day

import pytest

from witnessmark.date import date, hijri
from witnessmark.date.feasts import feast_days
from witnessmark.model.document import Document, Published, PublishedHow
from witnessmark.model.when import TimePrecision

PUBLISHED = day(2023, 9, 20)


def only(text, published=PUBLISHED):
    known = Published(published, PublishedHow.GIVEN) if published else Published()
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language="en")
    (timex,) = date(document).timexes
    return timex


# Days as almanacs and the press of the year gave them; Muslim feasts as kept in Saudi Arabia.
@pytest.mark.parametrize(
    ("feast", "first"),
    [
        ("EID_AL_FITR", (2019, 6, 4)), ("EID_AL_FITR", (2020, 5, 24)), ("EID_AL_FITR", (2023, 4, 21)),
        ("EID_AL_FITR", (2024, 4, 10)), ("EID_AL_ADHA", (2019, 8, 11)),
        ("EID_AL_ADHA", (2022, 7, 9)), ("EID_AL_ADHA", (2024, 6, 16)), ("ASHURA", (2023, 7, 28)),
        ("EASTER", (2016, 3, 27)), ("EASTER", (2019, 4, 21)), ("EASTER", (2025, 4, 20)),
        ("GOOD_FRIDAY", (2024, 3, 29)), ("ORTHODOX_EASTER", (2022, 4, 24)), ("ORTHODOX_EASTER", (2024, 5, 5)),
        ("PENTECOST", (2024, 5, 19)), ("PASSOVER", (2015, 4, 4)), ("PASSOVER", (2024, 4, 23)),
        ("ROSH_HASHANAH", (2023, 9, 16)), ("YOM_KIPPUR", (2023, 9, 25)), ("HANUKKAH", (2022, 12, 19)),
        ("DIWALI", (2019, 10, 27)), ("DIWALI", (2023, 11, 12)), ("LUNAR_NEW_YEAR", (2024, 2, 10)),
        ("THANKSGIVING", (2018, 11, 22)), ("THANKSGIVING", (2023, 11, 23)), ("CHRISTMAS", (2014, 12, 25)),
    ],
)  # fmt: skip
def test_feasts_begin_on_their_day(feast, first):
    assert feast_days(feast, first[0]).start == day(*first)


def test_a_sighting_moves_a_feast_by_a_day_at_most():
    kept = day(2015, 9, 24)  # the new moon was seen a day after the tables' day
    assert abs((feast_days("EID_AL_ADHA", 2015).start - kept).days) == 1


def test_feast_of_a_year_without_a_table_is_no_time():
    with pytest.raises(ValueError, match="no table"):
        feast_days("DIWALI", 1950)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("during Ramadan", (2023, 3, 23), (2023, 4, 20)),
        ("in Ramadan 2019", (2019, 5, 6), (2019, 6, 3)),
        ("on 5 Muharram 1445", (2023, 7, 23), (2023, 7, 23)),
        ("on 10 Dhu al-Hijja 1440 AH", (2019, 8, 11), (2019, 8, 11)),
        ("on 10 Muharram", (2023, 7, 28), (2023, 7, 28)),
        ("last Christmas", (2022, 12, 25), (2022, 12, 25)),
        ("over Eid al-Adha", (2023, 6, 28), (2023, 7, 1)),
        ("on the eve of Eid al-Adha", (2023, 6, 27), (2023, 6, 27)),
    ],
)
def test_feasts_and_hijri_dates_have_days(text, start, end):
    timex = only(f"It happened {text}.")
    assert (timex.value_start, timex.value_end) == (day(*start), day(*end))


def test_hijri_day_says_that_a_sighting_may_move_it():
    assert "sighting" in only("It fell on 5 Muharram 1445.", published=None).method


def test_eid_alone_stays_open_between_the_two():
    timex = only("A truce held over Eid.")
    assert timex.precision is TimePrecision.UNRESOLVED
    assert timex.candidates == (day(2023, 4, 21), day(2023, 6, 28))


def test_ramadan_as_a_name_is_no_time():
    text, nothing = "Ramadan Tabor carried them.", Published()
    document = Document("d", "d.txt", text, "0" * 64, "text", published=nothing, zones=(), language="en")
    assert date(document).timexes == ()


def test_hijri_months_follow_each_other_without_a_gap():
    for year in (1366, 1440, 1499):
        for number in range(1, 12):
            assert (hijri.month(year, number + 1).start - hijri.month(year, number).end).days == 1
        assert (hijri.month(year + 1, 1).start - hijri.month(year, 12).end).days == 1


def test_hijri_day_the_month_lacks_is_refused():
    with pytest.raises(ValueError, match="no such day"):
        hijri.day(1445, 1, 31)
