"""The page of an incident: what it shows, and to whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse

from store import made
from web.conftest import SLUG
from witnessmark.model.ids import content_id
from witnessmark.model.incident import IncidentKind
from witnessmark.model.links import Links
from witnessmark.model.place import Place
from witnessmark.web import gathered
from witnessmark.web.rights import Role


@pytest.fixture
def known(project):
    """The one incident of the case."""
    from witnessmark.web.cases import opened

    (found,) = opened(project.path).incidents()
    return found


def page(client, incident):
    return client.get(reverse("incident", args=[SLUG, incident]))


def test_every_role_sees_an_incident_and_nobody_else_does(member, known):
    for role in Role:
        assert page(member(role), known.id).status_code == 200
    assert page(member(None), known.id).status_code == 404
    assert page(member("anonymous"), known.id).status_code == 302


def test_an_incident_that_is_not_there_is_missing(member):
    assert page(member(Role.VIEWER), "f" * 64).status_code == 404


def test_a_figure_opens_to_its_claims_and_to_what_was_set_aside_and_why(member, known):
    text = page(member(Role.VIEWER), known.id).content.decode()
    for part in ("<dd>2</dd>", "<dd>3</dd>", "<dd>open</dd>", "an earlier toll", "2 + 3 = 5", "flag"):
        assert part in text
    assert "killing 2 people" in text
    assert 'class="area"' in text


@pytest.fixture
def around(filled):
    """An event, and others of other documents: of which day, where, and of what kind."""
    lineages, (known,), _ = made.views(list(filled.readings()))
    first, *rest = filled.readings()
    day = date(2031, 3, 1)

    def event(name, **more):
        fields = {"claims": (), "figures": (), "audit": (), "documents": (rest[0].document.id,), **more}
        return replace(known, id=content_id("incident", {"n": name}), **{"date": (day, day), **fields})

    one = event("one", documents=(first.document.id,), claims=tuple(c.id for c in first.claims))
    others = {
        "that day": event("that day"),
        "day after": event("day after", date=(day + timedelta(1), None)),
        "same documents": event("same documents", documents=one.documents),
        "days after": event("days after", date=(day + timedelta(2), None)),
        "elsewhere": event("elsewhere", place=Place("Sorn", "town", "XXA", "Upper Lea", 12.6, 41.3)),
        "undated": event("undated", date=(None, None)),
        "total": event("total", kind=IncidentKind.AGGREGATE),
    }
    filled.replace_links(Links(lineages, [one, *others.values()], []))
    return one, others


def test_events_of_the_same_days_and_place_are_offered_to_be_merged_with(member, around, monkeypatch):
    one, others = around
    client = member(Role.ANALYST)
    sheet = page(client, one.id).context["sheet"]
    assert {n.id for n in sheet.beside} == {others["same documents"].id}
    assert {n.id for n in sheet.near} == {others["that day"].id, others["day after"].id}
    assert "Of the same days and place" in page(client, one.id).content.decode()
    assert page(client, others["undated"].id).context["sheet"].near == ()
    assert page(client, others["total"].id).context["sheet"].near == ()
    monkeypatch.setattr(gathered, "NEAR", 1)
    assert len(page(client, one.id).context["sheet"].near) == 1
