"""What had been sent about a site by a day: notifications and their steps, folded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from witnessmark.model.notification import Event, Notification, Step, Transmitted

# Steps of one day in the order they come in, where nothing else tells.
_ORDER = {step: n for n, step in enumerate(Step)}


class Told(StrEnum):
    """How a notification stood; from the strongest to the weakest thing to say of it."""

    TOLD = "told"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Standing:
    """A notification as it stood on a day.

    `transmitted` are the coordinates that then held; `sent`, `told` and `acknowledged` the days it was passed
    on to the party, it first counted as told, and the party acknowledged, so far as they had come.
    """

    party: str
    told: Told
    transmitted: Transmitted
    submitted: date
    sent: date | None
    since: date | None
    acknowledged: date | None
    ended: date | None
    recorded: str


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A notification with its steps in order of time; only those that carry a day after it was handed in."""

    notification: Notification
    steps: tuple[Event, ...]

    def days(self) -> tuple[date, ...]:
        """The days on which something changed."""
        return (self.notification.submitted, *(e.day for e in self.steps))


def dispatches(
    notifications: Iterable[Notification], events: Iterable[Event]
) -> Mapping[str, tuple[Dispatch, ...]]:
    """What was sent about each site, by its id, in order of time."""
    steps: dict[str, list[Event]] = {}
    for event in events:
        steps.setdefault(event.notification, []).append(event)
    found: dict[str, list[Dispatch]] = {}
    for sent in notifications:
        own = sorted(steps.get(sent.id, ()), key=lambda e: (e.day, _ORDER[e.step], e.recorded, e.id))
        found.setdefault(sent.site, []).append(Dispatch(sent, tuple(own)))
    return {
        site: tuple(sorted(own, key=lambda d: (d.notification.submitted, d.notification.id)))
        for site, own in found.items()
    }


def standing(dispatch: Dispatch, day: date, told_by: Step = Step.TRANSMITTED) -> Standing | None:
    """How it stood at the end of a day; None where it had not been handed in yet.

    A party that acknowledged was told, whether or not anybody noted the transmission. What was suspended is
    told again only when it is transmitted or acknowledged anew; what was withdrawn never is.
    """
    first = dispatch.notification
    if first.submitted > day:
        return None
    state, coordinates = Told.PENDING, first.transmitted
    sent = since = acknowledged = ended = None
    recorded = first.recorded
    for event in dispatch.steps:
        if event.day > day or state is Told.WITHDRAWN:
            break
        recorded = max(recorded, event.recorded)
        if event.step is Step.TRANSMITTED:
            sent = sent or event.day
        if event.step is Step.ACKNOWLEDGED:
            acknowledged = acknowledged or event.day
        if event.step in {told_by, Step.ACKNOWLEDGED}:
            state, since, ended = Told.TOLD, since or event.day, None
        elif event.step is Step.AMENDED:
            coordinates = event.transmitted or coordinates
        elif event.step in {Step.SUSPENDED, Step.WITHDRAWN}:
            state, ended = Told.WITHDRAWN if event.step is Step.WITHDRAWN else Told.SUSPENDED, event.day
    return Standing(
        first.party, state, coordinates, first.submitted, sent, since, acknowledged, ended, recorded
    )  # fmt: skip
