"""A decision: a machine's suggestion or a person's judgement, in one shape, never edited or deleted."""

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
