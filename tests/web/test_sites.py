"""The check against the register in the room: by right, by a key that is kept nowhere, written down."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from web.conftest import SLUG, confirmed
from web.registers import PHRASE, keeper, market
from witnessmark.model.act import Deed
from witnessmark.model.site import Position
from witnessmark.web.rights import Role

REASON = "asked by the desk"


@pytest.fixture
def key(filled, tmp_path) -> bytes:
    """The key file of the only holder of the case's register."""
    return keeper(filled, tmp_path / "keys")


HIDDEN = "Three Lanterns"
SPOT = Position(12.50123, 41.25321, 15.0, "a made-up list")


@pytest.fixture
def listed(filled, key, tmp_path) -> str:
    """A market in that register, which stands in the town of the incident: its id."""
    assert key
    return market(filled, tmp_path / "keys", HIDDEN, SPOT, "XXA")


@pytest.fixture
def known(filled):
    (found,) = filled.incidents()
    return found


def address(incident) -> str:
    return reverse("sites", args=[SLUG, incident.id])


def asked(client, incident, key: bytes, phrase: str = PHRASE, reason: str = REASON):
    file = SimpleUploadedFile("opens", key)
    return client.post(address(incident), {"key": file, "passphrase": phrase, "reason": reason})


def test_a_check_is_shown_in_bands_and_its_opening_and_seeing_are_written_down(member, known, key, filled):
    client = confirmed(member(Role.VIEWER, register=True, name="ida"))
    assert client.get(address(known)).status_code == 200
    page = asked(client, known, key)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Place not known well enough" in text or "Not listed" in text
    assert [(o.who, o.reason) for o in filled.openings()] == [("Ida", REASON)]
    act = next(filled.acts())
    assert (act.who, act.deed, act.subject) == ("ida", Deed.SAW_CHECKS, known.id)
    assert PHRASE not in text
    assert page["Cache-Control"] == "no-store, private"


def test_a_listed_site_is_told_of_in_bands_and_neither_named_nor_placed(member, known, key, listed, filled):
    client = confirmed(member(Role.ANALYST, register=True, name="ida"))
    page = asked(client, known, key)
    text = page.content.decode()
    assert page.status_code == 200
    assert page.context["check"].code == "near_listed_site"
    assert "1 listed site within 5 km" in text
    assert "within 2 km from the position reported" in text
    for secret in (HIDDEN, listed, "12.501", "41.253"):
        assert secret not in text
    assert filled.verify() == []


def test_the_answer_is_arabic_to_who_reads_arabic(member, known, key, listed):
    client = confirmed(member(Role.ANALYST, register=True, name="ida"))
    client.cookies["django_language"] = "ar"
    answer = asked(client, known, key)
    assert listed
    sheet = answer.context["check"]
    told = [sheet.result, *sheet.reasons, *(words for _, words in sheet.facts), sheet.statement]
    assert len(told) > 5
    assert [line for line in told if re.search("[A-Za-z]{3}", line)] == []


def test_no_role_opens_the_register_without_the_right_of_its_own(member, known, key, filled):
    for role in Role:
        client = confirmed(member(role))
        assert client.get(address(known)).status_code == 403
        assert asked(client, known, key).status_code == 403
        assert "sites/" not in client.get(reverse("incident", args=[SLUG, known.id])).content.decode()
    assert confirmed(member(None)).get(address(known)).status_code == 404
    assert list(filled.openings()) == []


def test_who_has_not_just_confirmed_who_they_are_opens_nothing_and_nothing_is_kept(
    member, known, key, filled
):
    client = member(Role.VIEWER, register=True)
    assert client.get(address(known))["Location"].startswith(reverse("account_reauthenticate"))
    away = asked(client, known, key)
    assert (away.status_code, away["Location"]) == (302, address(known))
    assert PHRASE not in str(dict(client.session))
    assert list(filled.openings()) == []


@pytest.mark.parametrize(
    ("phrase", "reason", "said"),
    [("eight otters", REASON, "wrong passphrase"), (PHRASE, " ", "This field is required")],
)
def test_a_wrong_passphrase_or_no_reason_opens_nothing(member, known, key, filled, phrase, reason, said):
    client = confirmed(member(Role.VIEWER, register=True))
    page = asked(client, known, key, phrase, reason)
    assert said in page.content.decode()
    assert list(filled.openings()) == []
    assert not any(act.deed is Deed.SAW_CHECKS for act in filled.acts())


def test_what_is_no_key_is_refused_whatever_its_size(member, known, key, filled):
    client = confirmed(member(Role.VIEWER, register=True))
    assert "is no private key file" in asked(client, known, b"no key").content.decode()
    assert "This field is required" in asked(client, known, b"0" * 70_000).content.decode()
    assert key
    assert list(filled.openings()) == []


def test_where_there_is_no_register_there_is_no_page(member, known):
    client = confirmed(member(Role.VIEWER, register=True))
    assert client.get(address(known)).status_code == 404
