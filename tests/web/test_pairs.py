"""Two reports side by side: what agrees, what differs, judged, and the next one."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from lxml import html

from store.test_judgements import READINGS
from web.conftest import SLUG
from witnessmark import pipeline
from witnessmark.model.decision import Judgement
from witnessmark.web import cases, work
from witnessmark.web.deciding import judged
from witnessmark.web.permissions import get_desk_for
from witnessmark.web.rights import Role

PAIRS, JUDGE = "pairs", "pair_judge"


@pytest.fixture
def held(project, monkeypatch):
    """The case of the room, with pairs that are open."""
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))
    case = cases.opened(project.path)
    for reading in READINGS:
        case.record(reading)
    pipeline.rebuild(case)
    assert case.waiting()["open_pairs"] > 1
    return case


def at(name):
    return reverse(name, args=[SLUG])


def form(page, **more):
    """What a browser would send of the pair on the page."""
    shown = page.context["shown"]
    return {"a": shown.a, "b": shown.b, "seen": shown.seen, "after": page.context["after"]} | more


def test_a_pair_shows_both_reports_and_what_agrees_and_differs(member, held):
    page = member(Role.VIEWER).get(at(PAIRS))
    shown = page.context["shown"]
    first = held.open_pairs(limit=1).items[0]
    assert {shown.a, shown.b} == {first.a, first.b}
    body = page.content.decode()
    for side in shown.sides:
        assert reverse("document", args=[SLUG, side.doc]) in body
    compared = len(shown.agrees) + len(shown.differs)
    assert compared
    assert all(c.bits > 0 for c in shown.agrees)
    assert all(c.bits < 0 for c in shown.differs)
    assert 'data-key="s"' not in body  # a viewer may not judge


@pytest.mark.parametrize("verdict", [Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE])
def test_one_key_judges_and_the_next_pair_comes(member, held, verdict):
    client = member(Role.ANALYST)
    before = client.get(at(PAIRS))
    body = before.content.decode()
    assert all(f'data-key="{key}"' in body for key in "sdu")
    send = form(before, judgement=verdict.value, reason="")
    after = client.post(at(JUDGE), send, follow=True)
    (made,) = held.decisions()
    assert (set(made.subject), made.judgement) == ({send["a"], send["b"]}, verdict)
    assert made.reason.startswith("read side by side; agrees: ")
    assert {after.context["shown"].a, after.context["shown"].b} != {send["a"], send["b"]}
    (way,) = [
        m.get("href")
        for m in html.document_fromstring(after.content).xpath("//p[contains(@class,'message')]/a")
    ]
    judged_pair = client.get(way).context["shown"]
    assert {judged_pair.a, judged_pair.b} == {send["a"], send["b"]}


def test_another_s_judgement_meanwhile_is_shown_and_neither_is_lost(member, held):
    one, other = member(Role.ANALYST, name="one"), member(Role.ANALYST, name="other")
    page = one.get(at(PAIRS))
    other.post(at(JUDGE), form(page, judgement="different", reason="two villages"))
    asked = one.post(at(JUDGE), form(page, judgement="same", reason="one village, two names"))
    assert asked.status_code == 409
    assert "two villages" in asked.content.decode()
    kept = form(page, judgement="same", reason="one village, two names", anyway="1")
    assert one.post(at(JUDGE), kept).status_code == 302
    assert [(d.by, d.judgement.value) for d in held.decisions()] == [("other", "different"), ("one", "same")]


def test_a_judgement_is_taken_back_on_the_page_of_its_pair(member, held):
    client = member(Role.ANALYST)
    page = client.get(at(PAIRS))
    client.post(at(JUDGE), form(page, judgement="different", reason="two villages"))
    shown = page.context["shown"]
    again = client.get(at(PAIRS), {"a": shown.a, "b": shown.b})
    (made,) = held.decisions()
    assert made.reason in again.content.decode()
    back = client.post(at(JUDGE), form(again, undo=made.id, reason="I mixed them up"), follow=True)
    assert "holds no more" in back.content.decode()
    assert held.open_pairs(limit=1).items[0].judged == ()


def test_a_judgement_on_a_pair_that_linking_dropped_meanwhile_is_kept(member, held, monkeypatch):
    client = member(Role.ANALYST)
    page = client.get(at(PAIRS))
    monkeypatch.setattr(type(held), "candidate", lambda *_: None)
    after = client.post(at(JUDGE), form(page, judgement="different", reason=""))
    (made,) = held.decisions()
    shown = page.context["shown"]
    assert (after.status_code, set(made.subject)) == (302, {shown.a, shown.b})
    assert made.reason == "read side by side; linking does not compare the two"
    again = client.get(at(PAIRS), {"a": shown.a, "b": shown.b})
    assert "linking does not compare the two" in again.content.decode()
    assert {side.doc for side in again.context["shown"].sides} == {side.doc for side in shown.sides}


def test_two_reports_that_were_never_compared_can_be_judged_and_one_that_is_not_there_cannot(member, held):
    client = member(Role.ANALYST)
    docs = sorted(r.document.id for r in held.readings())[:2]
    if held.candidate(*docs) is not None:
        pytest.fail("the case has to hold two documents that were never compared")
    assert client.get(at(PAIRS), {"a": docs[1], "b": docs[0]}).context["shown"].a == docs[0]
    send = {"a": docs[0], "b": docs[1], "judgement": "different", "reason": "a fire and a flood"}
    assert client.post(at(JUDGE), send).status_code == 302
    assert [set(d.subject) for d in held.decisions()] == [set(docs)]
    for strange in ({"a": docs[0], "b": "x"}, {"a": docs[0], "b": docs[0]}):
        assert client.get(at(PAIRS), strange).status_code == 404
        assert client.post(at(JUDGE), send | strange).status_code == 404


def test_a_page_without_pairs_says_so_and_strange_addresses_are_refused(member, project):
    client = member(Role.ANALYST)
    assert "No pair" in client.get(at(PAIRS)).content.decode()
    assert client.get(at(PAIRS), {"a": "x", "b": "y"}).status_code == 404
    assert client.get(at(PAIRS), {"after": "nowhere"}).status_code == 400
    assert client.post(at(JUDGE), {"a": "x", "b": "y", "judgement": "same"}).status_code == 404
    assert project.slug == SLUG


def test_who_may_not_judge_does_not(member, held):
    send = form(member(Role.VIEWER, name="one").get(at(PAIRS)), judgement="same", reason="why")
    assert member(Role.VIEWER).post(at(JUDGE), send).status_code == 403
    assert member(None).post(at(JUDGE), send).status_code == 404
    assert member("anonymous").post(at(JUDGE), send).status_code == 302
    assert member(Role.ANALYST).post(at(JUDGE), send | {"judgement": "perhaps"}).status_code == 400
    assert list(held.decisions()) == []


def test_what_was_decided_on_one_of_the_two_before_is_not_called_meanwhile(member, held):
    client = member(Role.ANALYST)
    first = client.get(at(PAIRS)).context["shown"]
    assert member(Role.REVIEWER, name="omar")
    desk = get_desk_for(get_user_model().objects.get(username="omar"), SLUG)
    held.decide(*judged(desk, [[first.a]], Judgement.ACCEPT, "it says so"))
    send = form(client.get(at(PAIRS), {"a": first.a, "b": first.b}), judgement="different", reason="")
    assert client.post(at(JUDGE), send).status_code == 302
    assert [d.judgement.value for d in held.decisions()] == ["accept", "different"]
