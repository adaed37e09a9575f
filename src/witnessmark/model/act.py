"""Something done in the review room that is to be known later: signing in, seeing, letting out."""

from dataclasses import dataclass
from enum import StrEnum


class Deed(StrEnum):
    """What was done."""

    SIGN_IN = "sign_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    SIGN_OUT = "sign_out"
    INVITED = "invited"
    ROLE = "role"  # somebody's role or right was changed
    SETTING = "setting"  # a setting of the project was changed
    SESSION_ENDED = "session_ended"
    TOKEN = "token"  # noqa: S105  (a key for a program was made or taken back)
    SAW_BYTES = "saw_bytes"  # the bytes as received
    SAW_CHECKS = "saw_checks"  # what the register of sites says
    EXPORTED = "exported"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Act:
    """Who did what, to what, and when (UTC, ISO 8601). No address of anybody is in it.

    `place` is where it stands in the ledger.
    """

    who: str
    deed: Deed
    subject: str
    at: str
    place: int = 0
