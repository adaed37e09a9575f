"""A claim: someone said X. Never X itself."""

from dataclasses import dataclass
from enum import StrEnum

from witnessmark.model.actor import Actor
from witnessmark.model.count import Count
from witnessmark.model.document import ZoneKind
from witnessmark.model.place import Location
from witnessmark.model.when import When


class ClaimKind(StrEnum):
    """What sort of statement it is; only some kinds are about single events."""

    INCIDENT = "incident"
    INCIDENT_UNSPECIFIED = "incident_unspecified"
    AGGREGATE_TALLY = "aggregate_tally"
    CONTEXT_FIGURE = "context_figure"
    PATTERN = "pattern"
    SITUATION = "situation"
    ATTRIBUTION = "attribution"
    DENIAL = "denial"
    LEGAL_CHARACTERISATION = "legal_characterisation"
    LEGAL_RULE_STATEMENT = "legal_rule_statement"
    EVIDENCE = "evidence"
    DEMAND = "demand"
    FORECAST = "forecast"
    THREAT = "threat"
    PROTECTIVE_MEASURE = "protective_measure"
    OPINION = "opinion"
    DEFINITION = "definition"
    STATED_INTENT = "stated_intent"
    MODALITY_QUALIFIER = "modality_qualifier"
    OUT_OF_SCOPE = "out_of_scope"


class Modality(StrEnum):
    """How the claimant stands behind the statement."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    SUSPECTED = "suspected"
    VERIFIED_BY_CLAIMANT = "verified_by_claimant"
    DOCUMENTED_BY_CLAIMANT = "documented_by_claimant"
    NEEDS_VERIFICATION = "needs_verification"
    DENIED = "denied"
    DIRECT_QUOTE = "direct_quote"
    QUOTED_OPINION = "quoted_opinion"
    OPINION = "opinion"
    HYPOTHETICAL = "hypothetical"
    THREATENED = "threatened"
    HISTORICAL = "historical"
    FORECAST = "forecast"
    DEMAND = "demand"


@dataclass(frozen=True, slots=True)
class Claimant:
    """One link of the chain of who said it; `explicit` = the text names them for this statement."""

    name: str
    explicit: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """A quoted span and its meaning; claimants run from origin to publisher."""

    id: str
    doc: str
    start: int
    end: int
    quote: str
    zone: ZoneKind
    kind: ClaimKind
    claimants: tuple[Claimant, ...]
    modality: Modality
    event_type: tuple[str, ...] = ()
    event_type_how: str = "unknown"  # stated | implied (by weapon or platform) | inherited | unknown
    weapon: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    target_near: tuple[str, ...] = ()  # named only as a place nearby: never said to be hit
    victim_group: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    location: Location | None = None
    date: When | None = None
    count: Count | None = None
    legal: tuple[str, ...] = ()
    weapon_verbatim: tuple[str, ...] = ()
    target_verbatim: tuple[str, ...] = ()
    victim_verbatim: tuple[str, ...] = ()
    extractor: str = "grammar"
    rule: str = ""
    confidence: float | None = None  # share of right ones among claims like it; None: not measured


class RelationType(StrEnum):
    """How claims, or documents, stand to each other."""

    SUBSET_OF = "subset_of"
    SUM = "sum"
    PARTIAL_SUM = "partial_sum"
    DERIVED = "derived"
    RESTATES = "restates"
    SAME_CLAIM = "same_claim"
    MEMBER_INCIDENT_OF = "member_incident_of"
    DISTINCT_TARGETS_OF = "distinct_targets_of"
    FOLLOW_UP_STRIKE_OF = "follow_up_strike_of"  # on one place within hours: two events, linked
    CAUSED_BY = "caused_by"
    MODIFIES_MODALITY = "modifies_modality"
    SUPERSEDES = "supersedes"
    CONTRADICTION = "contradiction"
    DENIES = "denies"
    SAME_LINEAGE_DOCUMENTS = "same_lineage_documents"
    SAME_PUBLISHER_DOCUMENTS = "same_publisher_documents"
    SHARED_ORIGIN_DOCUMENTS = "shared_origin_documents"


@dataclass(frozen=True, slots=True)
class Relation:
    """`a` stands in `type` to `b`; `a` holds several ids only for sums."""

    type: RelationType
    a: tuple[str, ...]
    b: str | None
    note: str = ""
