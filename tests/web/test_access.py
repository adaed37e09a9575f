"""Every address, for everybody: who is let in, who is sent to sign in, for whom there is nothing.

The table is whole by construction: an address of the room without an entry fails, and so does an entry
without an address.
"""

import json

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from web.conftest import SLUG, confirmed
from witnessmark.web.models import Membership
from witnessmark.web.rights import ROLES, Right, Role

OPEN = "open"  # to whoever knows the address
OWN = "own"  # to whoever is signed in, and only ever about themselves

# Address -> the right it needs in its project, or OPEN, or OWN.
ACCESS = {
    "home": OWN,
    "blur": OWN,
    "set_language": OPEN,
    "welcome": OPEN,
    "account_login": OPEN,
    "account_logout": OPEN,
    "account_inactive": OPEN,
    "account_reauthenticate": OWN,
    "account_change_password": OWN,
    "mfa_index": OWN,
    "mfa_authenticate": OPEN,
    "mfa_reauthenticate": OWN,
    "mfa_activate_totp": OWN,
    "mfa_deactivate_totp": OWN,
    "mfa_view_recovery_codes": OWN,
    "mfa_generate_recovery_codes": OWN,
    "mfa_download_recovery_codes": OWN,
    "usersessions_list": OWN,
    "keys": OWN,
    "key_revoke": OWN,
    "inbox": Right.READ,
    "inbox_bulk": Right.DECIDE,
    "pairs": Right.READ,
    "pair_judge": Right.DECIDE,
    "incident": Right.READ,
    "incident_of": Right.READ,
    "incident_decide": Right.DECIDE,
    "join": Right.DECIDE,
    "sites": Right.REGISTER,
    "document": Right.READ,
    "document_judge": Right.DECIDE,
    "document_add": Right.DECIDE,
    "document_correct": Right.DECIDE,
    "document_read": Right.DECIDE,
    "document_bytes": Right.PUBLISH,
    "tallies": Right.READ,
    "explore": Right.READ,
    "explore_map": Right.READ,
    "keep_view": Right.READ,
    "drop_view": Right.READ,
    "exports": Right.PUBLISH,
    "export": Right.PUBLISH,
    "report": Right.PUBLISH,
    "people": Right.ADMINISTER,
    "people_invite": Right.ADMINISTER,
    "people_four_eyes": Right.ADMINISTER,
    "people_role": Right.ADMINISTER,
    "people_remove": Right.ADMINISTER,
    "people_sessions": Right.ADMINISTER,
    "people_renew": Right.ADMINISTER,
    "acts": Right.ADMINISTER,
    "api:openapi-json": OPEN,
    "api:api-root": OPEN,
    "api:projects": OWN,
    "api:codes": OWN,
    "api:documents": Right.READ,
    "api:document": Right.READ,
    "api:reading": Right.READ,
    "api:claims": Right.READ,
    "api:claim": Right.READ,
    "api:incident_of": Right.READ,
    "api:incidents": Right.READ,
    "api:incident": Right.READ,
    "api:pairs": Right.READ,
    "api:pair": Right.READ,
    "api:decisions": Right.READ,
    "api:decision": Right.READ,
    "api:judged": Right.READ,
    "api:waiting": Right.READ,
    "api:worklist": Right.READ,
    "api:counts": Right.READ,
    "api:tallies": Right.READ,
    "api:figures": Right.READ,
    "api:decide_pair": Right.DECIDE,
    "api:decide_claims": Right.DECIDE,
    "api:decide_read": Right.DECIDE,
    "api:decide_add": Right.DECIDE,
    "api:decide_correct": Right.DECIDE,
    "api:decide_merge": Right.DECIDE,
    "api:decide_split": Right.DECIDE,
    "api:decide_move": Right.DECIDE,
    "api:decide_undo": Right.DECIDE,
    "api:decide_confirm": Right.CONFIRM,
    "api:export": Right.PUBLISH,
    "api:report": Right.PUBLISH,
    "api:received": Right.PUBLISH,
    "api:acts": Right.ADMINISTER,
    "api:people": Right.ADMINISTER,
}
# What these forms and requests name is not there.
UNNAMED = {
    "document_judge",
    "pair_judge",
    "drop_view",
    "api:pair",
    "api:decision",
    "api:decide_merge",
    "api:decide_split",
    "api:decide_move",
    "api:decide_undo",
    "api:decide_confirm",
}
IDENTIFIED = {"api:export", "api:report", "api:received"}  # by a session only once it was confirmed
QUERIES = {"api:pair": {"a": "none", "b": "none"}, "api:judged": {"on": "none"}}
MISSING_FOR_ALL = {"key_revoke", "mfa_view_recovery_codes", "mfa_download_recovery_codes"}  # they have none


def names(resolver, prefix=""):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from names(pattern, inner)
        else:
            yield f"{prefix}{pattern.name}"


