"""What the grammar tried and why a rule did not fire, kept only while somebody watches (`extract --explain`).

The rules themselves say it, at the condition that failed; without a watcher each call is one look-up.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TypeVar

from witnessmark.extract.attribution import Attribution
from witnessmark.extract.chunks import Sentence
from witnessmark.extract.patterns import Steps
from witnessmark.extract.who import Agent
from witnessmark.model.claim import Claim

T = TypeVar("T")

# Stands for every rule for counts: what the number is rules out all of them.
ANY_COUNT = "any count"
# Stands for every rule for statements, at the first chunk of a clause.
ANY_STATEMENT = "any statement"


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule tried at a chunk: the claim it made, or the first condition that failed."""

    sentence: Sentence
    at: int
    rule: str
    why: str = ""
    claim: str | None = None


@dataclass(slots=True)
class Trace:
    """What was read: each sentence with its voices and agents, and the rules tried, in order."""

    sentences: list[tuple[Sentence, Sequence[Attribution], Sequence[Agent]]] = field(default_factory=list)
    tried: list[Tried] = field(default_factory=list)


_TRACE: ContextVar[Trace | None] = ContextVar("trace", default=None)


@contextmanager
def watched() -> Iterator[Trace]:
    """Inside, the grammar fills in the trace."""
    trace = Trace()
    token = _TRACE.set(trace)
    try:
        yield trace
    finally:
        _TRACE.reset(token)


def watching() -> bool:
    """Whether anybody wants to know, where telling it takes work of its own."""
    return _TRACE.get() is not None


def entered(sentence: Sentence, voices: Sequence[Attribution], agents: Sequence[Agent]) -> None:
    """A sentence is about to be searched for claims."""
    trace = _TRACE.get()
    if trace is not None:
        trace.sentences.append((sentence, voices, agents))


def fired(sentence: Sentence, at: int, claim: Claim) -> None:
    """A rule made this claim of the chunk."""
    trace = _TRACE.get()
    if trace is not None:
        trace.tried.append(Tried(sentence, at, claim.rule, claim=claim.id))


def missed(sentence: Sentence, at: int, rule: str, why: str) -> T | None:
    """A rule did not fire at the chunk; always None, so that a rule can end with it."""
    trace = _TRACE.get()
    if trace is not None:
        trace.tried.append(Tried(sentence, at, rule, why))
    return None


def unmatched(sentence: Sentence, at: int, rule: str, pattern: Steps, begin: int) -> None:
    """A rule did not fire because its pattern is not there from `begin` on."""
    trace = _TRACE.get()
    if trace is not None:
        trace.tried.append(Tried(sentence, at, rule, pattern.wanting(sentence.symbols, begin)))
