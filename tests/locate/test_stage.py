"""From text to places: found, told apart, refined by the words around them."""

import pytest

from witnessmark.locate import locate
from witnessmark.model.document import Document, Zone, ZoneKind
from witnessmark.model.place import PlacePrecision


@pytest.fixture
def places(gazetteer):
    def run(text, **fields):
        return locate(Document("d", "d", text, "", "txt", **fields), gazetteer)

    return run


def only(mentions, quote):
    [mention] = [m for m in mentions if m.quote == quote]
    return mention


@pytest.mark.parametrize("name", ["Tripoli", "Ariha"])
def test_a_shared_name_without_context_stays_open(places, name):
    [mention] = places(f"A convoy was seen in {name}.")
    assert mention.place is None
    assert mention.runner_up is not None
    assert mention.margin < 0.3


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("In Syria, shells fell on Ariha.", "Ariha", "SYR"),
        ("In Palestine, a road near Ariha was closed.", "Ariha", "PSE"),
        ("Libya: a market in Tripoli burned.", "Tripoli", "LBY"),
        ("Lebanon: a market in Tripoli burned.", "Tripoli", "LBN"),
        ("A market in Tripoli burned, Lebanese medics said.", "Tripoli", "LBN"),
        ("Ariha in southern Idlib province was shelled.", "Ariha", "SYR"),
        ("A storm reached Paris, Texas on Monday.", "Paris", "USA"),
        ("A storm reached Paris, TX on Monday.", "Paris", "USA"),
        ("A storm reached Paris, France on Monday.", "Paris", "FRA"),
    ],
)
def test_context_decides_a_shared_name(places, text, quote, country):
    mention = only(places(text), quote)
    assert mention.place.country == country
    assert mention.runner_up.country != country


@pytest.mark.parametrize(
    ("text", "level", "precision", "name"),
    [
        ("Shells fell on Idlib.", "admin1", PlacePrecision.ADMIN1, "Idlib"),
        ("Shells fell on Idlib city.", "city", PlacePrecision.CITY, "Idlib"),
        ("Shells fell on the city of Idlib.", "city", PlacePrecision.CITY, "Idlib"),
        ("Shells fell on the province of Idlib.", "admin1", PlacePrecision.ADMIN1, "Idlib"),
        ("Shells fell in southern Idlib.", "admin1_part", PlacePrecision.ADMIN1_PART, "southern Idlib"),
        (
            "Shells fell over the southern part of Idlib province.",
            "admin1_part",
            PlacePrecision.ADMIN1_PART,
            "southern Idlib",
        ),
        ("Shells fell in the south of Idlib.", "admin1_part", PlacePrecision.ADMIN1_PART, "south Idlib"),
        ("Shells fell to the south of Homs.", "city", PlacePrecision.NEAR_SETTLEMENT, "Homs"),
        ("Shells fell in the Idlib countryside.", "admin1_part", PlacePrecision.ADMIN1_PART, "Idlib"),
        ("Shells fell on Aleppo.", "city", PlacePrecision.CITY, "Aleppo"),
        ("Shells hit Aleppo University.", "city", PlacePrecision.FACILITY, "Aleppo"),
        ("Shells fell 3 km south of Homs.", "city", PlacePrecision.NEAR_SETTLEMENT, "Homs"),
        ("Shells fell near Homs.", "city", PlacePrecision.NEAR_SETTLEMENT, "Homs"),
        ("Shells fell in northwest Syria.", "region", PlacePrecision.INFORMAL_REGION, "north-west Syria"),
        ("Shells fell in Eastern Ghouta.", "region", PlacePrecision.INFORMAL_REGION, "Eastern Ghouta"),
        ("Shells fell in Syria.", "country", PlacePrecision.COUNTRY, "Syria"),
    ],
)
def test_the_words_around_a_name_set_its_level(places, text, level, precision, name):
    [mention] = places(text)
    assert (mention.place.level, mention.place.precision) == (level, precision)
    assert mention.place.name == name


