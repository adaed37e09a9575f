"""Commands of the review room: serve, user add."""

from pathlib import Path
from typing import Annotated

import typer

from witnessmark.cli.options import CaseDir
from witnessmark.cli.output import note, say
from witnessmark.cli.run import DONE
from witnessmark.errors import UsageError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    cases: Annotated[
        list[Path],
        typer.Argument(metavar="CASE...", help="Cases to show; the first keeps the accounts."),
    ],
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 picks a free one.")] = 8000,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = LOOPBACK[0],
    behind: Annotated[
        list[str] | None,
        typer.Option(
            "--behind-https",
            metavar="NAME",
            help="The room is reached as https://NAME, through a proxy on this machine that encrypts.",
        ),
    ] = None,
) -> int:
    """Open the review room and print its address.

    It listens on this machine alone. For others to reach it, a proxy on this machine has to encrypt:
    docs/room/deployment.md says how. Without --behind-https no address beyond this machine is listened on.
    """
    from witnessmark.web import server
    from witnessmark.web.setup import Room

    if host not in LOOPBACK and not behind:
        raise UsageError(
            f"--host {host}: the room would be open to others without encryption: put a proxy before it and "
            "give --behind-https NAME (docs/room/deployment.md)"
        )
    room = Room(tuple(cases), tuple(behind or ()), https=bool(behind))
    server.prepare(room)
    for case in cases:
        if case.stat().st_mode & 0o077:
            note(f"{case}: others with an account on this machine can read the case (chmod 700)")
    server.bring_up_to_date(room)
    return server.listen(room, host, port, say)


def add(
    case: CaseDir,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name they sign in with.")],
    role: Annotated[
        str,
        typer.Option("--role", help="viewer, analyst, reviewer, publisher or administrator."),
    ] = "viewer",
    *,
    register: Annotated[
        bool, typer.Option("--register", help="They may open the register of sites; no role implies it.")
    ] = False,
) -> int:
    """Invite somebody to the review room of a case.

    Prints the address, valid for a week, where they choose a password.
    """
    from witnessmark.web import server
    from witnessmark.web.setup import Room

    server.prepare(Room((case,)))
    from witnessmark.web.invitations import address_for, invite
    from witnessmark.web.models import Project
    from witnessmark.web.rights import Role

    if role not in list(Role):
        raise UsageError(f"--role {role}: is none; there are {', '.join(Role)}")
    project = Project.objects.get(path=str(case.resolve()))
    address = address_for(invite(name, project, Role(role), register=register).user)
    say(address or f"{name} has an account already, and sees {project} from now on")
    if address:
        note(
            "put it behind the address that `witnessmark serve` prints; it is good for seven days and one use"
        )
    return DONE
