"""Districts: their names, their points, and what the words beside a name make of it."""

import pytest

from witnessmark.locate import Gazetteer, locate
from witnessmark.locate.classes import canonical, taken_apart
from witnessmark.locate.districts import Namesakes, district_rows, table
from witnessmark.model.document import Document
from witnessmark.model.place import PlacePrecision


@pytest.fixture(scope="module")
def world():
    return Gazetteer.default()


def places(text, gazetteer):
    return {m.quote: m.place for m in locate(Document("d", "d", text, "", "txt"), gazetteer)}


@pytest.mark.parametrize(
    ("name", "bare", "english"),
    [
        ("Fairfield County", "fairfield", "county"),
        ("Département de la Marne", "marne", "department"),
        ("Daïra d\u2019Akbou", "akbou", "district"),
        ("Politischer Bezirk Zwettl", "zwettl", "district"),
        ("Abs", "abs", None),
        ("County", "county", None),
    ],
)
def test_a_name_is_taken_apart(name, bare, english):
    assert taken_apart(name) == (bare, english)


def test_one_without_a_word_of_its_own_answers_to_two():
    assert canonical("abs", None) == ("abs district", "abs county")


def test_every_row_has_a_point_and_a_reach():
    rows = table()
    assert len(rows) > 15_000
    assert all(-90 <= r.lat <= 90 and -180 <= r.lon <= 180 and 3 <= r.radius <= 150 for r in rows)
    assert len({(r.country, r.admin1, r.name) for r in rows}) == len(rows)


def named(name, towns=(), country="GB"):
    """The names of the district `name` where the country has settlements of those names."""
    row = next(r for r in table() if r.country == country)._replace(
        name=name, **dict(zip(("bare", "english"), taken_apart(name), strict=True))
    )
    known = Namesakes([row])
    for town in towns:
        known.note({"countrycode": row.country, "admin1code": row.admin1}, town)
    [(_, names)] = district_rows([row], known, {})
    return {n.folded for n in names}


def test_bare_it_is_named_only_where_no_settlement_is():
    assert "ketterleigh" in named("Ketterleigh")
    assert "ketterleigh" not in named("Ketterleigh", [["ketterleigh"]])


def test_ordinary_words_alone_are_no_name():
    assert "south east" not in named("South East")
    assert "south east district" in named("South East")


def test_other_scripts_come_from_its_seat():
    assert "حديدون district" in named("Hadidun", [["hadidun", "حديدون"]], "IQ")


@pytest.mark.parametrize(
    ("text", "quote", "name", "lat", "lon"),
    [
        ("Two were killed in Fairfield County, Ohio.", "Fairfield County", "Fairfield County", 39.8, -82.6),
        ("Iraq: shelling hit Hawija district.", "Hawija", "Al-Hawija District", 35.3, 43.8),
        ("The district of Sinjar in Iraq was shelled.", "Sinjar", "Sinjar", 36.3, 41.9),
        ("Ireland: police said a man died in County Mayo.", "County Mayo", "Mayo County", 53.9, -9.3),
        ("Police said a man died in Cumbria, England.", "Cumbria", "Cumbria", 54.6, -2.9),
        ("قصف قضاء تلعفر في نينوى في العراق", "تلعفر", "Tel Afar District", 36.4, 42.4),
    ],
)
def test_a_district_has_a_point_of_its_own(world, text, quote, name, lat, lon):
    place = places(text, world)[quote]
    assert (place.name, place.level, place.precision) == (name, "district", PlacePrecision.DISTRICT)
    assert place.lat == pytest.approx(lat, abs=0.3)
    assert place.lon == pytest.approx(lon, abs=0.3)


def test_several_are_called_by_one_word(world):
    found = places("Georgia, USA: storms hit Jackson, Barrow and Madison counties in Georgia.", world)
    assert [found[q].name for q in ("Jackson", "Barrow", "Madison")] == [
        "Jackson County",
        "Barrow County",
        "Madison County",
    ]


def test_bare_the_town_is_meant(world):
    found = places("Iraq: shelling hit Tikrit on Monday.", world)
    assert found["Tikrit"].level == "town"


def test_a_document_may_name_a_town_and_the_district_around_it(world):
    text = "Iraq: shelling hit Tikrit on Monday. All of Tikrit district was shelled on Tuesday."
    found = [m.place.level for m in locate(Document("d", "d", text, "", "txt"), world) if m.quote == "Tikrit"]
    assert found == ["town", "district"]


def test_a_town_said_to_lie_in_a_county_is_that_countys(world):
    place = places("A man was shot in Lancaster, Fairfield County, on Monday.", world)["Lancaster"]
    assert (place.admin1, place.level) == ("Ohio", "town")


@pytest.mark.parametrize("lead", ["", "Iraq: "])
def test_where_it_is_said_to_lie_beats_fame(world, lead):
    text = f"{lead}An attack was reported in Riyadh district, southwest of Kirkuk."
    place = places(text, world)["Riyadh"]
    assert place is None or place.country == "IRQ"


@pytest.mark.parametrize(
    "text",
    [
        "An attack was reported in Marseille, 20 km south of Kirkuk.",
        "An attack was reported in Marseille, near Kirkuk.",
        "An attack was reported in Marseille, which lies about 30 miles west of the city of Kirkuk.",
    ],
)
def test_a_name_none_of_whose_places_lies_there_stays_open(world, text):
    assert places(text, world)["Marseille"] is None


@pytest.mark.parametrize(
    "text",
    [
        "He flew from Marseille. An attack was reported south of Kirkuk.",
        "Marseille police spoke of an attack south of Kirkuk.",
        "Marseille, Lyon and villages south of Kirkuk were named.",
    ],
)
def test_only_what_is_said_of_the_name_counts(world, text):
    assert places(text, world)["Marseille"].country == "FRA"


@pytest.mark.parametrize(("name", "lat", "lon"), [("Nunavut", 70, -90), ("Western Australia", -26, 122)])
def test_a_large_and_empty_division_has_the_middle_of_its_land(world, name, lat, lon):
    place = places(f"Officials in {name} said so on Monday.", world)[name]
    assert (place.level, place.lat, place.lon) == ("admin1", lat, lon)
