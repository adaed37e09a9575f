"""What a check of an incident against the register found."""

from dataclasses import dataclass
from enum import StrEnum


class SiteResult(StrEnum):
    """Whether a place that was hit had been notified (standards 3.12)."""

    BEFORE_TO_ATTRIBUTED = "notified_before_to_attributed_party"
    BEFORE_TO_OTHER = "notified_before_to_other_party_only"
    AFTER = "notified_after"
    WRONG_COORDINATES = "notified_wrong_coordinates"
    WITHDRAWN = "withdrawn_before"
    PENDING = "pending_unacknowledged"
    NEAR = "near_listed_site"
    SUPPORTED = "supported_not_listed"
    NOT_LISTED = "not_listed"
    NO_REGISTER = "register_not_available_for_date"
    PLACE_UNKNOWN = "place_not_known"  # not of the standard: too coarse a place to compare


@dataclass(frozen=True, slots=True)
class SiteMatch:
    """A site within reach of an incident.

    `distance` is from the reported point in metres, `probability` that the strike point lies inside the site
    given both errors; `kind_agrees` None where the incident names no kind; `days` from transmission to the
    incident's first day; `offset` how far off the transmitted coordinates were, in metres. `party` is who was
    told, `by_party` the result for each party the attack is attributed to. `reasons` hold no name of a site
    and distances only in bands; `of_site` is of the site itself, and only for those who may see positions.
    """

    site: str
    kind: str
    distance: float
    probability: float
    kind_agrees: bool | None
    result: SiteResult
    party: str | None = None
    days: int | None = None
    offset: float | None = None
    reasons: tuple[str, ...] = ()
    by_party: tuple[tuple[str, SiteResult], ...] = ()
    of_site: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SiteCheck:
    """An incident against the register: its likeliest result, and the likeliest sites within reach.

    `could_be` are results that the dates or positions leave open besides. `candidates` is how many sites
    have ground, with the error of its position, within `reach` metres of the reported point, the likeliest
    of which are `matches`; `statement` what notification does not change.
    """

    id: str
    incident: str
    result: SiteResult
    could_be: tuple[SiteResult, ...]
    matches: tuple[SiteMatch, ...]
    candidates: int
    reach: float
    register: str
    reasons: tuple[str, ...]
    statement: str


@dataclass(frozen=True, slots=True)
class CoarseCheck:
    """A check as those may have it who may not see the register: no id of a site, and bands for measures.

    `kind`, `likelihood` and `distance` are codes of the codebook (`objects`, `likelihood`, `distance_bands`)
    and of the site the result speaks of; None where it speaks of none. `within` is the reach in kilometres,
    rounded up.
    """

    id: str
    incident: str
    result: SiteResult
    could_be: tuple[SiteResult, ...]
    kind: str | None
    likelihood: str | None
    distance: str | None
    candidates: int
    within: int
    register: str
    reasons: tuple[str, ...]
    statement: str
