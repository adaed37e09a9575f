"""What a person asks of an incident, as the decisions that say it: merge, split, move."""

from collections.abc import Sequence

from witnessmark.model.decision import Decision
from witnessmark.pipeline import decisions
from witnessmark.web.deciding import by
from witnessmark.web.permissions import Desk, get_event_for


def merged(desk: Desk, names: Sequence[str], reason: str) -> list[Decision]:
    """That these incidents are one."""
    found = [get_event_for(desk, name) for name in names]
    return decisions.merge(desk.case, found, by(desk), reason)


def divided(desk: Desk, name: str, claims: Sequence[str], reason: str) -> list[Decision]:
    """That these claims of it tell of another event."""
    return decisions.split(desk.case, get_event_for(desk, name), claims, by(desk), reason)


def moved(desk: Desk, name: str, claims: Sequence[str], to: str, reason: str) -> list[Decision]:
    """That these claims of it tell of that other incident."""
    one, other = (get_event_for(desk, n) for n in (name, to))
    return decisions.move(desk.case, one, claims, other, by(desk), reason)
