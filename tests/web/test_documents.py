"""Pages of documents: the text with its claims, judging one, the bytes as received."""

import pytest
from django.test import Client
from django.urls import reverse

from store import made
from web.conftest import SLUG
from witnessmark import codebook
from witnessmark.model.act import Deed
from witnessmark.model.actor import Role as ActorRole
from witnessmark.web import cases, work
from witnessmark.web.rights import ROLES, Right, Role
from witnessmark.web.shown.fields import values

DOC = made.reading(0).document.id
PERPETRATOR = ActorRole.PERPETRATOR.value
KILLED, STRUCK = (c.id for c in made.reading(0).claims)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))


def address(name, doc=DOC):
    return reverse(name, args=[SLUG, doc])


@pytest.fixture
def held(project):
    """The case of the room, to look into it."""
    return cases.opened(project.path)


def test_the_text_is_shown_with_each_claim_marked_by_its_kind(member):
    page = member(Role.VIEWER).get(address("document"), {"claim": KILLED}).content.decode()
    assert page.count("claim k-event") >= 2
    assert f"?claim={KILLED}#beside" in page
    assert f"?claim={STRUCK}#beside" in page
    beside = page[page.index('id="beside"') :]
    for told in ("killing 2 people", "at least 2 civilians killed", "Norvale", "medics", "grammar"):
        assert told in beside
    assert 'name="judgement"' not in page  # a viewer may not decide


def test_a_claim_is_rejected_and_that_taken_back(member, held):
    client = member(Role.ANALYST)
    send = {"claim": KILLED, "judgement": "reject", "reason": "it is of another day", "seen": ""}
    page = client.post(address("document_judge"), send, follow=True).content.decode()
    assert "it is of another day" in page
    assert "s-rejected" in page
    (decision,) = held.decisions()
    assert (decision.subject, decision.by, decision.human) == ((KILLED,), "some-analyst", True)
    assert not any(KILLED in i.claims for i in held.incidents())
    back = {"claim": KILLED, "undo": decision.id, "reason": "it is not", "seen": decision.id}
    page = client.post(address("document_judge"), back, follow=True).content.decode()
    assert "s-rejected" not in page
    assert any(KILLED in i.claims for i in held.incidents())


def test_who_decides_on_what_another_decided_meanwhile_is_asked_first(member, held):
    one, other = member(Role.ANALYST, name="one"), member(Role.REVIEWER, name="other")
    send = {"claim": KILLED, "judgement": "reject", "reason": "it is of another day", "seen": ""}
    assert one.post(address("document_judge"), send).status_code == 302
    own = send | {"judgement": "accept", "reason": "it says so"}
    asked = other.post(address("document_judge"), own)
    assert asked.status_code == 409
    assert "it is of another day" in asked.content.decode()
    assert len(list(held.decisions())) == 1
    (first,) = held.decisions()
    assert other.post(address("document_judge"), own | {"seen": first.id, "anyway": "1"}).status_code == 302
    assert [d.by for d in held.decisions()] == ["one", "other"]


def test_nothing_is_kept_without_a_reason_a_right_or_the_rooms_own_form(member, held):
    send = {"claim": KILLED, "judgement": "reject", "reason": " "}
    assert member(Role.ANALYST).post(address("document_judge"), send).status_code == 400
    send["reason"] = "it is of another day"
    assert member(Role.VIEWER).post(address("document_judge"), send).status_code == 403
    assert member(None).post(address("document_judge"), send).status_code == 404
    reviewer = member(Role.REVIEWER)
    assert reviewer.post(address("document_judge"), send | {"claim": "another"}).status_code == 404
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    strict.cookies = reviewer.cookies
    assert strict.post(address("document_judge"), send).status_code == 403
    assert list(held.decisions()) == []


