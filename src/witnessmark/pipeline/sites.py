"""The order of the work on protected sites: what is entered in the register, and what is asked of it.

    list -> rows -> plan -> changes -> fold        what stands in the register
    sites -> notification -> package -> steps      who was told
    incidents + register -> check -> measures      what that means for what was hit

The register is opened and written by the store; here is what goes in and comes out of it. Nothing here prints
a name or a position.
"""

import base64
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from witnessmark.errors import NewerCaseError, UsageError
from witnessmark.model.ids import bytes_id
from witnessmark.model.notification import Event, Notification, Step, Transmitted
from witnessmark.model.paper import Paper, Scope
from witnessmark.model.record import Record, plain
from witnessmark.model.register import Register
from witnessmark.model.site import Shape, Site, Stay
from witnessmark.model.site_change import ChangeKind, SiteChange

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from witnessmark.keys.signing import Signer
    from witnessmark.sites.register import Options, Plan, Problem

CHANGE, NOTIFICATION, EVENT, PAPER, FILE, SCOPE = "change", "notification", "event", "paper", "file", "scope"
LIST = "list"  # the kind of a paper of which the register keeps the hash alone
_VALUES: dict[str, type] = {
    CHANGE: SiteChange, NOTIFICATION: Notification, EVENT: Event, PAPER: Paper, SCOPE: Scope,
}  # fmt: skip

Parts = list[tuple[str, list[Record]]]  # what is entered together, by what it is


class Entry(Protocol):
    """Something that was entered, and when."""

    @property
    def content(self) -> str: ...
    @property
    def record(self) -> Record: ...
    @property
    def recorded(self) -> str: ...


class Opened(Protocol):
    """What the pipeline needs of an open register; `store.register.Register` is one."""

    @property
    def version(self) -> str: ...
    @property
    def secret(self) -> bytes: ...
    def entries(self, *contents: str) -> Iterator[Entry]: ...


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that a register holds, without the bytes of its papers."""

    register: Register
    papers: tuple[Paper, ...]


def holdings(opened: Opened) -> Holdings:
    """The fold of everything that was entered."""
    from witnessmark.sites.register import fold

    found: dict[str, list[Any]] = {name: [] for name in _VALUES}
    for entry in opened.entries(*_VALUES):
        value = _read(entry)
        if entry.content != SCOPE:
            value = replace(value, recorded=entry.recorded)
        found[entry.content].append(value)
    scope = found[SCOPE][-1] if found[SCOPE] else Scope()
    register = Register(
        fold(found[CHANGE]), tuple(found[NOTIFICATION]), tuple(found[EVENT]), scope.since, scope.countries,
        opened.version, scope.coverage,
    )  # fmt: skip
    return Holdings(register, tuple(found[PAPER]))


def _read(entry: Entry) -> Any:  # noqa: ANN401  (one of _VALUES)
    """What was entered; raises NewerCaseError, which shows nothing of it, where it cannot be read."""
    try:
        return _adapter(entry.content).validate_python(entry.record)
    except ValueError:  # pydantic's own message quotes names and positions
        raise NewerCaseError(
            f"the register holds a {entry.content} that this version cannot read: upgrade witnessmark"
        ) from None


def paper_bytes(opened: Opened, sha256: str) -> bytes:
    """The bytes of a paper; raises UsageError where the register holds none of this hash."""
    for entry in opened.entries(FILE):
        if entry.record["sha256"] == sha256:
            return base64.b64decode(entry.record["data"])
    raise UsageError(f"{sha256}: the register holds no paper of this hash")


def parts_of(*values: object) -> Parts:
    """Values as they are entered, in their order by what they are."""
    found: dict[str, list[Record]] = {}
    names = {cls: name for name, cls in _VALUES.items()}
    for value in values:
        found.setdefault(names[type(value)], []).append(_record(value))
    return list(found.items())


def kept_file(data: bytes) -> tuple[str, list[Record]]:
    """Bytes as they are entered."""
    return FILE, [{"sha256": bytes_id(data), "data": base64.b64encode(data).decode()}]


def _record(value: object) -> Record:
    """Without when it was entered: that is the register's to say."""
    record: Record = plain(value)
    record.pop("recorded", None)
    return record


