"""Small builders for readings, in our own invented prose; every name of a person or village is made up."""

from datetime import date

from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality, Relation, RelationType
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.ids import bytes_id
from witnessmark.model.place import Location, Place, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.model.when import TimePrecision, When

ORDA = Place("Orda", "admin1", "SYR", admin1="Orda", precision=PlacePrecision.ADMIN1)


def town(name, lat=35.0, lon=36.0, admin1="Orda"):
    return Place(name, "town", "SYR", admin1=admin1, lat=lat, lon=lon, precision=PlacePrecision.TOWN)


HAZAR = town("Hazar")
BELEN = town("Belen", lat=35.4, lon=36.4)


def on(start, end=None, precision=TimePrecision.DAY, verbatim=None):
    first = date.fromisoformat(start) if start else None
    last = date.fromisoformat(end) if end else (first if precision is TimePrecision.DAY else None)
    return When(verbatim, first, last, precision, "test")


def count(measure, value, group=None, qualifier=Qualifier.EXACTLY, **bounds):
    exact = {"low": value, "high": value} if qualifier is Qualifier.EXACTLY else {"low": None, "high": None}
    exact |= {"low": value} if qualifier is Qualifier.AT_LEAST else {}
    return Count(measure, group, value, **(exact | bounds), qualifier=qualifier, verbatim=str(value))


def by(*names, inferred=()):
    return tuple(Claimant(n, n not in inferred) for n in names)


def perpetrator(norm):
    return Actor(norm, norm.lower(), Role.PERPETRATOR)


def claim(
    id_, quote, kind=ClaimKind.INCIDENT, *, who=("SNHR",), at=None, when=None, n=None, by_whom=None, **more
):
    """A claim without a document yet; `report` puts it where its quote stands."""
    return {
        "id": id_,
        "quote": quote,
        "kind": ClaimKind(kind),
        "claimants": by(*who) if isinstance(who[0], str) else who,
        "modality": Modality.ASSERTED,
        "location": Location(at.name, at) if at else None,
        "date": when,
        "count": n,
        "actors": (perpetrator(by_whom),) if by_whom else (),
        **more,
    }


def report(
    doc, text, claims=(), relations=(), *, published=None, publisher=None, zone=ZoneKind.BODY, since=None
):
    """A reading of `text` as one body zone, its claims found by their quotes; published `since` or later."""
    day = date.fromisoformat(published) if published else None
    document = Document(
        id=doc,
        path=f"{doc}.txt",
        text=text,
        sha256=bytes_id(text.encode()),
        format="txt",
        published=Published(
            day,
            PublishedHow.STATED if day else PublishedHow.UNKNOWN,
            date.fromisoformat(since) if since else None,
        ),
        publisher=publisher,
        language="en",
        zones=(Zone(zone, 0, len(text)),),
    )
    return Reading(
        document, claims=tuple(_place(doc, text, zone, c) for c in claims), relations=tuple(relations)
    )


def _place(doc, text, zone, fields):
    start = text.index(fields["quote"])
    end = start + len(fields["quote"])
    return Claim(doc=doc, start=start, end=end, **{"zone": zone, **fields})


def rel(type_, a, b, note=""):
    return Relation(RelationType(type_), (a,) if isinstance(a, str) else tuple(a), b, note)


def incidents(linkage, kind="incident"):
    return [i for i in linkage.incidents if i.kind == kind]
