"""Notifications drawn up from sites, and the steps that may follow: nothing is sent from here.

What was transmitted is kept as it was written, with how far it lies from where the site then stood.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from witnessmark.errors import UsageError
from witnessmark.keys.instant import latest_day
from witnessmark.model.ids import content_id
from witnessmark.model.notification import Event, Notification, Step, Transmitted
from witnessmark.model.register import Register
from witnessmark.model.site import Position, Site

WGS84 = "WGS 84"


@dataclass(frozen=True, slots=True)
class Batch:
    """What sites are notified together: to whom, through whom, on which day it was handed in.

    `package` is the SHA-256 of the signed package, `document` of the paper where no package was made here.
    """

    name: str
    party: str
    channel: str
    submitted: date
    package: str | None = None
    document: str | None = None


def written_out(position: Position, form: str) -> Transmitted:
    """The position as it goes out in one of the forms of coordinates; its rounding is in the offset."""
    from witnessmark.sites.written import written

    return as_sent(written(position.lat, position.lon, form), WGS84, position)


def as_sent(verbatim: str, datum: str, position: Position | None) -> Transmitted:
    """Coordinates that went out, as they read; raises UsageError, which shows none of them, for others."""
    from witnessmark.sites.coordinates import CoordinateError, read, to_position

    try:
        given = read(verbatim, datum=datum)
        read_back = to_position(given, verbatim, "", datum)
    except CoordinateError as error:
        raise UsageError(f"coordinates as transmitted: {error}") from error
    offset = None if position is None else metres(position.lat, position.lon, read_back.lat, read_back.lon)
    return Transmitted(verbatim, read_back.format, read_back.datum, read_back.lat, read_back.lon, offset)


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance of two points on the ellipsoid, to a tenth of a metre."""
    from pyproj import Geod

    return round(float(Geod(ellps="WGS84").inv(lon, lat, other_lon, other_lat)[2]), 1)


def standing(site: Site, day: date) -> Position:
    """Where the site stands on a day; raises UsageError where it stands nowhere then."""
    stay = site.stay_on(day)
    if stay is None:
        raise UsageError(f"site {site.id}: stands nowhere on {day}: it had closed, or had not begun")
    return stay.position


def notification(batch: Batch, site: str, sent: Transmitted) -> Notification:
    """One site of a batch."""
    content = {"site": site, "batch": batch.name, "party": batch.party}
    return Notification(
        content_id("notification", content),
        site,
        batch.name,
        batch.party,
        batch.channel,
        sent,
        batch.submitted,
        batch.package,
        batch.document,
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A step of notifications: on which day, by whom, on what paper, about which package (SHA-256 both)."""

    step: Step
    day: date
    by: str = ""
    document: str | None = None
    package: str | None = None


def event(told: Told, of: Notification, sent: Transmitted | None = None) -> Event:
    """That step of one notification; the same step of the same day and paper is the same event."""
    content = {
        "notification": of.id,
        "step": str(told.step),
        "day": told.day.isoformat(),
        "document": told.document,
        "sent": None if sent is None else sent.verbatim,
    }
    return Event(
        content_id("event", content), of.id, told.step, told.day, told.document, sent, told.by,
        package=told.package,
    )  # fmt: skip


def new_batch(register: Register, batch: Batch, today: date) -> None:
    """Raise UsageError for a batch still to come, or a name taken."""
    if batch.submitted > today:
        raise UsageError(f"--on {batch.submitted}: is still to come: enter a batch once it was submitted")
    if any(n.batch == batch.name for n in register.notifications):
        raise UsageError(f"batch {batch.name}: was entered already: give this one another name")


def not_again(register: Register, batch: Batch, sites: Sequence[str]) -> None:
    """Raise UsageError for sites the party stands notified of; what was sent again in the past is told."""
    open_ = {n.site for n in in_force(register) if n.party == batch.party}
    again = sorted(open_ & set(sites))
    if again:
        raise UsageError(
            f"{len(again)} of the sites stand notified to {batch.party} already (site {again[0]}): amend "
            "them, or withdraw them first; adding and removing are separate requests"
        )


def in_force(register: Register) -> list[Notification]:
    """The notifications that were not withdrawn."""
    gone = {e.notification for e in register.events if e.step is Step.WITHDRAWN}
    return [n for n in register.notifications if n.id not in gone]


def of_batch(register: Register, batch: str, sites: Iterable[str] = ()) -> list[Notification]:
    """The notifications of a batch, or those of its sites; raises UsageError for what is not in it."""
    found = [n for n in register.notifications if n.batch == batch]
    if not found:
        known = ", ".join(sorted({n.batch for n in register.notifications})) or "none"
        raise UsageError(f"batch {batch}: there is none of this name; entered were: {known}")
    wanted = list(dict.fromkeys(sites))
    if not wanted:
        return found
    by_site = {n.site: n for n in found}
    missing = [s for s in wanted if s not in by_site]
    if missing:
        raise UsageError(f"batch {batch}: site {missing[0]} is not in it")
    return [by_site[s] for s in wanted]


def of_package(register: Register, sha256: str) -> list[Notification]:
    """The notifications that a package told, or asked to amend or withdraw."""
    asked = {e.notification for e in register.events if e.document == sha256}
    return [n for n in register.notifications if n.package == sha256 or n.id in asked]


# Days are those of whoever notes them: where it is noted a zone further west, it is still the day before.
_DAY = timedelta(days=1)


def check_step(register: Register, told: Told, notifications: Sequence[Notification], now: datetime) -> None:
    """Raise UsageError for a step that cannot have happened: too early, still to come, after a withdrawal."""
    if told.day > latest_day(now):
        raise UsageError(f"--on {told.day}: is still to come: enter a step once it has happened")
    gone = {e.notification: e.day for e in register.events if e.step is Step.WITHDRAWN}
    for of in notifications:
        if told.day < of.submitted - _DAY:
            raise UsageError(
                f"batch {of.batch}: {_words(told.step)} on {told.day} is before {of.submitted}, when it was "
                "submitted"
            )
        if of.id in gone and told.day >= gone[of.id]:
            raise UsageError(f"batch {of.batch}: site {of.site} was withdrawn on {gone[of.id]}")


def _words(step: Step) -> str:
    return str(step).replace("_", " ")
