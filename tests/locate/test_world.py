"""The real gazetteer (built once, about 20 s): names the field needs, with the country as only context."""

import pytest

from witnessmark.locate import Gazetteer, locate
from witnessmark.model.document import Document

NAMES = {
    "Syria": "Idlib;Ariha;Khan Shaykhun;Saraqib;Aleppo;Darayya;Homs;Hama;Douma;Daraa;Qalamoun;"
    "Maarat al-Numan;Kafr Nabudah;Kafra Naboudeh;Eastern Ghouta",
    "Yemen": "Sanaa;Taiz;Saada;Hodeidah",
    "Ukraine": "Mariupol;Bucha;Kharkiv",
    "Palestine": "Rafah;Khan Younis;Jabalia",
    "Sudan": "El Fasher;Nyala;Khartoum",
    "Myanmar": "Sagaing;Myitkyina",
    "Afghanistan": "Kunduz",
    "Iraq": "Mosul",
    "Libya": "Tripoli",
}


@pytest.fixture(scope="module")
def world():
    return Gazetteer.default()


@pytest.mark.parametrize(
    ("name", "country"), [(n, c) for c, names in NAMES.items() for n in names.split(";")]
)
def test_the_country_alone_decides(world, name, country):
    text = f"{country}: an attack was reported in {name} on Monday."
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found[name].country == found[country].country
    assert found[name].lat is not None


@pytest.mark.parametrize("name", ["Ariha", "Tripoli", "Hama", "Bucha"])
def test_ambiguous_names_say_so_without_it(world, name):
    [mention] = locate(Document("d", "d", f"An attack was reported in {name} on Monday.", "", "txt"), world)
    assert mention.place is None
    assert mention.margin < 0.3


@pytest.mark.parametrize("name", ["Ariha", "Tripoli", "Hama", "Bucha"])
def test_an_open_name_keeps_its_likeliest_reading(world, name):
    [mention] = locate(Document("d", "d", f"An attack was reported in {name} on Monday.", "", "txt"), world)
    assert mention.runner_up is not None
    assert mention.runner_up.lat is not None


@pytest.mark.parametrize(
    ("country", "name", "division"),
    [("Colombia", "Florencia", "Caqueta"), ("Colombia", "Buenavista", None), ("India", "Aurangabad", None)],
)
def test_in_one_country_a_clear_lead_is_enough(world, country, name, division):
    """Florencia is a city and its namesakes are villages; two cities of one name stay open."""
    text = f"{country}: an attack was reported in {name} on Monday."
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert (found[name] and found[name].admin1) == division


def test_the_city_of_a_name_is_any_place_of_that_name(world):
    text = "The mayor of the City of Newport spoke in Ryde."
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found["City of Newport"].country == "GBR"
    assert abs(found["City of Newport"].lat - found["Ryde"].lat) < 0.1


def test_a_city_whose_own_name_has_the_word_stays_itself(world):
    [mention] = locate(Document("d", "d", "Shells fell on Gaza City on Monday.", "", "txt"), world)
    assert (mention.place.name, mention.place.level, mention.place.country) == ("Gaza", "city", "PSE")


def test_a_small_capital_abroad_is_itself(world):
    text = "Germany: the bodies were found in Berlin, officials in Kuwait City said."
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found["Kuwait City"].country == "KWT"


def test_two_spellings_of_one_place_do_not_support_each_other(world):
    text = "A hospital in Madina took in the wounded. A second bomb went off in Medina."
    assert [m.place for m in locate(Document("d", "d", text, "", "txt"), world)] == [None, None]


@pytest.mark.parametrize(
    ("text", "name", "division"),
    [
        ("Shells fell on Tripoli, and on houses in Sidon and in Zahle.", "Tripoli", "LBN"),
        ("The road from Saraqib to Ariha was cut near Maarat al-Numan.", "Ariha", "SYR"),
        ("Families left Bucha and Irpin for Zhytomyr on foot.", "Bucha", "UKR"),
    ],
)
def test_names_that_lie_together_decide_one_another(world, text, name, division):
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found[name].country == division


def test_an_institution_tells_the_country(world):
    text = "The Houthis said that a drone struck a market in Saada on Monday."
    found = {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found["Saada"].country == "YEM"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("On 10 Muharram two mines went off in Homs.", "Muharram"),
        ("قصفت الطائرات حلب ليلا ما أدى إلى مقتل خمسة مدنيين.", "أدى"),
        ("قتل طفلان ليل أمس في غارة على حلب.", "ليل"),
    ],
)
def test_ordinary_words_that_are_towns_names_too_are_no_places(world, text, quote):
    found = {m.quote for m in locate(Document("d", "d", text, "", "txt"), world)}
    assert found
    assert quote not in found
