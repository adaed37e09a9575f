"""A room over one case, and somebody who is signed in to it with a second factor: `seat.py CASE INCIDENTS`.

As a program of its own it answers questions for pages, one a line: which page, and with which random number
its address is chosen. A process of its own for each case keeps what either has in memory apart.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

from witnessmark.web.server import bring_up_to_date, prepare
from witnessmark.web.setup import Room

sys.path.insert(0, str(Path(__file__).parent.parent))

NAME, _BACKEND = "Bench", "django.contrib.auth.backends.ModelBackend"


class Seat:
    """Somebody at the pages of a case of so many incidents."""

    def __init__(self, case: Path, number: int) -> None:
        root = case.resolve()
        prepare(Room((root,)))
        bring_up_to_date(Room((root,)))
        from addresses import Addresses  # it knows the store, which the room has to set up
        from django.test import Client

        self._client = Client(headers={"host": "localhost"})
        self._client.force_login(person(NAME, "administrator"), backend=_BACKEND)
        self._confirm()
        self.pages = Addresses(root.name, number, lambda at: self._client.get(at).content.decode()).pages

    def measured(self, name: str, seed: str) -> dict[str, Any]:
        """How long a page takes and how large it is; a page that is none ends the bench."""
        address = self.pages[name](Random(seed))  # noqa: S311  (which page, not a secret)
        begun = time.perf_counter()
        page = self._client.get(address)
        took = time.perf_counter() - begun
        if page.status_code not in {200, 302}:
            raise SystemExit(f"{name}: {address}: {page.status_code}")
        return {"ms": took * 1000, "bytes": len(page.content)}

    def _confirm(self) -> None:
        """As if they had just said once more who they are, and will for hours."""
        session = self._client.session
        said = {"method": "password", "at": time.time() + 10**6, "reauthenticated": True}
        session["account_authentication_methods_user"] = session["_auth_user_id"]
        session["account_authentication_methods"] = [said]
        session.save()


def person(name: str, role: str) -> Any:  # noqa: ANN401  (Django's own user)
    """Somebody of that role in every project, with a second factor; made once."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth import get_user_model

    from witnessmark.web.models import Membership, Project

    user, _ = get_user_model().objects.get_or_create(username=name)
    Authenticator.objects.get_or_create(user=user, type="totp", defaults={"data": {"secret": "x"}})
    for project in Project.objects.all():
        Membership.objects.get_or_create(user=user, project=project, defaults={"role": role})
    return user


def session(user: Any) -> str:  # noqa: ANN401  (as above)
    """The cookie of a browser in which somebody is signed in."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend=_BACKEND)
    return str(client.cookies["sessionid"].value)


def answer(case: Path, number: int) -> None:
    """Answer on what is now standard output; what the program says goes to standard error."""
    said = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    seat = Seat(case, number)
    print(json.dumps(list(seat.pages)), file=said, flush=True)
    for line in sys.stdin:
        name, seed = json.loads(line)
        print(json.dumps(seat.measured(name, seed)), file=said, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("incidents", type=int)
    given = parser.parse_args()
    answer(given.case, given.incidents)
