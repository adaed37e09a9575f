"""A decision: a machine's suggestion or a person's judgement, in one shape, never edited or deleted."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Judgement(StrEnum):
    """What was decided about a subject."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"  # takes back the decision named in `supersedes`
    ADD = "add"  # a claim that the program missed; `content` is its record
    CORRECT = "correct"  # of a claim, the fields in `content`
    READ = "read"  # a person read the document; moves nothing
    CONFIRM = "confirm"  # a second person agrees with the decision that is the subject


# Judgements on two reports: whether they tell of one event.
ON_PAIRS = frozenset({Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE})
# Judgements on one claim: whether its document says so.
ON_CLAIMS = frozenset({Judgement.ACCEPT, Judgement.REJECT})
# Judgements after which other claims, or claims with other fields, are there to be counted.
ON_READINGS = frozenset({Judgement.ADD, Judgement.CORRECT})


@dataclass(frozen=True, slots=True)
class Decision:
    """Who or what judged which subjects how, and why; `by` is a person's name or a method with version.

    Decisions made in one go share their `act`. One with `four_eyes` counts only once another person
    confirmed it.
    """

    id: str
    subject: tuple[str, ...]
    judgement: Judgement
    by: str
    human: bool
    reason: str
    at: str  # UTC, ISO 8601
    score: float | None = None
    supersedes: str | None = None
    content: Mapping[str, Any] | None = field(default=None, hash=False)
    act: str | None = None
    four_eyes: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of decisions, each in the order they were recorded.

    `in_force` are those that count, but for what takes others back; `awaiting` those that count once another
    person confirms them; `gone` those that were taken back or replaced.
    """

    in_force: tuple[Decision, ...]
    awaiting: tuple[Decision, ...]
    gone: frozenset[str]


def settled(decisions: Iterable[Decision]) -> Settled:
    """What became of these decisions, which are all that were made.

    Taking back what took a decision back brings it back: the same decisions in force, the same answer.
    """
    gone: set[str] = set()
    agreed: dict[str, list[Decision]] = defaultdict(list)
    kept: list[Decision] = []
    open_: list[Decision] = []
    for decision in reversed(tuple(decisions)):  # what bears on another was recorded after it
        if decision.id in gone:
            continue
        if decision.four_eyes and not any(may_confirm(d.by, d.human, decision) for d in agreed[decision.id]):
            open_.append(decision)
            continue
        if decision.supersedes is not None:
            gone.add(decision.supersedes)
        if decision.judgement is Judgement.CONFIRM:
            agreed[decision.subject[0]].append(decision)
        if decision.judgement is not Judgement.WITHDRAW:
            kept.append(decision)
    return Settled(tuple(reversed(kept)), tuple(reversed(open_)), frozenset(gone))


def may_confirm(by: str, human: bool, decision: Decision) -> bool:
    """Whether who is called so is a second person to a decision: another one than made it."""
    return human and _name(by) != _name(decision.by)


def repeats(decision: Decision, known: Iterable[Decision]) -> bool:
    """Whether one of those known is by the same and says the same: what is sent twice was decided once."""
    return any(_told(decision) == _told(other) for other in known)


def _told(d: Decision) -> tuple[object, ...]:
    return (d.subject, d.judgement, d.by, d.human, d.reason, d.score, d.supersedes, d.content, d.four_eyes)


def _name(by: str) -> str:
    return " ".join(by.split()).casefold()


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that count, in the order they were recorded; see `settled`."""
    return settled(decisions).in_force


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
