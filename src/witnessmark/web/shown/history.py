"""The decisions on an incident: what was decided in one go is one entry, taken back or confirmed as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from witnessmark.model.decision import Decision, Judgement, may_confirm, settled
from witnessmark.text.coordinates import withhold
from witnessmark.web.shown.decisions import JUDGEMENTS

_APART = frozenset({Judgement.SAME, Judgement.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Entry:
    """One go; `name` is what it is taken back by. `waits` for a second person, `mine` for who made it.

    `back` takes an earlier one back and holds itself.
    """

    name: str
    what: str
    by: str
    human: bool
    at: str
    reason: str
    judgements: int
    holds: bool
    waits: bool
    mine: bool
    back: bool


def history(made: Sequence[Decision], person: str) -> tuple[Entry, ...]:
    """The entries, the latest first."""
    goes: dict[str, list[Decision]] = {}
    for decision in made:
        goes.setdefault(decision.act or decision.id, []).append(decision)
    now = settled(made)
    holding, waiting = {d.id for d in now.in_force}, {d.id for d in now.awaiting}
    entries = [_entry(name, go, holding, waiting, person) for name, go in goes.items()]
    return tuple(reversed(entries))


def _entry(name: str, go: Sequence[Decision], holding: set[str], waiting: set[str], person: str) -> Entry:
    first = go[0]
    back = first.judgement is Judgement.WITHDRAW
    return Entry(
        name=name,
        what=_what({d.judgement for d in go}),
        by=first.by,
        human=first.human,
        at=first.at[:16].replace("T", " "),
        reason=withhold(first.reason),
        judgements=len(go),
        holds=any(d.id in holding for d in go),
        waits=any(d.id in waiting for d in go),
        mine=not may_confirm(person, True, first),  # noqa: FBT003  (a person)
        back=back,
    )


def _what(judgements: set[Judgement]) -> str:
    if judgements == _APART:
        return _("claims set apart")
    (first, *_more) = sorted(judgements)
    return str(JUDGEMENTS.get(first, first))
