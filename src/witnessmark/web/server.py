"""The room as a server: Django behind waitress, on this machine alone unless told otherwise."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path

from witnessmark.errors import UsageError
from witnessmark.web.setup import Room, configure

THREADS = (
    8  # requests at once; others wait. A reviewer's click keeps one busy for some hundredths of a second
)
LOOPBACK = "127.0.0.1"
REQUEST = 2**21 + 2**16  # bytes: what Django takes of a form, and what stands around it
# Neither what is sent nor an answer is put into a file on its way: keys and texts are in them.
LIMITS = {
    "max_request_header_size": 2**16,
    "max_request_body_size": REQUEST,
    "inbuf_overflow": REQUEST,
    "outbuf_overflow": 2**30,
}


def prepare(room: Room) -> None:
    """Configure Django, bring the room's tables up to date, and know each case as a project.

    The cases are opened first: what they hold is theirs, and their tables stand by themselves.
    """
    configure(room)
    from django.core.management import call_command

    from witnessmark.web import cases

    for case in room.cases:
        cases.opened(str(case.resolve()))
    call_command("migrate", database="default", interactive=False, verbosity=0)
    for case in room.cases:
        _project(case.resolve())
    cases.close()


def _project(case: Path) -> None:
    from django.utils.text import slugify

    from witnessmark.web.models import Project

    slug = slugify(case.name)[:64] or "case"
    taken = Project.objects.filter(slug=slug).exclude(path=str(case)).exists()
    if taken:
        raise UsageError(f"{case}: another case of this room is called {slug}: rename the directory")
    Project.objects.get_or_create(path=str(case), defaults={"slug": slug, "title": case.name})


def bring_up_to_date(room: Room) -> None:
    """Link what came into the cases by other ways; lists of a case from an earlier version are made."""
    from witnessmark.web import work

    for case in room.cases:
        work.bring_up_to_date(str(case.resolve()))


def first_address() -> str:
    """Where the first administrator begins, as long as nobody has an account; "" afterwards."""
    from django.contrib.auth import get_user_model

    from witnessmark.web.invitations import address_for, invite
    from witnessmark.web.models import Project
    from witnessmark.web.rights import Role

    people = list(get_user_model().objects.all()[:2])
    if not people:
        first, *others = Project.objects.all()
        user = invite("administrator", first, Role.ADMINISTRATOR).user
        for project in others:
            invite("administrator", project, Role.ADMINISTRATOR)
        return address_for(user)
    return address_for(people[0]) if len(people) == 1 else ""


def listen(room: Room, host: str, port: int, say: Callable[[str], None]) -> int:
    """Serve until interrupted; 0. Raises UsageError when the port is taken."""
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    # What a proxy says of a connection is believed of one on this machine alone.
    proxy = {"trusted_proxy": LOOPBACK, "trusted_proxy_headers": "x-forwarded-proto"} if room.https else {}
    listening = _bound(host, port)
    server = create_server(
        get_wsgi_application(), sockets=[listening], threads=THREADS, ident="", **LIMITS, **proxy
    )
    at = f"http://{host}:{listening.getsockname()[1]}"
    say(f"{at}/  (stop with Ctrl-C)")
    begin = first_address()
    if begin:
        say(f"nobody has an account yet; choose the administrator's password at {at}{begin}")
    sys.stdout.flush()
    try:
        server.run()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        server.close()
    return 0


def _bound(host: str, port: int) -> socket.socket:
    """A socket at that address, taken before anything is started. Raises UsageError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(f"--port {port}: {error.strerror}; choose another, or 0 for a free one") from error