def test_bytes_leave_as_a_file_for_those_who_may_and_that_is_noted(member, held):
    document = held.document(DOC)
    held.capture(document.path, document.text.encode())
    for role in Role:
        answer = member(role).get(address("document_bytes"))
        if Right.PUBLISH not in ROLES[role]:
            assert answer.status_code == 403
            continue
        assert answer.content == document.text.encode()
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"].startswith("attachment")
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
    saw = [(act.who, act.subject) for act in held.acts() if act.deed is Deed.SAW_BYTES]
    assert saw == [(f"some-{r}", document.sha256) for r in (Role.ADMINISTRATOR, Role.PUBLISHER)]


@pytest.mark.parametrize("name", ["document", "document_bytes"])
def test_a_document_is_there_only_for_those_in_its_project(member, name):
    assert member(None).get(address(name)).status_code == 404
    assert member("anonymous").get(address(name)).status_code == 302
    assert member(Role.ADMINISTRATOR).get(address(name, "no-such/document")).status_code == 404


def text(page):
    return " ".join(page.content.decode().split())


def test_a_claim_that_was_missed_is_added_by_its_words_and_is_its_incidents(member, held, monkeypatch):
    client, document = member(Role.ANALYST), held.document(DOC)
    quote = "the market of Norvale"
    send = {"quote": quote, "kind": "incident", "event_type": ["shelling"], "target": "market", "seen": ""}
    page = client.post(address("document_add"), send | {"reason": "it was hit"}, follow=True)
    (decision,) = held.decisions()
    added = decision.content
    assert (added["quote"], added["start"]) == (quote, document.text.index(quote))
    assert (added["event_type"], added["extractor"]) == (["shelling"], "person")
    beside = text(page)[text(page).index('id="beside"') :]
    assert "added" in beside
    assert "the market of Norvale" in beside
    (incident,) = (i for i in held.incidents() if decision.subject[0] in i.claims)
    of = reverse("incident", args=[SLUG, incident.id])
    assert quote in text(client.get(of))
    monkeypatch.setattr(work.linked, "__defaults__", (0.0,))
    monkeypatch.setattr(work, "bring_up_to_date", lambda _path: None)  # as while another process writes
    back = {"claim": decision.subject[0], "undo": decision.id, "reason": "it was not", "seen": decision.id}
    assert client.post(address("document_judge"), back).status_code == 302
    assert quote in text(client.get(of))


def test_a_number_of_a_group_that_is_no_code_is_corrected(member, held):
    (claim,) = held.recorded_claims([KILLED])
    assert claim.count.group not in codebook.load().taxonomy("groups")
    send = {"claim": KILLED, "seen": "", "reason": "it says so", **values(claim), "value": "5"}
    page = member(Role.ANALYST).post(address("document_correct"), send, follow=True)
    assert page.status_code == 200
    (made,) = held.decisions()
    assert (made.content["count"]["value"], made.content["count"]["group"]) == (5, claim.count.group)
    refused = member(Role.REVIEWER).post(
        address("document_correct"), send | {"group": "goblins", "value": "6"}
    )
    assert refused.status_code == 400


def test_a_claim_is_added_by_its_place(member, held):
    client, document = member(Role.ANALYST), held.document(DOC)
    at = document.text.index("medics")
    place = {"quote": "", "start": str(at), "end": str(at + 6), "reason": "who says it", "kind": "evidence"}
    assert client.post(address("document_add"), place | {"seen": ""}).status_code == 302
    assert [d.content["quote"] for d in held.decisions()] == ["medics"]


@pytest.mark.parametrize(
    ("quote", "start", "told"),
    [
        ("the harbour of Norvale", "", "does not stand in the text"),
        ("i", "", "times in the text"),
        ("", "", ""),
    ],
)
def test_words_that_are_not_in_the_document_are_refused(member, held, quote, start, told):
    send = {"quote": quote, "start": start, "kind": "incident", "reason": "it was hit"}
    answer = member(Role.ANALYST).post(address("document_add"), send)
    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert list(held.decisions()) == []


def fields_of(page, claim):
    """What the form for corrections holds, as a browser would send it."""
    shown = page.context["shown"].chosen
    assert shown.id == claim
    return {f.name: f.value.split(",") if f.several and f.value else f.value for f in shown.fields}


