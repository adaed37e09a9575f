"""Filters and scopes as programs ask for them: by the fields that pages have in their addresses."""

from datetime import date
from typing import Annotated, Literal

from ninja import Schema
from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema

from witnessmark.model.filter import Filter
from witnessmark.model.incident import IncidentKind
from witnessmark.model.period import Scope


def _day(text: str) -> str:
    if len(text) != len("2031-03-24"):
        raise ValueError("write a day as 2031-03-24")
    return date.fromisoformat(text).isoformat()


_LON = r"-?(180(\.0{1,6})?|(1[0-7][0-9]|[0-9]{1,2})(\.[0-9]{1,6})?)"
_LAT = r"-?(90(\.0{1,6})?|[0-8]?[0-9](\.[0-9]{1,6})?)"
_BOX = rf"^{_LON},{_LAT},{_LON},{_LAT}$"

Day = Annotated[str, AfterValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Words = Annotated[str, StringConstraints(max_length=500, pattern=r"^[^\x00]*$")]
Values = Annotated[list[Words], Field(max_length=50)]
Unknowns = Literal["", "included", "only"]


class FilterIn(Schema):
    """All of these have to hold; of several values of one field, one. See docs/room/explore.md."""

    start: Day | None = None
    end: Day | None = None
    undated: Unknowns = ""
    place: Words = ""
    country: Words = ""
    admin1: Words = ""
    bbox: Annotated[str, StringConstraints(pattern=_BOX)] | None = None
    unplaced: Unknowns = ""
    party: Values = Field(default=[])
    method: Values = Field(default=[])
    object: Values = Field(default=[])
    language: Values = Field(default=[])
    kind: Annotated[list[IncidentKind], Field(max_length=50)] = Field(default=[])
    grade: Annotated[str, StringConstraints(pattern=r"^[Vv][0-9]$")] | None = None
    text: Words = ""

    def filter(self) -> Filter:
        """The filter. Raises UsageError for days or edges that are the wrong way round."""
        return Filter.from_query({name: value for name, value in self if value is not None})


class ScopeIn(Schema):
    """Days, a place by name and a party by id, as the totals page asks for them."""

    start: Day | None = None
    end: Day | None = None
    place: Words = ""
    party: Words = ""

    def scope(self) -> Scope:
        """The scope. Raises UsageError for days that are the wrong way round."""
        days = Filter.from_query({"start": self.start or "", "end": self.end or ""})
        return Scope(days.start, days.end, self.place.strip() or None, self.party.strip() or None)
