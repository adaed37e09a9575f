"""An invented case in an invented country: a wire report, its copy, and a page that attacks its reader."""

from dataclasses import replace
from datetime import date

import pytest

from witnessmark.model.actor import Actor, Role
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality, Relation, RelationType
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.failure import Failure
from witnessmark.model.figure import Figure, SetAside
from witnessmark.model.grade import DimensionGrade, Grade
from witnessmark.model.ids import bytes_id
from witnessmark.model.incident import AuditLine, Incident, IncidentKind, Lineage, LineageKind
from witnessmark.model.place import Place, PlacePrecision
from witnessmark.model.reading import Reading
from witnessmark.publish import Dossier, Labels, Town
from witnessmark.publish.index import Index
from witnessmark.publish.labels import codebook_labels

WIRE = """Clinic street bombed in Karsund, monitor says

Seven civilians were killed in air strikes near a clinic in Karsund on 3 March 2021, the Vesteria Monitor \
told Novo Wire on Thursday. Two houses were destroyed. The northern army, which the monitor blames, has not \
been heard.

Since 1 February the monitor has counted at least 40 people killed in Vesteria: 25 in air strikes and 15 in \
shelling. Among the 25 were six children. In these weeks it registered 12 attacks on schools, four of them \
in the delta, and two on wells. Hundreds have fled.

A rocket may have carried gas, a minister said, but nobody has verified it.

Subscribe to Novo Wire
"""
COPY = """Karsund: seven dead by the clinic

According to the Vesteria Monitor, quoted by Novo Wire, strikes from the air next to a clinic of Karsund \
cost the life of 7 civilians the 3 March. Eight, says a town councillor. The spot: 12.34567, -33.98765.
"""
HOSTILE = """<script>alert("read me")</script> & "quotes" 'all' <b>over</b>

One person was hurt, </mark><img src=x onerror=alert(1)> said a note left at Dunmere.
"""
KARSUND = Place(
    "Karsund", "town", "XQA", "Vesteria", 12.31234, -33.92345, 11, PlacePrecision.TOWN, 9000, "test"
)
CLINIC = replace(KARSUND, name="Karsund clinic", precision=PlacePrecision.FACILITY)
VESTERIA = Place("Vesteria", "admin1", "XQA", None, 12.1, -33.6, 12, PlacePrecision.ADMIN1, 0, "test")
LABELS = replace(
    codebook_labels(),
    names={"MONITOR": "Vesteria Monitor", "NOVO": "Novo Wire", "NORTH_ARMY": "Northern Army"},
)
MONITOR, NOVO = Claimant("MONITOR", explicit=True), Claimant("NOVO", explicit=False)


def document(name: str, text: str, title: str | None, zones: tuple[Zone, ...], **more) -> Document:
    fields = {"path": f"in/{name}", "text": text, "sha256": bytes_id(text.encode()), "format": "txt"}
    return Document(id=name, title=title, zones=zones, language="en", **fields, **more)


def claim(doc: Document, quote: str, counted=None, kind=ClaimKind.AGGREGATE_TALLY, **more) -> Claim:
    """The claim with this quote, which is in the text; `counted`: measure, group, low, value, high."""
    start = doc.text.index(quote)
    count = None
    if counted:
        measure, group, low, value, high = counted
        count = Count(measure, group, value, low, high, Qualifier.EXACTLY, quote)
    base = {"claimants": (MONITOR, NOVO), "modality": Modality.ASSERTED, "extractor": "grammar", "rule": "r1"}
    more = base | more
    name = f"{doc.id}:{quote}"
    return Claim(name, doc.id, start, start + len(quote), quote, ZoneKind.BODY, kind, count=count, **more)


def exactly(measure: str, group: str | None, n: int) -> tuple:
    return (measure, group, n, n, n)


def zoned(text: str, *kinds_and_heads: tuple[ZoneKind, str]) -> tuple[Zone, ...]:
    starts = [text.index(head) for _, head in kinds_and_heads]
    ends = [*starts[1:], len(text)]
    return tuple(Zone(k, s, e) for (k, _), s, e in zip(kinds_and_heads, starts, ends, strict=True))


def _wire() -> Reading:
    kinds = (
        (ZoneKind.TITLE, "Clinic street"),
        (ZoneKind.BODY, "Seven"),
        (ZoneKind.NEWSLETTER_SIGNUP, "Subscribe"),
    )
    published = Published(date(2021, 3, 4), PublishedHow.INFERRED, evidence="on Thursday")
    doc = document("wire.txt", WIRE, WIRE.splitlines()[0], zoned(WIRE, *kinds), published=published)
    blamed = (Actor("NORTH_ARMY", "The northern army", Role.PERPETRATOR),)
    claims = (
        claim(
            doc,
            "Seven civilians were killed",
            exactly("killed", "civilian", 7),
            ClaimKind.INCIDENT,
            actors=blamed,
        ),
        claim(
            doc,
            "Two houses were destroyed",
            exactly("buildings_destroyed", "residential_building", 2),
            ClaimKind.INCIDENT,
        ),
        claim(doc, "at least 40 people killed", ("killed", "person", 40, 40, None)),
        claim(doc, "25 in air strikes", exactly("killed", "person", 25)),
        claim(doc, "15 in shelling", exactly("killed", "person", 15)),
        claim(doc, "six children", exactly("killed", "child", 6)),
        claim(doc, "12 attacks on schools", exactly("attacks", "school", 12)),
        claim(doc, "four of them in the delta", exactly("attacks", "school", 4)),
        claim(
            doc,
            "A rocket may have carried gas",
            kind=ClaimKind.INCIDENT_UNSPECIFIED,
            modality=Modality.NEEDS_VERIFICATION,
            claimants=(Claimant("a minister", explicit=True), NOVO),
        ),
    )
    wire = "wire.txt:"
    total, parts = wire + "at least 40 people killed", (wire + "25 in air strikes", wire + "15 in shelling")
    relations = (
        Relation(RelationType.SUM, parts, total),
        Relation(RelationType.SUBSET_OF, (parts[0],), total),
        Relation(RelationType.SUBSET_OF, (wire + "six children",), parts[0]),
        Relation(
            RelationType.PARTIAL_SUM, (wire + "four of them in the delta",), wire + "12 attacks on schools"
        ),
    )
    return Reading(doc, claims=claims, relations=relations)


