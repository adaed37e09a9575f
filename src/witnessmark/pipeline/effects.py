"""What became of judgements, in words, where that is not what was asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from witnessmark.model.decision import ON_CLAIMS, ON_PAIRS, Decision, Judgement, in_force, on_claims, settled
from witnessmark.model.pair import Candidate, Standing
from witnessmark.model.sentence import sentence


class Judged(Protocol):
    """What is asked of a case, each by an index; `witnessmark.Case` is one."""

    def decisions_on(self, ids: Collection[str]) -> list[Decision]: ...
    def judged_by(self, ids: Iterable[str]) -> list[Candidate]: ...


# How reasons of a candidate begin that tell what became of a judgement that two reports are different.
_TOLD = ("judgement ", "two parts of one account")


@dataclass(frozen=True)
class _Around:
    """The judgements just kept, `kept` by their ids, with all that is on the same claims and documents."""

    kept: frozenset[str]
    awaiting: frozenset[str]
    in_force: Sequence[Decision]
    on_claims: Mapping[str, Decision]
    candidates: Sequence[Candidate]


def effects(opened: Judged, decisions: Sequence[Decision]) -> tuple[str, ...]:
    """A line for each thing to know of judgements just kept; none where they did what they say."""
    made = opened.decisions_on({name for d in decisions for name in (d.id, *d.subject)})
    around = _Around(
        frozenset(d.id for d in decisions),
        frozenset(d.id for d in settled(made).awaiting),
        in_force(made),
        on_claims(made),
        opened.judged_by([d.id for d in decisions if d.judgement in ON_PAIRS]),
    )
    return tuple(dict.fromkeys(line for d in decisions for line in _effect(d, around)))


def _effect(decision: Decision, around: _Around) -> Iterator[str]:
    if decision.id in around.awaiting:
        yield sentence("it waits for a second person, and moves nothing until then")
    elif decision.judgement in ON_PAIRS:
        yield from _on_rejected(decision, around)
        yield from _on_pair(decision, around)
    elif decision.judgement in ON_CLAIMS:
        yield from _on_claim(decision, around)
    else:
        yield from _left(decision, around)


def _on_pair(decision: Decision, around: _Around) -> Iterator[str]:
    for candidate in (c for c in around.candidates if decision.id in c.judged):
        yield from (
            sentence("these two are judged by {decision} too", decision=d)
            for d in candidate.judged
            if d not in around.kept  # one split or merge judges two reports by many pairs of claims
        )
        if candidate.judged[-1] not in around.kept:
            yield _person_first(candidate.judged[-1])
        elif candidate.judged[-1] != decision.id:
            continue
        elif decision.judgement is Judgement.SAME and candidate.standing is not Standing.TOGETHER:
            yield candidate.reason or sentence("the merge is refused, as another judgement stands against it")
        elif decision.judgement is Judgement.DIFFERENT and candidate.reason.startswith(_TOLD):
            yield candidate.reason


def _on_rejected(decision: Decision, around: _Around) -> Iterator[str]:
    """That a claim which is rejected counts no more than before, and what it stands for here."""
    for claim in decision.subject:
        known = around.on_claims.get(claim)
        if known is not None and known.judgement is Judgement.REJECT:
            yield sentence(
                "claim {claim} is rejected by {decision} and counts nowhere: here it stands for what else "
                "its document says of that event, if anything does",
                claim=claim[:12],
                decision=known.id,
            )


def _on_claim(decision: Decision, around: _Around) -> Iterator[str]:
    """Other judgements in force on the same claim, and which one holds."""
    (claim,) = decision.subject
    for other in around.in_force:
        if other.id == decision.id or other.judgement not in ON_CLAIMS or other.subject != decision.subject:
            continue
        if other.judgement is decision.judgement:
            yield sentence(
                "this claim is judged {judgement} by {decision} already: undo both to undo it",
                judgement=other.judgement,
                decision=other.id,
            )
        else:
            yield sentence(
                "this claim is judged {judgement} by {decision}, which stays beside",
                judgement=other.judgement,
                decision=other.id,
            )
    holds = around.on_claims[claim]
    if holds.judgement is not decision.judgement:
        yield _person_first(holds.id)


def _person_first(decision: str) -> str:
    return sentence("{decision} holds: a person's judgement comes before a program's", decision=decision)


def _left(decision: Decision, around: _Around) -> Iterator[str]:
    """What still stands on a claim of which one judgement was taken back."""
    holds = around.on_claims.get(decision.subject[0]) if len(decision.subject) == 1 else None
    if holds is not None and holds.id != decision.supersedes:
        yield sentence(
            "this claim is still judged {judgement}, by {decision}",
            judgement=holds.judgement,
            decision=holds.id,
        )
