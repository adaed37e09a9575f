"""Claims of one invented incident and their grade, without linking; names are made up or of known bodies."""

from link.made import HAZAR, by, count, on, perpetrator
from witnessmark.grade import grade
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.document import ZoneKind
from witnessmark.model.incident import Incident, IncidentKind

LEVELS = ("V0", "V1", "V2", "V3", "V4", "V5")


def said(
    doc,
    by_whom="RESCUERS",
    quote="A strike hit the market.",
    *,
    kind="incident",
    named=True,
    blame=(),
    n=None,
    **more,
):
    """One claim of `doc`, its origin passed on by a paper of that document."""
    chain = (by_whom, f"PAPER_{doc}".upper())
    return Claim(
        **{
            "id": f"{doc}|{by_whom}|{quote}|{kind}|{n}",
            "doc": doc,
            "start": 0,
            "end": len(quote),
            "quote": quote,
            "zone": ZoneKind.BODY,
            "kind": ClaimKind(kind),
            "claimants": by(*chain, inferred=() if named else chain[:1]),
            "modality": Modality.ASSERTED,
            "actors": tuple(map(perpetrator, blame)),
            "count": count("killed", n, "civilian") if n is not None else None,
            "location": None,
            **more,
        }
    )


def placed(doc, by_whom="RESCUERS", **more):
    from witnessmark.model.place import Location

    return said(doc, by_whom, location=Location("Hazar", HAZAR), date=on("2021-03-04"), **more)


def event(claims, kind=IncidentKind.INCIDENT, target=(), accused=()):
    return Incident(
        id="event",
        kind=kind,
        claims=tuple(c.id for c in claims),
        documents=tuple(sorted({c.doc for c in claims})),
        date=(None, None),
        place=None,
        method=(),
        weapon=(),
        target=target,
        attributed_to=accused,
        figures=(),
        origins=(),
        publications=1,
        grade=None,
    )


def graded(*claims, same=(), voices=None, **of):
    """The grade of an event of these claims; documents in `same` are one lineage, any other is its own."""
    line = {c.doc: "one" if c.doc in same else c.doc for c in claims}
    return grade(event(claims, **of), {c.id: c for c in claims}, line, voices)


def on_(found, name):
    return dict(found.dimensions)[name]


def height(found, name):
    return LEVELS.index(on_(found, name).level.split("_")[0])


def suggested(found, ladder):
    return next(s for s in found.suggested if s.ladder == ladder)
