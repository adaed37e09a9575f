"""The explore page: one filter over map, timeline and table, in an address that can be sent and kept."""

import json
import re
from dataclasses import replace
from datetime import date
from functools import partial
from urllib.parse import parse_qs, urlencode

import pytest
from django.http import QueryDict
from django.urls import reverse

from store import listed, made
from store.conftest import CONTENTS, copied
from web.conftest import SLUG, furnish
from witnessmark.model.filter import Box, Filter
from witnessmark.model.listing import Cell, Cells
from witnessmark.model.place import PlacePrecision
from witnessmark.publish.labels import codebook_labels
from witnessmark.store.case import Case
from witnessmark.store.cells import MOST_CELLS
from witnessmark.web import exploring
from witnessmark.web.cases import opened
from witnessmark.web.models import SavedView
from witnessmark.web.rights import Role
from witnessmark.web.shown.areas import map_record

FINE = replace(
    made.PLACE, name="Clinic of Norvale", lat=12.53217, lon=41.26841, precision=PlacePrecision.EXACT
)


READINGS = [listed.reading(i) for i in range(100, 130)]


def fill(root):
    """Thirty incidents of every sort in the case there, in no order."""
    with Case.open(root) as held:
        made.add(held, made.FILLED)
        held.begin_run("add", {})
        for reading in READINGS:
            held.record(reading)
        held.replace_links(listed.links(READINGS, listed.incidents(READINGS)))
        held.finish_run({})


CONTENTS["listed"] = partial(furnish, content=fill)


@pytest.fixture
def filled(engine, request, tmp_path):
    """In the place of the invented case: what the room is over."""
    yield from copied(engine, "listed", request, tmp_path)


@pytest.fixture
def incidents():
    """What the case holds."""
    return listed.incidents(READINGS)


@pytest.fixture
def viewer(member):
    return member(Role.VIEWER)


def get(client, query="", name="explore"):
    return client.get(f"{reverse(name, args=[SLUG])}?{query}")


def shown(client, query=""):
    return get(client, query).context["shown"]


def test_everything_is_gone_through_page_by_page_and_nothing_twice(viewer, incidents, monkeypatch):
    monkeypatch.setattr(exploring, "PAGE", 20)
    first = shown(viewer)
    assert first.whole == len(incidents)
    second = shown(viewer, first.next)
    told = [line.id for page in (first, second) for line in page.lines]
    assert sorted(told) == sorted(i.id for i in incidents)
    assert second.next == ""


def test_the_address_of_a_filter_gives_the_same_to_whoever_opens_it(member, incidents):
    query = urlencode({"method": ["shelling", "raid"], "start": "2031-02-01", "grade": "V1"}, doseq=True)
    found = shown(member(Role.VIEWER), query)
    wanted = {i.id for i in incidents if {"shelling", "raid"} & set(i.method) and i.grade.minimum >= "V1"}
    assert {line.id for line in found.lines} <= wanted
    assert found.lines
    assert parse_qs(found.query) == parse_qs(query) | {"method": ["raid", "shelling"]}
    other = shown(member(Role.PUBLISHER), found.query)
    assert [line.id for line in other.lines] == [line.id for line in found.lines]


def test_what_has_no_date_or_place_is_counted_and_can_be_asked_for_alone(viewer, incidents):
    found = shown(viewer, "start=2031-01-01")
    undated = shown(viewer, found.undated_query)
    assert len(undated.lines) == found.undated > 0
    assert not any(line.when for line in undated.lines)
    bare = shown(viewer)
    unplaced = shown(viewer, bare.unplaced_query)
    assert unplaced.whole == bare.unplaced == sum(1 for i in incidents if not i.place or i.place.lat is None)


