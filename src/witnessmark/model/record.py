"""Records: the JSON lines of the public contract, out of and into model values.

`to_record` gives plain JSON values with the contract's field names and a `record` key; `from_record` is its
inverse for documents (with text), claims, relations, timexes, places, lineages, incidents, periods,
decisions, candidates and pairs of reports, explanations, matches and sources of the gazetteer, failures, and
openings, sites, checks and measures of a register. Dates are ISO 8601 strings, sets of values lists, an
unknown is null.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.explanation import Explanation
from witnessmark.model.failure import Failure
from witnessmark.model.gazetteer import Match, PlaceSource
from witnessmark.model.grade import Grade
from witnessmark.model.holder import Opening
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate, Pair
from witnessmark.model.period import Period
from witnessmark.model.place import Location, Place, PlaceMention
from witnessmark.model.site import Site
from witnessmark.model.site_check import CoarseCheck, SiteCheck
from witnessmark.model.site_measures import SiteMeasures
from witnessmark.model.when import Timex

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Record = dict[str, Any]

KINDS: dict[str, type] = {
    "document": Document,
    "claim": Claim,
    "relation": Relation,
    "timex": Timex,
    "place": PlaceMention,
    "lineage": Lineage,
    "incident": Incident,
    "decision": Decision,
    "candidate": Candidate,
    "pair": Pair,
    "explanation": Explanation,
    "match": Match,
    "place_source": PlaceSource,
    "period": Period,
    "failure": Failure,
    "opening": Opening,
    "site": Site,
    "site_check": SiteCheck,
    "coarse_check": CoarseCheck,
    "site_measures": SiteMeasures,
}
_NAMES = {cls: name for name, cls in KINDS.items()}


def plain(value: Any) -> Any:  # noqa: ANN401  (JSON values have no narrower type)
    """A model value as JSON values, field by field."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    shape = _SHAPES.get(type(value))
    if shape:
        return shape(value)
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    raise TypeError(f"no JSON form for {type(value).__name__}")


def to_record(value: object) -> Record:
    """The contract's record of a model value, with `record` naming its kind."""
    return {"record": _NAMES[type(value)], **plain(value)}


def from_record(record: Mapping[str, Any]) -> Any:  # noqa: ANN401  (one of KINDS, by the record's own word)
    """The model value of a record made by `to_record`.

    Raises KeyError for a record of no known kind and pydantic.ValidationError for one of the wrong shape.
    """
    data = dict(record)
    kind = data.pop("record")
    undo = _UNDO.get(kind)
    return _adapter(KINDS[kind]).validate_python(undo(data) if undo else data)


def place_of(record: Mapping[str, Any]) -> Place | None:
    """The place of an incident's record, without what else the record says; raises as `from_record`."""
    given = record["place"]
    return None if given is None else _adapter(Place).validate_python(given)


@cache
def _adapter(cls: type) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(cls)


def _document(d: Document) -> Record:
    out = {f.name: plain(getattr(d, f.name)) for f in fields(d) if f.name not in {"published", "zones"}}
    p = d.published
    out["published"] = p.day.isoformat() if p.day else None
    out["published_how"] = str(p.how)
    out["published_low"], out["published_high"] = plain(p.low), plain(p.high)
    out["published_evidence"] = p.evidence
    out["zones"] = [
        {"zone": str(z.zone), "start": z.start, "end": z.end, "claims_allowed": z.claims_allowed}
        for z in d.zones
    ]
    return out


def _document_back(r: Record) -> Record:
    published = {k: r.pop(f"published_{k}") for k in ("how", "low", "high", "evidence")}
    r["published"] = {"day": r.pop("published"), **published}
    r["zones"] = [{k: z[k] for k in ("zone", "start", "end")} for z in r["zones"]]
    return r


_PLACE = (
    "name", "level", "admin1", "country", "lat", "lon", "geonameid", "precision", "population", "source",
    "radius",
)  # fmt: skip


def _location(loc: Location) -> Record:
    place = {k: plain(getattr(loc.place, k)) for k in _PLACE}
    return {"verbatim": loc.verbatim, **place, "role": str(loc.role), "inherited": loc.inherited}


def _location_back(r: Record | None) -> Record | None:
    if r is None:
        return None
    own = {k: r[k] for k in ("verbatim", "role", "inherited")}
    return {**own, "place": _place_back(r)}


def _place_back(r: Record) -> Record:
    """The place of a record; one written before places had a radius has none."""
    return {k: r[k] for k in _PLACE if k in r or k != "radius"}


def _claim_back(r: Record) -> Record:
    return {**r, "location": _location_back(r["location"])}


def _mention(m: PlaceMention) -> Record:
    place = m.place
    out: Record = {"doc": m.doc, "start": m.start, "end": m.end, "quote": m.quote}
    out.update({k: plain(getattr(place, k)) if place else None for k in _PLACE})
    out["runner_up"] = plain(m.runner_up)
    out["margin"] = m.margin
    out["role"] = str(m.role)
    out["spot"] = plain(m.spot)
    return out


def _mention_back(r: Record) -> Record:
    own = {k: r[k] for k in ("doc", "start", "end", "quote", "runner_up", "margin")}
    own.update({k: r[k] for k in ("role", "spot") if k in r})
    place = _place_back(r)
    return {**own, "place": place if place["name"] else None}


def _timex(t: Timex) -> Record:
    """The times a range names only where it names any."""
    out = {f.name: plain(getattr(t, f.name)) for f in fields(t)}
    return out if t.parts else {k: v for k, v in out.items() if k != "parts"}


# What a grade's record holds beside its dimensions.
_OF_GRADE = ("flags", "minimum", "suggested")


def _grade(g: Grade) -> Record:
    # By name: a store that sorts keys must give back the same line.
    known = sorted(g.dimensions, key=lambda d: d[0])
    named = {name: {f.name: plain(getattr(d, f.name)) for f in fields(d)} for name, d in known}
    return {**named, **{key: plain(getattr(g, key)) for key in _OF_GRADE}}


def _decision(d: Decision) -> Record:
    """Fields that came later only where they say something: an earlier decision keeps its record."""
    out = {f.name: plain(getattr(d, f.name)) for f in fields(d) if f.name != "content"}
    out |= {"content": dict(d.content) if d.content is not None else None}
    return {k: v for k, v in out.items() if v or k not in _LATER}


# Of a decision.
_LATER = frozenset({"content", "act", "four_eyes"})


def _relation(r: Relation) -> Record:
    return {"type": str(r.type), "a": r.a[0] if len(r.a) == 1 else list(r.a), "b": r.b, "note": r.note}


def _relation_back(r: Record) -> Record:
    return {**r, "a": r["a"] if isinstance(r["a"], list) else [r["a"]]}


def _incident_back(r: Record) -> Record:
    grade = dict(r["grade"])
    own = {key: grade.pop(key) for key in _OF_GRADE if key in grade}
    return {**r, "grade": {"dimensions": list(grade.items()), **own}}


_SHAPES: dict[type, Callable[[Any], Record]] = {
    Document: _document,
    Location: _location,
    PlaceMention: _mention,
    Grade: _grade,
    Relation: _relation,
    Timex: _timex,
    Decision: _decision,
}
_UNDO: dict[str, Callable[[Record], Record]] = {
    "document": _document_back,
    "claim": _claim_back,
    "place": _mention_back,
    "relation": _relation_back,
    "incident": _incident_back,
}

__all__ = ["KINDS", "Record", "from_record", "plain", "to_record"]
