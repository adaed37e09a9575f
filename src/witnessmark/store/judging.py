"""What a decision must name before it is kept: only what the case holds, and only as it may be judged."""

from collections.abc import Callable

from witnessmark.errors import QuoteError, UsageError
from witnessmark.model.claim import Claim
from witnessmark.model.decision import Decision, Judgement, may_confirm
from witnessmark.model.revision import CORRECTABLE, added_claim, corrected_claim
from witnessmark.store import models, queries, quotes
from witnessmark.store.shape import key


def check(using: str, decision: Decision) -> None:
    """Raise UsageError or QuoteError where a decision cannot be kept."""
    if decision.supersedes:
        taken = _known(using, decision.supersedes)
        if taken is None:
            raise UsageError(f"decision {decision.id}: no decision {decision.supersedes} to supersede")
        if decision.judgement is Judgement.WITHDRAW and set(decision.subject) != set(taken.subject):
            raise UsageError(
                f"decision {decision.id}: it is on something else than the decision it takes back"
            )
    _CHECKS.get(decision.judgement, _nothing)(using, decision)


def _nothing(_using: str, _decision: Decision) -> None:
    pass


def _add(using: str, decision: Decision) -> None:
    try:
        claim = added_claim(decision)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"decision {decision.id}: its content is no claim: {error}") from error
    if decision.subject != (claim.id,):
        raise UsageError(f"decision {decision.id}: it names another claim than it adds")
    document = queries.document(using, claim.doc)
    wrong = quotes.fault(document.id, document.text, claim.doc, claim.start, claim.end, claim.quote)
    if wrong:
        raise QuoteError(f"{document.path}: claim refused: {wrong}")


def _correct(using: str, decision: Decision) -> None:
    content = decision.content or {}
    strange = sorted(content.keys() - CORRECTABLE)
    if strange or not content:
        raise UsageError(f"decision {decision.id}: {', '.join(strange) or 'nothing'} cannot be corrected")
    found: list[Claim] = queries.recorded_claims(using, decision.subject)
    if len(found) != 1 or len(decision.subject) != 1:
        raise UsageError(f"decision {decision.id}: it names no claim of the case")
    try:
        corrected_claim(found[0], content)
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"decision {decision.id}: no claim says such a thing: {error}") from error


def _read(using: str, decision: Decision) -> None:
    for doc in decision.subject:
        queries.document(using, doc)


def _confirm(using: str, decision: Decision) -> None:
    made = [d for name in decision.subject if (d := _known(using, name)) is not None]
    if len(made) != 1 or len(decision.subject) != 1:
        raise UsageError(f"decision {decision.id}: it names no decision to confirm")
    if not may_confirm(decision.by, decision.human, made[0]):
        raise UsageError(f"decision {decision.id}: only another person than who made it confirms a decision")


def _known(using: str, name: str) -> Decision | None:
    row = models.DecisionRow.objects.using(using).filter(decision_id=key(name)).first()
    return queries.decision(row) if row is not None else None


_CHECKS: dict[Judgement, Callable[[str, Decision], None]] = {
    Judgement.ADD: _add,
    Judgement.CORRECT: _correct,
    Judgement.READ: _read,
    Judgement.CONFIRM: _confirm,
}
