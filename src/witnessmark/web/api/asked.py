"""What comes in to decide, as the OpenAPI document has it: what can be refused for its shape alone, is."""

from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from witnessmark.model.claim import ClaimKind, Modality
from witnessmark.model.count import Qualifier

_MOST = 1000  # of anything in one request: what the inbox takes at once is less


def _storable(text: str) -> str:
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise ValueError("this is no text that can be kept")
    return text


def _distinct(names: list[str]) -> list[str]:
    if len(set(names)) < len(names):
        raise ValueError("name each once")
    return names


def _text(pattern: str, longest: int) -> StringConstraints:
    return StringConstraints(min_length=1, max_length=longest, pattern=pattern)


_SEEN = r"^[^\x00]*[^\s\x00][^\x00]*$"  # something to be seen, and nothing that no database keeps
Name = Annotated[str, _text(r"^[^\x00]+$", 500), AfterValidator(_storable)]
Reason = Annotated[str, _text(_SEEN, 5000), AfterValidator(_storable)]
Quote = Annotated[str, _text(_SEEN, 5000), AfterValidator(_storable)]
Code = Annotated[str, _text(r"^[A-Za-z0-9_.-]+$", 100)]
Teller = Annotated[str, _text(r"^[^>\x00]*[^>\s\x00][^>\x00]*$", 200), AfterValidator(_storable)]
Number = Annotated[int, Field(ge=0, lt=10**9)]
Each = {"uniqueItems": True}
Names = Annotated[
    list[Name], Field(min_length=1, max_length=_MOST, json_schema_extra=Each), AfterValidator(_distinct)
]
Several = Annotated[
    list[Name], Field(min_length=2, max_length=50, json_schema_extra=Each), AfterValidator(_distinct)
]
Two = Annotated[
    list[Name], Field(min_length=2, max_length=2, json_schema_extra=Each), AfterValidator(_distinct)
]
Codes = Annotated[list[Code], Field(max_length=50)]


class Asked(Schema):
    """A decision with its reason.

    `seen` are the ids of the decisions on the same that the caller knows of: where there are others, nothing
    is kept, and the answer (409) has them. Without `seen` it is kept beside theirs.
    """

    model_config = ConfigDict(extra="forbid")

    reason: Reason
    seen: list[Name] | None = Field(default=None, max_length=_MOST)


class PairIn(Asked):
    """Whether two reports, each named by a claim of it or its document, tell of one event."""

    judgement: Literal["same", "different", "unsure"]
    subject: Two


class ClaimsIn(Asked):
    """Whether documents say what these claims say; several are one act."""

    judgement: Literal["accept", "reject"]
    claims: Names


class ReadIn(Asked):
    """That the caller's person read these documents."""

    documents: Names


class Fields(Schema):
    """What a claim says, field by field; a field left out stays as it is, null takes away what was known.

    Codes are those of `/api/codes`. `place` is a name of the gazetteer, with `#` and its number where there
    are several; `date` a day, month or year, or two with a slash between; `claimants` run from the origin to
    the publisher.
    """

    model_config = ConfigDict(extra="forbid")

    kind: ClaimKind = ClaimKind.INCIDENT
    modality: Modality = Modality.ASSERTED
    claimants: list[Teller] = Field(default=[], min_length=1, max_length=20)
    attributed_to: Codes = Field(default=[])
    event_type: Codes = Field(default=[])
    weapon: Codes = Field(default=[])
    target: Codes = Field(default=[])
    target_near: Codes = Field(default=[])
    victim_group: Codes = Field(default=[])
    place: Annotated[str, _text(_SEEN, 200), AfterValidator(_storable)] | None = None
    date: Annotated[str, _text(r"^[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?$", 21)] | None = None
    measure: Code | None = None
    group: Code | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier | None = None

    def stated(self) -> dict[str, str]:
        """The fields that were given, in the words that a form has for them."""
        found = {}
        for name in sorted(self.model_fields_set):
            value, between = getattr(self, name), " > " if name == "claimants" else ","
            told = between.join(value) if isinstance(value, list) else value
            found[name] = "" if told is None else str(told)
        return found


def _some(fields: Fields) -> Fields:
    if not fields.model_fields_set:
        raise ValueError("name a field and what it should say")
    return fields


class AddIn(Asked):
    """A claim that the program missed: words of the document, and what they say.

    Where the words stand several times, `start` says near which sign.
    """

    document: Name
    quote: Quote
    start: int | None = Field(default=None, ge=0, lt=2**31)
    fields: Fields = Fields()


class CorrectIn(Asked):
    """Other fields of a claim; its id stays."""

    claim: Name
    fields: Annotated[Fields, Field(json_schema_extra={"minProperties": 1}), AfterValidator(_some)]


class MergeIn(Asked):
    """That these incidents are one event."""

    incidents: Several


class SplitIn(Asked):
    """That these claims of an incident tell of another event than its others."""

    incident: Name
    claims: Names


class MoveIn(SplitIn):
    """That these claims of an incident tell of that other one."""

    to: Name


class UndoIn(Asked):
    """That a decision is taken back, and all that were made in one go with it: its id, or that of the act."""

    decision: Name


class ConfirmIn(Asked):
    """That a second person agrees with decisions of others, each with all of its act."""

    decisions: Names