def _copy() -> Reading:
    kinds = ((ZoneKind.TITLE, "Karsund"), (ZoneKind.BODY, "According"))
    doc = document("copy.txt", COPY, COPY.splitlines()[0], zoned(COPY, *kinds), machine_translated=True)
    councillor = (Claimant("a town councillor", explicit=True),)
    claims = (
        claim(doc, "7 civilians", exactly("killed", "civilian", 7), ClaimKind.INCIDENT),
        claim(doc, "Eight", exactly("killed", "civilian", 8), ClaimKind.INCIDENT, claimants=councillor),
    )
    return Reading(doc, claims=claims)


def _hostile() -> Reading:
    kinds = ((ZoneKind.TITLE, "<script>"), (ZoneKind.BODY, "One person"))
    doc = document(
        "<i>hostile</i>.txt",
        HOSTILE,
        HOSTILE.splitlines()[0],
        zoned(HOSTILE, *kinds),
        url="javascript:alert(2)",
        publisher='"><script>alert(3)</script>',
    )
    note = (Claimant("</span><script>alert(4)</script>", explicit=True),)
    quote = "One person was hurt, </mark><img src=x onerror=alert(1)> said"
    return Reading(doc, claims=(claim(doc, quote, exactly("injured", "person", 1), claimants=note),))


def _incidents() -> tuple[Incident, ...]:
    wire = "wire.txt:"
    killed = Figure(
        "killed",
        "civilian",
        7,
        7,
        7,
        "one origin, one number",
        (wire + "Seven civilians were killed", "copy.txt:7 civilians"),
        (SetAside("copy.txt:Eight", "a single voice against the origin"),),
    )
    houses = Figure(
        "buildings_destroyed",
        "residential_building",
        2,
        2,
        2,
        "only figure",
        (wire + "Two houses were destroyed",),
    )
    grade = Grade((("occurrence", DimensionGrade("V2", "one monitor, relayed twice")),), ("contested",))
    strike = Incident(
        "strike",
        IncidentKind.INCIDENT,
        (*killed.claims, *houses.claims),
        ("wire.txt", "copy.txt"),
        (date(2021, 3, 3), date(2021, 3, 3)),
        CLINIC,
        ("air_strike",),
        (),
        (),
        ("NORTH_ARMY",),
        (killed, houses),
        ("MONITOR",),
        2,
        grade,
        target_near=("medical_facility",),
        unknown=("no response of the accused party recorded",),
    )
    total = (wire + "at least 40 people killed", wire + "25 in air strikes", wire + "15 in shelling")
    tally = Incident(
        "tally",
        IncidentKind.AGGREGATE,
        total,
        ("wire.txt",),
        (date(2021, 2, 1), None),
        VESTERIA,
        (),
        (),
        (),
        (),
        (Figure("killed", "person", 40, 40, None, "the total, not its parts", total[:1]),),
        ("MONITOR",),
        1,
        Grade(),
        members=("strike",),
        audit=(AuditLine("25 + 15 = 40", holds=True, claims=total, note="nothing left unnamed"),),
    )
    gas = Incident(
        "gas",
        IncidentKind.ALLEGATION,
        (wire + "A rocket may have carried gas",),
        ("wire.txt",),
        (None, None),
        None,
        (),
        (),
        (),
        (),
        (),
        ("a minister",),
        1,
        Grade(),
    )
    return strike, tally, gas


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    return Dossier(
        title="Vesteria, spring 2021",
        readings=(_wire(), _copy(), _hostile()),
        lineages=(
            Lineage(
                "story",
                ("wire.txt", "copy.txt"),
                LineageKind.SAME_STORY,
                "MONITOR",
                ("same figures, same day",),
            ),
            Lineage("note", ("<i>hostile</i>.txt",), LineageKind.SINGLE, None),
        ),
        incidents=_incidents(),
        failures=(Failure("in/empty.txt", "read", "EmptyError", "the file is empty: leave it out"),),
        case_name="vesteria",
        generated="5 March 2021",
        towns=(Town("Ostmar", 12.5, -33.2), Town("Dunmere", 11.9, -34.0), Town("Ostmar twin", 12.51, -33.2)),
    )


@pytest.fixture(scope="session")
def labels() -> Labels:
    return LABELS


@pytest.fixture(scope="session")
def index(dossier: Dossier) -> Index:
    return Index(dossier)
