"""A room over a case, on either database, and people of every role who are signed in to it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import connections
from django.template import Template
from django.test import Client
from django.test.utils import instrumented_test_render
from django.utils import translation

from store.conftest import CONTENTS, case, copied, engine, fill, models, server, tmp_path  # noqa: F401  (fixtures)
from witnessmark.store.case import Case
from witnessmark.web import cases
from witnessmark.web.models import Membership, Project
from witnessmark.web.rights import Role
from witnessmark.web.server import prepare
from witnessmark.web.setup import Room

SLUG = "case"
PASSWORD = "seven small boats at noon"  # noqa: S105  (of tests)


@pytest.fixture(autouse=True)
def _seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page was made of can be asked of it: `page.context`."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


def furnish(root: Path, content: Callable[[Path], None] = fill) -> None:
    """Fill the case there, and make the tables of a room over it, with no project yet."""
    content(root)
    prepare(Room((root,)))
    Project.objects.all().delete()
    connections["default"].close()


CONTENTS["room"] = furnish


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    """A request leaves its language with the thread: a test that makes none begins in the room's own."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def filled(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Case]:  # noqa: F811
    """A case that holds something, with the tables of a room."""
    yield from copied(engine, "room", request, tmp_path)


@pytest.fixture
def room(filled: Case) -> Iterator[Room]:
    """A room over one case that holds something."""
    found = Room((filled.root.resolve(),))
    prepare(found)
    cache.clear()  # attempts are counted by a user's number, and each test's first user is number 1
    yield found
    cases.close()


@pytest.fixture
def project(room: Room) -> Project:
    """The one project of the room."""
    assert room.cases
    return Project.objects.get()


@pytest.fixture
def member(project: Project) -> Callable[..., Client]:
    """A browser in which somebody of a role is signed in, with a second factor; made on first use."""

    def sign_in(role: Role | str | None, *, register: bool = False, name: str = "") -> Client:
        from allauth.mfa.models import Authenticator

        client = Client(headers={"host": "localhost"})
        if role == "anonymous":
            return client
        user = get_user_model().objects.create_user(name or f"some-{role or 'stranger'}", password=PASSWORD)
        Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
        if role is not None:
            Membership.objects.create(user=user, project=project, role=str(role), register=register)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture
def program(member: Callable[..., Client]) -> Callable[..., Client]:
    """A program with a key of somebody of a role; made on first use."""
    from witnessmark.web import tokens
    from witnessmark.web.permissions import get_desk_for

    def made(role: Role, scope: str = "read", **more: str) -> Client:
        member(role, **more)
        user = get_user_model().objects.latest("pk")
        key = tokens.make(get_desk_for(user, SLUG), user, "a program", scope, 1)
        return Client(headers={"host": "localhost", "authorization": f"Bearer {key}"})

    return made


def confirmed(client: Client) -> Client:
    """The same browser, in which its person confirmed just now that it is them."""
    session = client.session
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session["account_authentication_methods"] = [
        {"method": "password", "at": time.time(), "reauthenticated": True}
    ]
    session.save()
    return client
