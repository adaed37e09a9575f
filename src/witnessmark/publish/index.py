"""Finding things of a dossier by id, after checking that each one is there."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

from witnessmark.errors import IntegrityError, QuoteError
from witnessmark.model.claim import Claim, Relation, RelationType
from witnessmark.model.document import Document
from witnessmark.model.figure import Figure
from witnessmark.model.incident import Incident, Lineage
from witnessmark.publish.dossier import Dossier


class Index:
    """Claims, documents and incidents by id.

    Raises QuoteError for a claim whose quote is not the text at its offsets, and IntegrityError for an
    incident, figure, lineage or check that names something the dossier does not hold.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.documents: dict[str, Document] = {r.document.id: r.document for r in dossier.readings}
        self.claims: dict[str, Claim] = {c.id: c for r in dossier.readings for c in r.claims}
        self.incidents: dict[str, Incident] = {i.id: i for i in dossier.incidents}
        self._check()

    def _check(self) -> None:
        for claim in self.claims.values():
            document = self.documents.get(claim.doc)
            if document is None:
                raise IntegrityError(f"claim {claim.id} is of document {claim.doc}, which is not in the case")
            if document.text[claim.start : claim.end] != claim.quote:
                raise QuoteError(f"{document.path}: claim {claim.id} quotes what is not at its offsets")
        for incident in self.incidents.values():
            self._known("incident", incident.id, _claims_of(incident), self.claims)
            self._known("incident", incident.id, incident.documents, self.documents)
            related = (*incident.members, *incident.follows)
            self._known("incident", incident.id, related, self.incidents)
        for lineage in self.dossier.lineages:
            self._known("lineage", lineage.id, lineage.documents, self.documents)
        for check in self.dossier.checks:
            self._known("check", check.id, (check.incident,), self.incidents)

    @staticmethod
    def _known(kind: str, name: str, ids: tuple[str, ...], known: Mapping[str, object]) -> None:
        missing = [i for i in ids if i not in known]
        if missing:
            raise IntegrityError(f"{kind} {name} names {', '.join(missing)}: not in the case; run rebuild")

    def origins(self, claims: Iterable[str], incident: Incident | None = None) -> tuple[str, ...]:
        """The voices the claims go back to, each once, in order of appearance.

        Settled by the dossier where it says so. Else the first of a claim's chain, unless all of `incident`
        goes back to one other voice: then linking found that voice behind the claim.
        """
        only = incident.origins if incident and len(incident.origins) == 1 else ()
        voices = (self._settled.get(c) or only or self._first(c) for c in claims)
        return tuple(dict.fromkeys(chain.from_iterable(voices)))

    def _first(self, claim: str) -> tuple[str, ...]:
        return tuple(who.name for who in self.claims[claim].claimants[:1])

    @cached_property
    def _settled(self) -> dict[str, tuple[str, ...]]:
        return dict(self.dossier.origins)

    def publications(self, claims: Iterable[str]) -> int:
        """How many documents carry the claims."""
        return len({self.claims[c].doc for c in claims})

    def saying(self, value: Figure) -> tuple[str, ...]:
        """The claims that say a figure: those it rests on, and those set aside that say the same again."""
        used = set(value.claims)
        again = (s.claim for s in value.set_aside if self.repeats.get(s.claim, set()) & used)
        return (*value.claims, *again)

    @cached_property
    def repeats(self) -> dict[str, set[str]]:
        """The claims that say the same statement as a claim, by claim id, as the relations have it."""
        found: dict[str, set[str]] = {}
        for r in self.relations:
            if r.type in (RelationType.SAME_CLAIM, RelationType.RESTATES) and r.b is not None:
                for a in r.a:
                    both = found.get(a, {a}) | found.get(r.b, {r.b})
                    found.update(dict.fromkeys(both, both))
        return found

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation once, those inside documents first."""
        inside = chain.from_iterable(r.relations for r in self.dossier.readings)
        return tuple(dict.fromkeys(chain(inside, self.dossier.relations)))

    @cached_property
    def lineages(self) -> dict[str, Lineage]:
        """The lineage of a document, by document id."""
        return {doc: lineage for lineage in self.dossier.lineages for doc in lineage.documents}

    @cached_property
    def by_anchor(self) -> dict[str, Incident]:
        """Incidents by the anchor of their card."""
        return {anchor("i", i.id): i for i in self.incidents.values()}

    @cached_property
    def incident_of(self) -> dict[str, Incident]:
        """The first incident a claim belongs to, by claim id."""
        found: dict[str, Incident] = {}
        for incident in self.incidents.values():
            for claim in incident.claims:
                found.setdefault(claim, incident)
        return found

    @cached_property
    def parents(self) -> dict[str, tuple[Incident, ...]]:
        """The totals an incident is said to be in, by incident id."""
        found: dict[str, tuple[Incident, ...]] = {}
        for incident in self.incidents.values():
            for member in incident.members:
                found[member] = (*found.get(member, ()), incident)
        return found

    @cached_property
    def followed(self) -> dict[str, tuple[Incident, ...]]:
        """The strikes said to have followed an incident on its place within hours, by incident id."""
        found: dict[str, tuple[Incident, ...]] = {}
        for incident in self.incidents.values():
            for first in incident.follows:
                found[first] = (*found.get(first, ()), incident)
        return found


def _claims_of(incident: Incident) -> tuple[str, ...]:
    weighed = chain.from_iterable((*f.claims, *(s.claim for s in f.set_aside)) for f in incident.figures)
    audited = chain.from_iterable(line.claims for line in incident.audit)
    return (*incident.claims, *weighed, *audited)


def anchor(kind: str, name: str) -> str:
    """The HTML id of a thing: its kind's letter and ten hex digits of its id's SHA-256."""
    return f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:10]}"
