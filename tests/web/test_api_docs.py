"""The page for programmers: its examples run, and it tells of every address there is."""

import json
import re
import shlex
from pathlib import Path

import pytest

from web.conftest import SLUG
from web.test_api import at
from witnessmark.web import work
from witnessmark.web.api import api
from witnessmark.web.rights import Role

PAGE = (Path(__file__).parents[2] / "docs/room/api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^curl .+?[^\\{,]$", "\n".join(re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL)), re.MULTILINE | re.DOTALL
)
ROOM = "/api"


def held(client):
    """What the examples have in their variables."""
    document, claim = (client.get(at(what)).json()["items"][0]["id"] for what in ("documents", "claims"))
    decisions = client.get(at("decisions")).json()["items"]
    known = {"ROOM": ROOM, "AUTH": "", "DOCUMENT": document, "CLAIM": claim}
    return known | {"DECISION": decisions[-1]["id"] if decisions else "none"}


def asked(command, known):
    """The method, address and body of a curl command."""
    words = iter(shlex.split(re.sub(r"\$([A-Z]+)", lambda v: known[v[1]], command))[1:])
    method, address, body = "get", "", None
    for word in words:
        match word:
            case "-H" | "-o":
                next(words)
            case "-X":
                method = next(words).lower()
            case "--json":
                method, body = "post", json.loads(next(words))
            case _:
                address = word
    return method, address, body


@pytest.fixture
def clients(program, monkeypatch):
    monkeypatch.setattr(work.linked, "__defaults__", (60.0,))
    return {s: program(Role.ADMINISTRATOR, s, name=f"with-{s}") for s in ("decide", "publish")}


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_its_examples_are_answered(clients):
    assert len(EXAMPLES) == 12
    for example in EXAMPLES:
        method, address, body = asked(example, held(clients["decide"]))
        client = clients["publish" if "/exports/" in address else "decide"]
        given = {"data": json.dumps(body), "content_type": "application/json"} if body else {}
        answer = getattr(client, method)(address, **given)
        assert answer.status_code == 200, (example, answer.content)


def test_it_tells_of_every_address_there_is():
    described = {path.removeprefix(ROOM) for path in api.get_openapi_schema()["paths"]}
    assert described == set(re.findall(r"`(/[a-z{][a-z{}/]*)`", PAGE)) - {"/api/", "/api/openapi"}


def test_the_project_of_the_examples_is_that_of_the_tests():
    assert f"$ROOM/p/{SLUG}/" in PAGE
