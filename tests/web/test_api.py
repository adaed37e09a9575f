"""The interface for programs: what it gives to whom, page by page, and what it says where it does not."""

import json
from itertools import pairwise

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from web.conftest import SLUG, confirmed
from witnessmark.publish.protect import FINE
from witnessmark.web.rights import Role

LISTS = ("documents", "claims", "incidents", "pairs", "decisions", *(
    f"waiting/{name}" for name in ("documents", "pairs", "claims", "second", "failures")
))  # fmt: skip


def at(rest):
    return f"/api/p/{SLUG}/{rest}"


def post(client, rest, **body):
    return client.post(at(rest), json.dumps(body), content_type="application/json")


@pytest.mark.parametrize("what", LISTS)
def test_a_list_is_the_same_whole_and_page_by_page(program, what):
    client = program(Role.VIEWER)
    whole = client.get(at(what), {"limit": 500}).json()
    page, items = {"after": ""}, []
    while page["after"] is not None:
        more = {"after": page["after"]} if page["after"] else {}
        page = client.get(at(what), {"limit": 2, **more}).json()
        items += page["items"]
    assert items == whole["items"]
    assert whole["after"] is None
    waiting = client.get(at("waiting")).json()
    assert waiting.get(what.removeprefix("waiting/"), len(items)) == len(items) or "/" not in what


@pytest.mark.parametrize("what", ["document", "claim", "incident"])
def test_one_of_a_list_is_found_by_its_id(program, what):
    client = program(Role.VIEWER)
    first = client.get(at(f"{what}s")).json()["items"][0]
    assert client.get(at(f"{what}s/{first['id']}")).json() == first
    assert client.get(at(f"{what}s/none")).status_code == 404


