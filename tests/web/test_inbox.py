"""The inbox: what waits for a person, each thing once, and many decided at once."""

from dataclasses import replace

import pytest
from django.urls import reverse

from store import made
from web.conftest import SLUG
from witnessmark.model.decision import Judgement
from witnessmark.web import cases, work
from witnessmark.web.rights import Role

INBOX, BULK = reverse("inbox", args=[SLUG]), reverse("inbox_bulk", args=[SLUG])


@pytest.fixture
def held(project, monkeypatch):
    """The case of the room, up to date."""
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))
    assert work.linked(project.path)
    return cases.opened(project.path)


def lines(page, name):
    sections = {s["name"]: s["waiting"].lines for s in page.context["sections"]}
    return sections.get(name, ())


def test_what_waits_is_listed_with_how_much_there_is(member, held):
    page = member(Role.VIEWER).get(INBOX)
    counts = {s["name"]: s["count"] for s in page.context["sections"]}
    assert counts["documents"] == held.status()["documents"]
    assert counts["failures"] == held.status()["failures"]
    assert "second" not in counts  # nothing waits there
    assert "nothing to read: remove the file" in page.content.decode()
    assert 'name="chosen"' not in page.content.decode()  # a viewer decides nothing


def test_a_long_list_is_paged_and_nothing_comes_twice(member, held, monkeypatch):
    monkeypatch.setattr("witnessmark.web.views.inbox.PAGE", 3)
    client, after, seen = member(Role.VIEWER), "", []
    while True:
        page = client.get(INBOX, {"list": "documents", "after": after})
        (section,) = page.context["sections"]
        seen += [name for line in section["waiting"].lines for name in (line.id, *line.copies)]
        after = section["waiting"].after
        if not after:
            break
    assert sorted(seen) == sorted(r.document.id for r in held.readings())


def test_many_documents_are_marked_as_read_at_once_and_wait_no_more(member, held):
    client = member(Role.ANALYST)
    chosen = [line.id for line in lines(client.get(INBOX), "documents")][:2]
    send = {"list": "documents", "judgement": "read", "chosen": chosen, "reason": "read with the morning's"}
    client.post(BULK, send, follow=True)
    assert {d.subject for d in held.decisions()} == {(name,) for name in chosen}
    (act,) = {d.act for d in held.decisions()}
    assert act
    left = [line.id for line in lines(client.get(INBOX, {"list": "documents"}), "documents")]
    assert not set(chosen) & set(left)


def test_unsure_claims_are_rejected_at_once_and_wait_no_more(member, held):
    reading = made.reading(50)
    doubtful = replace(reading, claims=tuple(replace(c, confidence=0.2) for c in reading.claims))
    held.record(doubtful)
    assert work.linked(str(held.root))
    client = member(Role.ANALYST)
    names = [line.id for line in lines(client.get(INBOX), "claims")]
    assert sorted(names) == sorted(c.id for c in reading.claims)
    client.post(BULK, {"list": "claims", "judgement": "reject", "chosen": names, "reason": "an exercise"})
    assert {d.judgement for d in held.decisions()} == {Judgement.REJECT}
    assert not lines(client.get(INBOX), "claims")


def test_with_four_eyes_a_decision_waits_for_another_person(member, held, project):
    project.four_eyes = True
    project.save()
    claim = made.reading(0).claims[0].id
    author, second = member(Role.REVIEWER, name="author"), member(Role.REVIEWER, name="second")
    judge = reverse("document_judge", args=[SLUG, made.reading(0).document.id])
    author.post(judge, {"claim": claim, "judgement": "reject", "reason": "another day", "seen": ""})
    (decision,) = held.decisions()
    assert decision.four_eyes
    assert any(claim in i.claims for i in held.incidents())
    (line,) = lines(author.get(INBOX), "second")
    assert (line.own, line.made.id) == (True, decision.id)
    address = f"{reverse('document', args=[SLUG, made.reading(0).document.id])}?claim={claim}"
    assert address in second.get(INBOX).content.decode()  # who confirms can look at what it is
    (shown,) = second.get(address).context["shown"].chosen.decisions
    assert (shown.waits, shown.holds) == (True, False)
    assert "holds no more" not in second.get(address).content.decode()
    send = {"list": "second", "judgement": "confirm", "chosen": decision.id, "reason": "I agree"}
    assert author.post(BULK, send).status_code == 400
    assert member(Role.ANALYST).post(BULK, send).status_code == 403
    assert second.post(BULK, send | {"seen": decision.id}).status_code == 302
    assert not any(claim in i.claims for i in held.incidents())
    assert not lines(second.get(INBOX), "second")


def test_who_confirms_a_correction_sees_what_it_corrects(member, project):
    project.four_eyes = True
    project.save()
    claim = made.reading(0).claims[0]
    author, second = member(Role.ANALYST, name="author"), member(Role.REVIEWER, name="second")
    correct = reverse("document_correct", args=[SLUG, claim.doc])
    author.post(correct, {"claim": claim.id, "value": "77", "reason": "a slip", "seen": ""})
    (line,) = lines(second.get(INBOX), "second")
    assert line.made.changes[0].after.startswith("77 ")
    assert line.made.changes[0].after in second.get(INBOX).content.decode()


def test_nothing_is_decided_without_a_choice_a_reason_or_a_right(member, held):
    doc = made.reading(0).document.id
    send = {"list": "documents", "judgement": "read", "chosen": doc, "reason": "read"}
    analyst = member(Role.ANALYST)
    for wrong in ({"chosen": ""}, {"reason": " "}, {"judgement": "same"}, {"list": "failures"}):
        assert analyst.post(BULK, send | wrong).status_code == 400
    assert member(Role.VIEWER).post(BULK, send).status_code == 403
    assert member(None).post(BULK, send).status_code == 404
    assert member("anonymous").post(BULK, send).status_code == 302
    assert analyst.get(INBOX, {"list": "strange"}).status_code == 404
    assert list(held.decisions()) == []
