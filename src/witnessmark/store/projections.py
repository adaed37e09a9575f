"""Views: lineages, incidents, figures, relations across documents, candidates of reports.

Thrown away and rebuilt, never edited; of all documents, or of those that were linked again.

Invariant: the views are a function of the readings and decisions in force. Replacing them is one transaction,
and the same values are read back in the same order, however they came there. No guard stops edits; a seal
over the rows shows them.
"""

import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain as chained
from typing import Any

from django.db.models import Max, QuerySet

from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.ids import canonical_json
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.links import Links
from witnessmark.model.order import candidate_order, incident_order, lineage_order, relation_order
from witnessmark.model.pair import Candidate
from witnessmark.model.publishers import publisher_relations
from witnessmark.model.record import Record, to_record
from witnessmark.store import chain, models, queries, seal, traces
from witnessmark.store.faults import translated, writing
from witnessmark.store.layout import Heads
from witnessmark.store.shape import bigint, key, record_id, storable, value

# Beside the heads in the state: the seal over all rows of all views, and what made them.
_SEAL, _MADE_BY = "seal", "made by"
_EARLIER = "views"  # the seal of earlier versions, which could not be kept up: such views are stale
_VIEWS = (models.LineageRow, models.IncidentRow, models.LinkRow, models.CandidateRow)
_SEALED = (*_VIEWS, models.FigureRow, models.TraceRow, models.AccountRow)
# How the record of a pair has it that nobody judged it; within a text its quotation marks would be escaped.
_UNJUDGED = '"judged":[]'
_ASK = 900  # documents in one question, as in chain
# Relations that are worked out when they are asked for: one more document changes them far away.
_WORKED_OUT = RelationType.SAME_PUBLISHER_DOCUMENTS


def replace(using: str, links: Links) -> None:
    """Put these links in the place of all that was there. Needs the writer's lock."""
    with writing(using):
        for model in (models.FigureRow, *_VIEWS):
            model.objects.using(using).all().delete()
        traces.clear(using)
        _note(using, seal.with_rows(seal.NOTHING, added=seal.of(_put(using, links))), links.made_by)


def renew(using: str, links: Links) -> None:
    """Put these links in the place of what was there of their documents. Needs the writer's lock."""
    docs = {key(t.doc) for t in links.traces}
    with writing(using):
        before = _state(using).get(_SEAL, seal.NOTHING)
        left = dataclasses.replace(links, traces=traces.other(using, links.traces))
        taken = seal.of(_take(using, docs, {key(doc) for doc in links.moved}))
        taken += seal.of(traces.take(using, (t.doc for t in left.traces)))
        _note(using, seal.with_rows(before, added=seal.of(_put(using, left)), taken=taken), links.made_by)


def lineages(using: str) -> Iterator[Lineage]:
    yield from sorted(_values(using, models.LineageRow), key=lineage_order)


def incidents(using: str) -> Iterator[Incident]:
    yield from sorted(_values(using, models.IncidentRow), key=incident_order)


def relations(using: str) -> Iterator[Relation]:
    """Relations across documents."""
    chains = publisher_relations(traces.publishers(using))
    yield from sorted([*_values(using, models.LinkRow), *chains], key=relation_order)


def candidates(using: str, *, judged: bool = False) -> Iterator[Candidate]:
    """Pairs of reports that a reviewer may look at; or those of them that somebody judged."""
    rows = _judged_pairs(using) if judged else models.CandidateRow.objects.using(using)
    yield from sorted(_read(models.CandidateRow, rows, using), key=candidate_order)


def unjudged(using: str) -> int:
    """How many pairs nobody judged yet; none of them is read."""
    with translated(using):
        return models.CandidateRow.objects.using(using).count() - _judged_pairs(using).count()


def _judged_pairs(using: str) -> QuerySet[models.CandidateRow]:
    return models.CandidateRow.objects.using(using).exclude(record__contains=_UNJUDGED)


def stale(using: str) -> bool:
    """Whether documents or decisions came in after the views were built."""
    with translated(using):
        state = _state(using)
        if not state:
            return models.ReadingRow.objects.using(using).exists()
        return canonical_json(_known_heads(state)) != canonical_json(_heads(using))


def changed(using: str, made_by: str) -> set[str] | None:
    """The documents read, and those judged, since the views were built; None where others built them."""
    with translated(using):
        state = _state(using)
        if not made_by or state.get(_MADE_BY) != made_by:
            return None
        heads = _known_heads(state)
        read = models.ReadingRow.objects.using(using).filter(seq__gt=_length(heads, models.ReadingRow))
        docs = {json.loads(text)["doc"] for text in read.values_list("record", flat=True).iterator()}
        return docs | set(_judged(using, _length(heads, models.DecisionRow)))


def _judged(using: str, known: int) -> Iterator[str]:
    """The documents that decisions after the first `known` are about, or those they take back are."""
    made = list(queries.decisions(using))
    by_id = {d.id: d for d in made}
    asked = made[known:]
    names: set[str] = set()
    while asked:
        names.update(name for d in asked for name in d.subject)
        asked = [by_id[d.supersedes] for d in asked if d.supersedes in by_id]
    yield from queries.homes(using, names).values()


def _length(heads: Record, model: type[models.LedgerRow]) -> int:
    length: int = heads.get(chain.name(model), (0, ""))[0]
    return length


