"""What was recorded of a site: the register is the fold of its changes, never a table that is edited."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from witnessmark.model.site import Stay


class ChangeKind(StrEnum):
    """What a change says of a site."""

    REGISTERED = "registered"
    MOVED = "moved"  # it stood elsewhere from `day` on
    CLOSED = "closed"  # `day` was its last
    REOPENED = "reopened"  # where it last stood, from `day` on
    RENAMED = "renamed"  # `names` are all its names from now on
    CORRECTED = "corrected"  # what had been recorded was wrong


@dataclass(frozen=True, slots=True)
class SiteChange:
    """One entry of the register about the site `site`.

    `stay` is where it stands: of a registration, a move, or a correction of the stay that began on `day`.
    Of the other fields a correction gives those that it corrects, the rest are empty. `note` names the list
    and row it is from and every departure from them that a person accepted. `recorded` is when it was entered
    (UTC, ISO 8601), which nobody can choose.
    """

    site: str
    kind: ChangeKind
    day: date | None = None
    stay: Stay | None = None
    names: tuple[str, ...] = ()
    object: str = ""  # code of the protected object
    country: str | None = None
    operator: str = ""
    supporter: str = ""
    refs: tuple[str, ...] = ()
    source: str = ""
    note: str = ""
    recorded: str = ""
