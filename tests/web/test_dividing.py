"""Incidents merged, split, told apart in the room: each with a reason, each taken back in one go."""

from functools import partial

import pytest
from django.urls import reverse
from lxml import html

from store.conftest import CONTENTS, copied
from web.conftest import SLUG, furnish
from witnessmark import pipeline
from witnessmark.model.decision import Judgement, in_force
from witnessmark.pipeline import decisions
from witnessmark.pipeline.decisions import By
from witnessmark.store.case import Case
from witnessmark.web import work
from witnessmark.web.rights import Role

REASON = "the second strike was another day"
STORIES = {
    "harbour.txt": "HARBOUR STRUCK, 4 May 2031\n\nAn air strike killed 7 civilians in Aleppo on 2 May 2031, "
    "medics said. The shelling of a market wounded 12 people in Homs on 3 May 2031, residents said.\n",
    "market.txt": "A MARKET HIT, 5 May 2031\n\nArtillery shells killed 3 civilians in Idlib on 4 May 2031, "
    "rescuers said.\n",
}


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))


def tell(root, stories=STORIES):
    """Add the stories to the case there, and link them."""
    for name, text in stories.items():
        (root.parent / name).write_text(text, encoding="utf-8")
    with Case.open(root) as case:
        case.begin_run("add", {})
        list(pipeline.add(case, [root.parent / name for name in stories]))
        pipeline.update(case)
        case.finish_run({})


CONTENTS["told"] = partial(furnish, content=tell)


@pytest.fixture
def told(engine, request, tmp_path):
    """A case with three incidents in two reports."""
    yield from copied(engine, "told", request, tmp_path)


@pytest.fixture
def filled(told):
    """In the place of the invented case: what the room is over."""
    return told


def events(case: Case):
    return [i for i in case.incidents() if i.kind == "incident"]


def standing(case: Case):
    return sorted(map(str, case.incidents()))


def send(client, incident, action, **more):
    data = {"action": action, "reason": REASON, **more}
    return client.post(reverse("incident_decide", args=[SLUG, incident]), data, follow=True)


def undo(client, case):
    last = next(reversed([d for d in case.decisions() if d.supersedes is None]))
    incident = next(i.id for i in case.incidents() if set(last.subject) & set(i.claims))
    seen = " ".join(d.id for d in case.decisions())
    return send(client, incident, "undo", name=last.act or last.id, seen=seen)


def test_two_are_seen_side_by_side_merged_and_parted_again_in_one_go(member, told):
    client, before = member(Role.ANALYST), standing(told)
    one, other = events(told)[:2]
    beside = client.get(reverse("join", args=[SLUG, one.id]), {"other": other.id})
    assert beside.status_code == 200
    assert "They are one event: merge" in beside.content.decode()
    page = send(client, one.id, "merge", other=other.id)
    assert page.status_code == 200
    assert REASON in page.content.decode()
    assert any(set(one.claims) | set(other.claims) <= set(i.claims) for i in events(told))
    assert undo(client, told).status_code == 200
    assert standing(told) == before


def test_claims_are_split_off_and_come_back(member, told):
    client = member(Role.ANALYST)
    one, other = events(told)[:2]
    send(client, one.id, "merge", other=other.id)
    joined = next(i for i in events(told) if set(one.claims) <= set(i.claims))
    before = standing(told)
    seen = " ".join(d.id for d in told.decisions())
    tells = [c.id for c in told.recorded_claims(other.claims) if c.kind == "incident"]
    page = send(client, joined.id, "split", claims=tells, seen=seen)
    assert page.status_code == 200
    assert not any({one.claims[0], *tells} <= set(i.claims) for i in events(told))
    undo(client, told)
    assert standing(told) == before


def taken_back(client, address):
    """The first form of a page that takes back is sent as the page has it."""
    root = html.document_fromstring(client.get(address).content)
    form = next(f for f in root.iter("form") if {"undo"} & {*f.fields.keys(), f.fields.get("action")})
    return client.post(form.get("action"), {**form.fields, "reason": "it was that strike"})


