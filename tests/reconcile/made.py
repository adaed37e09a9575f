"""One event as `link` would hand it over, without linking: what is tested here is what is made of it."""

from datetime import date

from link.made import HAZAR, claim, count, on, rel, report
from witnessmark.model.count import Qualifier
from witnessmark.model.grade import Grade
from witnessmark.model.incident import Incident, IncidentKind, Lineage, LineageKind
from witnessmark.model.reading import Linkage
from witnessmark.reconcile import reconcile

AT_LEAST, ABOUT, VAGUE = Qualifier.AT_LEAST, Qualifier.ABOUT, Qualifier.VAGUE
DAY = "2021-03-05"


def killed(value, qualifier=Qualifier.EXACTLY, group="civilian", **bounds):
    return count("killed", value, group, qualifier, **bounds)


def told(doc, *counts, who=("RESCUERS",), published=DAY, relations=(), publisher=None, since=None, **more):
    """A report that gives `counts` for one strike on Hazar, a sentence each; claims are `doc-0`, `doc-1`."""
    quotes = [f"Count {n}: {c.measure} {c.verbatim} {c.group or ''}." for n, c in enumerate(counts)]
    claims = [
        claim(f"{doc}-{n}", quote, **{"who": who, "at": HAZAR, "when": on("2021-03-04"), "n": c, **more})
        for n, (quote, c) in enumerate(zip(quotes, counts, strict=True))
    ]
    return report(
        doc, " ".join(quotes), claims, relations, published=published, publisher=publisher, since=since
    )


def linked(readings, *, accused=(), kind=IncidentKind.INCIDENT, prints=(), **more):
    """All readings as one incident; `prints` are documents of one lineage, which say the same in order."""
    claims = sorted((c for r in readings for c in r.claims), key=lambda c: (c.doc, c.start))
    docs = sorted(r.document.id for r in readings)
    lines = [Lineage("line", tuple(prints), LineageKind.EXACT_COPY, None)] if prints else []
    lines += [Lineage(f"line {d}", (d,), LineageKind.SINGLE, None) for d in docs if d not in prints]
    first, *copies = [[c.id for c in claims if c.doc == d] for d in prints] or [[]]
    same = [rel("same_claim", a, b) for other in copies for a, b in zip(other, first, strict=True)]
    fields = {
        "id": "event", "date": (date(2021, 3, 4), date(2021, 3, 4)), "place": HAZAR, "method": (),
        "weapon": (), "target": (), "figures": (), "origins": (), "grade": Grade(), **more,
    }  # fmt: skip
    event = Incident(
        kind=kind, claims=tuple(c.id for c in claims), documents=tuple(docs), attributed_to=tuple(accused),
        publications=len(docs), **fields,
    )  # fmt: skip
    origins = tuple(sorted((c.id, (c.claimants[0].name,)) for c in claims))
    return Linkage(tuple(lines), (event,), tuple(same), origins)


def reconciled(*readings, rule="default", **how):
    """The incident with its figures and audit."""
    (found,) = reconcile(linked(readings, **how), readings, rule)
    return found


def row(incident, measure="killed", group="civilian"):
    return next((f for f in incident.figures if (f.measure, f.group) == (measure, group)), None)


def figure(*readings, measure="killed", group="civilian", **how):
    """The figure of one row of the one incident all readings tell of."""
    return row(reconciled(*readings, **how), measure, group)


def ends(value):
    return (value.low, value.best, value.high)


def audited(incident):
    return {line.statement: line.holds for line in incident.audit}
