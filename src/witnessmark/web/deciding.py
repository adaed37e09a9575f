"""Deciding: the one way by which pages and programs write to a case.

A decision is on disk before anything else is done with it, and none is refused because of another's: who
decided the same meanwhile is shown, and both are kept.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from witnessmark.errors import UsageError
from witnessmark.model.decision import Decision, Judgement, repeats, settled
from witnessmark.pipeline import decisions
from witnessmark.pipeline.decisions import By
from witnessmark.pipeline.effects import effects
from witnessmark.web import work
from witnessmark.web.changes import Change, became, changes, standing
from witnessmark.web.permissions import Desk, get_decisions_for
from witnessmark.web.rights import Right


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of decisions: whether the incidents have them, what there is to know, what changed.

    `told` are in words what came otherwise than asked for; `changes` are empty where the incidents do not
    have the decisions yet. `others` are decisions on the same that came after `seen`.
    """

    decisions: tuple[Decision, ...]
    linked: bool
    told: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    others: tuple[Decision, ...] = ()


def judged(
    desk: Desk, subjects: Sequence[Sequence[str]], judgement: Judgement, reason: str
) -> list[Decision]:
    """One judgement on each of these subjects, for one reason; several are undone together.

    Where the project asks for four eyes they count once a second person confirmed them.
    """
    if judgement is Judgement.READ:
        return decisions.read([doc for (doc,) in subjects], by(desk), needed(reason))
    return decisions.each(subjects, judgement, by(desk), needed(reason))


def by(desk: Desk) -> By:
    """Who decides at this desk, and whether a second person must confirm it."""
    return By(desk.person, human=True, four_eyes=desk.project.four_eyes)


def undone(desk: Desk, name: str, reason: str) -> list[Decision]:
    """What takes back a decision, or all of an act."""
    desk.need(Right.DECIDE)
    return decisions.undo(desk.case, name, by(desk), needed(reason))


def confirmed(desk: Desk, names: Sequence[str], reason: str) -> list[Decision]:
    """That the person at the desk agrees with decisions of others, each with all of its act."""
    desk.need(Right.CONFIRM)
    found = (d for n in names for d in decisions.confirm(desk.case, n, by(desk), needed(reason)))
    return list({d.subject: d for d in found}.values())


def needed(reason: str) -> str:
    """The reason as it is kept. Raises UsageError where there is none."""
    if not reason.strip():
        raise UsageError(_("Say why: a decision is kept with its reason."))
    return " ".join(reason.split())


def decide(desk: Desk, every: Sequence[Decision], seen: Iterable[str] | None = ()) -> Settled:
    """Keep decisions of the person at the desk, link again, and say what became of them.

    `seen` are the ids of the decisions on the same subjects that the person knew of: what they sent since in
    the same words is not kept again (`ledger.decide`), unless it is None. Raises PermissionDenied where they
    may not decide, UsageError for a decision without a reason or of somebody else.
    """
    for made in every:
        desk.need(Right.CONFIRM if made.judgement is Judgement.CONFIRM else Right.DECIDE)
        needed(made.reason)
        if made.by != desk.person or not made.human:
            raise UsageError(f"{made.id}: a decision is kept under the name of who makes it")
    subjects = _subjects(every)
    known = None if seen is None else frozenset(seen)
    before = standing(desk, subjects)
    desk.case.decide(*every, seen=known)
    held = get_decisions_for(desk, subjects)
    kept = tuple(_kept(made, held) for made in every)
    others = _others(held, every, known or ())  # who decided at the same moment is there by now
    if not work.linked(desk.project.path):
        waiting = {d.id for d in settled(held).awaiting}
        told = effects(desk.case, [d for d in every if d.id in waiting])
        return Settled(kept, linked=False, told=told, others=others)
    told = effects(desk.case, every)
    changed = changes(before, became(desk, subjects, before))
    return Settled(kept, linked=True, told=told, changes=changed, others=others)


def _kept(made: Decision, held: Sequence[Decision]) -> Decision:
    """The decision, or what the same person had said in the same words where it was sent twice."""
    if any(made.id == d.id for d in held):
        return made
    return next((d for d in reversed(held) if repeats(made, [d])), made)


def meanwhile(desk: Desk, every: Sequence[Decision], seen: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions on the same that are neither these nor among those seen: others came meanwhile.

    A form that was sent twice is no other.
    """
    return _others(get_decisions_for(desk, _subjects(every)), every, seen)


def _subjects(every: Iterable[Decision]) -> list[str]:
    return list(dict.fromkeys(name for made in every for name in made.subject))


def _others(held: Iterable[Decision], every: Sequence[Decision], seen: Iterable[str]) -> tuple[Decision, ...]:
    known = {*seen, *(made.id for made in every)}
    return tuple(d for d in held if d.id not in known and not repeats(d, every))
