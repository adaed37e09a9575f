"""What lies in the register beside the sites: what it claims to hold, and papers sent or received."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """From which day on the register claims to hold the sites of which countries (ISO 3166-1 alpha-3).

    `coverage` is the share of all sites of a kind there that its keepers take it to hold; None where they do
    not say.
    """

    since: date | None = None
    countries: tuple[str, ...] = ()
    coverage: float | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file kept in the register by its SHA-256: a package that was sent, a receipt, a scan.

    Of a list that was imported (`kind` is list) the hash alone is kept, and no batch or party.

    `request` is what a package asks (notify, amend, withdraw); `created` UTC, as the paper itself says.
    """

    sha256: str
    kind: str
    batch: str
    party: str
    created: str = ""
    request: str = ""
    recorded: str = ""
