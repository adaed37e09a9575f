"""Who is blamed for an event goes with it, so that it is shown wherever the event is."""

from collections import defaultdict
from collections.abc import Sequence

from witnessmark.link.folds import Fold, Ground
from witnessmark.link.mentions import NEAR
from witnessmark.link.retold import clash
from witnessmark.model.actor import Role
from witnessmark.model.claim import Claim, ClaimKind, Modality
from witnessmark.model.incident import IncidentKind


def attach_accusations(ground: Ground, folds: Sequence[Fold]) -> list[Fold]:
    """The folds with each accusation at the event it lays to somebody.

    That is the event told in the same words ("blamed the army for the killing of six"), else the only one of
    its document, else the one just told. What has another day or place, or another attacker and method, stays
    by itself.
    """
    placed = {c for f in folds for c in f.claims}
    extra: dict[int, set[str]] = defaultdict(set)
    events = _by_document(ground, folds)
    for claim in ground.of_kind(ClaimKind.ATTRIBUTION):
        if claim.id not in placed and _accuses(claim):
            home = _home(claim, events.get(claim.doc, {}))
            if home is not None:
                extra[home].add(claim.id)
    return [ground.fold(f.kind, {*f.claims, *extra[n]}) if n in extra else f for n, f in enumerate(folds)]


def _accuses(claim: Claim) -> bool:
    blamed = any(a.role is Role.PERPETRATOR and not a.inherited for a in claim.actors)
    return blamed and claim.modality is Modality.ALLEGED


def _by_document(ground: Ground, folds: Sequence[Fold]) -> dict[str, dict[int, list[Claim]]]:
    """The claims of each document's events, by the place of their fold."""
    out: dict[str, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for n, fold in enumerate(folds):
        if fold.kind is IncidentKind.INCIDENT:
            for claim in (ground.corpus.claims[c] for c in fold.claims):
                out[claim.doc][n].append(claim)
    return out


def _home(claim: Claim, events: dict[int, list[Claim]]) -> int | None:
    open_to = {n: told for n, told in events.items() if not clash(told, [claim])}
    same = [n for n, told in open_to.items() if any(_overlap(c, claim) for c in told)]
    if same or len(events) == 1:
        return next(iter(same or open_to), None)
    before = [(c.end, n) for n, told in open_to.items() for c in told if 0 <= claim.start - c.end <= NEAR]
    return max(before)[1] if before else None


def _overlap(one: Claim, other: Claim) -> bool:
    return one.start < other.end and other.start < one.end
