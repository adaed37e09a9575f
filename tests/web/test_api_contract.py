"""Whatever programs ask, the answer is one that the description promised: every check is on."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from web.test_access import ACCESS
from web.test_api import at, post
from witnessmark.web import work
from witnessmark.web.rights import Role

UNDESCRIBED = ("api:openapi-json", "api:api-root")
EACH = 5  # requests of either mode at each address
SCOPES = {"publish": "publish", "administer": "acts"}  # that a key needs, by tag; else one that decides


@pytest.fixture
def keys(program, monkeypatch):
    """What requests are sent with, by scope: keys of an administrator."""
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))  # nothing goes on behind an answer
    found = {}
    for scope in ("confirm", *SCOPES.values()):
        client = program(Role.ADMINISTRATOR, scope, name=f"with-{scope}")
        found[scope] = {
            "Authorization": client.defaults["HTTP_AUTHORIZATION"],
            "Host": "localhost",
            "Accept-Encoding": "identity",  # the client beside WSGI unpacks nothing
        }
    return found


@pytest.fixture
def described(keys):
    return schemathesis.openapi.from_wsgi(
        "/api/openapi.json", get_wsgi_application(), headers=keys["confirm"]
    )


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_whatever_is_asked_the_answer_is_one_that_was_promised(described, keys, program, mode):
    reader = program(Role.ANALYST, "decide", name="reader")
    held = what_is_held(reader)
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) == len([n for n in ACCESS if n.startswith("api:")]) - len(UNDESCRIBED)
    for operation in operations:
        (tag,) = operation.tags
        if tag == "decide":
            held = what_is_held(reader)  # incidents have other ids by now
        ask(operation, mode, keys[SCOPES.get(tag, "confirm")], held)


def ask(operation, mode, sent, held):
    """Some requests made up from the description, each answer held against it."""

    @settings(max_examples=EACH, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(operation.as_strategy(generation_mode=mode).filter(in_order))
    def answers(case):
        if mode is GenerationMode.POSITIVE:
            name_what_is_held(case, held)
        case.call_and_validate(headers=sent)

    answers()


def what_is_held(client):
    """Ids of the case by the fields that name them; random ones would all end at 404."""
    (document, *_), claims = (client.get(at(what)).json()["items"] for what in ("documents", "claims"))
    incident = client.get(at("incidents"), {"kind": "incident", "limit": 1}).json()["items"][0]
    body = {"judgement": "accept", "claims": [claims[0]["id"]], "reason": "as it says"}
    (decision,) = post(client, "decide/claims", **body).json()["decisions"]
    one = {"document": document["id"], "claim": claims[0]["id"], "incident": incident["id"]}
    several = {"documents": [document["id"]], "claims": [claims[0]["id"]], "decisions": [decision["id"]]}
    subject = {
        "subject": [c["id"] for c in claims[:2]],
        "decision": decision["id"],
        "quote": document["text"][:9],
    }
    return one | several | subject | {"slug": at("").split("/")[3]}


def name_what_is_held(case, held):
    """The request, about what is there."""
    for given_ in (case.path_parameters, case.body):
        if isinstance(given_, dict):
            given_.update({name: held[name] for name in held.keys() & given_.keys()})


def in_order(case):
    """Whether days and edges are the right way round: JSON Schema cannot say it of two fields."""
    query = case.query if isinstance(case.query, dict) else {}
    days = [query.get(name) for name in ("start", "end")]
    edges = str(query.get("bbox")).split(",")
    try:
        south, north = float(edges[1]), float(edges[3])
    except (ValueError, IndexError):
        south = north = 0.0
    return not (all(isinstance(day, str) for day in days) and days[0] > days[1]) and south <= north
