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
    home = {c: n for n, f in reversed(list(enumerate(folds))) for c in f.claims}
    denied = _denied(ground)
    here = _by_document(ground, folds)
    extra: dict[int, set[str]] = defaultdict(set)
    for denial in ground.of_kind(ClaimKind.DENIAL):
        if denial.id in home:
            continue
        said = [home[c] for c in denied.get(denial.id, ()) if c in home]
        n = min(said) if said else _only(folds, here.get(denial.doc, ()))
        if n is not None:
            extra[n].add(denial.id)
    return [ground.fold(f.kind, {*f.claims, *extra[n]}) if n in extra else f for n, f in enumerate(folds)]


def _denied(ground: Ground) -> dict[str, list[str]]:
    """What each denial denies, where its text says so."""
    out: dict[str, list[str]] = defaultdict(list)
    for rel in ground.relations:
        if rel.type is RelationType.DENIES and rel.b is not None:
            for a in rel.a:
                out[a].append(rel.b)
    return out


def _by_document(ground: Ground, folds: Sequence[Fold]) -> dict[str, list[int]]:
    """The places of the folds that each document tells of attacks in."""
    out: dict[str, list[int]] = defaultdict(list)
    for n, f in enumerate(folds):
        if f.kind in _ATTACKS:
            for doc in {ground.corpus.claims[c].doc for c in f.claims}:
                out[doc].append(n)
    return out


def _only(folds: Sequence[Fold], here: Sequence[int]) -> int | None:
    """The only event among these folds, or the only one of them at all."""
    events = [n for n in here if folds[n].kind is not IncidentKind.AGGREGATE]
    for only in (events, here):
        if len(only) == 1:
            return only[0]
    return None