def test_two_provinces_are_two_mentions(places):
    found = places("Raids hit Hama and Idlib provinces in Syria.")
    assert [m.quote for m in found] == ["Hama", "Idlib", "Syria"]
    assert [m.place.level for m in found] == ["admin1", "admin1", "country"]


@pytest.mark.parametrize(
    "text",
    [
        "Most people stayed at home.",
        "Paris Moreau spoke to reporters.",
        "The Syrian Coalition objected.",
        "Syrian doctors said so.",
        "The Aleppo Herald printed it.",
        "Mr. Homs said nothing.",
        "",
        "\x00\x00",
    ],
)
def test_words_people_and_organisations_are_no_places(places, text):
    assert places(text) == ()


def test_another_spelling_needs_the_country(places):
    assert places("Shells fell in Kafra Naboudeh.") == ()
    mention = only(places("Shells fell in Kafra Naboudeh, in Syria."), "Kafra Naboudeh")
    assert mention.place.name == "Kafr Nabudah"


def test_a_wrong_town_is_never_offered_for_an_unknown_one(places):
    found = places("Shells fell in Kafr Nadir, in Syria.")
    assert [(m.quote, m.place.name, m.place.precision) for m in found] == [
        ("Kafr Nadir", "Kafr Nadir", "country"),
        ("Syria", "Syria", "country"),
    ]


def test_upper_case_and_arabic_are_read_too(places):
    assert [m.quote for m in places("SHELLS FELL ON KHAN SHAYKHUN IN SYRIA")] == ["KHAN SHAYKHUN", "SYRIA"]
    found = places("قصف على مدينة إدلب وحمص في سوريا")
    assert [m.quote for m in found] == ["إدلب", "حمص", "سوريا"]
    assert [m.place.level for m in found] == ["city", "city", "country"]


def test_only_zones_that_may_carry_claims_are_read(places):
    text = "Shells fell on Homs.\nRead more: unrest in Aleppo"
    zones = (Zone(ZoneKind.BODY, 0, 21), Zone(ZoneKind.RELATED_ARTICLES, 21, len(text)))
    assert [m.quote for m in places(text, zones=zones)] == ["Homs"]


def test_a_publisher_hints_at_its_country(places):
    [mention] = places("A market in Tripoli burned.", url="https://news.example.lb/1")
    assert mention.place.country == "LBN"


def test_a_list_of_towns_and_provinces_says_nothing_of_who_lies_in_whom(places):
    found = places("People came from Aleppo, Khan Shaykhun, Hama, Eastern Ghouta, and Syria's coast.")
    assert [m.quote for m in found] == ["Aleppo", "Khan Shaykhun", "Hama", "Eastern Ghouta", "Syria"]


def test_a_namesake_elsewhere_is_not_offered_for_a_village_the_base_lacks(places):
    assert [m.quote for m in places("Most, Idlib, Syria")] == ["Idlib", "Syria"]


def test_an_unknown_town_beside_its_province_leaves_the_province(places):
    found = [m for m in places("Belen, Aleppo, Syria") if m.quote != "Belen"]
    assert [(m.quote, m.place.level) for m in found] == [("Aleppo", "admin1"), ("Syria", "country")]


def test_a_small_namesake_in_a_country_nobody_speaks_of_stays_open(places):
    found = {m.quote: m for m in places("Shells hit Jericho camp in Homs, Syria.")}
    assert found["Homs"].place.country == "SYR"
    assert found["Jericho"].place is None
    assert found["Jericho"].runner_up.country == "PSE"


def test_a_small_town_is_itself_once_its_country_is_spoken_of(places):
    found = {m.quote: m for m in places("Shells hit Jericho in Palestine, and Homs, Syria.")}
    assert found["Jericho"].place.country == "PSE"


def test_a_large_city_abroad_is_itself(places):
    found = {m.quote: m for m in places("Shells hit Homs, Syria. They met in the city of Paris.")}
    assert found["Paris"].place.country == "FRA"
