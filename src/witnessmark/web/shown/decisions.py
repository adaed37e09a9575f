"""Decisions as people meet them: who decided what, when and why, and whether it still holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from witnessmark.model.decision import Decision, Judgement, in_force, settled
from witnessmark.text.coordinates import withhold
from witnessmark.web.shown.corrected import Change

JUDGEMENTS: dict[str, str | Promise] = {
    Judgement.SAME: _("one event"),
    Judgement.DIFFERENT: _("two events"),
    Judgement.UNSURE: _("unsure"),
    Judgement.ACCEPT: _("accepted"),
    Judgement.REJECT: _("rejected"),
    Judgement.WITHDRAW: _("taken back"),
    Judgement.ADD: _("added"),
    Judgement.CORRECT: _("corrected"),
    Judgement.READ: _("read"),
    Judgement.CONFIRM: _("confirmed"),
}


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """A decision; `holds` where nothing took it back. A program's has another look than a person's.

    `waits` for a second person, `back` where it takes an earlier one back and holds itself.
    """

    id: str
    what: str | Promise
    by: str
    human: bool
    at: str
    reason: str
    holds: bool
    changes: tuple[Change, ...] = ()
    waits: bool = False
    back: bool = False


def decisions_shown(
    made: Sequence[Decision], changes: Mapping[str, tuple[Change, ...]] = MappingProxyType({})
) -> tuple[DecisionShown, ...]:
    """All of them, those that took others back too, the latest first; `changes` are what some corrected."""
    holding = {d.id for d in in_force(made)}
    waiting = {d.id for d in settled(made).awaiting}
    taking = Judgement.WITHDRAW
    return tuple(
        DecisionShown(
            d.id,
            JUDGEMENTS.get(d.judgement, str(d.judgement)),
            d.by,
            d.human,
            d.at[:16].replace("T", " "),
            withhold(d.reason),
            d.id in holding and d.judgement is not taking,
            changes.get(d.id, ()),
            waits=d.id in waiting,
            back=d.judgement is taking and d.id not in waiting,
        )
        for d in reversed(made)
    )


def seen(made: Sequence[Decision]) -> str:
    """What a form carries, so that whoever sends it can be told what came meanwhile."""
    return " ".join(d.id for d in made)
