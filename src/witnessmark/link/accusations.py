"""Who is blamed for an event goes with it, so that it is shown wherever the event is."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from witnessmark.link.account import Account
from witnessmark.link.folds import Fold, Ground
from witnessmark.link.homes import NEAR
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
            home = events[claim.doc].home(claim) if claim.doc in events else None
            if home is not None:
                extra[home].add(claim.id)
    return [ground.fold(f.kind, {*f.claims, *extra[n]}) if n in extra else f for n, f in enumerate(folds)]


def _accuses(claim: Claim) -> bool:
    blamed = any(a.role is Role.PERPETRATOR and not a.inherited for a in claim.actors)
    return blamed and claim.modality is Modality.ALLEGED


class _Events:
    """The events of one document, by the place of their fold."""

    def __init__(self) -> None:
        self._told: dict[int, list[Claim]] = defaultdict(list)

    def add(self, event: int, claim: Claim) -> None:
        self._told[event].append(claim)

    @cached_property
    def _accounts(self) -> dict[int, Account]:
        return {n: Account(told) for n, told in self._told.items()}

    @cached_property
    def _spans(self) -> list[tuple[int, int, int]]:
        return sorted((c.start, c.end, n) for n, told in self._told.items() for c in told)

    @cached_property
    def _longest(self) -> int:
        return max((end - start for start, end, _ in self._spans), default=0)

    def home(self, claim: Claim) -> int | None:
        """The event told in the same words, else the only one, else the one that ended just before."""
        near = self._between(claim.start - NEAR - self._longest, claim.end)
        same = [n for start, end, n in near if start < claim.end and claim.start < end]
        if len(self._told) == 1 and not same:
            same = list(self._told)
        before = [(end, n) for _, end, n in near if 0 <= claim.start - end <= NEAR]
        likely = (*sorted(same), *(n for _, n in sorted(before, reverse=True) if len(self._told) > 1))
        return next((n for n in likely if not self._accounts[n].clashes(claim)), None)

    def _between(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """The spans that begin between two places of the text."""
        return self._spans[bisect_left(self._spans, (first,)) : bisect_left(self._spans, (last,))]


def _by_document(ground: Ground, folds: Sequence[Fold]) -> dict[str, _Events]:
    out: dict[str, _Events] = defaultdict(_Events)
    for n, fold in enumerate(folds):
        if fold.kind is IncidentKind.INCIDENT:
            for claim in (ground.corpus.claims[c] for c in fold.claims):
                out[claim.doc].add(n, claim)
    return out
