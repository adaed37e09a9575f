"""The page of totals: what is asked for, what is counted, what stands beside."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from store import made
from web.conftest import SLUG
from witnessmark.model.figure import Figure
from witnessmark.model.ids import content_id
from witnessmark.model.incident import AuditLine, IncidentKind
from witnessmark.model.links import Links
from witnessmark.web.rights import Role


@pytest.fixture
def listed(filled):
    """An incident of 3 March with four killed, and a total of that March."""
    lineages, (known,), _ = made.views(list(filled.readings()))
    four = Figure("killed", "civilians", 4, 4, 4, "single_origin_exact", known.claims[:1])
    event = replace(known, date=(date(2031, 3, 3), date(2031, 3, 3)), figures=(four,), audit=())
    nine = Figure("killed", "civilians", 9, 9, 9, "single_origin_exact", known.claims[:1])
    total = replace(
        event,
        id=content_id("incident", {"total": 1}),
        kind=IncidentKind.AGGREGATE,
        date=(date(2031, 3, 1), date(2031, 3, 31)),
        figures=(nine,),
        audit=(AuditLine("4 + 6 = 9", holds=False, claims=known.claims[:1]),),
    )
    filled.replace_links(Links(lineages, [event, total], []))
    return event, total


def page(client, **query):
    return client.get(reverse("tallies", args=[SLUG]), query)


@pytest.mark.usefixtures("listed")
def test_a_total_stands_beside_the_sum_of_its_period_with_its_audit(member):
    text = page(member(Role.VIEWER), start="2031-03-01", end="2031-03-31").content.decode()
    assert "1 incident is counted." in text
    assert "<b>4</b></td>" in text
    assert "sum over incidents: 4" in text
    assert "9 civilians killed" in text
    assert "does not add up" in text


@pytest.mark.usefixtures("listed")
def test_what_lies_outside_the_days_is_neither_counted_nor_listed(member):
    text = page(member(Role.VIEWER), start="2031-05-01", end="2031-05-31").content.decode()
    assert "0 incidents are counted." in text
    assert "civilians killed" not in text


@pytest.mark.usefixtures("listed")
def test_place_and_party_narrow_it(member):
    client = member(Role.VIEWER)
    assert "1 incident is counted." in page(client, place="norvale").content.decode()
    assert "0 incidents are counted." in page(client, place="Elsewhere").content.decode()
    text = page(client, party="SYR_GOV").content.decode()
    assert "it is attributed to nobody: 1</summary>" in text
    assert '<option value="SYR_GOV" selected>' in text


@pytest.fixture
def many(filled, listed):
    """Two thousand of that incident, as many of that total, and as many allegations."""
    event, total = listed
    lineages = list(filled.lineages())
    alleged = replace(event, kind=IncidentKind.ALLEGATION)
    every = [
        replace(one, id=content_id("incident", {"n": n, "kind": one.kind}))
        for n in range(2000)
        for one in (event, total, alleged)
    ]
    filled.replace_links(Links(lineages, every, []))


@pytest.mark.usefixtures("many")
def test_all_are_added_up_and_of_what_is_only_named_the_first_are_named(member):
    text = page(member(Role.VIEWER), start="2031-03-01", end="2031-03-31").content.decode()
    assert "2000 incidents are counted." in text
    assert "<b>8,000</b></td>" in text
    assert "sum over incidents: 2,000 certain, 2,000 in all" in text
    assert "not verified: 2000</summary>" in text
    assert "and 1980 more" in text
    assert "The first 50 of 2000 totals are listed." in text
    assert len(text) < 300_000


@pytest.mark.parametrize("query", [{"start": "soon"}, {"start": "2031-04-01", "end": "2031-03-01"}])
def test_days_that_are_none_are_told(member, query):
    assert page(member(Role.VIEWER), **query).status_code == 400
