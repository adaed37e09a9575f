"""What somebody sends who means harm: it is refused in words, tells nothing, and costs nobody their time."""

from dataclasses import replace

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.db import OperationalError
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from store import made
from web.conftest import SLUG
from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.failure import Failure
from witnessmark.publish.sheet import safe
from witnessmark.web import cases
from witnessmark.web.rights import Role
from witnessmark.web.shown.marked import blocks
from witnessmark.web.spots import spot

ENDLESS = "9" * 5000
DOC = made.reading(0).document.id


@pytest.mark.parametrize(
    ("name", "field", "sent", "status"),
    [
        ("explore", "grade", f"V{ENDLESS}", 400),
        ("explore_map", "zoom", ENDLESS, 200),
        ("acts", "before", ENDLESS, 200),
        ("inbox", "after", "nan:1", 400),
        ("inbox", "after", "inf:1", 400),
        ("pairs", "after", "nan:1", 400),
    ],
)
def test_a_number_that_is_none_is_no_fault_of_the_program(member, name, field, sent, status):
    page = member(Role.ADMINISTRATOR).get(reverse(name, args=[SLUG]), {field: sent, "list": "documents"})
    assert page.status_code == status


@pytest.mark.parametrize(
    "more",
    [{"start": ENDLESS, "end": ENDLESS}, {"date": "9" * 30}, {"value": "9" * 30, "measure": "killed"}],
)
def test_a_form_with_such_a_number_keeps_nothing(member, project, more):
    form = {"quote": "no such words" if "start" in more else "killing 2 people", "kind": "incident"}
    page = member(Role.ANALYST).post(
        reverse("document_add", args=[SLUG, DOC]), form | {"reason": "it says so"} | more
    )
    assert (page.status_code, list(cases.opened(project.path).decisions())) == (400, [])


def test_what_is_withheld_of_a_text_is_found_by_nobodys_guess():
    text = "The clinic at 35.8123, 36.6012 was hit."
    document = replace(made.reading(0).document, text=text)
    for guess in ("35.8", "35.8123, 36.6012", "8123"):
        for place in (("", ""), ("14", str(14 + len(guess)))):
            with pytest.raises(UsageError, match="does not stand in the text"):
                spot(document, guess, *place)
    masked = "█" * 8 + " " + "█" * 7
    assert text[slice(*spot(document, f"at {masked} was", "", ""))] == "at 35.8123, 36.6012 was"


def test_nothing_is_judged_that_is_not_there(member, project):
    client = member(Role.ANALYST)
    for name, judgement in (("claims", "reject"), ("claims", "accept"), ("documents", "read")):
        form = {"list": name, "judgement": judgement, "chosen": "no-such-thing", "reason": "as it says"}
        assert client.post(reverse("inbox_bulk", args=[SLUG]), form).status_code == 404
    assert list(cases.opened(project.path).decisions()) == []


def test_a_judgement_is_not_taken_back_under_the_name_of_another(filled):
    claims = made.reading(0).claims
    at = "2031-04-01T00:00:00+00:00"
    filled.decide(Decision("d-1", (claims[0].id,), Judgement.REJECT, "ines", human=True, reason="why", at=at))
    back = Decision("d-2", (claims[1].id,), Judgement.WITHDRAW, "omar", human=True, reason="why", at=at)
    with pytest.raises(UsageError, match="something else"):
        filled.decide(replace(back, supersedes="d-1"))
    assert filled.decide(replace(back, subject=(claims[0].id,), supersedes="d-1"))


def test_coordinates_in_a_reason_are_not_shown_to_all(member):
    form = {"claim": made.reading(0).claims[0].id, "judgement": "reject", "seen": ""}
    form["reason"] = "the shelter is at 35.8123, 36.6012 and not there"
    page = member(Role.ANALYST).post(reverse("document_judge", args=[SLUG, DOC]), form, follow=True)
    assert "and not there" in page.content.decode()
    assert "35.8" not in page.content.decode()


def test_a_room_whose_tables_are_gone_says_so_and_goes_on_when_they_are_back(member, monkeypatch):
    client, address = member(Role.VIEWER), reverse("inbox", args=[SLUG])
    client.raise_request_exception = False

    def gone(_self):
        raise OperationalError("connection to server at 192.0.2.7 failed")

    with monkeypatch.context() as while_away:
        while_away.setattr(SessionStore, "load", gone)
        page = client.get(address)
    assert (page.status_code, "192.0.2.7" in page.content.decode()) == (500, False)
    assert "went wrong" in page.content.decode()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
def test_no_cell_of_a_table_is_run(sign):
    assert safe(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"
    assert safe(f"1{sign}1") == f"1{sign}1"


def test_what_failed_is_told_without_the_directories_of_whoever_added_it(member, filled):
    filled.begin_run("add", {})
    at = "/home/ines/from-a-source/torn.pdf"
    filled.fail(Failure(at, "read", "ReadError", f"{at}: this is cut short: send it again"))
    filled.finish_run({})
    client = member(Role.VIEWER)
    page = client.get(reverse("inbox", args=[SLUG]), {"list": "failures"}).content.decode()
    answer = client.get(f"/api/p/{SLUG}/waiting/failures").content.decode()
    for told in (page, answer):
        assert "torn.pdf: this is cut short" in told
        assert "from-a-source" not in told


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(SPANS)
def test_each_piece_of_a_text_has_the_claims_over_it_and_no_others(spans):
    document = replace(made.reading(0).document, text="abcdefghij" * 9)
    document = replace(document, zones=(replace(document.zones[0], start=5, end=70),))
    one = made.reading(0).claims[0]
    claims = [replace(one, id=f"c{n}", start=at, end=at + long) for n, (at, long) in enumerate(spans)]
    place = 0
    for block in blocks(document, claims, {}):
        assert block.start == place
        for piece in block.pieces:
            end = place + len(piece.text)
            assert document.text[place:end] == piece.text
            assert set(piece.claims) == {c.id for c in claims if c.start < end and c.end > place}
            place = end
    assert place == len(document.text)