def address(name, known):
    """The address, its parts filled with what the case holds."""
    resolver, short = get_resolver(), name
    if ":" in name:
        space, short = name.split(":")
        resolver = resolver.namespace_dict[space][1]
    ((_, parts),) = next(iter(resolver.reverse_dict.getlist(short)))[0]
    return reverse(name, kwargs={part: known[part] for part in parts})


@pytest.fixture
def known(filled, member, project):
    """What stands in addresses."""
    member(Role.VIEWER, name="someone-else")
    reading = next(filled.readings())
    incident = next(filled.incidents(), None)
    return {
        "slug": SLUG,
        "token": "none",
        "key": 10**6,
        "doc": reading.document.id,
        "document": reading.document.id,
        "claim": reading.claims[0].id if reading.claims else "none",
        "incident": incident.id if incident else "none",
        "decision": "none",
        "name": "claims",
        "form": "json",
        "member": Membership.objects.get(user__username="someone-else", project=project).pk,
    }


def body(name, known):
    """What a program sends to decide: whole, so that it is refused for nothing but who asks."""
    told = {
        "pair": {"judgement": "same", "subject": [known["claim"], known["document"]]},
        "claims": {"judgement": "accept", "claims": [known["claim"]]},
        "read": {"documents": [known["document"]]},
        "add": {"document": known["document"], "quote": "Norvale"},
        "correct": {"claim": known["claim"], "fields": {"kind": "pattern"}},
        "merge": {"incidents": ["none", "neither"]},
        "split": {"incident": "none", "claims": [known["claim"]]},
        "move": {"incident": "none", "claims": [known["claim"]], "to": "neither"},
        "undo": {"decision": "none"},
        "confirm": {"decisions": ["none"]},
    }
    return {"reason": "so"} | told.get(name.removeprefix("api:decide_"), {})


def answer(client, name, known, method):
    where = address(name, known)
    if method == "get":
        return client.get(where, QUERIES.get(name))
    if where.startswith("/api/"):
        return client.post(where, json.dumps(body(name, known)), content_type="application/json")
    return client.post(where, "", content_type="application/x-www-form-urlencoded")


def outcome(client, name, known):
    """refused, missing, away (to sign in) or let in."""
    page = answer(client, name, known, "get")
    if page.status_code == 405:
        page = answer(client, name, known, "post")
    where = address(name, known)
    assert page.status_code < 500, (where, page.status_code)
    if page.status_code == 401 or (page.status_code == 302 and "/account/login/" in page["Location"]):
        return "away"
    return {403: "refused", 404: "missing"}.get(page.status_code, "let in")


def test_every_address_has_an_entry_and_every_entry_an_address(room):
    assert room.cases
    found = list(names(get_resolver()))
    assert sorted(set(found)) == sorted(ACCESS)


def test_everybody_gets_what_is_theirs_and_nothing_else(member, known):
    browsers = {role: member(role) for role in Role}
    stranger, nobody = member(None), member("anonymous")
    wrong = []
    for name, need in ACCESS.items():
        if need is OPEN:
            outcome(nobody, name, known)
            continue
        seen = {"nobody": (outcome(nobody, name, known), "away")}
        if need is OWN:
            own = "missing" if name in MISSING_FOR_ALL else "let in"
            seen["stranger"] = (outcome(stranger, name, known), own)
        else:
            seen["stranger"] = (outcome(stranger, name, known), "missing")
            allowed = "missing" if name in UNNAMED else "let in"
            for role, browser in browsers.items():
                client = confirmed(browser) if name in IDENTIFIED else browser
                seen[role] = (outcome(client, name, known), allowed if need in ROLES[role] else "refused")
        wrong += [(name, who, *pair) for who, pair in seen.items() if pair[0] != pair[1]]
    assert wrong == []


def test_no_form_is_taken_that_did_not_come_from_this_room(member, known):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    strict.cookies = confirmed(member(Role.ADMINISTRATOR, register=True)).cookies
    taken = {}
    for name in ACCESS:
        status = answer(strict, name, known, "post").status_code
        if status not in {403, 405}:
            taken[name] = status
    assert taken == {}
    assert get_user_model().objects.filter(username="someone-else").exists()


def test_who_has_no_second_factor_is_led_to_making_one(member):
    from allauth.mfa.models import Authenticator

    client = member(Role.ADMINISTRATOR)
    Authenticator.objects.all().delete()
    away = client.get(reverse("inbox", args=[SLUG]))
    assert (away.status_code, "/2fa/totp/activate" in away["Location"]) == (302, True)


def test_no_page_may_be_kept_or_load_anything_from_elsewhere(member):
    page = member(Role.VIEWER).get(reverse("inbox", args=[SLUG]))
    assert page["Cache-Control"] == "no-store, private"
    policy = page["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
