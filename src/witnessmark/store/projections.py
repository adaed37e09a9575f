"""Views: lineages, incidents, figures, relations across documents, candidates of reports.

Thrown away and rebuilt, never edited; of all documents, or of those that were linked again.

Invariant: the views are a function of the readings and decisions in force. Replacing them is one transaction,
and the same values are read back in the same order, however they came there. No guard stops edits; a seal
over the rows shows them.
"""

import dataclasses
import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain as chained
from typing import Any

from django.db.models import Max, QuerySet

from witnessmark.model.claim import Relation, RelationType
from witnessmark.model.decision import Decision, Judgement
from witnessmark.model.ids import canonical_json
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.links import Links
from witnessmark.model.order import candidate_order, incident_order, lineage_order, relation_order
from witnessmark.model.pair import Candidate
from witnessmark.model.publishers import publisher_relations
from witnessmark.model.record import Record, to_record
from witnessmark.store import blocks, chain, members, models, queries, seal, texts, traces, worklist
from witnessmark.store.faults import translated, writing
from witnessmark.store.index_tables import FORM, BlockRow, TermRow, WorkRow
from witnessmark.store.layout import Heads
from witnessmark.store.shape import bigint, key, record_id, storable, value

# Beside the heads in the state: the seal over all rows of all views, what made them, the form of the indexes.
_SEAL, _MADE_BY, _FORM = "seal", "made by", "form"
_LISTED = "listed"  # how many rows each list of what waits for a person has
_EARLIER = "views"  # the seal of earlier versions, which could not be kept up: such views are stale
_VIEWS = (models.LineageRow, models.IncidentRow, models.LinkRow, models.CandidateRow)
_SEALED = (*_VIEWS, models.FigureRow, models.TraceRow, models.AccountRow, BlockRow, TermRow, WorkRow)
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
        members.clear(using)
        texts.clear(using)
        texts.catch_up(using)
        change = _Change()
        put = _put(using, links)
        change.adds(put.rows)
        change.listed(using, [], put.incidents, blocks.clear(using))
        change.waiting(using, None)
        _note(using, change, links)


def renew(using: str, links: Links) -> None:
    """Put these links in the place of what was there of their documents. Needs the writer's lock."""
    docs = {key(t.doc) for t in links.traces}
    with writing(using):
        texts.catch_up(using)
        change = _Change(_state(using))
        left = dataclasses.replace(links, traces=traces.other(using, links.traces))
        gone = list(_take(using, docs, {key(doc) for doc in links.moved}))
        members.take(using, [row for row in gone if isinstance(row, models.ViewRow)])
        change.takes(chained(gone, traces.take(using, (t.doc for t in left.traces))))
        put = _put(using, left)
        change.adds(put.rows)
        incidents = [row.position for row in gone if isinstance(row, models.IncidentRow)]
        change.listed(using, incidents, put.incidents)
        change.waiting(using, docs)
        _note(using, change, links)


def note(using: str, decided: int) -> None:
    """Note that the views stand on so many decisions. Needs the writer's lock."""
    with writing(using):
        state = _state(using)
        if state:
            change = _Change(state)
            change.waiting(using, set())
            noted = {**state, **change.noted(), **_decided(using, decided)}
            models.ViewState.objects.using(using).update(heads=canonical_json(noted))


@dataclass
class _Put:
    """The rows that are written as they are asked for, and incidents with their positions once they were."""

    rows: Iterator[Any]
    incidents: list[tuple[int, Incident]]


class _Change:
    """What a change of the views makes of their seal and of the numbers of what waits."""

    def __init__(self, state: Record | None = None) -> None:
        before = state or {}
        self._known = _length(_known_heads(before), models.DecisionRow)
        self.seal: str = before.get(_SEAL, seal.NOTHING)
        self.numbers: Counter[str] = Counter(before.get(_LISTED, {}))

    def adds(self, rows: Iterable[Any]) -> None:
        self.seal = seal.with_rows(self.seal, added=seal.of(map(self._counted, rows)))

    def takes(self, rows: Iterable[Any]) -> None:
        self.seal = seal.with_rows(self.seal, taken=seal.of(self._counted(row, -1) for row in rows))

    def listed(
        self, using: str, gone: Sequence[int], put: Sequence[tuple[int, Incident]], term: int | None = None
    ) -> None:
        taken, added = blocks.renew(using, gone, put, term)
        self.takes(taken)
        self.adds(added)

    def waiting(self, using: str, docs: set[str] | None) -> None:
        """Of these documents and those judged since, or of all."""
        members.note(using, queries.decided_after(using, self._known))
        touched = docs if docs is None else docs | {key(doc) for doc in _judged(using, self._known)}
        for row, there in worklist.renew(using, touched):
            (self.adds if there else self.takes)([row])

    def noted(self) -> Record:
        return {_SEAL: self.seal, _LISTED: dict(self.numbers)}

    def _counted(self, row: Any, by: int = 1) -> Any:  # noqa: ANN401  (a row of any view)
        if isinstance(row, WorkRow):
            self.numbers[row.list] += by
        elif isinstance(row, models.CandidateRow) and row.rank is not None:
            self.numbers[worklist.OPEN] += by
        return row


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
    """Whether documents or decisions came in since the views were built, or the indexes have an old form."""
    with translated(using):
        state = _state(using)
        if not state:
            return models.ReadingRow.objects.using(using).exists()
        return state.get(_FORM) != FORM or canonical_json(_known_heads(state)) != canonical_json(
            _heads(using)
        )


