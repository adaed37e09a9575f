"""The decisions on an incident: what was decided in one go is one entry, taken back or confirmed as one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from witnessmark.model.claim import Claim
from witnessmark.model.decision import ON_PAIRS, Decision, Judgement, may_confirm, settled
from witnessmark.text.coordinates import withhold
from witnessmark.web.shown.corrected import Change, corrections
from witnessmark.web.shown.decisions import JUDGEMENTS
from witnessmark.web.shown.labels import labels

_ON = 5  # claims that an entry quotes
_APART = frozenset({Judgement.SAME, Judgement.DIFFERENT})


@dataclass(frozen=True, slots=True)
class Entry:
    """One go; `name` is what it is taken back by. `waits` for a second person, `mine` for who made it.

    `back` takes an earlier one back and holds itself. `on` are the claims it is about, each by itself, and
    `changes` what it corrected.
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
    on: tuple[Claim, ...]
    changes: tuple[Change, ...]


def history(
    made: Sequence[Decision], person: str, claims: Mapping[str, Claim], recorded: Iterable[Claim]
) -> tuple[Entry, ...]:
    """The entries, the latest first.

    `claims` are those that decisions may be about, as they are now; `recorded` those corrected, as they were
    read.
    """
    changes = corrections(made, recorded, labels())
    goes: dict[str, list[Decision]] = {}
    for decision in made:
        goes.setdefault(decision.act or decision.id, []).append(decision)
    now = settled(made)
    holding, waiting = {d.id for d in now.in_force}, {d.id for d in now.awaiting}
    entries = [_entry(name, go, holding, waiting, person) for name, go in goes.items()]
    subjects = {d.id: d.subject for d in made}
    told = [
        replace(
            entry,
            on=_about(goes[entry.name], claims, subjects),
            changes=tuple(c for d in goes[entry.name] for c in changes.get(d.id, ())),
        )
        for entry in entries
    ]
    return tuple(reversed(told))


def _about(
    go: Sequence[Decision], claims: Mapping[str, Claim], subjects: Mapping[str, tuple[str, ...]]
) -> tuple[Claim, ...]:
    """The claims that one go judged by themselves; what it took back or confirmed is about those of that."""
    alone = (d for d in go if d.judgement not in ON_PAIRS)
    named = (name for d in alone for name in (*d.subject, *subjects.get(d.supersedes or "", ())))
    every = (one for name in named for one in (name, *subjects.get(name, ())))
    return tuple(claims[name] for name in dict.fromkeys(every) if name in claims)[:_ON]


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
        on=(),
        changes=(),
    )


def _what(judgements: set[Judgement]) -> str:
    if judgements == _APART:
        return _("claims set apart")
    (first, *_more) = sorted(judgements)
    return str(JUDGEMENTS.get(first, first))