def test_a_reading_has_all_that_is_around_a_document(program):
    client = program(Role.VIEWER)
    document = client.get(at("documents")).json()["items"][0]
    found = client.get(at(f"readings/{document['id']}")).json()
    assert found["document"] == document
    assert {c["record"] for c in found["claims"]} == {"claim"}
    assert found["lineage"]["documents"]
    assert found["received"]["sha256"] == document["sha256"]
    for claim in found["claims"]:
        assert document["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert client.get(at(f"claims/{claim['id']}/incident")).json() in found["incidents"]


def test_incidents_come_by_the_filter_of_the_page(program):
    client = program(Role.VIEWER)
    whole = client.get(at("incidents")).json()["items"]
    asked = {"place": "Norvale", "kind": "incident", "start": "2031-01-01", "end": "2031-12-31"}
    found = client.get(at("incidents"), asked).json()["items"]
    assert found == [i for i in whole if i["kind"] == "incident" and i["place"]]
    assert client.get(at("counts"), asked).json()["whole"] == len(found)
    assert client.get(at("incidents"), asked | {"place": "Elsewhere"}).json()["items"] == []
    wrong = client.get(at("incidents"), {"start": "2031-12-31", "end": "2031-01-01"})
    assert (wrong.status_code, wrong.json()["detail"][:4]) == (400, "end:")


def test_figures_are_those_of_the_totals_page(program, member):
    client, scope = program(Role.VIEWER), {"place": "Norvale"}
    told = client.get(at("tallies"), scope).json()
    page = member(Role.VIEWER, name="reading").get(f"/p/{SLUG}/tallies/", scope).context["sheet"]
    assert (told["counted"], told["all_totals"]) == (page.incidents, page.all_totals)
    supported = [c.supported for c in page.compared if c.supported is not None]
    assert told["figures"]
    assert sorted(f["incidents"] for f in told["figures"]) == sorted(s.incidents for s in supported)
    alone = client.get(at("figures"), scope).json()
    assert alone == {name: told[name] for name in ("figures", "counted", "left")}
    elsewhere = client.get(at("figures"), {"place": "Elsewhere"}).json()
    assert (elsewhere["figures"], elsewhere["counted"]) == ([], 0)


def test_codes_are_those_that_fields_take(program):
    codes = program(Role.VIEWER).get("/api/codes").json()
    assert {"shelling"} <= codes["axes"]["methods"].keys()
    assert {"killed"} <= codes["axes"]["measures"].keys()


def test_a_key_opens_no_more_than_its_scope_and_its_person(program):
    for role, scope, acts, export in (
        (Role.ADMINISTRATOR, "read", 403, 403),
        (Role.ADMINISTRATOR, "acts", 200, 403),
        (Role.ADMINISTRATOR, "publish", 403, 200),
        (Role.PUBLISHER, "acts", 403, 403),
        (Role.REVIEWER, "publish", 403, 403),
    ):
        client = program(role, scope, name=f"{role}-{scope}")
        assert [client.get(at(what)).status_code for what in ("acts", "people")] == [acts, acts]
        assert post(client, "exports/json").status_code == export, (role, scope)
    body = {"judgement": "reject", "claims": ["x"], "reason": "so"}
    for role, scope in ((Role.PUBLISHER, "read"), (Role.VIEWER, "decide"), (Role.PUBLISHER, "publish")):
        client = program(role, scope, name=f"{role}-{scope}")
        assert post(client, "decide/claims", **body).status_code == 403


def test_a_key_is_worth_what_its_maker_may_at_the_moment(program):
    from witnessmark.web.models import Membership

    client = program(Role.ADMINISTRATOR, "acts")
    Membership.objects.update(role="viewer")
    assert client.get(at("acts")).status_code == 403
    assert client.get("/api/projects").json()[0]["rights"] == ["read"]
    Membership.objects.all().delete()
    assert client.get(at("documents")).status_code == 404


def test_a_key_opens_its_own_project_alone_and_not_the_pages(program, project):
    from witnessmark.web.models import Membership, Project

    client = program(Role.VIEWER)
    other = Project.objects.create(slug="other", path=f"{project.path}-other", title="Other")
    Membership.objects.create(user=get_user_model().objects.get(), project=other, role="viewer")
    assert client.get("/api/p/other/documents").status_code == 404
    assert [p["slug"] for p in client.get("/api/projects").json()] == [SLUG]
    assert client.get(f"/p/{SLUG}/").status_code == 302


@pytest.mark.parametrize("key", ["wm_none", "", "ключ"])
def test_no_key_that_is_none_opens_anything(room, key):
    assert room.cases
    told = Client(headers={"host": "localhost", "authorization": f"Bearer {key}"}).get("/api/projects")
    assert (told.status_code, told["WWW-Authenticate"]) == (401, "Bearer")


def test_what_expired_opens_nothing(program):
    from django.utils import timezone

    from witnessmark.web.models import Token

    client = program(Role.VIEWER)
    Token.objects.update(expires=timezone.now())
    assert client.get("/api/projects").status_code == 401


def test_a_session_needs_its_second_factor_and_the_token_of_its_forms(member):
    from allauth.mfa.models import Authenticator

    browser = member(Role.ANALYST)
    assert browser.get(at("documents")).status_code == 200
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    strict.cookies = browser.cookies
    body = {"documents": ["none"], "reason": "so"}
    assert post(strict, "decide/read", **body).status_code == 403
    assert post(browser, "decide/read", **body).status_code == 404
    Authenticator.objects.all().delete()
    assert browser.get(at("documents")).status_code == 401


def test_what_leaves_is_noted_and_a_session_confirms_who_it_is_first(member, program, filled):
    browser = member(Role.PUBLISHER)
    told = post(browser, "exports/csv")
    assert (told.status_code, "reauthenticate" in told.json()["detail"]) == (403, True)
    assert post(confirmed(browser), "exports/csv").status_code == 200
    client = program(Role.PUBLISHER, "publish", name="exporting")
    page = client.get(at("incidents"), {"place": "Norvale"}).json()["items"]
    exported = client.post(f"{at('exports/json')}?place=Norvale")
    assert json.loads(exported.getvalue()) == page
    document = client.get(at("documents")).json()["items"][0]
    received = post(client, f"received/{document['id']}")
    assert (received.status_code, received.content.decode()) in {(200, document["text"]), (500, "")}
    assert post(client, "report").content.startswith(b"<!doctype html>")
    noted = [(act.who, str(act.deed), act.subject) for act in filled.acts(3)]
    assert noted == [
        ("exporting", "published", "report"),
        ("exporting", "saw_bytes", document["sha256"]),
        ("exporting", "exported", f"{len(page)} incidents, json, place=Norvale"),
    ]


def test_no_position_finer_than_a_town_leaves(program):
    for item in program(Role.PUBLISHER).get(at("incidents"), {"limit": 500}).json()["items"]:
        place = item["place"]
        if place and place["lat"] is not None and place["precision"] in FINE:
            assert (place["lat"], place["lon"]) == (round(place["lat"], 1), round(place["lon"], 1))


def test_acts_come_latest_first(program):
    client = program(Role.ADMINISTRATOR, "acts")
    places = [act["place"] for act in client.get(at("acts")).json()["items"]]
    assert all(one > next_ for one, next_ in pairwise(places))


@pytest.mark.parametrize(
    ("method", "rest", "status"),
    [
        ("get", "documents/none", 404),
        ("get", "nowhere", 404),
        ("get", "acts", 403),
        ("get", "claims?limit=0", 422),
        ("get", "claims?after=x", 422),
        ("get", "judged?" + "&".join(["on=x"] * 5000), 400),
        ("get", "incidents?end=2031-01-01&start=2031-01-02", 400),
        ("post", "documents", 405),
        ("post", "decide/read", 400),
        ("get", "../../p/other/claims", 404),
    ],
)
def test_every_refusal_has_one_shape_and_says_what_to_do(program, method, rest, status):
    told = getattr(program(Role.VIEWER), method)(at(rest))
    assert (told.status_code, sorted(told.json())) == (status, ["detail", "remedy"])
    assert all(told.json().values())
    assert (status != 405) or told["Allow"] == "GET"
