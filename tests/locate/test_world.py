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