def test_a_field_is_corrected_and_the_others_stay(member, held):
    client = member(Role.ANALYST)
    form = fields_of(client.get(address("document"), {"claim": KILLED}), KILLED)
    assert (form["value"], form["measure"], form["event_type"]) == ("2", "killed", ["shelling"])
    assert form["group"] == "civilians"  # which the codebook does not know
    form["group"] = "civilian"
    send = form | {"value": "3", "low": "3", "claim": KILLED, "seen": "", "reason": "the text says three"}
    page = text(client.post(address("document_correct"), send, follow=True))
    (decision,) = held.decisions()
    assert decision.subject == (KILLED,)
    assert list(decision.content) == ["count"]
    assert decision.content["count"]["value"] == 3
    assert "at least 3 civilians killed" in page
    assert "s-corrected" in page
    nothing = fields_of(client.get(address("document"), {"claim": KILLED}), KILLED)
    send = nothing | {"claim": KILLED, "seen": decision.id, "reason": "as before"}
    assert client.post(address("document_correct"), send).status_code == 400
    wrong = send | {"measure": "eaten"}
    assert client.post(address("document_correct"), wrong).status_code == 400


def test_who_says_it_and_who_did_it_are_names_in_the_form_and_codes_in_the_record(member, held):
    client = member(Role.ANALYST)
    one, other, third = list(codebook.load().parties.values())[:3]
    sent = {"claim": KILLED, "seen": "", "reason": "as the text has it"}
    for typed, codes in (
        (one.display, [one.id]),
        (f"{one.display}; {other.display.upper()}", [one.id, other.id]),
        (f"{other.id},{third.id}", [other.id, third.id]),
    ):
        form = fields_of(client.get(address("document"), {"claim": KILLED}), KILLED)
        assert [name for name in form["claimants"].split(" > ") if "_" in name] == []
        client.post(address("document_correct"), form | sent | {"attributed_to": typed})
        *_, made = held.decisions()
        assert list(made.content) == ["actors"]
        assert [a["norm"] for a in made.content["actors"] if a["role"] == PERPETRATOR] == codes
        sent["seen"] += f" {made.id}"
    shown = fields_of(client.get(address("document"), {"claim": KILLED}), KILLED)["attributed_to"]
    assert shown == f"{other.display}; {third.display}"
    refused = client.post(address("document_correct"), form | sent | {"attributed_to": one.display[:-1]})
    assert (refused.status_code, one.id in text(refused)) == (400, True)


def test_who_read_a_document_is_said(member, held):
    client = member(Role.ANALYST)
    page = client.post(address("document_read"), {"reason": "read to the end", "seen": ""}, follow=True)
    assert "some-analyst" in text(page)[text(page).index("Read by") :]
    assert held.waiting()["unread"] == held.status()["documents"] - 1
    (behind,) = [d.id for d in held.unread(limit=1).items]
    assert f'href="{address("document", behind)}" data-key="n"' in text(page)


@pytest.mark.parametrize("name", ["document_add", "document_correct", "document_read", "document_judge"])
def test_who_may_not_decide_changes_nothing(member, held, name):
    send = {"claim": KILLED, "quote": "medics", "kind": "evidence", "reason": "why", "judgement": "reject"}
    assert member(Role.VIEWER).post(address(name), send).status_code == 403
    assert member(None).post(address(name), send).status_code == 404
    assert member("anonymous").post(address(name), send).status_code == 302
    assert member(Role.REVIEWER).get(address(name)).status_code == 405
    assert list(held.decisions()) == []


def test_coordinates_in_a_text_are_shown_to_nobody(member, held):
    body = "Shells struck the clinic at 35.93312, 36.63345 in Norvale on 1 March 2031, killing 2 people."
    held.record(made.reading(0, doc="with-a-point", path="point.txt", body=body))
    page = member(Role.ADMINISTRATOR).get(address("document", "with-a-point")).content.decode()
    assert "35.933" not in page
    assert "Shells struck" in page
