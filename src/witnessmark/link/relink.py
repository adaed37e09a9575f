"""Linking what is new: only the cells it has a bearing on are linked again, and the answer is the same.

What a pair of documents has to do with each other depends on the two alone, or on the cells they are in. So
the cells of what changed are linked anew; then those are added that what changed is tied to by a key or a
weight, until nothing is added. All other cells stay as they are.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from witnessmark.link.candidates import THRESHOLD, unlinked
from witnessmark.link.compare import Pair, compare
from witnessmark.link.judgements import Judgements, about
from witnessmark.link.row import Row
from witnessmark.link.stage import Work, work
from witnessmark.link.traces import asked, cells, row, traces
from witnessmark.model.decision import Decision
from witnessmark.model.order import candidate_order
from witnessmark.model.pair import Candidate
from witnessmark.model.reading import Linkage, Reading
from witnessmark.model.revision import revised, revisions
from witnessmark.model.trace import Account, Trace

# Weights are told rounded: a little less than the weight of joining misses no pair that may be joined.
_SLACK = 0.01


class Shelf(Protocol):
    """What was left of the documents of a case when they were linked."""

    def cells(self, docs: Collection[str]) -> set[str]:
        """All documents of the cells that these are in."""
        ...

    def readings(self, docs: Collection[str]) -> Sequence[Reading]:
        """What is in force of these documents by now."""
        ...

    def traces(self, docs: Collection[str]) -> Mapping[str, Trace]:
        """The traces of those among these documents that were linked."""
        ...

    def tied(self, keys: Collection[int]) -> set[str]:
        """The documents whose traces have one of these keys."""
        ...

    def meeting(self, keys: Collection[int]) -> Sequence[tuple[str, Account]]:
        """The reports that have one of these keys, with their documents."""
        ...


@dataclass(frozen=True, slots=True)
class Relinked:
    """What linking these readings gives; in the place of all that was known of their documents.

    Candidates between one of `moved` and a document beside are among `candidates`; those between others of
    these documents and documents beside stay. Readings are as people revised them.
    """

    readings: tuple[Reading, ...]
    linkage: Linkage
    traces: tuple[Trace, ...]
    candidates: tuple[Candidate, ...]
    moved: frozenset[str]


def link_all(readings: Sequence[Reading], judgements: Judgements, homes: Mapping[str, str]) -> Relinked:
    """Everything linked at once, with the traces by which what comes later is linked to it."""
    made = revisions(judgements.decisions)
    readings = tuple(revised(r, made) for r in readings)
    done = work(readings, judgements)
    bound = [docs for _, docs in about(judgements, homes) if docs]
    left = tuple(traces(done, cells(done, bound)))
    docs = frozenset(t.doc for t in left)
    return Relinked(readings, done.linkage, left, done.linkage.candidates, docs)


def relink(
    changed: Collection[str], shelf: Shelf, judgements: Judgements, homes: Mapping[str, str]
) -> Relinked:
    """As `link_all`, of the documents whose answer may be another since some `changed`.

    Changed are documents read for the first time or anew, and those a judgement made or taken back since is
    about; `homes` has the document of every claim and document a judgement names.
    """
    attempt = _Attempt(shelf, judgements, homes, set(changed))
    while not attempt.settled():
        pass
    return attempt.answer()


class _Attempt:
    """The documents linked again, growing until nothing beside them has a bearing on them."""

    def __init__(
        self, shelf: Shelf, judgements: Judgements, homes: Mapping[str, str], changed: set[str]
    ) -> None:
        self.shelf = shelf
        self.about = about(judgements, homes)
        self.judgements = judgements
        self.revisions = revisions(judgements.decisions)
        self.docs: set[str] = set()
        self.changed = changed
        self.before: dict[str, Trace] = {}
        self.after: dict[str, Trace] = {}
        self.moved: set[str] = set()
        self.loose: list[Candidate] = []
        self._take(changed)

    def settled(self) -> bool:
        """Link what was taken so far; whether nothing has to be taken beside it."""
        held = self.shelf.readings(sorted(self.docs))
        self.readings = tuple(revised(r, self.revisions) for r in held)
        ruled, bound = self._judged()
        self.done: Work = work(self.readings, ruled)
        self.after = {t.doc: t for t in traces(self.done, cells(self.done, bound))}
        self.moved = {doc for doc, t in self.after.items() if self._is_another(t)}
        beside = self._reached() - self.docs
        self._take(beside)
        return not beside

    def _is_another(self, trace: Trace) -> bool:
        before = self.before.get(trace.doc)
        return trace.doc in self.changed or before is None or before.signature != trace.signature

    def answer(self) -> Relinked:
        linkage = self.done.linkage
        found = tuple(sorted((*linkage.candidates, *self.loose), key=candidate_order))
        left = tuple(self.after.values())
        return Relinked(self.readings, linkage, left, found, frozenset(self.moved))

    def _take(self, docs: set[str]) -> None:
        """Take these documents with their cells, and those that judgements on them are about."""
        while docs:
            new = (docs | self.shelf.cells(docs)) - self.docs
            self.docs |= new
            self.before.update(self.shelf.traces(new))
            bound = {doc for _, named in self.about if named and named & self.docs for doc in named}
            docs = bound - self.docs

    def _judged(self) -> tuple[Judgements, list[frozenset[str]]]:
        """The judgements on the documents taken, and on what nobody knows."""
        ours: list[Decision] = [d for d, named in self.about if named is None or named <= self.docs]
        ruled = Judgements(ours, self.judgements.former, settled=True)
        return ruled, [named for _, named in self.about if named]

    def _reached(self) -> set[str]:
        """The documents beside that something moved is tied to; open pairs with others are noted."""
        told = [self.after[doc] for doc in sorted(self.moved)]
        tied = self.shelf.tied({key for t in told for key in t.keys})
        return tied | self._weighed(told)

    def _weighed(self, told: Sequence[Trace]) -> set[str]:
        ours = {a.name: (t.doc, row(a)) for t in told for a in t.accounts}
        keys = {key for t in told for a in t.accounts for key in asked(a)}
        theirs = {a.name: (doc, row(a)) for doc, a in self.shelf.meeting(keys) if doc not in self.docs}
        both = {**theirs, **ours}
        pairs = compare(r for _, r in both.values()) if theirs else []
        across = [(p, _docs(p, both)) for p in pairs if (p.a in ours) != (p.b in ours)]
        found = [unlinked(p, docs) for p, docs in across]
        self.loose = [c for c in found if c is not None]
        strong = (docs for p, docs in across if p.weight >= THRESHOLD - _SLACK)
        return {doc for docs in strong for doc in docs}


def _docs(pair: Pair, known: Mapping[str, tuple[str, Row]]) -> tuple[str, str]:
    return (known[pair.a][0], known[pair.b][0])
