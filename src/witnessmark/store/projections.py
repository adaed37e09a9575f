"""Views: lineages, incidents, figures, relations across documents, candidates of reports.

Thrown away and rebuilt, never edited.

Invariant: the views are a function of the readings and decisions in force. Replacing them is one transaction,
and the same values in the same order give the same rows. No guard stops edits; a seal over the
rows shows them.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from witnessmark.model.claim import Relation
from witnessmark.model.ids import canonical_json
from witnessmark.model.incident import Incident, Lineage
from witnessmark.model.pair import Candidate
from witnessmark.model.record import Record, to_record
from witnessmark.store import chain, models
from witnessmark.store.faults import translated, writing
from witnessmark.store.layout import Heads
from witnessmark.store.shape import bigint, key, record_id, storable, value

_SEAL = "views"  # beside the heads in the state: the SHA-256 over all rows of all views
_NOTHING = hashlib.sha256().hexdigest()  # of views never built
_VIEWS = (models.LineageRow, models.IncidentRow, models.LinkRow, models.CandidateRow)


def replace(
    using: str,
    lineages: Sequence[Lineage],
    incidents: Sequence[Incident],
    relations: Sequence[Relation],
    candidates: Sequence[Candidate] = (),
) -> None:
    """Put these values, in this order, in the place of all that was there. Needs the writer's lock."""
    with writing(using):
        for model in (models.FigureRow, *_VIEWS):
            model.objects.using(using).all().delete()
        _fill(using, models.LineageRow, lineages)
        _fill(using, models.IncidentRow, incidents)
        _fill(using, models.LinkRow, relations)
        _fill(using, models.CandidateRow, candidates)
        _figures(using, incidents)
        state = canonical_json({**_heads(using), _SEAL: _seal(using)})
        models.ViewState.objects.using(using).update_or_create(id=1, defaults={"heads": state})


def lineages(using: str) -> Iterator[Lineage]:
    yield from _values(using, models.LineageRow)


def incidents(using: str) -> Iterator[Incident]:
    yield from _values(using, models.IncidentRow)


def relations(using: str) -> Iterator[Relation]:
    """Relations across documents."""
    yield from _values(using, models.LinkRow)


def candidates(using: str) -> Iterator[Candidate]:
    """Pairs of reports that a reviewer may look at."""
    yield from _values(using, models.CandidateRow)


def stale(using: str) -> bool:
    """Whether documents or decisions came in after the views were built."""
    with translated(using):
        state = _state(using)
        if not state:
            return models.ReadingRow.objects.using(using).exists()
        heads = {name: head for name, head in state.items() if name != _SEAL}
        return canonical_json(heads) != canonical_json(_heads(using))


def problems(using: str) -> Iterator[str]:
    """One line where the views are not the rows that were put there."""
    while True:
        with translated(using):
            before, found = _state(using), _seal(using)
            if _state(using) == before:  # nobody replaced them meanwhile
                break
    if found != before.get(_SEAL, _NOTHING):
        yield "the listed incidents are not as they were built: run `witnessmark rebuild`"


def _state(using: str) -> Record:
    """What the views were built from, and their seal; nothing where that is gone or unreadable."""
    row = models.ViewState.objects.using(using).first()
    try:
        state = json.loads(row.heads) if row else {}
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def _seal(using: str) -> str:
    digest = hashlib.sha256()
    for model in (*_VIEWS, models.FigureRow):
        for row in model.objects.using(using).order_by("position").values().iterator():
            digest.update(f"{models.table(model)} {canonical_json(row)}\n".encode())
    return digest.hexdigest()


def _heads(using: str) -> Heads:
    return chain.heads(using, (models.ReadingRow, models.DecisionRow))


def _fill(using: str, model: type[models.ViewRow], values: Sequence[object]) -> None:
    rows = []
    for position, given in enumerate(values):
        record = to_record(given)
        row_id = key(record["id"]) if "id" in record else record_id(record)
        rows.append(model(position=position, record_id=row_id, record=storable(canonical_json(record))))
    model.objects.using(using).bulk_create(rows)


def _figures(using: str, incidents: Sequence[Incident]) -> None:
    listed = [(i, figure) for i, incident in enumerate(incidents) for figure in incident.figures]
    models.FigureRow.objects.using(using).bulk_create(
        models.FigureRow(
            position=position,
            incident_id=i,
            measure=figure.measure,
            group=figure.group,
            low=bigint(figure.low),
            best=bigint(figure.best),
            high=bigint(figure.high),
        )
        for position, (i, figure) in enumerate(listed)
    )


def _values(using: str, model: type[models.ViewRow]) -> Iterator[Any]:
    with translated(using):
        rows = model.objects.using(using).order_by("position").values_list("position", "record")
        for position, text in rows.iterator():
            yield value(f"{models.table(model)} row {position}", text)
