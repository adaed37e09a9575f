"""A made-up case for the pages of the review room: `generate.py CASE INCIDENTS`; nobody has to read it.

For every three incidents there are four documents of five claims each: 300,000 of them are 2 million claims.
Rows go through the store's own tables and chains, many in one call, and the views through `replace_links`, so
that every page reads such a case as it reads any other.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from scale.cases import _event, _words, batched
from witnessmark.model.claim import Claim, Claimant, ClaimKind, Modality
from witnessmark.model.count import Count, Qualifier
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.document import Document, Published, PublishedHow, Zone, ZoneKind
from witnessmark.model.failure import Failure
from witnessmark.model.figure import Figure
from witnessmark.model.grade import DimensionGrade, Grade
from witnessmark.model.ids import bytes_id, content_id
from witnessmark.model.incident import Incident, IncidentKind, Lineage, LineageKind
from witnessmark.model.links import Links
from witnessmark.model.pair import Candidate, Standing
from witnessmark.model.place import Location
from witnessmark.model.reading import Reading
from witnessmark.model.record import to_record
from witnessmark.model.trace import Trace, signature
from witnessmark.model.when import TimePrecision, When
from witnessmark.pipeline.program import made_by
from witnessmark.store.case import Case

CLAIMS, BATCH = 5, 500
DECIDED = 10  # incidents to a decision
KEPT = 300  # documents whose bytes are in the vault, for the page that gives them
LANGUAGES = ("en", "en", "ru", "ar", "fr", "zh")
_OPENING = {
    "en": "{what} hit the {where} of {town}, killing {dead} civilians",
    "ar": "قصف استهدف {where} في {town} وأدى إلى مقتل {dead} مدنيين",
    "ru": "Удар по объекту {where} в {town}: погибли {dead} мирных жителей",
    "fr": "Une frappe a touché {where} à {town}, faisant {dead} morts",
    "zh": "{town}的{where}遭到袭击,造成{dead}名平民死亡",
}
PARTIES, OBJECTS = tuple(f"party_{n}" for n in range(12)), ("market", "school", "hospital", "home", "road")
_LEVELS = ("V0", "V1", "V1", "V2", "V3", "V4")


def documents_of(incidents: int) -> int:
    """How many documents a case of so many incidents has."""
    return incidents * 4 // 3


def reading(n: int, incidents: int) -> Reading:
    """Document `n` of such a case; equal arguments, equal readings."""
    random = Random(n)  # noqa: S311  (text, not a secret)
    town, day, dead, what, where = _event(n % incidents, incidents)
    language = LANGUAGES[n % len(LANGUAGES)]
    opening = _OPENING[language].format(what=what, where=where, town=town.name, dead=dead)
    own = [_word(random) for _ in range(60)]
    sentences = [opening, *(" ".join(some).capitalize() for some in batched(own, 12))]
    text = ". ".join(sentences) + "."
    doc = f"made-{n}"
    document = Document(
        id=doc, path=f"{doc}.txt", text=text, sha256=bytes_id(text.encode()), format="text", title=opening,
        published=Published(day + timedelta(days=1), PublishedHow.STATED), publisher=f"Paper {n % 400}",
        language=language, zones=(Zone(ZoneKind.BODY, 0, len(text)),),
    )  # fmt: skip
    return Reading(
        document, claims=tuple(_claims(document, sentences[:CLAIMS], random, n % incidents, incidents))
    )


def _claims(
    document: Document, sentences: Sequence[str], random: Random, event: int, events: int
) -> Iterator[Claim]:
    town, day, dead, what, _ = _event(event, events)
    for k, sentence in enumerate(sentences):
        start = document.text.index(sentence)
        number = (
            Count("killed", "civilian", dead, dead, dead, Qualifier.EXACTLY, str(dead)) if k == 0 else None
        )
        yield Claim(
            id=f"{document.id}-{k}", doc=document.id, start=start, end=start + len(sentence), quote=sentence,
            zone=ZoneKind.BODY, kind=ClaimKind.INCIDENT, claimants=(Claimant("Witnesses", explicit=True),),
            modality=Modality.REPORTED, event_type=(what,), location=Location(town.name, town),
            date=When(None, day, day, TimePrecision.DAY, "made"), count=number,
            confidence=round(0.3 + 0.7 * random.random() ** 0.2, 3),
        )  # fmt: skip


def _word(random: Random) -> str:
    known = _words()
    return known[int(len(known) * random.random() ** 2.5)]


def incidents(number: int) -> Iterator[Incident]:
    """The incidents of such a case, one in twelve undated and one in ten without a point."""
    total = documents_of(number)
    for n in range(number):
        random = Random(n + 1)  # noqa: S311  (as above)
        town, day, dead, what, _ = _event(n, number)
        docs = tuple(f"made-{d}" for d in range(n, total, number))
        claims = tuple(f"{d}-{k}" for d in docs for k in range(CLAIMS))
        place = town if n % 10 else replace(town, lat=None, lon=None)
        known = DimensionGrade(_LEVELS[n % 6], "one origin", claims[:1])
        yield Incident(
            id=content_id("incident", {"made": n}),
            kind=IncidentKind.INCIDENT if n % 15 else IncidentKind.AGGREGATE,
            claims=claims, documents=docs, date=(day, day) if n % 12 else (None, None), place=place,
            method=(what,), weapon=(), target=(OBJECTS[n % len(OBJECTS)],),
            attributed_to=(PARTIES[int(12 * random.random() ** 2)],),
            figures=(Figure("killed", "civilian", dead, dead, dead, "single", claims[:1]),), origins=docs,
            publications=len(docs), grade=Grade((("occurrence", known),), (), known.level),
        )  # fmt: skip


def paired(number: int) -> range:
    """The first documents of pairs to look at: one for ten incidents, of few incidents some pages of them."""
    return range(0, number - 1, max(1, min(10, number // 100)))


def links(number: int) -> Links:
    """Views over all of it: as many lineages as documents, and the pairs of `paired`."""
    docs = [f"made-{n}" for n in range(documents_of(number))]
    pairs = [
        Candidate(f"made-{n}-0", f"made-{n + 1}-0", (f"made-{n}", f"made-{n + 1}"), Standing.APART, 3.0)
        for n in paired(number)
    ]
    return Links(
        [Lineage(content_id("lineage", {"doc": d}), (d,), LineageKind.SINGLE, d) for d in docs],
        list(incidents(number)), (), pairs, [Trace(d, d, "", (), (), signature((), ())) for d in docs],
        made_by=made_by("default"), ranks={(p.a, p.b): -float(hash_of(p.a) % 997) for p in pairs},
    )  # fmt: skip


def hash_of(name: str) -> int:
    return int(content_id("made", {"name": name})[:8], 16)


def make(root: Path, number: int) -> None:
    """A case with so many incidents, and some failures and decisions."""
    with Case.init(root) as case:
        case.begin_run("add", {"paths": ["made"]})
        for some in batched(range(documents_of(number)), BATCH):
            _record(case, [reading(n, number) for n in some], first=some[0])
        for n in range(min(KEPT, documents_of(number))):
            case._vault.keep(reading(n, number).document.text.encode())  # noqa: SLF001  (as above)
        case.fail(*(Failure(f"{n}.pdf", "read", "EmptyError", "nothing to read") for n in range(100)))
        for some in batched(range(max(100, number // DECIDED)), BATCH):
            case.decide(*(_accepted(f"made-{n}") for n in some))
        _act(case, number)
        case.replace_links(links(number))
        case.finish_run({"documents": documents_of(number)})


def _accepted(doc: str) -> Decision:
    claim = (f"{doc}-1",)
    return Decision(doc, claim, Judgement.ACCEPT, "Ada", human=True, reason="as told", at="2031-01-01")


def _act(case: Case, number: int) -> None:
    """An act for each incident, as a room that is used for years has them."""
    from django.db import transaction

    from witnessmark.store import chain, models
    from witnessmark.store.shape import entry

    told = {"record": "act", "who": "Ada", "deed": "saw_bytes", "at": "2031-01-01T00:00:00+00:00"}
    with transaction.atomic(using=case._using):  # noqa: SLF001  (as above)
        for some in batched(range(number), BATCH):
            rows = [told | {"place": n + 1, "after": "", "subject": f"made-{n}"} for n in some]
            found = [entry(models.ActRow, row) for row in rows]
            chain.append(case._using, models.ActRow, found)  # noqa: SLF001  (as above)


def _record(case: Case, readings: Sequence[Reading], first: int) -> None:
    """What `Case.record` writes of each, in one go: a document at a time would take hours."""
    from django.db import transaction

    from witnessmark.store import chain, models
    from witnessmark.store.shape import entry

    using = case._using  # noqa: SLF001  (as above)
    rows: dict[type[models.LedgerRow], list[object]] = {}
    for n, found in enumerate(readings, first):
        document = found.document
        sha256 = document.sha256
        capture = {"record": "capture", "path": document.path, "sha256": sha256, "size": len(document.text)}
        whole = entry(models.DocumentRow, to_record(document))
        claims = [entry(models.ClaimRow, to_record(c), document_id=whole.id) for c in found.claims]
        read = {
            "record": "reading",
            "doc": document.id,
            "document": whole.id,
            "claims": [c.id for c in claims],
        }
        read |= {"timexes": [], "places": [], "relations": [], "supersedes": None, "arrival": n + 1}
        rows.setdefault(models.CaptureRow, []).append(entry(models.CaptureRow, capture))
        rows.setdefault(models.DocumentRow, []).append(whole)
        rows.setdefault(models.ClaimRow, []).extend(claims)
        rows.setdefault(models.ReadingRow, []).append(entry(models.ReadingRow, read))
    with transaction.atomic(using=using):
        for model in (models.CaptureRow, models.DocumentRow, models.ClaimRow, models.ReadingRow):
            chain.append(using, model, rows[model])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case", type=Path)
    parser.add_argument("incidents", type=int)
    given = parser.parse_args()
    begun = perf_counter()
    make(given.case, given.incidents)
    print(f"{given.incidents:,} incidents in {perf_counter() - begun:.0f} s")