@pytest.mark.usefixtures("incidents")
def test_facets_count_what_choosing_them_gives(viewer):
    found = shown(viewer, "kind=incident")
    assert {f.name for f in found.facets} == {"kind", "party", "method", "object", "language"}
    for facet in found.facets:
        for choice in (*facet.first, *facet.others):
            chosen = f"{facet.name}={choice.value}" + ("" if facet.name == "kind" else "&kind=incident")
            assert shown(viewer, chosen).whole == choice.number


@pytest.mark.usefixtures("incidents")
def test_a_chip_takes_one_thing_out_again(viewer):
    found = shown(viewer, "method=shelling&method=raid&text=Norvale")
    left = {chip.label: parse_qs(chip.without) for chip in found.chips}
    assert left["Norvale"] == {"method": ["raid", "shelling"]}
    assert len(found.chips) == 3


def test_the_timeline_has_every_month_between_and_a_bar_asks_for_its_days(viewer, incidents):
    bars = shown(viewer).timeline.bars
    months = [bar.label for bar in bars]
    assert months == sorted(set(months))
    assert len(months) == 1 + (int(months[-1][:4]) - 2031) * 12 + int(months[-1][5:]) - int(months[0][5:])
    first = next(bar for bar in bars if bar.number)
    query = Filter.from_query(parse_qs(first.query))
    assert (query.start, query.end) == (date(2031, 1, 1), date(2031, 1, 31))
    assert sum(bar.number for bar in bars) == sum(1 for i in incidents if i.date != (None, None))


@pytest.mark.usefixtures("incidents")
def test_free_text_is_found_in_any_script_and_is_never_a_fault(viewer):
    for text in ("سوق", "市场", "рынка", "बाज़ार", "marché"):
        assert shown(viewer, urlencode({"text": text})).whole > 0
    for text in ('"', "* OR", "';--", "NEAR(", "\u202e"):
        assert get(viewer, urlencode({"text": text})).status_code == 200


@pytest.mark.parametrize("query", ["start=yesterday", "bbox=1,2", "kind=x", "grade=best", "after=zzz"])
@pytest.mark.usefixtures("incidents")
def test_what_cannot_be_read_is_told_by_its_field(viewer, query):
    answer = get(viewer, query)
    assert answer.status_code == 400
    assert query.split("=")[0] in answer.content.decode()


def test_places_stand_in_a_table_that_needs_no_script(viewer, incidents):
    text = get(viewer).content.decode()
    assert re.search(r'<a href="\?[^"]*place=Norvale[^"]*"><bdi>Norvale</bdi>', text)
    places = {p.name: p.number for p in shown(viewer).places}
    assert places["Norvale"] == sum(1 for i in incidents if i.place and i.place.name == "Norvale")


def test_the_map_draws_areas_and_says_what_it_does_not_draw(viewer, incidents):
    drawn = get(viewer, "zoom=4&frame=30,0,60,30", "explore_map").json()
    (area,) = drawn["areas"]
    assert area["n"] == sum(1 for i in incidents if i.place and i.place.name == "Norvale")
    assert area["km"] == 4
    assert shown(viewer, urlencode(area["place"])).whole == area["n"]


def test_many_incidents_become_squares_and_those_known_badly_rings(viewer, incidents, monkeypatch):
    monkeypatch.setattr(exploring, "DRAWN", 5)
    drawn = get(viewer, "zoom=3", "explore_map").json()
    assert drawn["squares"]
    placed = sum(1 for i in incidents if i.place and i.place.lat is not None)
    assert sum(n for _, _, n in drawn["squares"]) + sum(a["n"] for a in drawn["areas"]) == placed
    south, west, number = drawn["squares"][0]
    assert drawn["words"][str(number)].startswith(f"{number} incident")
    assert south % drawn["size"] == pytest.approx(-90 % drawn["size"], abs=1e-3)
    assert drawn["extent"][0][0] <= south
    assert west >= -180


