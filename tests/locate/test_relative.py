"""Relative places: a point with a radius beside the place that is named."""

import pytest

from witnessmark.locate import locate
from witnessmark.locate.geo import bearing, km
from witnessmark.model.document import Document
from witnessmark.model.place import PlacePrecision


@pytest.fixture
def named(gazetteer):
    def run(text, quote):
        mentions = locate(Document("d", "d", text, "", "txt"), gazetteer)
        [mention] = [m for m in mentions if m.quote == quote]
        return mention

    return run


@pytest.mark.parametrize(
    ("phrase", "far", "degrees"),
    [
        ("3 km south of", 3, 180),
        ("3km south of", 3, 180),
        ("some 15 miles to the north of", 24.1, 0),
        ("three miles north-east of", 4.8, 45),
        ("ten kilometres west of the city of", 10, 270),
        ("12 nautical miles west of", 22.2, 270),
        ("five to seven kilometres south-southwest of", 6, 202.5),
        ("5-7 km north-west of", 6, 315),
        ("half a mile east of", 0.8, 90),
    ],
)
def test_a_distance_and_a_direction_are_a_point(named, phrase, far, degrees):
    mention = named(f"In Syria, shells fell {phrase} Homs.", "Homs")
    town, spot = mention.place, mention.spot
    assert (town.lat, town.lon) == (34.73, 36.71)
    assert km(town.lat, town.lon, spot.lat, spot.lon) == pytest.approx(far, abs=0.2)
    if far > 2:
        assert bearing(town.lat, town.lon, spot.lat, spot.lon) % 360 == pytest.approx(degrees, abs=1)
    assert spot.radius == pytest.approx(max(1, 0.4 * far), abs=0.1)
    assert spot.precision is PlacePrecision.NEAR_SETTLEMENT


def test_a_distance_alone_is_a_radius(named):
    spot = named("In Syria, a mine went off ten kilometres from Ariha.", "Ariha").spot
    assert (spot.lat, spot.lon, spot.radius) == (35.81, 36.61, 11.0)


def test_a_direction_alone_is_a_rough_point(named):
    spot = named("In Syria, shells fell just west of Ariha.", "Ariha").spot
    assert spot.lon < 36.61
    assert spot.radius == 11.0


def test_an_edge_is_on_the_side_it_is_said_to_be(named):
    spot = named("In Syria, shells fell on the eastern outskirts of Homs.", "Homs").spot
    assert spot.lon > 36.71
    assert spot.radius < 10


def test_far_from_a_town_is_a_region(named):
    spot = named("In Syria, shells fell 200 km east of Homs.", "Homs").spot
    assert spot.precision is PlacePrecision.INFORMAL_REGION
    assert spot.radius == 80


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("In Syria, a lorry was ambushed between Ariha and Khan Shaykhun.", 0.5),
        ("In Syria, a lorry was ambushed on the road between Ariha and Khan Shaykhun.", 0.5),
        ("In Syria, a lorry was ambushed halfway between Ariha and Khan Shaykhun.", 0.2),
        ("In Syria, a lorry was ambushed on the road from Ariha to Khan Shaykhun.", 0.5),
    ],
)
def test_between_two_towns_is_the_middle(named, text, share):
    one, two = named(text, "Ariha"), named(text, "Khan Shaykhun")
    assert one.spot == two.spot
    whole = km(35.81, 36.61, 35.44, 36.65)
    assert km(35.81, 36.61, one.spot.lat, one.spot.lon) == pytest.approx(whole / 2, abs=0.1)
    assert one.spot.radius == pytest.approx(whole * share, abs=0.1)
    assert one.spot.name == "between Ariha and Khan Shaykhun"
    assert one.place.name == "Ariha"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("In Syria, a strike hit Al-Noor Hospital in Ariha.", PlacePrecision.FACILITY),
        ("In Syria, a strike hit the Ariha market.", PlacePrecision.FACILITY),
        ("In Syria, a strike hit the Ariha refugee camp.", PlacePrecision.FACILITY),
        ("In Syria, a strike hit a hospital in Ariha.", PlacePrecision.TOWN),
        ("In Syria, a strike hit the old city of Aleppo.", PlacePrecision.NEIGHBOURHOOD),
        ("In Syria, a strike hit the Bab Amr neighbourhood of Homs.", PlacePrecision.NEIGHBOURHOOD),
        ("In Syria, a strike hit Ariha.", PlacePrecision.TOWN),
    ],
)
def test_a_part_of_a_town_is_known_better_than_the_town(named, text, precision):
    quote = next(q for q in ("Ariha", "Aleppo", "Homs") if q in text)
    assert named(text, quote).place.precision is precision
