"""What became of a judgement, in words, where that is not what was asked for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from witnessmark.model.decision import ON_CLAIMS, ON_PAIRS, Decision, Judgement, in_force, on_claims
from witnessmark.model.pair import Standing

if TYPE_CHECKING:
    from witnessmark.store.case import Case


def effect(opened: "Case", decision: Decision) -> list[str]:
    """A line for each thing to know of a judgement just kept; none where it did what it says."""
    made = list(opened.decisions())
    if decision.judgement in ON_PAIRS:
        return [*_on_rejected(decision, made), *_on_pair(opened, decision)]
    if decision.judgement in ON_CLAIMS:
        return list(_on_claim(decision, made))
    return list(_left(decision, made))


def _on_pair(opened: "Case", decision: Decision) -> Iterator[str]:
    for candidate in opened.candidates(judged=True):
        if decision.id in candidate.judged:
            yield from (f"these two are judged by {d} too" for d in candidate.judged if d != decision.id)
            if candidate.judged[-1] != decision.id:
                yield f"{candidate.judged[-1]} holds: a person's judgement comes before a program's"
            elif decision.judgement is Judgement.SAME and candidate.standing is not Standing.TOGETHER:
                yield candidate.reason or "the merge is refused, as another judgement stands against it"
            elif decision.judgement is Judgement.DIFFERENT and candidate.reason.startswith("judgement "):
                yield candidate.reason


def _on_rejected(decision: Decision, made: Sequence[Decision]) -> Iterator[str]:
    """That a claim which is rejected counts no more than before, and what it stands for here."""
    held = on_claims(made)
    for claim in decision.subject:
        known = held.get(claim)
        if known is not None and known.judgement is Judgement.REJECT:
            yield (
                f"claim {claim[:12]} is rejected by {known.id} and counts nowhere: here it stands for what "
                "else its document says of that event, if anything does"
            )


def _on_claim(decision: Decision, made: Sequence[Decision]) -> Iterator[str]:
    """Other judgements in force on the same claim, and which one holds."""
    (claim,) = decision.subject
    for other in _others(decision, made):
        if other.judgement is decision.judgement:
            yield f"this claim is judged {other.judgement} by {other.id} already: undo both to undo it"
        else:
            yield f"this claim is judged {other.judgement} by {other.id}, which stays beside"
    holds = on_claims(made)[claim]
    if holds.judgement is not decision.judgement:
        yield f"{holds.id} holds: a person's judgement comes before a program's"


def _left(decision: Decision, made: Sequence[Decision]) -> Iterator[str]:
    """What still stands on a claim of which one judgement was taken back."""
    holds = on_claims(made).get(decision.subject[0]) if len(decision.subject) == 1 else None
    if holds is not None and holds.id != decision.supersedes:
        yield f"this claim is still judged {holds.judgement}, by {holds.id}"


def _others(decision: Decision, made: Sequence[Decision]) -> Iterator[Decision]:
    for other in in_force(made):
        if other.id != decision.id and other.judgement in ON_CLAIMS and other.subject == decision.subject:
            yield other
