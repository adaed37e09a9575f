"""Lineages, incidents and tallies: folds of claims, rebuilt at will, never edited."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from witnessmark.model.figure import Figure
from witnessmark.model.grade import Grade
from witnessmark.model.place import Place


class LineageKind(StrEnum):
    """What documents of one lineage share."""

    EXACT_COPY = "exact_copy"
    NEAR_COPY = "near_copy"
    EDITED_WIRE = "edited_wire"  # an agency's story, or one whose words for the parties were changed
    PRESS_RELEASE = "press_release"  # written up from one statement handed out
    TRANSLATION = "translation"  # by a person or a machine
    SAME_STORY = "same_story"  # one report in other words
    SHARED_ORIGIN = "shared_origin"  # of a tie only: no copy, and not independent
    SINGLE = "single"


class LineageFlag(StrEnum):
    """What a reader of a lineage must be told."""

    ALTERED = "altered"  # prints differ in a figure
    RECYCLED = "recycled"  # an old report printed as a new one


@dataclass(frozen=True, slots=True)
class Tie:
    """Two documents and what ties them, in words."""

    a: str
    b: str
    kind: LineageKind
    evidence: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Documents that go back to one report; they count as one publication of one origin.

    The kind is that of the loosest tie needed to hold it together.
    """

    id: str
    documents: tuple[str, ...]
    kind: LineageKind
    origin: str | None
    evidence: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()
    flags: tuple[LineageFlag, ...] = ()


class IncidentKind(StrEnum):
    """An incident is one event; an aggregate is a total over several; the others are no events."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"
    ALLEGATION = "allegation"
    PROTECTIVE_MEASURE = "protective_measure"
    TERRITORIAL_CONTROL = "territorial_control"
    SITUATION = "situation"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One arithmetic check of a tally, in words and with its claims."""

    statement: str  # "71 + 37 = 108"
    holds: bool | None  # None: nothing contradicts, a remainder stays unnamed
    claims: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """A fold of claims about one event, total or situation."""

    id: str
    kind: IncidentKind
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    date: tuple[date | None, date | None]
    place: Place | None
    method: tuple[str, ...]
    weapon: tuple[str, ...]
    target: tuple[str, ...]
    attributed_to: tuple[str, ...]
    figures: tuple[Figure, ...]
    origins: tuple[str, ...]
    publications: int
    grade: Grade
    target_near: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # ids of incidents a total is said to contain
    follows: tuple[str, ...] = ()  # incidents on its place that it followed within hours, by id
    audit: tuple[AuditLine, ...] = ()
    unknown: tuple[str, ...] = ()  # what is not known, in words
