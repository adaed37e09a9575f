"""A decision: a machine's suggestion or a person's judgement, in one shape, never edited or deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """What was decided about a subject."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"  # takes back the decision named in `supersedes`


# Judgements on two reports: whether they tell of one event.
ON_PAIRS = frozenset({Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE})
# Judgements on one claim: whether its document says so.
ON_CLAIMS = frozenset({Judgement.ACCEPT, Judgement.REJECT})


@dataclass(frozen=True, slots=True)
class Decision:
    """Who or what judged which subjects how, and why; `by` is a person's name or a method with version."""

    id: str
    subject: tuple[str, ...]
    judgement: Judgement
    by: str
    human: bool
    reason: str
    at: str  # UTC, ISO 8601
    score: float | None = None
    supersedes: str | None = None


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nothing in force supersedes, in the order they were recorded.

    Taking back what took a decision back brings it back: the same decisions in force, the same answer.
    """
    gone: set[str] = set()
    kept: list[Decision] = []
    for decision in reversed(tuple(decisions)):  # what supersedes another was recorded after it
        if decision.id in gone:
            continue
        if decision.supersedes is not None:
            gone.add(decision.supersedes)
        if decision.judgement is not Judgement.WITHDRAW:
            kept.append(decision)
    return tuple(reversed(kept))


def on_claims(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The decision in force on each claim judged: the last that a person made, else the last."""
    found: dict[str, Decision] = {}
    for decision in in_force(decisions):
        if decision.judgement in ON_CLAIMS and len(decision.subject) == 1:
            known = found.get(decision.subject[0])
            if known is None or decision.human or not known.human:
                found[decision.subject[0]] = decision
    return found


def rejected(decisions: Iterable[Decision]) -> frozenset[str]:
    """The claims that count no more."""
    return frozenset(c for c, d in on_claims(decisions).items() if d.judgement is Judgement.REJECT)
