"""What comes out, as the OpenAPI document has it."""

from ninja import Schema
from pydantic import Field

from witnessmark.model.record import Record


class Told(Schema):
    """Why something was not done, and what to do about it; `others` are decisions that came meanwhile."""

    detail: str
    remedy: str
    others: list[Record] = Field(default=[])


class Records(Schema):
    """Some of a list, each a record of docs/reference/records.md; `after` asks for the next, or is null."""

    items: list[Record]
    after: str | None


class ProjectOut(Schema):
    """A project, and what who asks may do there."""

    slug: str
    title: str
    role: str
    rights: list[str]
    four_eyes: bool


class Codes(Schema):
    """The codebook's codes with their words: by taxonomy, and names of parties and speakers by id."""

    axes: dict[str, dict[str, str]]
    names: dict[str, str]


class Received(Schema):
    """The bytes that a document was read from: their SHA-256, and names and sizes they came under."""

    sha256: str
    names: list[tuple[str, int]]


class ReadingOut(Schema):
    """A document with its claims as people added and corrected them, those rejected included."""

    document: Record
    claims: list[Record]
    relations: list[Record]
    lineage: Record | None
    incidents: list[Record]
    decisions: list[Record]
    received: Received


class Judged(Schema):
    """All decisions on what was asked for; which of them count, and which wait for a second person."""

    items: list[Record]
    in_force: list[str]
    awaiting: list[str]


class ComparedOut(Schema):
    """What one comparison of two reports found; `bits` speak for one event, below 0 against."""

    about: str
    found: str
    bits: float


class PairOut(Schema):
    """Two reports side by side; `claims` are those of either, `incidents` the ids of those they are in."""

    pair: Record
    compared: list[ComparedOut]
    claims: list[list[str]]
    incidents: list[str]
    decisions: list[Record]


class PlaceOut(Schema):
    """A place by name, province, country and how well it is known, and how many incidents it has."""

    name: str
    admin1: str
    country: str
    precision: str
    incidents: int


class Counted(Schema):
    """The incidents of a filter counted: by value, by month or year of their first day, and by place."""

    whole: int
    undated: int
    unplaced: int
    facets: dict[str, list[tuple[str, int]]]
    bars: list[tuple[str, int]]
    places: list[PlaceOut]


class SumOut(Schema):
    """One thing counted over the single incidents of a scope; an open end is null.

    It adds up `incidents`, of which `certain` lie inside for sure; the others count in `high` alone.
    """

    measure: str
    group: str | None
    low: int
    best: int | None
    high: int | None
    incidents: int
    certain: int


class LeftOut(Schema):
    """How many incidents are in no sum for this reason, and the ids of the first."""

    reason: str
    number: int
    some: list[str]


class Figures(Schema):
    """What the single incidents of a scope come to: `counted` of them; and those that are in no sum."""

    figures: list[SumOut]
    counted: int
    left: list[LeftOut]


class Tallies(Figures):
    """The first totals that others gave, with their audit, beside the figures; `all_totals` counts them."""

    totals: list[Record]
    all_totals: int


class ActOut(Schema):
    """Something done in the room."""

    who: str
    deed: str
    subject: str
    at: str
    place: int


class Acts(Schema):
    """Some acts, the latest first; `before` asks for the next, and is null on the last page."""

    items: list[ActOut]
    before: int | None


class PersonOut(Schema):
    """Somebody in the project; `begun` and `factor` say whether they have a password and a second factor."""

    name: str
    role: str
    opens_register: bool
    begun: bool
    factor: bool


class ChangeOut(Schema):
    """An incident that a decision changed; `lines` are its figures in words, before and after."""

    incident: str
    title: str
    new: bool
    gone: bool
    lines: list[tuple[str, str]]


class Settled(Schema):
    """What became of decisions: whether the incidents have them yet, what changed, what others decided."""

    decisions: list[Record]
    linked: bool
    told: list[str]
    changes: list[ChangeOut]
    others: list[Record]