def test_what_became_of_a_claim_is_told_where_its_incident_is(member, told):
    """A rejected claim is in no incident any more: who rejected it, why, and its words stay on the page."""
    client = member(Role.ANALYST)
    incident = next(i for i in events(told) if len(i.claims) > 1)
    claims = [c for r in told.readings() for c in r.claims if c.id in incident.claims]
    counted = next(c for c in claims if c.count is not None)
    other = next(c for c in claims if c.id != counted.id and c.count is None)

    def sent(name, claim, **more):
        asked = {"claim": claim.id, "seen": "", **more}
        answer = client.post(reverse(f"document_{name}", args=[SLUG, claim.doc]), asked)
        assert answer.status_code == 302

    def history():
        (now,) = told.incidents_of([counted.id])
        found = html.fromstring(client.get(reverse("incident", args=[SLUG, now.id])).content)
        return " ".join(found.get_element_by_id("history").text_content().split())

    was = counted.count.value
    more = dict.fromkeys(("value", "low", "high"), str(was + 1))
    sent("correct", counted, reason="the text says so", **more)
    sent("judge", other, judgement="reject", reason="told of another town")
    page = history()
    assert "corrected" in page
    assert f"{was} civilians killed → {was + 1} civilians killed" in page
    assert "told of another town" in page
    assert " ".join(other.quote.split()) in page
    made = list(told.decisions())[-1].id
    sent("judge", other, undo=made, seen=made, reason="it was this one")
    assert "it was this one" in history()


def test_what_was_there_before_did_not_come_meanwhile(member, told):
    client = member(Role.ANALYST)
    one, other = events(told)[:2]
    send(client, one.id, "merge", other=other.id)
    joined = next(i for i in events(told) if set(one.claims) <= set(i.claims))
    before = standing(told)
    tells = [c.id for c in told.recorded_claims(other.claims) if c.kind == "incident"]
    page = send(client, joined.id, "split", claims=tells, seen=" ".join(d.id for d in told.decisions()))
    parted = [d for d in told.decisions() if d.act == [*told.decisions()][-1].act]
    assert not any(d.id in m.message for d in parted for m in page.context["messages"])
    here = page.redirect_chain[-1][0]
    assert taken_back(client, here).status_code == 302
    assert standing(told) == before


def test_what_was_decided_in_one_go_is_taken_back_from_the_page_of_one_claim(member, told):
    client = member(Role.ANALYST)
    claims = [c for r in told.readings() for c in r.claims][:3]
    made = decisions.each([[c.id] for c in claims], Judgement.ACCEPT, By("ada", human=True), REASON)
    told.decide(*made)
    address = reverse("document", args=[SLUG, claims[0].doc])
    assert taken_back(client, f"{address}?claim={claims[0].id}").status_code == 302
    assert not in_force(list(told.decisions()))


def test_a_claim_is_moved_to_another_incident_and_comes_back(member, told):
    client = member(Role.ANALYST)
    one, other, third = events(told)[:3]
    send(client, one.id, "merge", other=other.id)
    joined = next(i for i in events(told) if set(one.claims) <= set(i.claims))
    before = standing(told)
    tells = [c.id for c in told.recorded_claims(other.claims) if c.kind == "incident"]
    beside = client.get(reverse("join", args=[SLUG, joined.id]), {"other": third.id, "claims": tells})
    assert beside.status_code == 200
    seen = " ".join(d.id for d in told.decisions())
    page = send(client, joined.id, "move", claims=tells, other=third.id, seen=seen)
    assert page.status_code == 200
    assert REASON in page.content.decode()
    assert any({*tells, third.claims[0]} <= set(i.claims) for i in events(told))
    assert not any({*tells, one.claims[0]} <= set(i.claims) for i in events(told))
    undo(client, told)
    assert standing(told) == before
    assert send(client, joined.id, "move", claims=tells, other=joined.id, seen=seen).status_code == 400


def test_who_may_not_decide_changes_nothing_and_sees_no_form(member, told):
    client, before = member(Role.VIEWER), standing(told)
    one, other = events(told)[:2]
    assert send(client, one.id, "merge", other=other.id).status_code == 403
    assert client.get(reverse("join", args=[SLUG, one.id]), {"other": other.id}).status_code == 403
    text = client.get(reverse("incident", args=[SLUG, one.id])).content.decode()
    assert reverse("incident_decide", args=[SLUG, one.id]) not in text
    assert (standing(told), list(told.decisions())) == (before, [])


