"""Single things of a case, each found by an index."""

from collections.abc import Collection, Iterable

from witnessmark.errors import UsageError
from witnessmark.model.capture import Capture
from witnessmark.model.claim import Claim, Relation
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.order import candidate_order, incident_order, relation_order
from witnessmark.model.pair import Candidate
from witnessmark.model.revision import added_claim
from witnessmark.store import members, models, projections, queries
from witnessmark.store.faults import translated
from witnessmark.store.index_tables import SubjectRow
from witnessmark.store.shape import key, parse, value
from witnessmark.store.traces import chunks
from witnessmark.store.worklist import Since

_ASK = 900  # rows in one question, as in chain


def incident(using: str, name: str) -> Incident:
    """The incident of this id; raises UsageError when there is none."""
    with translated(using):
        row = models.IncidentRow.objects.using(using).filter(record_id=key(name)).first()
    if row is None:
        raise UsageError(f"{name}: no incident has this id (any more): `witnessmark incidents` lists them")
    found: Incident = value(f"view_incident row {row.position}", row.record)
    return found


def incidents_of(using: str, names: Iterable[str]) -> list[Incident]:
    """The incidents that have one of these claims or documents."""
    wanted = set(names)
    keys = (members.number(what, name) for name in wanted for what in ("claim", "document"))
    found = members.rows(using, models.IncidentRow, keys)
    ours = (i for i in found if not (wanted.isdisjoint(i.claims) and wanted.isdisjoint(i.documents)))
    return sorted(ours, key=incident_order)


def lineages_of(using: str, docs: Iterable[str]) -> dict[str, Lineage]:
    """Document -> its lineage."""
    wanted = set(docs)
    found = members.rows(using, models.LineageRow, (members.number("lineage", doc) for doc in wanted))
    return {doc: lineage for lineage in found for doc in wanted.intersection(lineage.documents)}


def candidate(using: str, a: str, b: str) -> Candidate | None:
    """The candidate of these two reports, in either order."""
    found = members.rows(using, models.CandidateRow, [members.number("pair", *sorted([a, b]))])
    return next((pair for pair in found if {pair.a, pair.b} == {a, b}), None)


def judged_by(using: str, ids: Iterable[str]) -> list[Candidate]:
    """The candidates that one of these decisions judges."""
    wanted = set(ids)
    found = members.rows(using, models.CandidateRow, (members.number("judged", name) for name in wanted))
    return sorted((pair for pair in found if not wanted.isdisjoint(pair.judged)), key=candidate_order)


def relations_of(using: str, docs: Collection[str]) -> list[Relation]:
    """The relations across documents that end in claims of these alone."""
    found: list[Relation] = []
    with translated(using):
        for some in chunks(sorted({key(doc) for doc in docs}), _ASK):
            rows = models.LinkRow.objects.using(using).filter(home__in=some)
            found += [value(f"view_relation row {row.position}", row.record) for row in rows]
    home = homes(using, {end for relation in found for end in (*relation.a, relation.b) if end is not None})
    inside = set(docs)
    ours = (r for r in found if all(e not in inside and home.get(e or "") in inside for e in (*r.a, r.b)))
    return sorted(ours, key=relation_order)


def homes(using: str, names: Iterable[str]) -> dict[str, str]:
    """The document of every claim and document that has one of these ids; claims people added included."""
    wanted = set(names)
    found = queries.read_homes(using, wanted)
    found.update((c.id, c.doc) for c in _added(using, wanted - found.keys()))
    return found


def recorded_claims(using: str, ids: Iterable[str]) -> list[Claim]:
    """The claims of these ids as last recorded, in order of ids; those people added included."""
    wanted = set(ids)
    found = queries.read_claims(using, wanted)
    found.update((c.id, c) for c in _added(using, wanted - found.keys()))
    return [found[name] for name in sorted(found)]


def _added(using: str, ids: Collection[str]) -> list[Claim]:
    """Those of these claims that people added."""
    made = decisions_on(using, ids) if ids else ()
    added = (added_claim(d) for d in made if d.judgement is Judgement.ADD)
    return [claim for claim in added if claim.id in ids]


def decision(using: str, name: str) -> Decision | None:
    """The decision of this id."""
    with translated(using):
        rows = list(models.DecisionRow.objects.using(using).filter(decision_id=key(name)))
    return queries.decision(rows[0]) if rows else None


def decisions_on(using: str, ids: Collection[str]) -> list[Decision]:
    """All decisions on these, and those about or taking back these decisions, in order."""
    since = queries.decided_after(using, projections.built(using).decisions)
    found: dict[int, Decision] = {}
    asked = set(ids)
    while asked:
        keys = {members.number("subject", name) for name in asked}
        new = {seq: d for seq, d in since if seq not in found and not keys.isdisjoint(members.about(d))}
        new.update(_decisions(using, members.owners(using, SubjectRow, keys) - found.keys(), asked))
        found.update(new)
        asked = {d.id for d in new.values()}
    return [found[seq] for seq in sorted(found)]


def captures_of(using: str, doc: str) -> list[Capture]:
    """The names that the bytes of a document came under."""
    read = models.ReadingRow.objects.using(using).filter(doc=key(doc)).order_by("-seq")
    with translated(using):
        sha256 = read.values_list("document__sha256", flat=True).first()
        if sha256 is None:
            raise UsageError(f"{doc}: the case holds no document with this id")
        rows = list(models.CaptureRow.objects.using(using).filter(sha256=sha256).order_by("seq"))
    told = (parse(queries.where(row), row.record) for row in rows)
    return [Capture(r["path"], r["sha256"], r["size"]) for r in told]


def since(using: str) -> Since:
    """What was decided since the views were built, and how far they go."""
    built = projections.built(using)
    return Since(built.readings, tuple(queries.decided_after(using, built.decisions)), built.listed)


def _decisions(using: str, places: Iterable[int], asked: Collection[str]) -> dict[int, Decision]:
    """Those of the decisions at these places that are about what is asked for."""
    found: dict[int, Decision] = {}
    with translated(using):
        for some in chunks(places, _ASK):
            for row in models.DecisionRow.objects.using(using).filter(seq__in=some):
                decision: Decision = value(queries.where(row), row.record)
                if not members.named(decision).isdisjoint(asked):
                    found[row.seq] = decision
    return found