def problems(using: str) -> Iterator[str]:
    """One line where the views, or the keys of traces, are not the rows that were put there."""
    while True:
        with translated(using):
            before, found, edited = _state(using), _seal(using), list(traces.problems(using))
            if _state(using) == before:  # nobody replaced them meanwhile
                break
    if found != before.get(_SEAL, seal.NOTHING) and _EARLIER not in before:
        yield "the listed incidents are not as they were built: run `witnessmark rebuild`"
    yield from edited


def _state(using: str) -> Record:
    """What the views were built from, and their seal; nothing where that is gone or unreadable."""
    row = models.ViewState.objects.using(using).first()
    try:
        state = json.loads(row.heads) if row else {}
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _note(using: str, sealed: str, made_by: str) -> None:
    state = canonical_json({**_heads(using), _SEAL: sealed, _MADE_BY: made_by})
    models.ViewState.objects.using(using).update_or_create(id=1, defaults={"heads": state})


def _seal(using: str) -> str:
    rows = chained.from_iterable(m.objects.using(using).order_by("position").iterator() for m in _SEALED)
    return seal.with_rows(seal.NOTHING, added=seal.of(rows))


def _known_heads(state: Record) -> Record:
    return {name: head for name, head in state.items() if name not in (_SEAL, _MADE_BY)}


def _heads(using: str) -> Heads:
    return chain.heads(using, (models.ReadingRow, models.DecisionRow))


def _put(using: str, links: Links) -> Iterator[Any]:
    """Write these links beside those that are there; the rows that were written."""
    kept = [r for r in links.relations if r.type is not _WORKED_OUT]
    ends = (end for r in kept for end in (r.b, *r.a[:1]) if end is not None)
    subjects = (name for c in links.candidates if not c.documents for name in (c.a, c.b))
    homes = queries.homes(using, (*ends, *subjects))
    yield from _fill(using, models.LineageRow, links.lineages, lambda v: {"home": key(v.documents[0])})
    rows = _fill(using, models.IncidentRow, links.incidents, lambda v: {"home": key(v.documents[0])})
    yield from rows
    yield from _figures(using, zip(rows, links.incidents, strict=True))
    yield from _fill(using, models.LinkRow, kept, lambda v: {"home": key(homes.get(v.b or v.a[0], ""))})
    yield from _fill(using, models.CandidateRow, links.candidates, lambda v: _sides(v, homes))
    yield from traces.put(using, links.traces)


def _sides(candidate: Candidate, homes: dict[str, str]) -> Record:
    documents = candidate.documents or [homes.get(name, "") for name in (candidate.a, candidate.b)]
    return {"home": key(documents[0]), "other": key(documents[-1])}


def _fill(
    using: str, model: type[models.ViewRow], values: Sequence[Any], columns: Callable[[Any], Record]
) -> list[models.ViewRow]:
    rows = []
    for position, given in enumerate(values, _next(using, model)):
        record = to_record(given)
        row_id = key(record["id"]) if "id" in record else record_id(record)
        told = storable(canonical_json(record))
        rows.append(model(position=position, record_id=row_id, record=told, **columns(given)))
    model.objects.using(using).bulk_create(rows)
    return rows


def _figures(using: str, incidents: Iterable[tuple[models.ViewRow, Incident]]) -> list[models.FigureRow]:
    listed = [(row.position, figure) for row, incident in incidents for figure in incident.figures]
    rows = [
        models.FigureRow(
            position=position,
            incident_id=i,
            measure=figure.measure,
            group=figure.group,
            low=bigint(figure.low),
            best=bigint(figure.best),
            high=bigint(figure.high),
        )
        for position, (i, figure) in enumerate(listed, _next(using, models.FigureRow))
    ]
    models.FigureRow.objects.using(using).bulk_create(rows)
    return rows


def _next(using: str, model: type[models.ViewRow] | type[models.FigureRow]) -> int:
    last = model.objects.using(using).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1


def _take(using: str, docs: set[str], moved: set[str]) -> Iterator[Any]:
    """Take away what is there of these documents; the rows that were there."""
    yield from _remove(using, models.FigureRow, "incident__home", docs)
    for model in (models.LineageRow, models.IncidentRow, models.LinkRow):
        yield from _remove(using, model, "home", docs)
    pairs = models.CandidateRow.objects.using(using)
    nobody = {""}
    beside = [*_each(pairs, "home", docs | nobody), *_each(pairs, "other", moved | nobody)]
    gone = {row.position: row for row in beside if _goes(row, docs, moved)}
    yield from _remove(using, models.CandidateRow, "position", gone)


def _goes(row: models.CandidateRow, docs: set[str], moved: set[str]) -> bool:
    pair = {row.home, row.other}
    return "" in pair or pair <= docs or not pair.isdisjoint(moved)


def _remove(using: str, model: type[Any], column: str, values: Iterable[Any]) -> Iterator[Any]:
    for some in traces.chunks(values, _ASK):
        rows = model.objects.using(using).filter(**{f"{column}__in": some})
        yield from list(rows)
        rows.delete()


def _each(rows: QuerySet[Any], column: str, values: Iterable[str]) -> Iterator[Any]:
    for some in traces.chunks(values, _ASK):
        yield from rows.filter(**{f"{column}__in": some})


def _values(using: str, model: type[models.ViewRow]) -> Iterator[Any]:
    yield from _read(model, model.objects.using(using), using)


def _read(model: type[models.ViewRow], rows: QuerySet[Any], using: str) -> Iterator[Any]:
    with translated(using):
        for position, text in rows.order_by("position").values_list("position", "record").iterator():
            yield value(f"{models.table(model)} row {position}", text)
