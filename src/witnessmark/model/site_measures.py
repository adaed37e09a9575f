"""What many checks come to: counts and shares, with nothing in them that points to a site."""

from dataclasses import dataclass
from datetime import date

from witnessmark.model.site_check import SiteResult


@dataclass(frozen=True, slots=True)
class Number:
    """A number of uncertain things: its mean, the bounds of 95 % of chance, and those likely one by one."""

    expected: float
    low: int
    high: int
    likely: int


@dataclass(frozen=True, slots=True)
class KindMeasures:
    """Attacks on sites of a kind and the distinct sites they hit: two figures, never one for the other.

    `repeats` is how many sites were likely hit so and so many times, twice and more.
    """

    kind: str
    sites: int
    attacks: Number
    facilities: Number
    repeats: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Shares of the sites of a kind that were likely hit: those told to a party, beside others of the areas.

    Strikes count from the day after the site was told, of the others from that of the first of the area.

    `difference` is the first share less the second, `low` and `high` its interval of 95 %. `warning` says why
    the sample does not carry it, and is empty where it does.
    """

    kind: str
    areas: int
    notified: int
    notified_hit: int
    others: int
    others_hit: int
    difference: float
    low: float
    high: float
    warning: str


@dataclass(frozen=True, slots=True)
class Delay:
    """Days from notification to strike, over `strikes` strikes on sites that had been notified."""

    strikes: int
    lower_quartile: float
    median: float
    upper_quartile: float


@dataclass(frozen=True, slots=True)
class OutOfService:
    """Facilities said to have been put out of service by incidents of a month; None is open."""

    month: date
    incidents: int
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class SiteMeasures:
    """The measures of a register and the incidents checked against it.

    `likely` is the probability from which on a site counts as hit, `coverage` and `reliability` what the
    check took as given: the share of all sites of a kind that the register holds, and of reports that name
    the kind of object rightly.
    """

    likely: float
    coverage: float
    reliability: float
    results: tuple[tuple[SiteResult, int], ...]
    kinds: tuple[KindMeasures, ...]
    delay: Delay | None
    comparisons: tuple[Comparison, ...]
    out_of_service: tuple[OutOfService, ...]
    statement: str