@pytest.mark.parametrize(
    "asked",
    [
        {"action": "merge", "other": ""},
        {"action": "split"},
        {"action": "sell"},
        {"action": "undo", "name": "f" * 64},
        {"action": "merge", "reason": " "},
    ],
)
def test_nonsense_is_told_and_nothing_is_kept(member, told, asked):
    one, other = events(told)[:2]
    data = {"other": other.id, **asked}
    assert send(member(Role.ANALYST), one.id, data.pop("action"), **data).status_code == 400
    assert list(told.decisions()) == []


def test_with_four_eyes_a_merge_counts_once_a_second_person_confirms(member, told, project):
    project.four_eyes = True
    project.save()
    author, second = member(Role.REVIEWER, name="ada"), member(Role.REVIEWER, name="omar")
    one, other = events(told)[:2]
    page = send(author, one.id, "merge", other=other.id)
    assert "waits for a second person" in page.content.decode()
    assert "Why you agree" not in page.content.decode()
    assert {one.id, other.id} <= {i.id for i in events(told)}
    made = list(told.decisions())
    seen = " ".join(d.id for d in made)
    name = made[0].act or made[0].id
    assert send(author, one.id, "confirm", name=name, seen=seen).status_code == 400
    assert "Why you agree" in second.get(reverse("incident", args=[SLUG, one.id])).content.decode()
    assert send(second, one.id, "confirm", name=name, seen=seen).status_code == 200
    assert any(set(one.claims) | set(other.claims) <= set(i.claims) for i in events(told))


def test_the_incident_of_a_claim_is_found_by_the_claim(member, told):
    (one, *_) = events(told)
    away = member(Role.VIEWER).get(reverse("incident_of", args=[SLUG, one.claims[0]]))
    assert away["Location"] == reverse("incident", args=[SLUG, one.id])
    assert member(Role.REVIEWER).get(reverse("incident_of", args=[SLUG, "f" * 64])).status_code == 404


@pytest.fixture
def renamed(member, told):
    """The page of an incident before somebody who does not know that a claim left it since."""
    client = member(Role.ANALYST)
    incident = next(i for i in events(told) if len(i.claims) > 1)
    address = reverse("incident", args=[SLUG, incident.id])
    page = html.fromstring(client.get(address).content)
    gone = [incident.claims[-1]]
    told.decide(*decisions.each([gone], Judgement.REJECT, By("Bora"), "told of another town"))
    pipeline.update(told)
    (now,) = told.incidents_of(incident.claims[:1])
    assert now.id != incident.id
    return client, address, page, now


def test_an_address_that_was_kept_leads_to_what_the_claims_are_in_by_now(renamed):
    client, address, page, now = renamed
    (of,) = page.xpath("//@data-of")
    there = client.get(address, {"of": of}, follow=True)
    assert there.redirect_chain == [(reverse("incident", args=[SLUG, now.id]), 302)]
    assert "changed since" in there.content.decode()
    assert client.get(address).status_code == client.get(address, {"of": "x y"}).status_code == 404


def test_a_form_of_an_incident_that_is_another_by_now_comes_back_on_its_page(renamed, told):
    client, address, page, now = renamed
    (form,) = page.xpath("//form[@id='claims-form']")
    sent = {f.get("name"): f.get("value") for f in form.xpath(".//input[@type='hidden']")}
    sent |= {"reason": "the second strike hit another street", "claims": now.claims[0]}
    headers = {"accept": "text/html", "referer": f"http://localhost{address}"}
    answer = client.post(form.get("action"), sent, headers=headers, follow=True)
    ((there, _),) = answer.redirect_chain
    assert there.partition("#")[0] == reverse("incident", args=[SLUG, now.id])
    assert "is another by now" in answer.content.decode()
    assert "the second strike hit another street" in answer.content.decode()
    assert len(list(told.decisions())) == 1
    assert client.post(form.get("action"), sent).status_code == 400  # a program is told so
    assert client.post(form.get("action"), sent | {"of": "x"}).status_code == 404
