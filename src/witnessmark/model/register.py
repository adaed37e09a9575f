"""The register of protected sites and of what was sent about them, as a fold of its records."""

from dataclasses import dataclass
from datetime import date

from witnessmark.model.notification import Event, Notification
from witnessmark.model.site import Site


@dataclass(frozen=True, slots=True)
class Register:
    """Everything on record.

    `since` is the first day for which it claims to hold the sites of `countries` (ISO 3166-1 alpha-3); before
    it and elsewhere nothing can be said. `coverage` is the share of all sites of a kind there that its
    keepers take it to hold. `version` is the hash of the last record.
    """

    sites: tuple[Site, ...] = ()
    notifications: tuple[Notification, ...] = ()
    events: tuple[Event, ...] = ()
    since: date | None = None
    countries: tuple[str, ...] = ()
    version: str = ""
    coverage: float | None = None