@cache
def _adapter(content: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(_VALUES[content])


@dataclass(frozen=True, slots=True)
class Drafted:
    """What is to be entered, the package where one was made, and what a person should look at."""

    parts: Parts
    sites: int
    package: bytes | None = None
    notes: tuple[str, ...] = ()


# Changes ---------------------------------------------------------------------------------------------------


def plan_import(held: Register, path: Path, options: "Options") -> "Plan":
    """What importing a list of sites would do; nothing is entered by it."""
    from witnessmark.locate.ground import SettledGround
    from witnessmark.sites.register import plan, rows

    options = replace(options, ground=SettledGround())
    return plan(rows(path, options), held.sites, options)


def imported(planned: "Plan", sha256: str) -> Drafted:
    """What a plan enters, with the hash of its list.

    The hash is sealed too: of a short list, whoever knows the table could try every position in a town.
    """
    changes = (*planned.additions, *planned.changes)
    papers = [Paper(sha256, LIST, "", "")] if changes else []
    return Drafted(parts_of(*changes, *papers), len(changes))


def moved(
    site: Site, day: date, position: tuple[str, str], stands: tuple[Shape, bool], accept: frozenset[str]
) -> Drafted:
    """That a site stands elsewhere from a day on; `position` is a text and its datum.

    It is looked at as a row of a list is: `accept` holds the kinds of problem that a person said yes to.
    Raises UsageError, which shows nothing of it, for a text that is no position or has other problems.
    """
    from witnessmark.locate.ground import SettledGround
    from witnessmark.sites.register import Options, Row, spot_of

    text, datum = position
    options = Options(datum=datum, source=f"entered for {day}", accept=accept, ground=SettledGround())
    there, problems = spot_of(Row(1, site.names, {"position": text}), site.country, options)
    if wrong := next((p for p in problems if p.keeps_out), None):
        raise UsageError(f"the position given: {wrong.why} ({wrong.kind}); {wrong.remedy}")
    assert there is not None  # noqa: S101  (what keeps a spot out is told)
    stay = Stay(there.position, stands[0], day, None, stands[1])
    notes = tuple(f"the position given: {p.why}; {p.remedy}" for p in problems if not p.accepted)
    change = SiteChange(site.id, ChangeKind.MOVED, day, stay, note=_accepted(problems))
    return Drafted(parts_of(change), 1, notes=notes)


def _accepted(problems: "Sequence[Problem]") -> str:
    said = ", ".join(str(p.kind) for p in problems if p.accepted)
    return f"accepted: {said}" if said else ""


def closed(site: Site, day: date) -> Drafted:
    """That a day was a site's last. Raises UsageError where it did not stand then."""
    if site.stay_on(day) is None:
        raise UsageError(f"site {site.id}: does not stand on {day}, so that it cannot close then")
    return Drafted(parts_of(SiteChange(site.id, ChangeKind.CLOSED, day)), 1)


def scoped(since: date | None, countries: tuple[str, ...], coverage: float | None) -> Drafted:
    """What the register claims to hold from this entry on: from which day, of which countries, how much."""
    return Drafted(parts_of(Scope(since, countries, coverage)), 0)


# Notifications --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes out: the batch, the form of its coordinates, who sends it and when (UTC).

    `sent` are coordinates that go or went out other than the register has them, by site.
    """

    batch: str
    party: str
    channel: str
    day: date
    created: str
    sender: str
    form: str = "decimal"
    datum: str = "WGS 84"
    sent: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A step that happened to notifications: on which day, by whom.

    `sent` are the coordinates that went out instead, by site, where the step amends; `package` is the SHA-256
    of the package that was acknowledged.
    """

    step: Step
    day: date
    by: str = ""
    sent: Mapping[str, str] = field(default_factory=dict)
    package: str | None = None


def notify(held: Holdings, sites: Sequence[Site], sending: Sending, signer: "Signer") -> Drafted:
    """A signed package of these sites, and the notifications to enter with it."""
    from witnessmark.sites import notices

    batch = notices.Batch(sending.batch, sending.party, sending.channel, sending.day)
    notices.new_batch(held.register, batch, _today())
    notices.not_again(held.register, batch, [s.id for s in sites])
    told = [notices.notification(batch, s.id, _sent(s, sending)) for s in sites]
    package = _package(held, sending, "notify", {s.id: s for s in sites}, told, signer)
    sha256 = bytes_id(package)
    paper = Paper(sha256, "package", sending.batch, sending.party, sending.created, "notify")
    parts = parts_of(*(replace(n, package=sha256) for n in told), paper)
    return Drafted([*parts, kept_file(package)], len(told), package)


def enter_past(
    held: Holdings, sites: Sequence[Site], sending: Sending, document: bytes | None = None
) -> Drafted:
    """Notifications that were made elsewhere before, as papers tell; no package is made."""
    from witnessmark.sites import notices

    sha256 = None if document is None else bytes_id(document)
    batch = notices.Batch(sending.batch, sending.party, sending.channel, sending.day, None, sha256)
    notices.new_batch(held.register, batch, _today())
    told = [notices.notification(batch, s.id, _sent(s, sending)) for s in sites]
    parts = parts_of(*told)
    if document is not None and sha256 is not None:
        paper = Paper(sha256, "scan", sending.batch, sending.party, sending.created)
        parts += [*parts_of(paper), kept_file(document)]
    return Drafted(parts, len(told))


def request(held: Holdings, ids: Sequence[str], step: Step, sending: Sending, signer: "Signer") -> Drafted:
    """A package that amends or withdraws what a batch told of sites, and the events to enter with it."""
    from witnessmark.sites import notices

    sites = {s.id: s for s in held.register.sites}
    named = notices.of_batch(held.register, sending.batch, ids)
    told = notices.Told(step, sending.day, sending.sender)
    notices.check_step(held.register, told, named, datetime.now(UTC))
    amends = step is Step.AMENDED
    now = [
        replace(n, transmitted=_sent(sites[n.site], sending) if amends else _last_sent(held, n))
        for n in named
    ]
    asked = "amend" if amends else "withdraw"
    package = _package(held, sending, asked, sites, now, signer)
    told = replace(told, document=bytes_id(package))
    events = [notices.event(told, n, n.transmitted if amends else None) for n in now]
    paper = Paper(bytes_id(package), "package", sending.batch, sending.party, sending.created, asked)
    return Drafted([*parts_of(*events, paper), kept_file(package)], len(events), package)


def step(
    held: Holdings,
    notifications: Sequence[Notification],
    what: Told,
    paper: tuple[str, bytes] | None = None,
) -> Drafted:
    """What happened to notifications; with the paper that shows it, and its kind.

    Raises UsageError for a step that cannot have happened, and for an amendment that leaves out what was
    sent instead.
    """
    from witnessmark.sites import notices

    document = None if paper is None else bytes_id(paper[1])
    told = notices.Told(what.step, what.day, what.by, document, what.package)
    notices.check_step(held.register, told, notifications, datetime.now(UTC))
    known = {e.id for e in held.register.events}
    events = [notices.event(told, n, _amended(held, n, what)) for n in notifications]
    events = [e for e in events if e.id not in known]
    parts = parts_of(*events)
    if paper is not None and events:
        parts += _kept(notifications[0], paper)
    return Drafted(parts, len(events))


def keep_receipt(held: Holdings, of: Notification, paper: tuple[str, bytes]) -> Drafted:
    """A receipt that makes no step, as that of a withdrawal does not; nothing where it is kept already."""
    if any(p.sha256 == bytes_id(paper[1]) for p in held.papers):
        return Drafted([], 0)
    return Drafted(_kept(of, paper), 1)


def _kept(of: Notification, paper: tuple[str, bytes]) -> Parts:
    kept = Paper(bytes_id(paper[1]), paper[0], of.batch, of.party)
    return [*parts_of(kept), kept_file(paper[1])]


def _amended(held: Holdings, of: Notification, what: Told) -> Transmitted | None:
    """What was sent instead, where a step says so."""
    from witnessmark.sites import notices

    if what.step is not Step.AMENDED:
        return None
    if of.site not in what.sent:
        raise UsageError(f"batch {of.batch}: tell what was sent instead for site {of.site}, or name others")
    site = next(s for s in held.register.sites if s.id == of.site)
    return notices.as_sent(what.sent[of.site], notices.WGS84, notices.standing(site, what.day))


def _last_sent(held: Holdings, of: Notification) -> Transmitted:
    """The coordinates that last went out of a notification: those that are taken back."""
    later = [e.transmitted for e in held.register.events if e.notification == of.id and e.transmitted]
    return later[-1] if later else of.transmitted


def _sent(site: Site, sending: Sending) -> Transmitted:
    from witnessmark.sites import notices

    position = notices.standing(site, sending.day)
    other = (sending.sent or {}).get(site.id)
    if other is not None:
        return notices.as_sent(other, sending.datum, position)
    return notices.written_out(position, sending.form)


def _package(
    held: Holdings, sending: Sending, asked: str, sites: Mapping[str, Site], told: Sequence[Notification],
    signer: "Signer",
) -> bytes:  # fmt: skip
    from witnessmark.sites.package import Manifest, Request, build
    from witnessmark.sites.tables import Row

    earlier = [p.sha256 for p in held.papers if p.kind == "package" and p.party == sending.party]
    manifest = Manifest(
        sending.batch, sending.party, sending.channel, sending.created, sending.sender, Request(asked),
        earlier[-1] if earlier else None,
    )  # fmt: skip
    rows = [Row(n.site, sites[n.site].names, sites[n.site].kind, n.transmitted) for n in told]
    return build(manifest, rows, signer)


def _today() -> date:
    return date.today()  # noqa: DTZ011  (a local day)
