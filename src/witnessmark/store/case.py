"""A case: a directory that keeps what was received, what was read from it and what was judged.

The ledger only grows; everything shown is a view rebuilt from it. One process writes at a time, any number
read.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Self

from witnessmark import codebook
from witnessmark.errors import CaseError, DuplicateIdError, UsageError
from witnessmark.keys.signing import Signer
from witnessmark.model.act import Act, Deed
from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision, on_claims
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.holder import Access, Holder, Opening
from witnessmark.model.ids import bytes_id
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.links import Links
from witnessmark.model.pair import Candidate
from witnessmark.model.reading import Reading
from witnessmark.model.revision import revisions
from witnessmark.store.setup import configure

configure()  # Django's models can be imported only from here on

from witnessmark.store import (  # noqa: E402  (after configure)
    acts,
    chain,
    database,
    guards,
    ledger,
    models,
    opening,
    openings,
    pages,
    projections,
    queries,
    register,
    verify,
)
from witnessmark.store.keyfiles import OpeningKey  # noqa: E402  (after configure)
from witnessmark.store.layout import Heads, Layout  # noqa: E402  (after configure)
from witnessmark.store.lock import WriterLock  # noqa: E402  (after configure)
from witnessmark.store.pages import Listed, Part  # noqa: E402  (after configure)
from witnessmark.store.register import Register  # noqa: E402  (after configure)
from witnessmark.store.room import Room  # noqa: E402  (after configure)
from witnessmark.store.traces import Shelf  # noqa: E402  (after configure)
from witnessmark.store.vault import Vault  # noqa: E402  (after configure)

LOCK_TIMEOUT = 30.0  # seconds a writer waits for another before it gives up with BusyCaseError


class Case(Room):
    """An open case; use it in a `with` statement, or call `close`.

    A writer brackets its work in `begin_run` and `finish_run` and holds the writer's lock between them; a
    write outside a run takes the lock for its own length. A case belongs to the thread that opened it. Any
    method may raise StorageError when disk or server refuse, and IntegrityError when what it reads is broken.
    """

    def __init__(self, layout: Layout, using: str, lock_timeout: float) -> None:
        self.root = layout.root
        self._layout = layout
        self._using = using
        self._lock = WriterLock(layout.lock, using, lock_timeout)
        self._vault = Vault(layout.vault)
        self._texts: dict[str, str] = {}  # document id -> hash of its text, of this run
        self._run: str | None = None

    @classmethod
    def init(cls, path: Path | str, lock_timeout: float = LOCK_TIMEOUT) -> Self:
        """Make a case in a directory that is new or empty, and open it.

        Its tables go to the PostgreSQL database named by WITNESSMARK_DATABASE_URL where that is set, else to
        a SQLite file in the directory. Raises UsageError and CaseError where there is something already.
        """
        opening.make(Path(path), lock_timeout)
        return cls.open(path, lock_timeout)

    @classmethod
    def open(cls, path: Path | str, lock_timeout: float = LOCK_TIMEOUT) -> Self:
        """Open a case, bringing tables made by an earlier version up to date.

        Raises NotACaseError, NewerCaseError, BusyCaseError; IntegrityError when directory and database are
        not of one case.
        """
        layout = Layout(Path(path))
        case = cls(layout, opening.connect(layout), lock_timeout)
        try:
            if not database.is_current(case._using):
                with case._writing("upgrade"):
                    database.migrate(case._using)
        except BaseException:
            case.close()
            raise
        return case

    def close(self) -> None:
        """Release the lock and the connection. A run that was not finished stays visible as such."""
        self._lock.release()
        database.disconnect(self._using)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing ------------------------------------------------------------------------------------------

    def begin_run(self, command: str, parameters: Mapping[str, object]) -> str:
        """Take the writer's lock and note that a command began; the run's id. Raises BusyCaseError."""
        if self._run is not None:
            raise UsageError(f"{self.root}: finish the run that is open before beginning {command}")
        self._lock.acquire(command)
        self._vault.clear_incoming()
        guards.install(self._using)
        self._run = ledger.begin_run(self._using, command, version("witnessmark"), parameters)
        return self._run

    def finish_run(self, counts: Mapping[str, int]) -> str:
        """Note the end of the run with its counts, seal the heads and release the lock; the new head."""
        if self._run is None:
            raise UsageError(f"{self.root}: there is no open run to finish")
        head = ledger.finish_run(self._using, self._run, counts)
        self._run = None
        self._texts.clear()
        self._layout.write_heads(self.heads)
        self._lock.release()
        return head

    def capture(self, path: str, data: bytes) -> str:
        """Keep bytes as received under this name, in the vault and then in the ledger; their SHA-256."""
        with self._writing("capture"):
            sha256 = self._vault.keep(data)
            ledger.capture(self._using, path, sha256, len(data))
        return sha256

    def record(self, reading: Reading) -> bool:
        """Keep one document with all that was found in it, in one transaction; whether anything is new.

        Raises QuoteError when a quote is not the text at its offsets, DuplicateIdError when another document
        has the id; then nothing of it is kept.
        """
        document = reading.document
        text = bytes_id(document.text.encode("utf-8", "surrogatepass"))
        if self._texts.get(document.id, text) != text:
            raise DuplicateIdError(
                f"{document.path}: a document with the id {document.id!r} came earlier in this run with "
                "other text: give one of them an id of its own"
            )
        with self._writing("record"):
            new = ledger.record(self._using, reading)
        if self._run is not None:
            self._texts[document.id] = text
        return new

    def fail(self, *failures: Failure) -> bool:
        """Keep failures where a reviewer sees them; whether any is new."""
        with self._writing("fail"):
            return ledger.fail(self._using, *failures)

    def decide(self, *decisions: Decision, seen: Collection[str] | None = None) -> bool:
        """Keep decisions, all of them or none; whether any is new.

        Nobody waits for the writer's lock to decide: decisions are kept one after another, and counted when
        the case is next linked. With `seen`, the ids of the decisions that were known, what the same person
        sent in the same words since is not kept again (`ledger.decide`). UsageError for a taken id and for
        what names nothing the case holds, QuoteError for a claim whose quote is not in its document.
        """
        new = ledger.decide(self._using, decisions, seen)
        self._layout.write_heads(self.heads)
        return new

    def replace_links(self, links: Links) -> None:
        """Put these views and traces in the place of all that were there, in one transaction."""
        with self._writing("rebuild"):
            projections.replace(self._using, links)

    def renew_links(self, links: Links) -> None:
        """Put these views and traces in the place of those of their documents, in one transaction."""
        with self._writing("link"):
            projections.renew(self._using, links)

    def note_links(self, decided: int) -> None:
        """Note that the views stand on so many decisions: those since they were built moved nothing."""
        with self._writing("link"):
            projections.note(self._using, decided)

    # The register of sites -----------------------------------------------------------------------------

    def make_register(self, keeper: Holder, key: Signer) -> None:
        """Begin the register of protected sites, inside a run. Raises CaseError where there is one."""
        register.make(self._using, self._layout.read_card().id, self.running(), key, keeper)

    def open_register(
        self, key: OpeningKey, command: str, reason: str, access: Access = Access.CHECKER, what: str = ""
    ) -> Register:
        """The register, once it is on the disk that it was opened, by whom and why.

        Raises LockedError for a key that opens nothing here or has less than this access, CaseError where
        there is no register; then nothing was opened.
        """
        self.need_register()
        case = self._layout.read_card().id
        holder = register.holder_of(self._using, case, key)
        register.need(holder, access, what or command)
        with self._writing("open the register"):
            openings.note(self._using, holder.name, holder.access, command, reason)
            if self._run is None:
                self._layout.write_heads(self.heads)
        return register.unlock(self._using, case, key)

    def has_register(self) -> bool:
        """Whether the case has a register of protected sites."""
        return register.exists(self._using)

    def need_register(self) -> None:
        """Raise CaseError where there is none."""
        if not self.has_register():
            raise CaseError(
                f"{self.root}: the case has no register of sites: make one with `witnessmark sites init`"
            )

    def holders(self) -> list[Holder]:
        """Those whose keys open the register."""
        return register.all_holders(self._using, self._layout.read_card().id)

    def openings(self) -> Iterator[Opening]:
        """Every opening of the register, in order."""
        return openings.openings(self._using)

    # The review room ------------------------------------------------------------------------------------

    def note_act(self, who: str, deed: Deed, subject: str = "") -> None:
        """Write down what somebody did in the review room."""
        acts.note(self._using, who, deed, subject)

    def acts(self, most: int | None = None, before: int | None = None) -> Iterator[Act]:
        """What was done in the review room, the latest first; that before a place in the ledger alone."""
        return acts.acts(self._using, most, before)

    def part(self, what: Listed, after: int = 0, most: int = 50) -> Part:
        """At most so many of a list, each with its place; those behind the last are what comes after it."""
        return pages.part(self._using, what, after, most)

    def running(self) -> str:
        """The id of the run that is open; raises UsageError where none is."""
        if self._run is None:
            raise UsageError(f"{self.root}: the register is written to inside a run")
        return self._run

    @contextmanager
    def _writing(self, purpose: str) -> Iterator[None]:
        ours = not self._lock.held
        self._lock.acquire(purpose)
        try:
            yield
        finally:
            if ours:
                self._lock.release()

    # Reading ------------------------------------------------------------------------------------------

    def readings(self) -> Iterator[Reading]:
        """Every document with what is in force of it, in order of first arrival."""
        return queries.readings(self._using)

    def claims(self) -> Iterator[Claim]:
        """Every claim in force, in the order of `readings`."""
        return queries.claims(self._using)

    def folded(self) -> list[Decision]:
        """The decisions that the views were built from; all where nobody built them yet."""
        return list(queries.decisions(self._using))[: projections.decided(self._using)]

    def unsure(self, below: float | None = None) -> list[Claim]:
        """The claims not judged and less sure than that, or than the codebook's bound; least sure first."""
        bound = codebook.load().confidence.review_below if below is None else below
        made = list(self.decisions())
        judged = on_claims(made).keys() | revisions(made).corrected.keys()
        found = [
            (c.confidence, c)
            for c in self.claims()
            if c.confidence is not None and c.confidence < bound and c.id not in judged
        ]
        return [c for _, c in sorted(found, key=lambda f: f[0])]

    def document(self, doc: str) -> Document:
        """The document of that id; raises UsageError when there is none."""
        return queries.document(self._using, doc)

    def subject(self, name: str) -> str:
        """The id of the claim or document that alone begins so; raises UsageError for none or many.

        Claims that people added are among them.
        """
        return queries.subject(self._using, name)

    def read_anew(self, since: Heads) -> list[tuple[Document, Document]]:
        """The documents that were read otherwise than before since these heads: as they were, and are."""
        return queries.read_anew(self._using, since[chain.name(models.ReadingRow)][0])

    def failures(self) -> Iterator[Failure]:
        """Every failure ever recorded."""
        return queries.failures(self._using)

    def decisions(self) -> Iterator[Decision]:
        """Every decision ever recorded, those taken back included, in order."""
        return queries.decisions(self._using)

    def lineages(self) -> Iterator[Lineage]:
        """Lineages as last rebuilt."""
        return projections.lineages(self._using)

    def incidents(self) -> Iterator[Incident]:
        """Incidents, with their figures, as last rebuilt."""
        return projections.incidents(self._using)

    def relations(self) -> Iterator[Relation]:
        """Relations across documents as last rebuilt; those within one are in its reading."""
        return projections.relations(self._using)

    def candidates(self, *, judged: bool = False) -> Iterator[Candidate]:
        """Pairs of reports that are open, judged, or stood against a merge, as last rebuilt.

        With `judged` those alone that somebody judged.
        """
        return projections.candidates(self._using, judged=judged)

    def unjudged(self) -> int:
        """How many of the candidates nobody judged yet."""
        return projections.unjudged(self._using)

    def stale(self) -> bool:
        """Whether documents or decisions came in since the views were built, or their indexes are of old."""
        return projections.stale(self._using)

    def changed(self, made_by: str) -> set[str] | None:
        """The documents read or judged since the views were built; None where they have to be built anew.

        That is where nobody built them, another than `made_by`, or a version with indexes of another form.
        """
        return projections.changed(self._using, made_by)

    def shelf(self) -> Shelf:
        """What was left of the documents when they were linked."""
        return Shelf(self._using)

    def received(self, sha256: str) -> bytes:
        """Bytes from the vault; raises IntegrityError when they are missing or not the same."""
        return self._vault.read(sha256)

    def status(self) -> dict[str, int]:
        """How many of each thing the case holds."""
        return queries.counts(self._using)

    def in_other_languages(self, languages: Iterable[str]) -> int:
        """How many documents are in another language than these, their regions included."""
        return queries.in_other_languages(self._using, languages)

    def unfinished_runs(self) -> list[str]:
        """Commands that began, did not end, and were not repeated since to their end, with their times."""
        return queries.unfinished_runs(self._using)

    def heads(self) -> Heads:
        """Length and last hash of each chain: noted elsewhere, they prove later what was there."""
        return chain.heads(self._using)

    def dump(self) -> Iterator[str]:
        """The ledger as JSON lines: the same documents in the same order give the same lines.

        Runs are left out, and with its openings the register of sites, sealed as it is.
        """
        return queries.dump(self._using, [m for m in models.LEDGERS if m not in models.NOT_DUMPED])

    def verify(self) -> list[str]:
        """What is wrong with the case, one line a problem; empty when everything checks out."""
        return list(verify.problems(self._using, self._layout))
