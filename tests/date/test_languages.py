# ruff: noqa: RUF001 - Arabic digits are what is tested
from datetime import date as day

import pytest

from witnessmark.date import date
from witnessmark.model.document import Document, Published, PublishedHow


def only(text, language):
    known = Published(day(2023, 9, 20), PublishedHow.GIVEN)
    document = Document("d", "d.txt", text, "0" * 64, "text", published=known, zones=(), language=language)
    (timex,) = date(document).timexes
    return timex


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("es", "el 5 de mayo de 2019", (2019, 5, 5), (2019, 5, 5)),
        ("es", "a principios de mayo", (2023, 5, 1), (2023, 5, 10)),
        ("es", "las últimas tres semanas", (2023, 8, 30), (2023, 9, 20)),
        ("es", "hace tres semanas", (2023, 8, 27), (2023, 9, 2)),
        ("es", "anoche", (2023, 9, 19), (2023, 9, 19)),
        ("es", "el viernes pasado", (2023, 9, 15), (2023, 9, 15)),
        ("fr", "le 1er mai 2020", (2020, 5, 1), (2020, 5, 1)),
        ("fr", "mi-mai", (2023, 5, 11), (2023, 5, 20)),
        ("fr", "la semaine dernière", (2023, 9, 11), (2023, 9, 17)),
        ("fr", "il y a deux jours", (2023, 9, 18), (2023, 9, 18)),
        ("fr", "au cours des trois dernières semaines", (2023, 8, 30), (2023, 9, 20)),
        ("fr", "depuis avril 2019", (2019, 4, 1), (2023, 9, 20)),
        ("ar", "٥ أيار ٢٠١٩", (2019, 5, 5), (2019, 5, 5)),
        ("ar", "5 مايو 2019", (2019, 5, 5), (2019, 5, 5)),
        ("ar", "5 أيار/مايو 2019", (2019, 5, 5), (2019, 5, 5)),
        ("ar", "كانون الثاني 2020", (2020, 1, 1), (2020, 1, 31)),
        ("ar", "بين 7 و10 أيلول", (2023, 9, 7), (2023, 9, 10)),
        ("ar", "الأسبوع الماضي", (2023, 9, 11), (2023, 9, 17)),
        ("ar", "قبل أسبوعين", (2023, 9, 3), (2023, 9, 9)),
        ("ar", "خلال الأسابيع الثلاثة الماضية", (2023, 8, 30), (2023, 9, 20)),
        ("ar", "٥ محرم ١٤٤٥ هـ", (2023, 7, 23), (2023, 7, 23)),
        ("ar", "في شهر رمضان", (2023, 3, 23), (2023, 4, 20)),
    ],
)
def test_a_language_is_its_data(language, text, start, end):
    timex = only(text, language)
    assert (timex.value_start, timex.value_end) == (day(*start), day(*end))


@pytest.mark.parametrize(
    ("language", "text"), [("es", "todos los viernes"), ("fr", "tous les vendredis"), ("ar", "كل يوم جمعة")]
)
def test_repetitions(language, text):
    assert (only(text, language).type, only(text, language).value) == ("SET", "XXXX-WXX-5")
