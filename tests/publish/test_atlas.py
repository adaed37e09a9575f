from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from witnessmark.model.incident import IncidentKind
from witnessmark.model.place import Place, PlaceMention, PlacePrecision
from witnessmark.publish.atlas import atlas
from witnessmark.publish.cards import cards
from witnessmark.publish.frame import RADIUS, WIDTH, Frame
from witnessmark.publish.index import Index
from witnessmark.publish.protect import protect


def drawn(dossier, labels, **change):
    index = Index(protect(replace(dossier, **change)))
    return atlas(cards(index, labels), index, dossier.towns)


def test_vaguer_places_have_wider_circles(dossier, labels):
    areas = {a.name.split(",")[0]: a for a in drawn(dossier, labels).areas}
    assert areas["Vesteria"].r > areas["Karsund clinic"].r
    assert areas["Vesteria"].vague
    assert not areas["Karsund clinic"].vague


def test_what_cannot_be_placed_is_listed(dossier, labels):
    assert [(card.name, why) for card, why in drawn(dossier, labels).unplaced] == [
        ("Allegation", "place not stated")
    ]


def test_a_country_is_no_place_on_the_map(dossier, labels):
    strike = dossier.incidents[0]
    country = replace(strike.place, name="Far", precision=PlacePrecision.COUNTRY)
    found = drawn(dossier, labels, incidents=(replace(strike, place=country),))
    assert found.areas == ()
    assert len(found.unplaced) == 1


def test_towns_whose_names_would_collide_give_way_to_the_first(dossier, labels):
    assert [t.name for t in drawn(dossier, labels).towns] == ["Ostmar", "Dunmere"]


def test_the_point_drawn_is_no_finer_than_published(dossier, labels):
    near = replace(dossier.incidents[0].place, lat=12.34, lon=-33.86)
    moved = replace(dossier.incidents[0], place=near)
    one, other = (
        next(
            a
            for a in drawn(dossier, labels, incidents=(i, *dossier.incidents[1:])).areas
            if "clinic" in a.name
        )
        for i in (dossier.incidents[0], moved)
    )
    assert (one.x, one.y) == (other.x, other.y)


def test_the_antimeridian_does_not_tear_the_map():
    places = [
        Place(n, "town", None, None, 0.0, lon, precision=PlacePrecision.TOWN)
        for n, lon in (("a", 179.8), ("b", -179.8))
    ]
    frame = Frame(places)
    assert 0 < frame.x(179.8) < frame.x(-179.8) < WIDTH


@given(
    st.lists(
        st.tuples(st.floats(-80, 80), st.floats(-170, 170), st.sampled_from(sorted(RADIUS))),
        min_size=1,
        max_size=6,
    )
)
def test_every_circle_lies_on_the_drawing(points):
    frame = Frame([Place("p", "town", None, None, a, o, precision=p) for a, o, p in points])
    for lat, lon, precision in points:
        r = frame.radius(RADIUS[precision])
        assert r - 13 <= frame.x(lon) <= WIDTH - r + 13
        assert r - 13 <= frame.y(lat) <= frame.height - r + 13


def test_measures_situations_and_context_have_no_place_on_the_map(dossier, labels):
    strike = dossier.incidents[0]
    for kind in IncidentKind:
        found = drawn(dossier, labels, incidents=(replace(strike, kind=kind),))
        shown = kind in (IncidentKind.INCIDENT, IncidentKind.AGGREGATE, IncidentKind.ALLEGATION)
        assert bool(found.areas) is shown
        assert found.unplaced == ()


def test_without_towns_of_its_own_the_map_names_those_of_the_documents(dossier, labels):
    town = Place("Ostmar", "town", "XQA", None, 12.5, -33.2, precision=PlacePrecision.TOWN)
    first = dossier.readings[0]
    at = first.document.text.index("Karsund")
    mention = PlaceMention(first.document.id, at, at + 7, "Karsund", town)
    readings = (replace(first, places=(mention,)), *dossier.readings[1:])
    index = Index(protect(replace(dossier, readings=readings)))
    assert [t.name for t in atlas(cards(index, labels), index, ()).towns] == ["Ostmar"]


def test_a_town_with_incidents_is_named_once(dossier, labels):
    strike = dossier.incidents[0]
    town = replace(strike.place, name="Karsund", precision=PlacePrecision.TOWN)
    twice = tuple(replace(strike, id=str(n), place=town) for n in range(2))
    found = drawn(dossier, labels, incidents=twice)
    assert [n.name for n in found.names] == ["Karsund"]
