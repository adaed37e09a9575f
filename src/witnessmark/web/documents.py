"""A document with all that its page is made of, read from a case by indexes."""

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from witnessmark.errors import UsageError
from witnessmark.model.decision import Judgement
from witnessmark.model.reading import Reading
from witnessmark.model.revision import amended, revisions
from witnessmark.text.coordinates import withhold
from witnessmark.web.outward import outward
from witnessmark.web.shown.documents import Around

if TYPE_CHECKING:
    from witnessmark.store.case import Case

COPIES = 50  # of a document that are listed: more of one wire story nobody looks through


@dataclass(frozen=True, slots=True)
class Custody:
    """The bytes that a document was read from: their hash, and the names and sizes they came under."""

    sha256: str
    names: tuple[tuple[str, int], ...]


def reading_of(case: "Case", doc: str) -> Reading:
    """A document with its claims, as people added and corrected them; UsageError where there is none."""
    found = case.readings_of([doc])
    if not found:
        raise UsageError(f"{doc}: the case holds no document with this id")
    (reading,) = found
    names = [doc, *(c.id for c in reading.claims)]
    return amended(reading, revisions(case.decisions_on(names)))


def around(case: "Case", reading: Reading) -> Around:
    """Its lineage and copies, the incidents it is in, the decisions on it and its claims."""
    doc = reading.document.id
    lineage = case.lineages_of([doc]).get(doc)
    others = (d for d in lineage.documents if d != doc) if lineage is not None else ()
    copies = list(islice(others, COPIES))
    known = {d.id: d for d in case.documents_of(copies)}
    made = tuple(case.decisions_on([doc, *(c.id for c in reading.claims)]))
    corrected = {name for d in made if d.judgement is Judgement.CORRECT for name in d.subject}
    return Around(
        lineage,
        tuple(known[d] for d in copies),
        tuple(case.incidents_of([doc])),
        made,
        outward(case, case.recorded_claims(corrected)) if corrected else (),
    )


def custody(case: "Case", doc: str) -> Custody:
    """The bytes of a document, without the directories of whoever added it."""
    captures = case.captures_of(doc)
    names = dict.fromkeys((withhold(c.path.rsplit("/", 1)[-1]), c.size) for c in captures)
    return Custody(case.document(doc).sha256, tuple(names))
