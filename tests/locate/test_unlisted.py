# ruff: noqa: RUF001  (Cyrillic and Arabic names)
"""Settlements that no list has: told by what calls them so, placed by what they are said to lie in."""

import pytest

from factory import document
from witnessmark.locate import locate


@pytest.fixture
def unlisted(gazetteer):
    """Quote and precision of the settlements of a text that no list has."""

    def run(text):
        found = locate(document(text), gazetteer)
        assert [m.start for m in found] == sorted(m.start for m in found)
        assert all(text[m.start : m.end] == m.quote for m in found)
        return {
            m.quote: str(m.place.precision)
            for m in found
            if m.place and m.place.source.startswith("in no list")
        }

    return run


ROWS = [
    ("Shells hit the village of Tel Khazra, Idlib province, Syria.", {"Tel Khazra": "admin1"}),
    ("Shells hit Zayrat village in southern Idlib, Syria.", {"Zayrat": "admin1_part"}),
    ("In Syria, jets struck homes in Zayrat Fawqa in the Hama countryside.", {"Zayrat Fawqa": "admin1_part"}),
    ("Syria: fighting went on near Zayrat, Idlib province.", {"Zayrat": "admin1"}),
    (
        "Syria: jets bombed the villages of Zayrat, Dulba and Ariha in Idlib province.",
        {"Zayrat": "admin1", "Dulba": "admin1"},
    ),
    ("Syria: Zayrat, Ariha and Dulba villages in Idlib.", {"Zayrat": "admin1", "Dulba": "admin1"}),
    ("Zayrat, Syria", {"Zayrat": "country"}),
    ("A boy died in the hamlet of Zayrat in Syria.", {"Zayrat": "country"}),
    (
        "A boy died in Zayrat village near Khan Shaykhun in Idlib province, Syria.",
        {"Zayrat": "near_settlement"},
    ),
    ("In Idlib province, Syria, men burned the village of Zayrat.", {"Zayrat": "admin1"}),
    ("A mine killed two in the village of Zayrat on Monday.", {"Zayrat": "unresolved"}),
    ("زيرة الفوقا، سوريا", {"زيرة الفوقا": "country"}),
    ("سوريا: قتل ثلاثة في قرية زيرة بريف إدلب", {"زيرة": "admin1"}),
    (
        "سوريا: قصف قرى زيرة ودلبة وتل خزرا في ريف إدلب",
        {"زيرة": "admin1", "دلبة": "admin1", "تل خزرا": "admin1"},
    ),
    ("Des hommes ont brûlé le village de Zayrat, en Syria.", {"Zayrat": "country"}),
    ("Quemaron la vereda El Zayrat, en Syria.", {"El Zayrat": "country"}),
    ("У селі Дульба загинули двоє людей.", {"Дульба": "unresolved"}),
    (
        "Residents of the villages of Zayrat and Dulba in Libya fled.",
        {"Zayrat": "country", "Dulba": "country"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_a_name_that_is_called_a_settlement_is_a_place_of_its_own(unlisted, text, wanted):
    assert unlisted(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Rania Qasrawi, Idlib, Syria, said nobody was safe.",
        "He said so in Ramadan in Syria.",
        "A Yazidi village in Syria was burned down.",
        "Fishing villages in Libya lie idle.",
        "Burning villages could be seen across Syria.",
        "Confidence in Hamas in Syria has fallen.",
        "Three soldiers died in Operation Grey Dawn in Syria.",
        "The Red Crescent in Syria and UNICEF in Libya agreed.",
        "She works at Human Rights Watch in Syria.",
        "The ministers met in the Olympic Village in Paris, France.",
        "Ariha village in Idlib, Syria, was shelled.",
        "The mayor told the Village Council in Texas.",
        "Many died in December in Syria.",
        "The Syrian Network for Human Rights, Syria",
        "Ahmed Zayrat, Syria",
        "قرية صغيرة في سوريا",
    ],
)
def test_persons_bodies_and_ordinary_words_are_no_villages(unlisted, text):
    assert unlisted(text) == {}


def test_its_point_lies_among_the_settlements_and_its_radius_covers_them(gazetteer):
    found = {
        m.quote: m.place for m in locate(document("The village of Zayrat, Idlib province, Syria"), gazetteer)
    }
    place = found["Zayrat"]
    assert (place.name, place.level, place.admin1, place.geonameid) == ("Zayrat", "town", "Idlib", None)
    assert 35.44 < place.lat < 35.93
    assert 36.6 < place.lon < 36.66
    assert 20 < place.radius < 60
    assert "said to lie in Idlib" in place.source
    assert found["Idlib"].geonameid is not None or found["Idlib"].level == "admin1"


def test_a_name_the_list_has_elsewhere_is_not_taken_from_there(gazetteer):
    found = {
        m.quote: m.place
        for m in locate(document("Shells hit the village of Kafr Nabudah in Libya."), gazetteer)
    }
    assert (found["Kafr Nabudah"].country, found["Kafr Nabudah"].geonameid) == ("LBY", None)
