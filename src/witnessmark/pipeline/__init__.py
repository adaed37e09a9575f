"""The one place that knows the order of the stages.

    read -> date -> locate -> extract          one document at a time
    link -> reconcile -> grade                 over all of them

Documents stream: nothing here holds more than one of them until `link` needs them together.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date as day
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from witnessmark.errors import DuplicateIdError, QuoteError
from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.explanation import Explanation
from witnessmark.model.failure import Failure
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.links import Links
from witnessmark.model.pair import Candidate, Pair
from witnessmark.model.period import Period, Scope
from witnessmark.model.reading import Linkage, Reading, without
from witnessmark.model.revision import amended, revised, revisions
from witnessmark.pipeline.program import made_by

if TYPE_CHECKING:
    from witnessmark.link import Judgements, Relinked, Shelf
    from witnessmark.read import Piece

STDIN = "-"
DEFAULT_RULE = "default"
# Where more than this share (one in so many) of the documents is new, linking all of them again costs less.
# A judgement; nothing but time hangs on it.
_LARGE_PART = 4


@dataclass(frozen=True, slots=True)
class Linked:
    """What `link` gives for a set of readings: documents know their lineage, incidents their figures."""

    readings: tuple[Reading, ...]
    lineages: tuple[Lineage, ...]
    incidents: tuple[Incident, ...]
    relations: tuple[Relation, ...]
    failures: tuple[Failure, ...] = ()
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading with how each of its sentences was read."""

    reading: Reading
    sentences: tuple[Explanation, ...]


class Ledger(Protocol):
    """What the pipeline needs of a case to write to it; `witnessmark.Case` is one."""

    def capture(self, path: str, data: bytes) -> str: ...
    def record(self, reading: Reading) -> bool: ...
    def fail(self, *failures: Failure) -> bool: ...
    def readings(self) -> Iterator[Reading]: ...
    def document(self, doc: str) -> Document: ...
    def decisions(self) -> Iterator[Decision]: ...
    def folded(self) -> list[Decision]: ...
    def incidents(self) -> Iterator[Incident]: ...
    def candidates(self, *, judged: bool = False) -> Iterator[Candidate]: ...
    def unjudged(self) -> int: ...
    def recorded_claims(self, ids: Iterable[str]) -> list[Claim]: ...
    def stale(self) -> bool: ...
    def incidents_of(self, names: Iterable[str]) -> list[Incident]: ...
    def changed(self, made_by: str) -> set[str] | None: ...
    def shelf(self) -> "Shelf": ...
    def homes(self, names: Iterable[str]) -> dict[str, str]: ...
    def documents_number(self) -> int: ...
    def replace_links(self, links: Links) -> None: ...
    def renew_links(self, links: Links) -> None: ...
    def note_links(self, decided: int) -> None: ...


class Kept(Protocol):
    """What the pipeline needs of a case to show what was found; `witnessmark.Case` is one."""

    def readings(self) -> Iterator[Reading]: ...
    def folded(self) -> list[Decision]: ...
    def lineages(self) -> Iterator[Lineage]: ...
    def incidents(self) -> Iterator[Incident]: ...
    def relations(self) -> Iterator[Relation]: ...


def read(
    paths: Iterable[str | Path],
    *,
    published: day | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
) -> Iterator[Document | Failure]:
    """The documents under `paths` with zones, and a failure for each item that is none.

    `jobs` processes share the work; the order stays.
    """
    from witnessmark.read import read as read_stage

    return read_stage(paths, published=published, stdin=stdin, jobs=jobs)


def analyse(document: Document) -> Reading:
    """One document with its times, places, claims and relations."""
    from witnessmark.extract import extract as extract_stage

    mentioned = _mentioned(document)
    found = extract_stage(mentioned.document, mentioned.timexes, mentioned.places)
    return replace(mentioned, claims=found.claims, relations=found.relations)


def _mentioned(document: Document) -> Reading:
    """A document with its times and places, before its claims."""
    from witnessmark.date import date
    from witnessmark.locate import locate

    dated = date(document)
    document = replace(document, published=dated.published)
    return Reading(document, dated.timexes, locate(document))


