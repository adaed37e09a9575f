"""What had been sent about a site by a day: notifications and their steps, folded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from witnessmark.model.notification import Event, Notification, Step, Transmitted

# Steps of one day in the order they come in, where nothing else tells; what was corrected and passed on in
# one day was passed on corrected.
_ORDER = {step: n for n, step in enumerate(Step)} | {Step.AMENDED: list(Step).index(Step.TRANSMITTED) - 0.5}


class Told(StrEnum):
    """How a notification stood; from the strongest to the weakest thing to say of it."""

    TOLD = "told"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    PENDING = "pending"


_ENDS = {Step.WITHDRAWN: Told.WITHDRAWN, Step.SUSPENDED: Told.SUSPENDED}


@dataclass(frozen=True, slots=True)
class Standing:
    """A notification as it stood on a day.

    `transmitted` are the coordinates that the party then had, or was to get first; `sent`, `since` and
    `acknowledged` the days it was passed on to the party, it first counted as told, and the party
    acknowledged, so far as they had come; `amended` that of a correction not passed on yet. `recorded` is
    when the last of the steps was entered that it rests on.
    """

    party: str
    told: Told
    transmitted: Transmitted
    submitted: date
    sent: date | None
    since: date | None
    acknowledged: date | None
    ended: date | None
    amended: date | None
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
    told again only when it is transmitted or acknowledged anew; what was withdrawn never is. A correction is
    handed in like the notification itself: a party that had been told has the earlier coordinates until it is
    told anew. Who acknowledged an earlier package by its hash has what that one said.
    """
    first = dispatch.notification
    if first.submitted > day:
        return None
    found = Standing(
        first.party, Told.PENDING, first.transmitted, first.submitted, None, None, None, None, None,
        first.recorded,
    )  # fmt: skip
    now = _Version(first.transmitted)
    versions = {first.package: now}
    for event in dispatch.steps:
        if event.day > day or found.told is Told.WITHDRAWN:
            break
        if event.step is Step.AMENDED and event.transmitted:
            now = _Version(event.transmitted, event.day)
            versions[event.document] = now
        got = versions.get(event.package, now) if event.package else now
        waits = now.day if got is not now else None
        found = _after(found, event, got, waits, told=event.step in {told_by, Step.ACKNOWLEDGED})
    return found


@dataclass(frozen=True, slots=True)
class _Version:
    """Coordinates as handed in, and the day where they are a correction."""

    coordinates: Transmitted
    day: date | None = None


def _after(before: Standing, event: Event, got: _Version, waits: date | None, *, told: bool) -> Standing:
    """How it stood after one more step; `told` where the step tells the party what it `got`.

    `waits` is the day of a later correction that it did not get by it.
    """
    entered = max(before.recorded, event.recorded)
    if event.step is Step.TRANSMITTED:
        before = replace(before, sent=before.sent or event.day)
    if event.step is Step.ACKNOWLEDGED:
        before = replace(before, acknowledged=before.acknowledged or event.day)
    if told and (before.told is not Told.TOLD or before.amended):
        since = before.since or event.day
        return replace(
            before, told=Told.TOLD, transmitted=got.coordinates, since=since, ended=None, amended=waits,
            recorded=entered,
        )  # fmt: skip
    if event.step is Step.AMENDED and before.since:
        return replace(before, amended=event.day)
    if event.step is Step.AMENDED:
        return replace(before, transmitted=got.coordinates, recorded=entered)
    if event.step in _ENDS:
        return replace(before, told=_ENDS[event.step], ended=event.day, recorded=entered)
    return before
