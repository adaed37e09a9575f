"""What leaves the room: to whom, after what, noted where, and that it is what was on the screen."""

import csv
import io
import json

import pytest
from django.urls import reverse

from web.conftest import PASSWORD, SLUG
from web.test_explore import filled, fine, incidents  # noqa: F401  (fixtures)
from witnessmark.model.record import from_record
from witnessmark.web.cases import opened
from witnessmark.web.rights import Role

FORMS = ("csv", "json", "geojson")
LEFT = {"exported", "published"}


def away(name, query=""):
    return f"{reverse(name, args=[SLUG])}?{query}"


@pytest.fixture
def publisher(member):
    """Somebody who may publish, and has just confirmed who they are."""
    client = member(Role.PUBLISHER)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def acts(project):
    return [a for a in opened(project.path).acts() if a.deed in LEFT]


def exported(client, form, query=""):
    answer = client.post(away("export", query), {"form": form})
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment;")
    return b"".join(answer.streaming_content).decode()


def ids(form, text):
    if form == "csv":
        return [row["id"] for row in csv.DictReader(io.StringIO(text))]
    read = json.loads(text)
    return [from_record(r).id for r in read] if form == "json" else [f["id"] for f in read["features"]]


@pytest.mark.usefixtures("incidents")
@pytest.mark.parametrize("form", FORMS)
def test_what_leaves_is_what_the_filter_shows_and_it_is_noted(publisher, project, form):
    query = "method=shelling&undated=included&start=2031-03-01"
    page = publisher.get(away("explore", query)).context["shown"]
    assert ids(form, exported(publisher, form, query)) == [line.id for line in page.lines]
    (act,) = acts(project)
    assert (act.who, act.deed) == ("some-publisher", "exported")
    assert f"{page.whole} incidents, {form}, start=2031-03-01" in act.subject


def test_a_long_list_leaves_whole(publisher, incidents, monkeypatch):  # noqa: F811  (fixtures)
    monkeypatch.setattr("witnessmark.web.exploring.PIECE", 7)
    assert sorted(ids("json", exported(publisher, "json"))) == sorted(i.id for i in incidents)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_below_a_town_leaves_fine(publisher, fine, form):  # noqa: F811  (fixtures)
    text = exported(publisher, form, "place=clinic")
    assert fine.id in text
    assert "12.532" not in text
    assert "41.268" not in text


def test_the_report_is_the_one_of_the_command(publisher, project):
    answer = publisher.post(away("report"))
    text = answer.content.decode()
    assert text.startswith("<!doctype html>")
    assert "Norvale" in text
    assert [a.deed for a in acts(project)] == ["published"]


def test_before_anything_leaves_one_confirms_who_one_is(member, project):
    client = member(Role.ADMINISTRATOR)
    asked = [
        client.get(away("exports")),
        client.post(away("report")),
    ]
    for answer in asked:
        assert (answer.status_code, "/account/reauthenticate/" in answer["Location"]) == (302, True)
    answer = client.post(away("export", "grade=V2"), {"form": "csv"})
    assert answer["Location"] == away("exports", "grade=V2")  # which asks, and then has the form again
    assert acts(project) == []


@pytest.mark.parametrize("role", [r for r in Role if r not in (Role.PUBLISHER, Role.ADMINISTRATOR)])
def test_who_may_not_publish_gets_nothing_out(member, project, role):
    client = member(role)
    for answer in (client.get(away("exports")), client.post(away("export")), client.post(away("report"))):
        assert answer.status_code == 403
    assert "exports" not in client.get(away("explore")).content.decode()
    assert acts(project) == []


def test_nothing_leaves_by_a_link_or_in_an_unknown_form(publisher, project):
    assert publisher.get(away("export")).status_code == 405
    assert publisher.get(away("report")).status_code == 405
    assert publisher.post(away("export"), {"form": "xlsx"}).status_code == 400
    assert acts(project) == []


def test_the_page_says_how_many_would_leave(publisher, incidents):  # noqa: F811  (fixtures)
    text = publisher.get(away("exports")).content.decode()
    assert f"{len(incidents)} incidents" in text