def extract(
    paths: Iterable[str | Path],
    *,
    published: day | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
) -> Iterator[Reading | Failure]:
    """The readings of the documents under `paths`, one at a time, and the failures among them.

    `jobs` processes share the work, reading included; what comes out is the same, in the same order.
    """
    from witnessmark.read import Seen, pieces
    from witnessmark.workers import ordered

    if jobs > 1:
        from witnessmark.locate import Gazetteer

        Gazetteer.default()  # compiled once, and not by each process for itself
    seen = Seen()
    work = partial(_readings, published=published, today=day.today())  # noqa: DTZ011  (a local day)
    for found in ordered(work, pieces(paths, stdin), jobs):
        for item in found:
            kept = item if isinstance(item, Failure) else seen.check(item.document)
            yield kept if isinstance(kept, Failure) else item


def _readings(piece: "Piece | Failure", *, published: day | None, today: day) -> list[Reading | Failure]:
    from witnessmark.read import documents

    found = documents(piece, published=published, today=today)
    return [item if isinstance(item, Failure) else analyse(item) for item in found]


def explain(
    paths: Iterable[str | Path], *, published: day | None = None, stdin: BinaryIO | None = None
) -> Iterator[Explained | Failure]:
    """As `extract`, and how each sentence was read: its chunks, and the rules that fired or did not."""
    from witnessmark.extract.explain import explain as explain_stage

    for item in read(paths, published=published, stdin=stdin):
        if isinstance(item, Failure):
            yield item
            continue
        mentioned = _mentioned(item)
        found, sentences = explain_stage(mentioned.document, mentioned.timexes, mentioned.places)
        yield Explained(replace(mentioned, claims=found.claims, relations=found.relations), sentences)


def link(
    items: Iterable[Reading | Failure],
    rule: str = "default",
    *,
    decisions: Sequence[Decision] = (),
    former: Sequence[Claim] = (),
) -> Linked:
    """Lineages and incidents with figures and grades over all readings; their order does not matter.

    Failures among the items, as `extract` gives them, are passed on untouched. `decisions` are those of a
    case, in the order they were recorded, and `former` the claims they name that are read no longer. Claims
    they add or correct are so in the readings given back; one they reject stays there and counts nowhere.
    """
    from witnessmark.link import Judgements
    from witnessmark.link import link as link_stage

    given = list(items)
    made = revisions(decisions)
    received = [amended(item, made) for item in given if isinstance(item, Reading)]
    readings = [without(r, made.rejected) for r in received]
    failures = tuple(item for item in given if isinstance(item, Failure))
    linked = _told(link_stage(readings, Judgements(decisions, former)), readings, rule)
    return replace(linked, readings=_of_lineages(received, linked.lineages), failures=failures)


def _of_lineages(readings: Iterable[Reading], lineages: Iterable[Lineage]) -> tuple[Reading, ...]:
    """The readings, their documents with the lineage they are in."""
    lineage_of = {doc: lineage.id for lineage in lineages for doc in lineage.documents}
    return tuple(
        replace(r, document=replace(r.document, lineage=lineage_of.get(r.document.id))) for r in readings
    )


def _told(linkage: Linkage, readings: Sequence[Reading], rule: str) -> Linked:
    """A linkage with the figures and grades of its incidents."""
    from witnessmark.grade import grade
    from witnessmark.reconcile import reconcile

    claims = {c.id: c for r in readings for c in r.claims}
    lineage_of = {doc: lineage.id for lineage in linkage.lineages for doc in lineage.documents}
    voices = dict(linkage.origins)
    incidents = tuple(
        replace(i, grade=grade(i, claims, lineage_of, voices)) for i in reconcile(linkage, readings, rule)
    )
    return Linked(
        tuple(readings), linkage.lineages, incidents, linkage.relations, candidates=linkage.candidates
    )


def incidents(case: Kept, rule: str | None = None) -> tuple[Incident, ...]:
    """The incidents of a case as last rebuilt; with a rule, their figures weighed by that one instead."""
    found = tuple(case.incidents())
    if rule is None:
        return found
    from witnessmark.link import recall
    from witnessmark.reconcile import reconcile

    made = revisions(case.folded())
    readings = tuple(revised(r, made) for r in case.readings())
    linkage = recall(readings, tuple(case.lineages()), found, tuple(case.relations()))
    return reconcile(linkage, readings, rule)


class Read(Protocol):
    """What the pipeline needs of a case to show what was read; `witnessmark.Case` is one."""

    def readings(self) -> Iterator[Reading]: ...
    def folded(self) -> list[Decision]: ...


def readings(case: Read) -> Iterator[Reading]:
    """The readings of a case, with the claims that people added and corrected, as its incidents have them.

    Rejected claims are among them.
    """
    made = revisions(case.folded())
    return (amended(r, made) for r in case.readings())


