"""What lies in the register beside the sites: what it claims to hold, and papers sent or received."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """From which day on the register claims to hold the sites of which countries (ISO 3166-1 alpha-3)."""

    since: date | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file kept in the register by its SHA-256: a package that was sent, a receipt, a scan.

    `request` is what a package asks (notify, amend, withdraw); `created` UTC, as the paper itself says.
    """

    sha256: str
    kind: str
    batch: str
    party: str
    created: str = ""
    request: str = ""
    recorded: str = ""
