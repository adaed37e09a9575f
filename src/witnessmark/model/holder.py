"""Who may open the register of protected sites, and who did."""

from dataclasses import dataclass
from enum import StrEnum


class Access(StrEnum):
    """What a holder of a key may do; each may do what those before it may."""

    CHECKER = "checker"  # checks incidents, and sees the results coarsened
    ANALYST = "analyst"  # sees positions and names
    KEEPER = "keeper"  # imports, notifies, acknowledges, and says who may open it

    def allows(self, needed: "Access") -> bool:
        """Whether this is enough where that is needed."""
        return _RANK[self] >= _RANK[needed]


_RANK = {access: rank for rank, access in enumerate(Access)}


@dataclass(frozen=True, slots=True)
class Holder:
    """A person, or a post, whose key opens the register.

    `opens` is the public key it is sealed to, `signs` the one a keeper's entries are signed with, both as
    OpenSSH writes them.
    """

    name: str
    access: Access
    opens: str
    signs: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """The register was opened: by whom, with what right, by which command, why, and when (UTC, ISO 8601)."""

    who: str
    access: Access
    command: str
    reason: str
    at: str