def changed(using: str, made_by: str) -> set[str] | None:
    """The documents read, and those judged, since the views were built; None where others built them."""
    with translated(using):
        state = _state(using)
        if not made_by or (state.get(_MADE_BY), state.get(_FORM)) != (made_by, FORM):
            return None
        heads = _known_heads(state)
        read = models.ReadingRow.objects.using(using).filter(seq__gt=_length(heads, models.ReadingRow))
        docs = {json.loads(text)["doc"] for text in read.values_list("record", flat=True).iterator()}
        return docs | set(_judged(using, _length(heads, models.DecisionRow), _MOVES_NOTHING))


def _judged(using: str, known: int, but: Collection[Judgement] = ()) -> Iterator[str]:
    """The documents that decisions after the first `known` are about, or those they take back or confirm."""
    new = [d for _, d in queries.decided_after(using, known)]
    by_id = {d.id: d for d in (queries.decisions(using) if any(map(_on_decisions, new)) else new)}
    names: set[str] = set()
    while new:
        names.update(name for d in new if d.judgement not in but for name in d.subject)
        new = [by_id[name] for d in new for name in _on_decisions(d) if name in by_id]
    yield from queries.homes(using, names).values()


# Of itself; what it takes back or confirms may.
_MOVES_NOTHING = frozenset({Judgement.READ, Judgement.CONFIRM, Judgement.WITHDRAW})


def _on_decisions(decision: Decision) -> tuple[str, ...]:
    """The decisions that a decision bears on."""
    confirmed = decision.subject if decision.judgement is Judgement.CONFIRM else ()
    return (decision.supersedes, *confirmed) if decision.supersedes else confirmed


def decided(using: str) -> int | None:
    """How many decisions the views stand on; None where nobody built them yet."""
    with translated(using):
        state = _state(using)
    return _length(_known_heads(state), models.DecisionRow) if state else None


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
    else:
        yield from members.problems(using)
    yield from edited
    yield from texts.problems(using)


def _state(using: str) -> Record:
    """What the views were built from, and their seal; nothing where that is gone or unreadable."""
    row = models.ViewState.objects.using(using).first()
    try:
        state = json.loads(row.heads) if row else {}
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _note(using: str, change: _Change, links: Links) -> None:
    heads = _heads(using) | ({} if links.decided is None else _decided(using, links.decided))
    state = canonical_json({**heads, **change.noted(), _MADE_BY: links.made_by, _FORM: FORM})
    models.ViewState.objects.using(using).update_or_create(id=1, defaults={"heads": state})


def _decided(using: str, number: int) -> Heads:
    """The head of the chain of decisions when it had so many."""
    model = models.DecisionRow
    last = model.objects.using(using).filter(seq=number).values_list("row_hash", flat=True).first()
    return {chain.name(model): (number, last) if last else (0, chain.genesis(model))}


@dataclass(frozen=True, slots=True)
class Built:
    """How far the views go: so many readings and decisions, and so many rows in each list of what waits."""

    readings: int
    decisions: int
    listed: Record


def built(using: str) -> Built:
    """How far the views go."""
    with translated(using):
        state = _state(using)
    heads = _known_heads(state)
    readings, decisions = (_length(heads, model) for model in (models.ReadingRow, models.DecisionRow))
    return Built(readings, decisions, state.get(_LISTED, {}))


def _seal(using: str) -> str:
    rows = chained.from_iterable(m.objects.using(using).order_by("position").iterator() for m in _SEALED)
    return seal.with_rows(seal.NOTHING, added=seal.of(rows))


def _known_heads(state: Record) -> Record:
    return {name: head for name, head in state.items() if name not in (_SEAL, _MADE_BY, _FORM, _LISTED)}


def _heads(using: str) -> Heads:
    return chain.heads(using, (models.ReadingRow, models.DecisionRow))


def _put(using: str, links: Links) -> _Put:
    """Write these links beside those that are there."""
    incidents: list[tuple[int, Incident]] = []
    return _Put(_rows_put(using, links, incidents), incidents)


def _rows_put(using: str, links: Links, incidents: list[tuple[int, Incident]]) -> Iterator[Any]:
    kept = [r for r in links.relations if r.type is not _WORKED_OUT]
    ends = (end for r in kept for end in (r.b, *r.a[:1]) if end is not None)
    subjects = (name for c in links.candidates if not c.documents for name in (c.a, c.b))
    homes = queries.homes(using, (*ends, *subjects))
    lineages = _fill(using, models.LineageRow, links.lineages, lambda v: {"home": key(v.documents[0])})
    rows = _fill(using, models.IncidentRow, links.incidents, lambda v: {"home": key(v.documents[0])})
    incidents += [(row.position, i) for row, i in zip(rows, links.incidents, strict=True)]
    pairs = _fill(using, models.CandidateRow, links.candidates, lambda v: _sides(v, homes, links.ranks))
    for found, values in ((lineages, links.lineages), (rows, links.incidents), (pairs, links.candidates)):
        members.put(using, found, values)
        yield from found
    yield from _figures(using, zip(rows, links.incidents, strict=True))
    yield from _fill(using, models.LinkRow, kept, lambda v: {"home": key(homes.get(v.b or v.a[0], ""))})
    yield from traces.put(using, links.traces)


def _sides(candidate: Candidate, homes: dict[str, str], ranks: Mapping[tuple[str, str], float]) -> Record:
    documents = candidate.documents or [homes.get(name, "") for name in (candidate.a, candidate.b)]
    rank = ranks.get((candidate.a, candidate.b))
    return {"home": key(documents[0]), "other": key(documents[-1]), "rank": rank}


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