def test_a_map_is_small_however_many_incidents_there_are(room):  # noqa: ARG001  (words need a room)
    precision = tuple((p.value, 123_456) for p in PlacePrecision)
    cells = [Cell(n / 7, -n / 7, 999_999, 0, precision) for n in range(MOST_CELLS)]
    drawn = map_record(exploring.MapPart((), Cells(0.7, tuple(cells), 9)), codebook_labels())
    assert len(json.dumps(drawn)) < 300_000


@pytest.fixture
def fine(project, incidents):
    """One of the incidents is known to a door."""
    held = opened(project.path)
    changed = [replace(incidents[0], place=FINE), *incidents[1:]]
    held.begin_run("add", {})
    held.replace_links(listed.links(list(held.readings()), changed))
    held.finish_run({})
    return changed[0]


@pytest.mark.usefixtures("fine")
@pytest.mark.parametrize("drawn", [1, 300])
def test_no_position_below_a_town_is_finer_than_a_tenth_of_a_degree(viewer, monkeypatch, drawn):
    monkeypatch.setattr(exploring, "DRAWN", drawn)
    for query in ("", "zoom=18&frame=41.2,12.5,41.3,12.6", "zoom=30"):
        for name in ("explore", "explore_map"):
            text = get(viewer, query, name).content.decode()
            assert "12.53" not in text
            assert "41.268" not in text


@pytest.mark.usefixtures("fine")
def test_narrowing_a_box_tells_no_more_than_the_rounded_position(viewer):
    inside = Box(41.26, 12.49, 41.27, 12.5)  # does not hold the point, but a tenth of a degree around does
    query = QueryDict(mutable=True)
    query["bbox"], query["place"] = str(inside), FINE.name
    assert shown(viewer, query.urlencode()).whole == 1
    query["bbox"] = "41.36,12.5,41.4,12.6"
    assert shown(viewer, query.urlencode()).whole == 0


@pytest.mark.usefixtures("incidents")
def test_a_view_is_kept_by_name_for_its_owner_and_taken_away_again(member):
    viewer, other = member(Role.VIEWER), member(Role.ANALYST)
    for query in ("method=raid", "method=shelling&after=x"):
        kept = viewer.post(reverse("keep_view", args=[SLUG]), {"name": " Raids  in March ", "query": query})
        assert kept.status_code == 302
    (view,) = SavedView.objects.all()
    assert (view.name, view.query) == ("Raids in March", "method=shelling")
    assert "Raids in March" in get(viewer).content.decode()
    assert "Raids in March" not in get(other).content.decode()
    gone = reverse("drop_view", args=[SLUG])
    assert other.post(gone, {"name": view.name}).status_code == 404
    assert viewer.post(gone, {"name": view.name}).status_code == 302
    assert not SavedView.objects.exists()


@pytest.mark.usefixtures("incidents")
def test_a_view_has_a_name_and_a_filter_that_can_be_read(viewer):
    keep = reverse("keep_view", args=[SLUG])
    for form in (
        {"name": " ", "query": ""},
        {"name": "x" * 81, "query": ""},
        {"name": "x", "query": "start=x"},
    ):
        assert viewer.post(keep, form).status_code == 400
    assert not SavedView.objects.exists()


@pytest.mark.usefixtures("incidents")
def test_nobody_else_gets_in(member):
    for name in ("explore", "explore_map"):
        assert get(member(None, name=f"out-{name}"), name=name).status_code == 404
        assert get(member("anonymous"), name=name).status_code == 302
    assert member(None, name="out").post(reverse("keep_view", args=[SLUG])).status_code == 404


def test_days_the_wrong_way_round_are_told_in_the_language_of_the_page(member):
    client = member(Role.VIEWER)
    client.cookies["django_language"] = "ar"
    answer = client.get(reverse("explore", args=[SLUG]), {"start": "2031-12-31", "end": "2031-01-01"})
    assert answer.status_code == 400
    assert "give the first day first" not in answer.content.decode()
    assert "31" in answer.content.decode()
