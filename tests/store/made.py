"""Invented readings and views for the tests of the store; run as a script it adds them to a case."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality, Relation, RelationType
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.failure import Failure
from witnessmark.model.figure import Figure, SetAside
from witnessmark.model.grade import DimensionGrade, Grade
from witnessmark.model.ids import bytes_id, content_id
from witnessmark.model.incident import AuditLine, Incident, IncidentKind, Lineage, LineageKind
from witnessmark.model.links import Links
from witnessmark.model.place import Location, Place, PlaceMention, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.model.when import TimePrecision, Timex, TimexType, When
from witnessmark.store.case import Case

FILLED = 9  # items in the case that tests find filled
PLACE = Place("Norvale", "town", "XXA", "Upper Lea", 12.5, 41.25, 4711, PlacePrecision.TOWN)


def text(i: int) -> str:
    day = 1 + i % 28
    return f"Shells struck the market of Norvale on {day} March 2031, killing {i + 2} people, medics said."


def reading(i: int, doc: str | None = None, path: str | None = None, body: str | None = None) -> Reading:
    """Document number `i` with two claims, a time, a place and a relation."""
    content = text(i) if body is None else body
    doc = doc or f"doc-{i:04d}"
    document = Document(
        id=doc,
        path=path or f"reports/{i:04d}.txt",
        text=content,
        sha256=bytes_id(content.encode("utf-8", "surrogatepass")),
        format="text",
        title="Market shelled",
        published=Published(date(2031, 3, 30), PublishedHow.STATED),
        language="en",
        zones=(Zone(ZoneKind.BODY, 0, len(content)),),
    )
    killed, struck = claim(document, f"killing {i + 2} people", i + 2), claim(document, "Shells struck", None)
    day = f"{1 + i % 28} March 2031"
    return Reading(
        document=document,
        timexes=(timex(document, day, date(2031, 3, 1 + i % 28)),),
        places=(PlaceMention(doc, *span(document, "Norvale"), place=PLACE, margin=0.75),),
        claims=(killed, struck),
        relations=(Relation(RelationType.MEMBER_INCIDENT_OF, (killed.id,), struck.id),),
    )


def span(document: Document, quote: str) -> tuple[int, int, str]:
    start = document.text.index(quote)
    return start, start + len(quote), quote


def claim(document: Document, quote: str, number: int | None) -> Claim:
    start, end, _ = span(document, quote)
    counted = (
        Count("killed", "civilians", number, number, None, Qualifier.AT_LEAST, quote) if number else None
    )
    return Claim(
        id=content_id("claim", {"doc": document.id, "start": start}),
        doc=document.id,
        start=start,
        end=end,
        quote=quote,
        zone=ZoneKind.BODY,
        kind=ClaimKind.INCIDENT,
        claimants=(Claimant("medics", explicit=True),),
        modality=Modality.REPORTED,
        event_type=("shelling",),
        actors=(Actor(None, "unnamed gunners", Role.PERPETRATOR),),
        location=Location("Norvale", PLACE),
        date=When(None, date(2031, 3, 1), None, TimePrecision.MONTH, "grammar"),
        count=counted,
    )


def timex(document: Document, quote: str, day: date) -> Timex:
    start, end, _ = span(document, quote)
    return Timex(
        document.id,
        start,
        end,
        quote,
        day,
        day,
        TimePrecision.DAY,
        TimexType.DATE,
        day.isoformat(),
        "grammar",
    )


def views(readings: list[Reading]) -> tuple[list[Lineage], list[Incident], list[Relation]]:
    """One lineage a document, one incident over all, one relation across the first two documents."""
    documents = tuple(r.document.id for r in readings)
    killed = [r.claims[0] for r in readings]
    figure = Figure(
        "killed",
        "civilians",
        2,
        3,
        None,
        "latest",
        tuple(c.id for c in killed[:1]),
        tuple(SetAside(c.id, "an earlier toll") for c in killed[1:]),
    )
    incident = Incident(
        id=content_id("incident", {"documents": documents}),
        kind=IncidentKind.INCIDENT,
        claims=tuple(c.id for r in readings for c in r.claims),
        documents=documents,
        date=(date(2031, 3, 1), None),
        place=PLACE,
        method=("shelling",),
        weapon=(),
        target=("market",),
        attributed_to=(),
        figures=(figure,),
        origins=("medics",),
        publications=len(documents),
        grade=Grade((("occurrence", DimensionGrade("single_source", "one origin")),), ("contested",)),
        audit=(AuditLine("2 + 3 = 5", holds=True, claims=(killed[0].id,)),),
        unknown=("perpetrator not stated",),
    )
    lineages = [
        Lineage(content_id("lineage", {"d": d}), (d,), LineageKind.SINGLE, "medics") for d in documents
    ]
    across = [Relation(RelationType.SAME_CLAIM, (killed[0].id,), killed[-1].id)]
    return lineages, [incident], across


def add(case: Case, number: int, done: Callable[[int], None] = lambda _i: None) -> None:
    """What the pipeline does in `add`: a capture and a reading an item, and some failures."""
    case.begin_run("add", {"paths": ["reports"]})
    for i in range(number):
        if i % 7 == 3:
            case.fail(
                Failure(f"reports/{i:04d}.txt", "read", "EmptyError", "nothing to read: remove the file")
            )
        else:
            found = reading(i)
            case.capture(found.document.path, found.document.text.encode())
            case.record(found)
        done(i)
    case.replace_links(Links(*views(list(case.readings()))))
    case.finish_run({"documents": number})


if __name__ == "__main__":
    with Case.open(Path(sys.argv[1]), lock_timeout=20.0) as opened:
        add(opened, int(sys.argv[2]), lambda i: print(i, flush=True))  # noqa: T201  (the parent waits for it)
