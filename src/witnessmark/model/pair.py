"""A candidate: two reports that may be one event, how likely that is, and how they stand."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """What linking made of two reports."""

    TOGETHER = "together"  # in one incident
    APART = "apart"
    REFUSED = "refused"  # a merge was asked for, and these two stood in its way


@dataclass(frozen=True, slots=True)
class Part:
    """What one comparison of two reports found, and the bits it adds for or against one event."""

    comparison: str
    found: str
    bits: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two reports, each named by a claim of it or by its document, and what is known of them as a pair.

    `weight` is in bits, of one event against two; None where the two were never compared. `judged` are the
    ids of the judgements in force on the pair, the one that holds last.
    """

    a: str
    b: str
    documents: tuple[str, ...]
    standing: Standing
    weight: float | None = None
    parts: tuple[Part, ...] = ()
    reason: str = ""  # of a refusal, in words
    judged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate as a reviewer meets it: what the two say, what an answer changes, what that is worth.

    `value` orders pairs: how open the question is, times what an answer changes.
    """

    a: str
    b: str
    documents: tuple[str, ...]
    quotes: tuple[str, ...]
    standing: Standing
    probability: float | None
    value: float
    reasons: tuple[str, ...]
    changes: tuple[str, ...]
    judged: tuple[str, ...] = ()
