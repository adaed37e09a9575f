"""What the review room asks of a case: every answer by an index, however large the case is.

Lists and incidents are as the views were last built; what a person decided since is not in them yet, and what
waits for a person is less what was decided since.
"""

from collections.abc import Collection, Iterable

from witnessmark.model.capture import Capture
from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision
from witnessmark.model.document import Document
from witnessmark.model.failure import Failure
from witnessmark.model.filter import Box, Filter
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.listing import Cells, Facets, Histogram, Page, PlaceCount
from witnessmark.model.pair import Candidate
from witnessmark.model.period import Scope
from witnessmark.model.place import Place
from witnessmark.model.reading import Reading
from witnessmark.store import explore, lookups, models, queries, worklist
from witnessmark.store.sums import Answers, Tally


class Room:
    """The part of a case that a room of many reviewers reads from. Its methods raise as those of `Case`."""

    _using: str

    # Incidents ------------------------------------------------------------------------------------------

    def incidents_where(self, wanted: Filter, after: str | None = None, limit: int = 50) -> Page[Incident]:
        """Incidents by their first day, the undated last; UsageError where `after` came from no page."""
        return explore.page(self._using, wanted, after, limit)

    def count_where(self, wanted: Filter) -> int:
        """How many incidents the filter has."""
        return explore.count(self._using, wanted)

    def facets(self, wanted: Filter) -> Facets:
        """How many incidents have each party, method, object and language, the most frequent first.

        Values of what is itself filtered by are counted as if it were not, so that another can be chosen.
        """
        return explore.facets(self._using, wanted)

    def map_cells(self, wanted: Filter, zoom: int, bbox: Box | None = None) -> Cells:
        """The incidents inside the box as squares for a map at this zoom, or larger ones."""
        return explore.cells(self._using, wanted, zoom, bbox)

    def places_where(self, wanted: Filter, most: int = 50) -> tuple[PlaceCount, ...]:
        """The places with the most incidents, by name."""
        return explore.places(self._using, wanted, most)

    def points_where(self, wanted: Filter, most: int) -> list[Place]:
        """The place of each of the first incidents; those without one are left out."""
        return explore.points(self._using, wanted, most)

    def histogram(self, wanted: Filter, *, years: bool = False) -> Histogram:
        """How many incidents began in each month, or year."""
        return explore.histogram(self._using, wanted, years=years)

    def tally(self, scope: Scope, answers: Answers) -> Tally:
        """What the incidents of a scope come to, however many they are."""
        return explore.tally(self._using, scope, answers)

    def documents_number(self) -> int:
        """How many documents there are, at once: `status` goes through whole tables."""
        return queries.arrived(self._using)

    def incidents_number(self) -> int:
        """How many incidents are listed."""
        return models.IncidentRow.objects.using(self._using).count()

    def incident(self, name: str) -> Incident:
        """The incident of this id; raises UsageError when there is none."""
        return lookups.incident(self._using, name)

    def incidents_of(self, names: Iterable[str]) -> list[Incident]:
        """The incidents that have one of these claims or documents, in the order they are listed."""
        return lookups.incidents_of(self._using, names)

    # Documents ------------------------------------------------------------------------------------------

    def readings_of(self, docs: Iterable[str]) -> list[Reading]:
        """Those of these documents that the case holds, with what is in force of them."""
        return list(queries.readings_of(self._using, docs))

    def documents_of(self, docs: Iterable[str]) -> list[Document]:
        """Those of these documents that the case holds, without what was found in them."""
        return queries.documents_of(self._using, docs)

    def lineages_of(self, docs: Iterable[str]) -> dict[str, Lineage]:
        """The lineage of each of these documents that was linked by now."""
        return lookups.lineages_of(self._using, docs)

    def captures_of(self, doc: str) -> list[Capture]:
        """The names that the bytes of a document came under, in order; UsageError for an unknown document."""
        return lookups.captures_of(self._using, doc)

    def relations_of(self, docs: Collection[str]) -> list[Relation]:
        """The relations across documents that end in claims of these alone."""
        return lookups.relations_of(self._using, docs)

    def homes(self, names: Iterable[str]) -> dict[str, str]:
        """The document of every claim and document that has one of these ids."""
        return lookups.homes(self._using, names)

    def recorded_claims(self, ids: Iterable[str]) -> list[Claim]:
        """The claims of these ids as last recorded, those read no longer and those people added included."""
        return lookups.recorded_claims(self._using, ids)

    # Decisions ------------------------------------------------------------------------------------------

    def candidate(self, a: str, b: str) -> Candidate | None:
        """The candidate of these two reports, named as it names them; None where there is none."""
        return lookups.candidate(self._using, a, b)

    def judged_by(self, ids: Iterable[str]) -> list[Candidate]:
        """The candidates that one of these decisions judges."""
        return lookups.judged_by(self._using, ids)

    def decision(self, name: str) -> Decision | None:
        """The decision of this id; None where there is none."""
        return lookups.decision(self._using, name)

    def decisions_on(self, ids: Collection[str]) -> list[Decision]:
        """All decisions about these subjects or of these acts, and what is about them or takes them back.

        In order. What became of a decision is told by these alone, as it is by all there are.
        """
        return lookups.decisions_on(self._using, ids)

    # What waits for a person ----------------------------------------------------------------------------

    def waiting(self) -> dict[str, int]:
        """How many there are of `unread`, `unsure`, `open_pairs`, `awaiting` and `failures`."""
        return worklist.numbers(self._using, lookups.since(self._using))

    def unread(self, after: str | None = None, limit: int = 50) -> Page[Document]:
        """Documents that nobody marked as read, the last to arrive first."""
        return worklist.unread(self._using, lookups.since(self._using), after, limit)

    def unsure_claims(self, after: str | None = None, limit: int = 50) -> Page[Claim]:
        """Claims not judged and less sure than the codebook's bound, the least sure first."""
        return worklist.unsure(self._using, lookups.since(self._using), after, limit)

    def open_pairs(self, after: str | None = None, limit: int = 50) -> Page[Candidate]:
        """Pairs of reports that a person should look at, the most valuable first.

        Their order is that of what was known when the two were last linked.
        """
        return worklist.open_pairs(self._using, lookups.since(self._using), after, limit)

    def awaiting(self, after: str | None = None, limit: int = 50) -> Page[Decision]:
        """Decisions that count once another person confirms them, the oldest first."""
        return worklist.awaiting(self._using, lookups.since(self._using), after, limit)

    def last_failures(self, after: str | None = None, limit: int = 50) -> Page[Failure]:
        """Failures, the last first."""
        return worklist.failures(self._using, after, limit)
