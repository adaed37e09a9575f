"""What people may do in a project, by role: the whole of it in one table."""

from collections.abc import Mapping
from enum import StrEnum


class Right(StrEnum):
    """One thing that may or may not be done."""

    READ = "read"  # documents, claims, incidents, pairs, tallies
    DECIDE = "decide"  # add, correct and reject claims; judge pairs; merge, split, move; undo
    CONFIRM = "confirm"  # second another person's decision
    PUBLISH = "publish"  # let anything leave the room: exports, the report, the bytes as received
    ADMINISTER = "administer"  # people, roles, the project's settings, what was done by whom
    REGISTER = "register"  # open the register of sites; never implied by another


class Role(StrEnum):
    """What somebody is in a project."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


_ANALYST = frozenset({Right.READ, Right.DECIDE})
_REVIEWER = _ANALYST | {Right.CONFIRM}
_PUBLISHER = _REVIEWER | {Right.PUBLISH}

ROLES: Mapping[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.READ}),
    Role.ANALYST: _ANALYST,
    Role.REVIEWER: _REVIEWER,
    Role.PUBLISHER: _PUBLISHER,
    Role.ADMINISTRATOR: _PUBLISHER | {Right.ADMINISTER},
}
