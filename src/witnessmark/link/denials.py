"""Denials go with the event they deny, so that they are shown wherever the event is."""

from collections import defaultdict
from collections.abc import Sequence

from witnessmark.link.folds import Fold, Ground
from witnessmark.model.claim import ClaimKind, RelationType
from witnessmark.model.incident import IncidentKind

_ATTACKS = frozenset({IncidentKind.INCIDENT, IncidentKind.ALLEGATION, IncidentKind.AGGREGATE})


def attach_denials(ground: Ground, folds: Sequence[Fold]) -> list[Fold]:
    """The folds with each denial at the one it denies.

    A text that says what is denied has a `denies` relation; without one, a denial belongs to the only event
    of its document, or failing that the only total. Where there are several nothing is guessed.
    """
    placed = {c for f in folds for c in f.claims}
    extra: dict[int, set[str]] = defaultdict(set)
    for denial in ground.of_kind(ClaimKind.DENIAL):
        if denial.id not in placed and (home := _home(ground, denial.id, folds)) is not None:
            extra[home].add(denial.id)
    return [ground.fold(f.kind, {*f.claims, *extra[n]}) if n in extra else f for n, f in enumerate(folds)]


def _home(ground: Ground, denial: str, folds: Sequence[Fold]) -> int | None:
    denied = {rel.b for rel in ground.relations if rel.type is RelationType.DENIES and denial in rel.a}
    for n, f in enumerate(folds):
        if denied & set(f.claims):
            return n
    doc = ground.corpus.claims[denial].doc
    here = [
        n
        for n, f in enumerate(folds)
        if f.kind in _ATTACKS and any(ground.corpus.claims[c].doc == doc for c in f.claims)
    ]
    events = [n for n in here if folds[n].kind is not IncidentKind.AGGREGATE]
    for only in (events, here):
        if len(only) == 1:
            return only[0]
    return None