def period(incidents: Sequence[Incident], scope: Scope) -> Period:
    """Figures added up over the incidents in a period, a place or of a party; totals stand beside."""
    from witnessmark.reconcile import period as period_stage

    return period_stage(incidents, scope)


def add(
    case: Ledger,
    paths: Iterable[str | Path],
    *,
    published: day | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Failure]:
    """Keep the bytes and the readings of everything under `paths`; each document or failure as it is kept.

    Every item is on disk before the next is begun, and adding it again changes nothing, so that a run that
    was cut off is mended by running it again.
    """
    from witnessmark.read import received

    for item, data in received(paths, published=published, stdin=stdin):
        if isinstance(item, Document) and data is not None:
            case.capture(item.path, data)
        yield _keep(case, item)


def _keep(case: Ledger, item: Document | Failure) -> Document | Failure:
    """The item once it is on disk; a document that the case refuses becomes a failure."""
    if isinstance(item, Document):
        try:
            case.record(analyse(item))
        except (DuplicateIdError, QuoteError) as error:
            item = Failure(item.path, "add", type(error).__name__, str(error))
        else:
            return item
    case.fail(item)
    return item


def pairs(case: Ledger) -> list[Pair]:
    """The pairs of reports of a case that a person should look at, the most valuable first."""
    from witnessmark.link.review import Reviewed, pairs_of

    candidates = list(case.candidates())
    claims = {c.id: c for r in readings(case) for c in r.claims} if candidates else {}
    silent = {t.a for t in candidates if t.a in t.documents} | {t.b for t in candidates if t.b in t.documents}
    openings = {doc: opening(case.document(doc)) for doc in sorted(silent)}
    return pairs_of(candidates, Reviewed(list(case.incidents()), claims, list(case.decisions()), openings))


def pairs_left(case: Ledger) -> int:
    """How many `pairs` there are; only those that somebody judged are read."""
    from witnessmark.link.review import unsettled

    judged = unsettled(case.candidates(judged=True), list(case.decisions()))
    return case.unjudged() + sum(1 for _ in judged)


# Letters of a document without claims that say what it is about.
_OPENING = 160


def opening(document: Document) -> str:
    """What a document without claims is about: its title, else how it begins."""
    return document.title or " ".join(document.text[: 2 * _OPENING].split())[:_OPENING]


def rebuild(case: Ledger, rule: str = DEFAULT_RULE) -> Linked:
    """Fold everything the case holds into incidents again and put them in the place of the old ones."""
    from witnessmark.link import link_all

    judgements, homes = _judgements(case)
    received = list(case.readings())
    found = link_all(received, judgements, homes)
    linked = _told(found.linkage, found.readings, rule)
    case.replace_links(_links(case, found, linked, rule, judgements))
    made = revisions(judgements.decisions)
    return replace(linked, readings=_of_lineages((amended(r, made) for r in received), linked.lineages))


def update(case: Ledger) -> None:
    """Link what came in since the case was last linked; what is shown then is what `rebuild` would give.

    Only documents that what is new has a bearing on are linked again. Where the case was linked by another
    version of the program or another rule, or a large part of it is new, everything is.
    """
    from witnessmark.link import relink

    if not case.stale() and case.changed(made_by(DEFAULT_RULE)) is not None:
        return
    judgements, homes = _judgements(case)
    changed = case.changed(made_by(DEFAULT_RULE))  # asked for last: people decide meanwhile
    if changed is None or len(changed) * _LARGE_PART > case.documents_number():
        rebuild(case)
    elif changed:
        found = relink(changed, case.shelf(), judgements, homes)
        linked = _told(found.linkage, found.readings, DEFAULT_RULE)
        case.renew_links(_links(case, found, linked, DEFAULT_RULE, judgements))
    else:
        case.note_links(len(judgements.decisions))


def _judgements(case: Ledger) -> "tuple[Judgements, dict[str, str]]":
    """What was judged in a case, and the document of everything a judgement names."""
    from witnessmark.link import Judgements

    decisions = list(case.decisions())
    named = {name for d in decisions for name in d.subject}
    return Judgements(decisions, case.recorded_claims(named)), case.homes(named)


def _links(case: Ledger, found: "Relinked", linked: Linked, rule: str, judgements: "Judgements") -> Links:
    from witnessmark.pipeline.ranks import ranks

    return Links(
        linked.lineages,
        linked.incidents,
        linked.relations,
        found.candidates,
        found.traces,
        found.moved,
        made_by(rule),
        len(judgements.decisions),
        ranks(found.candidates, linked.incidents, found.readings, judgements.decisions, case),
    )
