"""What was sent about a site: to whom, through whom, when, and with which coordinates.

A notification and every step after it are records of their own, never edited: what holds on a day is the
fold of those made until then.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Step(StrEnum):
    """What happened to a notification."""

    SUBMITTED = "submitted"  # handed to the intermediary
    RECEIVED = "acknowledged_by_intermediary"
    TRANSMITTED = "transmitted"  # passed on to the party
    ACKNOWLEDGED = "acknowledged_by_party"
    AMENDED = "amended"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Transmitted:
    """Coordinates as transmitted; `offset` is how far they lie, in metres, from where the site then stood."""

    verbatim: str
    format: str
    datum: str
    lat: float
    lon: float
    offset: float | None


@dataclass(frozen=True, slots=True)
class Notification:
    """One site told to one party in one batch; `party` is the codebook's code.

    `package` is the SHA-256 of the signed package, `document` of the paper it is known from where no package
    was made here. `recorded` is when it was entered (UTC, ISO 8601), which nobody can choose.
    """

    id: str
    site: str
    batch: str
    party: str
    channel: str
    transmitted: Transmitted
    submitted: date
    package: str | None = None
    document: str | None = None
    recorded: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A step of a notification on a day; an amendment says what was handed in instead, to be passed on.

    `package` is the SHA-256 of the package that a receipt acknowledges, where it names one.
    """

    id: str
    notification: str
    step: Step
    day: date
    document: str | None = None
    transmitted: Transmitted | None = None
    by: str = ""
    recorded: str = ""
    package: str | None = None
